import { PlatformError, type Ref, type Stage } from '../desk/ports.ts';
import { type Outgoing, slotOf } from '../support/effects.ts';
import type { Handbook } from '../support/handbook.ts';
import { postLesson } from '../support/learning.ts';
import type { Room } from './room.ts';
import type { Card } from './state.ts';
import { type ItemView, viewCard, viewDraft, viewMessage } from './views.ts';

/** Where effects of a room that was cleared end up: nowhere. */
const GONE: Ref = { channel: 'cleared', id: 'cleared' };

/**
 * Carries out one effect in the room and keeps it there. Doing it twice shows it once.
 * @throws PlatformError when the card it belongs under is not there.
 */
export async function perform(
  room: Room,
  handbook: Handbook,
  effect: Outgoing,
  stage: Stage,
): Promise<Ref | undefined> {
  if (stage.conversation.place.workspace !== room.workspace()) return GONE;
  const ref = show(room, handbook, effect, stage);
  await room.save();
  return ref;
}

/** Where an effect is, if it is in the room. */
export function find(room: Room, effect: Outgoing, stage: Stage): Ref | 'absent' {
  if (stage.conversation.place.workspace !== room.workspace()) return GONE;
  const { said, cards, whispers } = room.state;
  const message = said.find((one) => one.effect === effect.id);
  if (message) return { channel: message.channel, id: message.id };
  const posts = [...cards, ...cards.flatMap((card) => card.items), ...whispers];
  const post = posts.find((one) => one.effect === effect.id);
  return post ? { channel: 'triage', id: post.id } : 'absent';
}

function show(room: Room, handbook: Handbook, effect: Outgoing, stage: Stage): Ref | undefined {
  const { conversation } = stage;
  switch (effect.type) {
    case 'show-card': {
      const card = room.showCard(conversation.id, viewCard(conversation, handbook), effect.id);
      return { channel: 'triage', id: card.id };
    }
    case 'show-message':
      return showItem(room, effect, stage, viewMessage(conversation, effect.message));
    case 'show-draft':
      return showItem(room, effect, stage, viewDraft(conversation, effect.draft));
    case 'show-note':
      return showItem(room, effect, stage, { is: 'note', text: effect.text });
    case 'show-lesson': {
      const { lesson } = effect;
      const post = postLesson(conversation, lesson);
      return showItem(room, effect, stage, { is: 'lesson', lesson, ...post });
    }
    case 'send-reply':
    case 'send-acknowledgement': {
      const known = find(room, effect, stage);
      if (known !== 'absent') return known;
      const { thread } = effect.place;
      const said = room.add({
        channel: 'help',
        author: 'warmline',
        text: effect.text,
        effect: effect.id,
        ...(thread !== undefined && { thread }),
      });
      return { channel: 'help', id: said.id };
    }
    case 'tell-agent': {
      const known = find(room, effect, stage);
      if (known !== 'absent') return known;
      const card = room.card(conversation.id);
      const whisper = room.whisper({
        to: effect.person,
        text: effect.text,
        effect: effect.id,
        ...(card && { card: card.id }),
      });
      return { channel: 'triage', id: whisper.id };
    }
    default:
      return effect satisfies never;
  }
}

function showItem(
  room: Room,
  effect: Outgoing,
  stage: Stage,
  view: ItemView | undefined,
): Ref | undefined {
  if (!view) return undefined;
  const card = cardOf(room, stage);
  const item = room.showItem(card, slotOf(effect), view, effect.id, stage.posted?.id);
  return { channel: 'triage', id: item.id };
}

function cardOf(room: Room, stage: Stage): Card {
  const card = room.card(stage.conversation.id);
  if (card) return card;
  const retryable = stage.card === undefined;
  throw new PlatformError(
    'playground',
    retryable ? 'Its card is not posted yet.' : 'Its card is not on the page any more.',
    { retryable },
  );
}
