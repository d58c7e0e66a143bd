import { type Conversation, type Draft, type Instant, openDraft } from './conversation.ts';
import { because } from './corrections.ts';
import type { Change } from './decide.ts';
import { draft } from './drafting.ts';
import type { Handbook } from './handbook.ts';
import { sayWhoComes } from './reply/who-comes.ts';

/** Characters of what was answered, as the note to the agents repeats it. */
const LONGEST_TOLD = 500;

/**
 * The customer wants a person: the conversation waits for one, its customer reads by when, and agents read what was said
 * already, so that nobody says it again. From here on the desk says nothing more of its own accord.
 */
export function callPerson(
  conversation: Conversation,
  at: Instant,
  handbook: Handbook,
  by: 'button' | 'words',
): Change {
  const { id, customer, humanSpoke, triage, waitingSince = at } = conversation;
  const waiting: Conversation = {
    ...conversation,
    status: 'waiting',
    waitingSince,
    timers: {},
    personCalledAt: at,
    ...(triage
      ? { triage: because({ ...triage, wantsHuman: true }, 'wantsHuman', 'asked for a person') }
      : {}),
    deeds: [...conversation.deeds, { at, by: customer, did: 'called-person' }],
  };
  // Where a human of the team has spoken, they have the word.
  const drafted = humanSpoke ? waiting : draft(waiting, at, handbook);
  const numbers = [openDraft(conversation), openDraft(drafted)].flatMap((one) => one?.number ?? []);
  return {
    conversation: drafted,
    intents: [
      { type: 'send-notice', place: waiting.place, text: sayWhoComes(waiting, handbook, at) },
      { type: 'show-card' },
      { type: 'show-note', text: sayTold(conversation) },
      ...[...new Set(numbers)].map((number) => ({ type: 'show-draft', draft: number }) as const),
    ],
    facts: [{ type: 'person-called', at, conversation: id, by }],
  };
}

/** What the desk itself has answered this customer. */
function answersOf({ drafts }: Conversation): Draft[] {
  return drafts.filter(
    ({ state }) => (state.is === 'approved' || state.is === 'sent') && state.by.role === 'bot',
  );
}

function sayTold(conversation: Conversation): string {
  const asked = `${conversation.customer.name || 'The customer'} asked for a person.`;
  const told = answersOf(conversation);
  if (told.length === 0) return asked;
  const titles = told.flatMap(({ citations = [] }) => citations.map(({ title }) => `“${title}”`));
  const from = titles.length > 0 ? ` from ${[...new Set(titles)].join(', ')}` : '';
  const last = told.at(-1)!.text;
  const words =
    last.length > LONGEST_TOLD ? `${last.slice(0, LONGEST_TOLD).toWellFormed()}…` : last;
  return `${asked} The assistant has answered${from} already, and it did not settle it. They need not read this again:\n${words}`;
}
