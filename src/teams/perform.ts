import { type Desk, PlatformError, type Ref, type Stage } from '../desk/ports.ts';
import type { Conversation, Place } from '../support/conversation.ts';
import { type Outgoing, questionIn, slotOf } from '../support/effects.ts';
import { questionOf } from '../support/questions.ts';
import { promiseOf } from '../support/time/promises/given.ts';
import type { Labels } from '../support/wording.ts';
import { askedMessage } from './answers.ts';
import { call } from './calling.ts';
import { type Forms, renderCard } from './card.ts';
import type { Outbound } from './connector.ts';
import { formsInCards } from './dialogs.ts';
import { renderDraft } from './draft.ts';
import { isMachineWritten, isUnread, labelled } from './label.ts';
import { lessonCard } from './learning.ts';
import { renderMessage, renderNote } from './message.ts';
import { cardMessage, type PostingParts, post, update, wordsMessage } from './posting.ts';
import { renderPromise } from './promise.ts';
import { type TellingParts, tellAgent } from './telling.ts';

export interface PerformParts extends PostingParts, TellingParts {
  readonly desk: Desk;
  readonly triageChannel: string;
  readonly labels: Labels;
  /** Whether customers are told which words a machine wrote. */
  readonly labelReplies: boolean;
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
    case 'show-card': {
      const card = renderCard(conversation, await formsOf(stage, parts), parts.labels);
      return show(effect, stage, cardMessage(card), parts);
    }
    case 'show-message': {
      const message = conversation.messages.find((one) => one.id === effect.message);
      // It was moved to another conversation since: what is posted already stays as it is.
      if (!message) return stage.posted;
      return show(effect, stage, cardMessage(renderMessage(message)), parts);
    }
    case 'show-draft': {
      const draft = conversation.drafts.find((one) => one.number === effect.draft);
      if (!draft) return stage.posted;
      const forms = await formsOf(stage, parts);
      const card = cardMessage(renderDraft(conversation, draft, forms));
      const edited = draft.text !== (draft.proposed ?? draft.text);
      return show(effect, stage, edited ? card : labelled(card), parts);
    }
    case 'show-promise': {
      const promise = promiseOf(conversation, effect.promise);
      // It went along with its matter.
      if (!promise) return stage.posted;
      const words = renderPromise(conversation, promise, await formsOf(stage, parts));
      return show(effect, stage, cardMessage(words), parts);
    }
    case 'show-note':
      return show(effect, stage, cardMessage(renderNote(effect.text)), parts);
    case 'share': {
      const where = { base: effect.channel, root: undefined };
      return post(where, cardMessage(renderNote(effect.text)), parts);
    }
    case 'show-question': {
      const question = questionOf(conversation, effect.question);
      if (!question || !stage.posted) return stage.posted;
      const asked = askedMessage(question.text, conversation, question.number);
      await update(stage.posted, rootOf(conversation.place, conversation), asked, parts);
      return stage.posted;
    }
    case 'show-lesson':
      return show(effect, stage, cardMessage(lessonCard(conversation, effect.lesson)), parts);
    case 'send-reply':
    case 'send-acknowledgement':
    case 'send-notice': {
      const { place, text } = effect;
      const label =
        isUnread(effect, conversation) ||
        (parts.labelReplies && isMachineWritten(effect, conversation));
      const question = questionIn(effect);
      const words =
        question === undefined ? wordsMessage(text) : askedMessage(text, conversation, question);
      const where = { base: place.channel, root: rootOf(place, conversation) };
      return post(where, label ? labelled(words) : words, parts, stage.inTime);
    }
    case 'tell-agent':
      await tellAgent(effect, stage, parts);
      return undefined;
    case 'call':
      return call(effect, cardIn(stage), stage, parts);
    default:
      return effect satisfies never;
  }
}

function rootOf({ thread }: Place, { messages }: Conversation): string | undefined {
  return thread ?? messages[0]?.id;
}

/** Updates what stands there, or posts it: the first time, and when the old one is gone. */
async function show(
  effect: Outgoing,
  stage: Stage,
  message: Outbound,
  parts: PerformParts,
): Promise<Ref> {
  const { posted } = stage;
  const isCard = slotOf(effect) === 'card';
  if (posted) {
    const root = isCard ? posted.id : stage.card?.id;
    if (await update(posted, root, message, parts)) return posted;
  }
  const root = isCard ? undefined : cardIn(stage).id;
  return post({ base: parts.triageChannel, root }, message, parts, stage.inTime);
}

function cardIn({ card }: Stage): Ref {
  if (card) return card;
  throw new PlatformError('teams', 'The card has not been posted yet; this belongs under it.', {
    retryable: true,
  });
}

async function formsOf(
  { conversation }: Stage,
  { dialogs, ...parts }: PerformParts,
): Promise<Forms> {
  return dialogs ? () => undefined : formsInCards(conversation, parts);
}
