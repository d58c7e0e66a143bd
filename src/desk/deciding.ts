import { isAboutDraft } from '../support/buttons.ts';
import type { Conversation, Instant, Place } from '../support/conversation.ts';
import { type Decision, decide } from '../support/decide.ts';
import type { KeptEffect } from '../support/effects.ts';
import type { Event, Moved } from '../support/events.ts';
import { type Belonging, belongsTo } from '../support/grouping/belonging.ts';
import {
  type Around,
  asideOf,
  LOOK_BACK,
  MOST_ASIDES,
  mostConversations,
} from '../support/grouping/stream.ts';
import {
  type Arrival,
  channelKey,
  claimsOf,
  goneKey,
  isArrival,
  keysOf,
  messageKey,
} from '../support/grouping.ts';
import type { Handbook } from '../support/handbook.ts';
import { taught } from '../support/lessons.ts';
import { standingOf } from '../support/rounds/standing.ts';
import { draftToBetter } from '../support/writing.ts';
import { namedIn } from './kudos.ts';
import { claimSpeaking, type Heard, lookLately } from './lately.ts';
import type { Log } from './ports.ts';
import {
  type Claim,
  type Commit,
  type DueTimer,
  type Kept,
  type Store,
  TOMBSTONE,
} from './store/store.ts';
import { claimTurn, lookAtTurn } from './turns.ts';

/** By what the event came: settled in the same write as its decision. */
export interface Source {
  readonly delivery?: Kept;
  readonly timer?: DueTimer;
}

/** What was read before deciding. */
interface Reading extends Omit<Partial<Belonging>, 'conversation'> {
  readonly conversation: Conversation | undefined;
  /** Whom the arrival's names named. */
  readonly named: ReadonlyMap<string, string>;
  /** What the customer heard from us unasked, where that matters. */
  readonly heard?: Heard | undefined;
  /** Who wants to be named for what the arrival praises. */
  readonly kudos?: readonly string[] | undefined;
}

/** What the desk says to a customer unasked, and keeps from saying elsewhere at the same moment. */
const SPOKE: readonly string[] = ['nudged', 'survey-asked'];

/** The event with what the desk knows beyond its conversation. */
export type LookAround = (event: Event, conversation: Conversation | undefined) => Promise<Event>;

/** Being overtaken this often in a row is not bad luck but a bug. */
const MOST_TRIES = 50;

/** What a kept decision leads to. */
export interface Decided {
  /** How many events it raised. */
  readonly raised: number;
  /** What leads have accepted is not what it was. */
  readonly learnt: boolean;
  /** The conversation, where it stands otherwise with whoever has to answer it. */
  readonly stirred?: Conversation;
}

/**
 * Decides one event: read, decide, commit; again when somebody else committed first. Where there is a model that `writes`, it
 * is asked for a better draft in the same write. Resolves when the decision is kept.
 */
export async function decideEvent(
  store: Store,
  handbook: Handbook,
  log: Log,
  event: Event,
  source: Source,
  writes: boolean,
  lookAround: LookAround,
): Promise<Decided> {
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const reading = await read(store, handbook, event);
    const turn = await lookAtTurn(store, event, reading.conversation);
    const known = await lookAround(event, reading.conversation);
    const decision = outcome(reading, known, handbook);
    const raised =
      'ignored' in decision
        ? []
        : decision.effects.flatMap((e) => (e.type === 'raise' ? [e.event] : []));
    const kept = await store.commit({
      event: event.id,
      at: event.at,
      ...source,
      raised,
      ...('ignored' in decision
        ? {
            ...unchanged(reading),
            claims: tombstone(event, reading),
            ...overheard(event, reading),
            effects: [],
            facts: [],
          }
        : {
            conversation: {
              before: isOther(reading, decision.conversation) ? undefined : reading.conversation,
              next: decision.conversation,
            },
            claims: [
              ...claims(event, reading, decision.conversation),
              ...(reading.heard && decision.facts.some(({ type }) => SPOKE.includes(type))
                ? [claimSpeaking(reading.heard, event)]
                : []),
              ...claimTurn(turn, event, decision.facts),
            ],
            effects: [
              ...decision.effects.filter((e) => e.type !== 'raise'),
              ...(writes ? askWriter(reading.conversation, decision.conversation) : []),
            ],
            facts: decision.facts,
          }),
    });
    if (kept === 'overtaken') continue;
    const about = {
      event: event.id,
      type: event.type,
      conversation: 'ignored' in decision ? reading.conversation?.id : decision.conversation.id,
      ...(reading.because === undefined ? {} : { because: reading.because }),
    };
    if (kept === 'decided') log.debug(about, 'ignored: decided before');
    else if ('ignored' in decision) log.debug(about, `ignored: ${decision.ignored}`);
    else log.info({ ...about, effects: decision.effects.length }, 'decided');
    if (kept !== 'kept' || 'ignored' in decision) return { raised: 0, learnt: false };
    const before = isOther(reading, decision.conversation) ? undefined : reading.conversation;
    const learnt = taught(before) !== taught(decision.conversation);
    const standing = standingOf(decision.conversation);
    const stirs = standing !== undefined && standing !== (before && standingOf(before));
    return {
      raised: raised.length,
      learnt,
      ...(stirs ? { stirred: decision.conversation } : {}),
    };
  }
  throw new Error(`the decision of ${event.id} was overtaken ${MOST_TRIES} times in a row`);
}

function askWriter(before: Conversation | undefined, next: Conversation): KeptEffect[] {
  const draft = draftToBetter(before?.id === next.id ? before : undefined, next);
  if (draft === undefined) return [];
  return [{ type: 'ask-writer', draft, id: `${next.id}/${next.version}/writer` }];
}

/**
 * Nothing has happened later than now: where a platform's clock goes before ours, nobody waits until ours is as far.
 */
export function notAfter(now: Instant, event: Event): Event {
  const at = Math.min(event.at, now);
  if (!isArrival(event) || event.type === 'customer.deleted') return { ...event, at };
  return { ...event, at, message: { ...event.message, at: Math.min(event.message.at, now) } };
}

async function read(store: Store, handbook: Handbook, event: Event): Promise<Reading> {
  if (event.type === 'messages.moved') {
    const conversation = event.into ? await whereItWent(store, event.into) : undefined;
    return { conversation, named: await store.named(movedKeys(event)) };
  }
  if (!isArrival(event)) {
    const { conversation: id } = event;
    // Drafts do not move: what was pressed on one, or became of one, is said of the very one.
    const follows = event.type === 'agent.pressed' && !isAboutDraft(event);
    const conversation = follows ? await whereItWent(store, id) : await store.conversation(id);
    const heard =
      event.type === 'timer.fired'
        ? await lookLately(store, event, conversation, event.at)
        : undefined;
    return { conversation, named: new Map(), heard };
  }
  const named = await store.named([...keysOf(event), goneKey(event)]);
  const found = new Map<string, Conversation>();
  for (const [key, id] of named) {
    const conversation = id === TOMBSTONE ? undefined : await whereItWent(store, id);
    if (conversation) found.set(key, conversation);
  }
  const around = await lookInChannel(store, event);
  const belongs = belongsTo(event, found, around, handbook.policy);
  const kudos = await namedIn(store, event, belongs.conversation);
  return { conversation: undefined, ...belongs, named, kudos };
}

/** What goes on at the top of a channel, for what is said there; what is said in a thread stays in it. */
async function lookInChannel(store: Store, arrival: Arrival): Promise<Around> {
  const { type, place, at } = arrival;
  if (place.thread !== undefined || type === 'customer.deleted') {
    return { conversations: [], asides: [] };
  }
  const [channel, since] = [channelKey(place), at - LOOK_BACK];
  const [conversations, asides] = await Promise.all([
    store.ofChannel(channel, since, mostConversations(type === 'team.wrote')),
    place.direct ? [] : store.asides(channel, since, MOST_ASIDES),
  ]);
  return { conversations, asides };
}

/** Whether a conversation was opened although another one was read. */
function isOther({ conversation }: Reading, next: Conversation): boolean {
  return conversation !== undefined && conversation.id !== next.id;
}

/** The conversation of a message's or thread's name, or of what was posted there. */
export async function findInThread(store: Store, place: Place): Promise<Conversation | undefined> {
  const { channel, thread } = place;
  if (thread === undefined) return undefined;
  const key = messageKey(place, thread);
  const named = (await store.named([key])).get(key);
  const id = named ?? (await store.postedAt({ channel, id: thread }));
  return id === undefined || id === TOMBSTONE ? undefined : whereItWent(store, id);
}

/** The conversation, or the one it was merged into, however often. */
async function whereItWent(store: Store, id: string): Promise<Conversation | undefined> {
  const seen = new Set<string>();
  let conversation = await store.conversation(id);
  while (conversation?.mergedInto && !seen.has(conversation.id)) {
    seen.add(conversation.id);
    conversation = await store.conversation(conversation.mergedInto);
  }
  return conversation;
}

function movedKeys({ place, messages }: Moved): string[] {
  return messages.map((message) => messageKey(place, message.id));
}

function outcome(reading: Reading, event: Event, handbook: Handbook): Decision {
  if (isArrival(event) && event.type !== 'customer.deleted') {
    if (reading.named.has(goneKey(event))) return { ignored: 'deleted before it arrived' };
  }
  const known = {
    ...event,
    ...(reading.heard ? { lately: reading.heard.lately } : {}),
    ...(reading.kudos ? { kudos: reading.kudos } : {}),
  };
  return decide(reading.conversation, known, handbook);
}

/** That nothing follows is true of the conversation that was read, not of one that somebody has changed since. */
function unchanged({ conversation }: Reading): Pick<Commit, 'conversation'> {
  return conversation ? { conversation: { before: conversation, next: conversation } } : {};
}

/** A deletion that overtook its message leaves a mark, so that the message is not taken up when it comes. */
function tombstone(event: Event, { named }: Reading): Claim[] {
  if (event.type !== 'customer.deleted') return [];
  const key = goneKey(event);
  return named.has(key) ? [] : [{ key, was: undefined, now: TOMBSTONE }];
}

/** What is said at the top of a channel and is nobody's matter is remembered for a while: talk goes on from it. */
function overheard(event: Event, reading: Reading): Pick<Commit, 'overheard'> {
  if (!isArrival(event) || event.place.direct) return {};
  const channel = channelKey(event.place);
  if (event.type === 'customer.deleted') {
    return { overheard: { channel, key: messageKey(event.place, event.message) } };
  }
  const { conversation, talk, named } = reading;
  if (conversation || talk === undefined || named.has(goneKey(event))) return {};
  const key = messageKey(event.place, event.message.id);
  return { overheard: { channel, key, aside: asideOf(event.message, talk) } };
}

/** The names the conversation takes with this event. */
function claims(event: Event, { named }: Reading, conversation: Conversation): Claim[] {
  if (event.type === 'messages.moved') {
    // The messages leave with their names. The team's have none, and some may have moved on since.
    const theirs = movedKeys(event).filter((key) => named.get(key) === event.from);
    return theirs.map((key) => ({ key, was: event.from, now: conversation.id }));
  }
  if (!isArrival(event)) return [];
  return claimsOf(event as Arrival, conversation).map((key) => ({
    key,
    was: named.get(key),
    now: conversation.id,
  }));
}
