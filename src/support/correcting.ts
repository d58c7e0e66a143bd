import { tell, withDeed } from './agent.ts';
import { type Conversation, openDraft } from './conversation.ts';
import { correct } from './corrections.ts';
import type { Outcome } from './decide.ts';
import { propose } from './drafting.ts';
import type { Pressed } from './events.ts';
import type { Handbook } from './handbook.ts';
import { takeLesson } from './lessons.ts';
import { compose } from './reply/compose.ts';
import type { Urgency } from './triage/triage.ts';
import { categoryLabel, labelsOf, sayUrgency, URGENCIES } from './wording.ts';

/** An agent says what the category or the urgency is: so it is from here on, whatever is read later. */
export function correctTriage(
  conversation: Conversation,
  event: Pressed,
  handbook: Handbook,
): Outcome {
  const { triage } = conversation;
  if (!triage || conversation.status === 'merged') {
    return tell(conversation, event, 'There is nothing left here to sort. Nothing was changed.');
  }
  const { value: to = '' } = event;
  const field = event.button === 'correct-category' ? 'category' : 'urgency';
  if (!isKnown(field, to, handbook)) {
    const text = `There is no ${field} “${to.slice(0, 40)}”. Nothing was changed.`;
    return tell(conversation, event, `${text} Choose one of those on the card.`);
  }
  const was = triage[field];
  if (was === to) {
    const text = `The ${field} is ${say(field, to, handbook)} already. Nothing was changed.`;
    return tell(conversation, event, text);
  }
  const corrected = correct(conversation, field, to, event);
  const taught =
    field === 'category' ? takeLesson(corrected, corrected.corrections!.category!) : corrected;
  const detail = `${say(field, was, handbook)} → ${say(field, to, handbook)}`;
  const next = redrafted(
    conversation,
    withDeed(taught, event, `corrected-${field}`, detail),
    event,
    handbook,
  );
  const numbers = next.drafts
    .filter((one) => !conversation.drafts.includes(one))
    .map((one) => one.number);
  return {
    conversation: next,
    intents: [
      ...numbers.map((number) => ({ type: 'show-draft', draft: number }) as const),
      { type: 'show-card' },
    ],
    facts: [
      {
        type: 'corrected',
        at: event.at,
        conversation: conversation.id,
        field,
        from: was,
        to,
        agent: event.actor.id,
      },
    ],
  };
}

/**
 * The open draft written anew, where it says something else now: another category is answered otherwise, another urgency
 * by another time. Words that an agent approved stay, even where they could not be delivered.
 */
function redrafted(
  before: Conversation,
  after: Conversation,
  { at, button }: Pressed,
  handbook: Handbook,
): Conversation {
  const standing = openDraft(before);
  if (standing?.state.is !== 'open') return after;
  // What the agent told the desk for this draft is not lost.
  const asked = before.deeds.find(
    (one) => one.did === 'regenerated' && one.at === standing.writtenAt,
  );
  const options = asked?.detail ? { hint: asked.detail } : {};
  // As if the standing draft had not been: its wordings may come again.
  const drafts = before.drafts.filter((one) => one !== standing);
  const was = compose({ ...before, drafts }, handbook, at, options);
  const is = compose({ ...after, drafts }, handbook, at, options);
  const same = button === 'correct-urgency' && was.text === is.text;
  return same ? after : propose(after, is, at);
}

function isKnown(field: 'category' | 'urgency', value: string, { categories }: Handbook): boolean {
  return field === 'category'
    ? categories.some(({ name }) => name === value)
    : Object.hasOwn(URGENCIES, value);
}

function say(field: 'category' | 'urgency', value: string, handbook: Handbook): string {
  return field === 'category'
    ? categoryLabel(value, labelsOf(handbook))
    : sayUrgency(value as Urgency);
}
