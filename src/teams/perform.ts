import { type Desk, PlatformError, type Ref, type Stage } from '../desk/ports.ts';
import { type Outgoing, slotOf } from '../support/effects.ts';
import { type Forms, type Rendered, renderCard } from './card.ts';
import { formsInCards } from './dialogs.ts';
import { renderDraft } from './draft.ts';
import { renderMessage, renderNote } from './message.ts';
import { cardMessage, type PostingParts, post, update, wordsMessage } from './posting.ts';
import { type TellingParts, tellAgent } from './telling.ts';

export interface PerformParts extends PostingParts, TellingParts {
  readonly desk: Desk;
  readonly triageChannel: string;
  /** Whether dialogs can be opened here; where not, their forms stand in the cards. */
  readonly dialogs: boolean;
}

/**
 * Carries out one effect.
 * @throws PlatformError
 */
export async function perform(
  effect: Outgoing,
  stage: Stage,
  parts: PerformParts,
): Promise<Ref | undefined> {
  const { conversation } = stage;
  switch (effect.type) {
    case 'show-card':
      return show(effect, stage, renderCard(conversation, await formsOf(stage, parts)), parts);
    case 'show-message': {
      const message = conversation.messages.find((one) => one.id === effect.message);
      // It was moved to another conversation since: what is posted already stays as it is.
      if (!message) return stage.posted;
      return show(effect, stage, renderMessage(message), parts);
    }
    case 'show-draft': {
      const draft = conversation.drafts.find((one) => one.number === effect.draft);
      if (!draft) return stage.posted;
      const forms = await formsOf(stage, parts);
      return show(effect, stage, renderDraft(conversation, draft, forms), parts);
    }
    case 'show-note':
      return show(effect, stage, renderNote(effect.text), parts);
    case 'send-reply':
    case 'send-acknowledgement': {
      const { channel, thread } = effect.place;
      const root = thread ?? conversation.messages[0]?.id;
      return post({ base: channel, root }, wordsMessage(effect.text), parts);
    }
    case 'tell-agent':
      await tellAgent(effect, stage, parts);
      return undefined;
    default:
      return effect satisfies never;
  }
}

/** Updates what stands there, or posts it: the first time, and when the old one is gone. */
async function show(
  effect: Outgoing,
  stage: Stage,
  rendered: Rendered,
  parts: PerformParts,
): Promise<Ref> {
  const { posted } = stage;
  const isCard = slotOf(effect) === 'card';
  const message = cardMessage(rendered);
  if (posted) {
    const root = isCard ? posted.id : stage.card?.id;
    if (await update(posted, root, message, parts)) return posted;
  }
  const root = isCard ? undefined : cardIn(stage).id;
  return post({ base: parts.triageChannel, root }, message, parts);
}

function cardIn({ card }: Stage): Ref {
  if (card) return card;
  throw new PlatformError('teams', 'The card has not been posted yet; this belongs under it.', {
    retryable: true,
  });
}

async function formsOf({ conversation }: Stage, { desk, dialogs }: PerformParts): Promise<Forms> {
  return dialogs ? () => undefined : formsInCards(conversation, desk);
}
