import type { Ref, Stage } from '../desk/ports.ts';
import { type Outgoing, questionIn, slotOf } from '../support/effects.ts';
import type { Handbook } from '../support/handbook.ts';
import { postLesson } from '../support/learning.ts';
import { roleOf } from '../support/roles.ts';
import type { Player } from './people.ts';
import type { Room } from './room.ts';
import {
  type ItemView,
  viewAsked,
  viewCard,
  viewDraft,
  viewMessage,
  viewPromise,
} from './views.ts';

/** What effects are shown in, and who may see them. */
export interface StageSet {
  readonly room: Room;
  readonly handbook: Handbook;
  readonly cast: readonly Player[];
}

/** Where effects of a room that was cleared end up: nowhere. */
const GONE: Ref = { channel: 'cleared', id: 'cleared' };

/**
 * Carries out one effect in the room and keeps it there. Doing it twice shows it once.
 */
export async function perform(
  stageSet: StageSet,
  effect: Outgoing,
  stage: Stage,
): Promise<Ref | undefined> {
  const { room } = stageSet;
  if (stage.conversation.place.workspace !== room.workspace()) return GONE;
  const ref = show(stageSet, effect, stage);
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

function show(stageSet: StageSet, effect: Outgoing, stage: Stage): Ref | undefined {
  const { room, handbook, cast } = stageSet;
  const { conversation } = stage;
  switch (effect.type) {
    case 'show-card': {
      const card = room.showCard(conversation.id, viewCard(conversation, handbook), effect.id);
      return { channel: 'triage', id: card.id };
    }
    case 'show-message':
      return showItem(stageSet, effect, stage, viewMessage(conversation, effect.message));
    case 'show-draft':
      return showItem(stageSet, effect, stage, viewDraft(conversation, effect.draft));
    case 'show-promise':
      return showItem(stageSet, effect, stage, viewPromise(conversation, effect.promise));
    case 'show-note':
    // There is no room for the team alone but triage.
    case 'share':
      return showItem(stageSet, effect, stage, { is: 'note', text: effect.text });
    case 'show-question': {
      const said = stage.posted && room.said(stage.posted.id);
      const asked = viewAsked(conversation, effect.question);
      if (said && asked) room.change(said, { asked });
      return stage.posted;
    }
    case 'show-lesson': {
      const { lesson } = effect;
      const post = postLesson(conversation, lesson);
      return showItem(stageSet, effect, stage, { is: 'lesson', lesson, ...post });
    }
    case 'send-reply':
    case 'send-acknowledgement':
    case 'send-notice': {
      const known = find(room, effect, stage);
      if (known !== 'absent') return known;
      const { channel, thread } = effect.place;
      const question = questionIn(effect);
      const asked = question === undefined ? undefined : viewAsked(conversation, question);
      const said = room.add({
        channel,
        author: 'warmline',
        text: effect.text,
        effect: effect.id,
        ...(thread !== undefined && { thread }),
        ...(asked && { asked }),
      });
      return { channel, id: said.id };
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
    case 'call': {
      const called = cast.filter(({ id, standing }) =>
        effect.whom === 'leads' ? roleOf(standing) === 'lead' : effect.whom.includes(id),
      );
      if (effect.by === 'mention') {
        const words = [...called.map(({ name }) => `@${name}`), effect.text].join(' ');
        return showItem(stageSet, effect, stage, { is: 'note', text: words });
      }
      const known = find(room, effect, stage);
      if (known !== 'absent') return known;
      const card = room.card(conversation.id);
      for (const { id: to } of called) {
        const { text, id } = effect;
        room.whisper({ to, text, effect: id, ...(card && { card: card.id }) });
      }
      return undefined;
    }
    default:
      return effect satisfies never;
  }
}

/** Under the card, which is put on the page once more where it had to make room for others. */
function showItem(
  { room, handbook }: StageSet,
  effect: Outgoing,
  { conversation, posted }: Stage,
  view: ItemView | undefined,
): Ref | undefined {
  if (!view) return undefined;
  const card =
    room.card(conversation.id) ??
    room.showCard(conversation.id, viewCard(conversation, handbook), effect.id);
  const item = room.showItem(card, slotOf(effect), view, effect.id, posted?.id);
  return { channel: 'triage', id: item.id };
}
