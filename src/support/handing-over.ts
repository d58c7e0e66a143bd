import {
  type Conversation,
  type Deed,
  type Draft,
  type Instant,
  openDraft,
} from './conversation.ts';
import { because } from './corrections.ts';
import type { Change } from './decide.ts';
import { draft } from './drafting.ts';
import type { Fact } from './facts.ts';
import type { Handbook } from './handbook.ts';
import { sayWhoComes } from './reply/who-comes.ts';

/** Characters of what was answered, as the note to the agents repeats it. */
const LONGEST_TOLD = 500;

/** Why a conversation goes from the desk to a person. */
type Why = Extract<Fact, { type: 'handed-over' }>['because'];

/**
 * A person takes over from the desk: the conversation waits for one, its customer reads by when, and agents read what was
 * said already, so that nobody says it again. From here on the desk answers nothing of its own accord.
 */
export function handOver(
  conversation: Conversation,
  at: Instant,
  handbook: Handbook,
  why: Why,
): Change {
  const { id, customer, humanSpoke, triage, deeds, waitingSince = at } = conversation;
  const asked = why !== 'writes-on';
  const deed: Deed = { at, by: customer, did: 'called-person' };
  const waiting: Conversation = {
    ...conversation,
    status: 'waiting',
    waitingSince,
    timers: {},
    handedOverAt: at,
    ...(triage && asked
      ? { triage: because({ ...triage, wantsHuman: true }, 'wantsHuman', 'asked for a person') }
      : {}),
    deeds: asked ? [...deeds, deed] : deeds,
  };
  // Where a human of the team has spoken, they have the word.
  const drafted = humanSpoke ? waiting : draft(waiting, at, handbook);
  const numbers = [openDraft(conversation), openDraft(drafted)].flatMap((one) => one?.number ?? []);
  return {
    conversation: drafted,
    intents: [
      {
        type: 'send-notice',
        place: waiting.place,
        text: sayWhoComes(waiting, handbook, at),
        about: 'hand-over',
      },
      { type: 'show-card' },
      { type: 'show-note', text: sayTold(conversation, asked) },
      ...[...new Set(numbers)].map((number) => ({ type: 'show-draft', draft: number }) as const),
    ],
    facts: [{ type: 'handed-over', at, conversation: id, because: why }],
  };
}

/** Whether the desk itself has answered this customer. */
export function wasAnswered(conversation: Conversation): boolean {
  return answersOf(conversation).length > 0;
}

/** What the desk itself has answered this customer, on its way or arrived. */
export function answersOf({ drafts }: Conversation): Draft[] {
  return drafts.filter(
    ({ state }) => (state.is === 'approved' || state.is === 'sent') && state.by.role === 'bot',
  );
}

function sayTold(conversation: Conversation, asked: boolean): string {
  const who = conversation.customer.name || 'The customer';
  const why = asked ? `${who} asked for a person.` : `${who} writes on.`;
  const told = answersOf(conversation);
  if (told.length === 0) return why;
  const titles = told.flatMap(({ citations = [] }) => citations.map(({ title }) => `“${title}”`));
  const from = titles.length > 0 ? ` from ${[...new Set(titles)].join(', ')}` : '';
  const last = told.at(-1)!.text;
  const words =
    last.length > LONGEST_TOLD ? `${last.slice(0, LONGEST_TOLD).toWellFormed()}…` : last;
  return `${why} The assistant has answered${from} already. Nobody needs to say this again:\n${words}`;
}
