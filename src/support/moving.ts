import { tell, withDeed } from './agent.ts';
import {
  type Conversation,
  customerMessages,
  type Message,
  openDraft,
  withMessages,
  withoutDraft,
} from './conversation.ts';
import type { Outcome } from './decide.ts';
import { gather } from './drafting.ts';
import type { Intent } from './effects.ts';
import type { Moved, Pressed } from './events.ts';
import type { Fact } from './facts.ts';
import type { Handbook } from './handbook.ts';
import { partLessons, withLessons } from './lessons.ts';
import { partPromises, withPromises } from './time/promises/given.ts';
import { understand } from './understanding.ts';

/** Some messages are another matter: they leave, and open a conversation of their own. */
export function split(conversation: Conversation, event: Pressed, handbook: Handbook): Outcome {
  const chosen = new Set(event.messages ?? []);
  const leaving = conversation.messages.filter((m) => chosen.has(m.id));
  const staying = conversation.messages.filter((m) => !chosen.has(m.id));
  const lessons = partLessons(conversation, chosen);
  const promises = partPromises(
    conversation,
    ({ message }) => message !== undefined && chosen.has(message),
  );
  const rest = withPromises(
    withLessons({ ...conversation, messages: staying }, lessons.staying),
    promises.staying,
  );
  if (leaving.length === 0 || customerMessages(rest).length === 0) {
    return tell(conversation, event, 'Choose some of the messages, not none and not all of them.');
  }
  const raised = move(conversation, event, leaving, {
    lessons: lessons.going,
    promises: promises.going,
  });
  const standing = openDraft(conversation);
  const shown: Intent[] = standing ? [{ type: 'show-draft', draft: standing.number }] : [];
  const left = withDeed(
    understand(withoutDraft(rest, 'moved', event.at), handbook, event.at),
    event,
    'split',
  );
  const waits = conversation.status === 'waiting' || conversation.status === 'gathering';
  if (!waits) return { conversation: left, intents: [raised, ...shown, { type: 'show-card' }] };
  const gathered = gather(left, event.at, handbook);
  return { ...gathered, intents: [raised, ...shown, ...gathered.intents] };
}

/** This conversation is the same matter as another one: its messages go there. */
export function merge(conversation: Conversation, event: Pressed): Outcome {
  const { into } = event;
  if (!into || into === conversation.id) {
    return tell(conversation, event, 'Choose the conversation that this one belongs to.');
  }
  if (conversation.status === 'merged') {
    return tell(conversation, event, 'This conversation was merged already.');
  }
  const {
    waitingSince: _,
    corrections = {},
    lessons = [],
    ...rested
  } = withoutDraft(conversation, 'moved', event.at);
  const standing = openDraft(conversation);
  const promises = partPromises(conversation, () => true);
  return {
    conversation: withDeed(
      { ...withPromises(rested, promises.staying), status: 'merged', mergedInto: into, timers: {} },
      event,
      'merged',
    ),
    intents: [
      move(conversation, event, conversation.messages, {
        into,
        corrections,
        lessons,
        promises: promises.going,
      }),
      ...(standing ? [{ type: 'show-draft', draft: standing.number } as const] : []),
      { type: 'show-card' },
    ],
  };
}

function move(
  conversation: Conversation,
  { at, actor }: Pressed,
  messages: readonly Message[],
  along: Pick<Moved, 'into' | 'corrections' | 'lessons' | 'promises'>,
): Intent {
  const { id, version, place, acknowledgedAt, humanSpoke, handedOverAt } = conversation;
  const author = messages.find((m) => m.author.role === 'customer')?.author;
  return {
    type: 'raise',
    event: {
      type: 'messages.moved',
      id: `${id}/${version + 1}/moved`,
      at,
      from: id,
      ...along,
      place,
      customer: author ?? conversation.customer,
      messages,
      actor,
      ...(acknowledgedAt === undefined ? {} : { acknowledgedAt }),
      humanSpoke,
      ...(handedOverAt === undefined ? {} : { handedOverAt }),
    },
  };
}

/** Messages arrive from another conversation. */
export function moved(
  conversation: Conversation | undefined,
  event: Moved,
  handbook: Handbook,
): Outcome {
  // Nobody's matter is answered in somebody else's thread: what does not belong there stays with its customer.
  if (conversation && !belongsTogether(conversation, event))
    return moved(undefined, event, handbook);
  const here = conversation ? unmerged(conversation) : undefined;
  const arrived = event.messages.filter((m) => !here?.messages.some((k) => k.id === m.id));
  const first = arrived[0];
  if (!first) return { ignored: 'these messages are here already' };
  const base: Conversation = here ?? {
    // Named by what it left and when: nothing else is, whatever was split and merged before.
    id: `${event.from}~${event.id.split('/').at(-2)}`,
    version: 0,
    place: event.place,
    customer: event.customer,
    status: 'waiting',
    openedAt: event.at,
    lastCustomerAt: first.at,
    messages: [],
    drafts: [],
    ...(event.acknowledgedAt === undefined ? {} : { acknowledgedAt: event.acknowledgedAt }),
    humanSpoke: event.humanSpoke,
    timers: {},
    deeds: [],
  };
  const standing = openDraft(base);
  const corrections = { ...event.corrections, ...base.corrections };
  const lessons = [...(base.lessons ?? []), ...(event.lessons ?? [])];
  const promises = [...(base.promises ?? []), ...(event.promises ?? [])];
  const handedOverAt = base.handedOverAt ?? event.handedOverAt;
  const whole: Conversation = {
    ...withMessages(
      withoutDraft(withPromises(withLessons(base, lessons), promises), 'moved', event.at),
      arrived,
    ),
    ...(Object.keys(corrections).length > 0 ? { corrections } : {}),
    ...(handedOverAt === undefined ? {} : { handedOverAt }),
  };
  const since = Math.min(base.waitingSince ?? first.at, first.at);
  const gathered = gather(
    understand({ ...whole, waitingSince: since }, handbook, event.at),
    event.at,
    handbook,
  );
  const further = conversation ? arrived : arrived.slice(1);
  const { category, urgency } = gathered.conversation.triage!;
  const opened: Fact = {
    type: 'opened',
    at: event.at,
    conversation: whole.id,
    category,
    urgency,
    from: event.from,
  };
  return {
    ...gathered,
    facts: [...(here ? [] : [opened]), ...(gathered.facts ?? [])],
    intents: [
      ...gathered.intents.filter((i) => i.type === 'show-card'),
      ...further.map((m) => ({ type: 'show-message', message: m.id }) as const),
      ...(standing ? [{ type: 'show-draft', draft: standing.number } as const] : []),
      ...gathered.intents.filter((i) => i.type !== 'show-card'),
    ],
  };
}

/** Where messages come to, a conversation goes on. What it was merged away with is elsewhere, and only copied here. */
function unmerged(conversation: Conversation): Conversation {
  const { mergedInto, ...rest } = conversation;
  return mergedInto === undefined ? conversation : { ...rest, messages: [] };
}

function belongsTogether({ place, customer }: Conversation, event: Moved): boolean {
  return (
    place.workspace === event.place.workspace &&
    place.channel === event.place.channel &&
    customer.id === event.customer.id
  );
}
