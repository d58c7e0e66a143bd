import type { Conversation, Draft } from '../../src/support/conversation.ts';
import { BUTTONS } from '../../src/support/events.ts';
import type { Fact } from '../../src/support/facts.ts';
import { followedUp } from '../../src/support/time/follow-up/nudges.ts';
import { type Heard, plain } from './crowd.ts';
import type { Said } from './side.ts';

/** All that is known when everything has come to rest. */
export interface Account {
  readonly heard: Pick<Heard, 'messages' | 'presses'>;
  readonly said: readonly (Said & { readonly platform: string })[];
  readonly conversations: readonly Conversation[];
  readonly facts: readonly Fact[];
  readonly leftovers: readonly string[];
}

/** One promise: how often it was put to the proof, and where it was broken. */
export interface Row {
  readonly promise: string;
  readonly count: number;
  readonly broken: readonly string[];
}

/** Counts every promise. */
export function judge(account: Account): Row[] {
  return [
    decidedOnce(account),
    oneConversation(account),
    pressesDecided(account),
    ...sendsOnce(account),
    nothingInternal(account),
    timersOnce(account),
    atRest(account),
  ];
}

/** Every message that was acknowledged stands in one conversation, once, as its author last left it. */
function decidedOnce({ heard, conversations }: Account): Row {
  const found = Map.groupBy(
    conversations.flatMap(({ id, place, messages }) =>
      messages.map((message) => ({ name: `${place.platform} ${message.id}`, id, message })),
    ),
    ({ name }) => name,
  );
  const broken = [...heard.messages].flatMap(([name, texts]) => {
    const places = found.get(name) ?? [];
    if (places.length === 0) return [`lost: ${name} (${texts.join(' or ')})`];
    if (places.length > 1) return [`twice: ${name} in ${places.map(({ id }) => id).join(' and ')}`];
    const known = places[0]!.message.text;
    if (texts.includes(known)) return [];
    return [`outdated: ${name} says “${known}” and not “${texts.join('” or “')}”`];
  });
  return { promise: 'messages decided exactly once', count: heard.messages.size, broken };
}

/** All that a customer of the run writes is one matter. */
function oneConversation({ conversations }: Account): Row {
  // By what they write of: somebody taken for two would have two by their ids.
  const ofCustomer = Map.groupBy(conversations, ({ messages, customer }) => {
    return /^Case \d+/.exec(messages.at(-1)?.text ?? '')?.[0] ?? customer.id;
  });
  const broken = [...ofCustomer]
    .filter(([, theirs]) => theirs.length > 1)
    .map(([customer, theirs]) => `${customer} has ${theirs.map(({ id }) => id).join(', ')}`);
  return { promise: 'one conversation for a customer', count: ofCustomer.size, broken };
}

/** A press that was acknowledged had its effect: nobody's draft is open for ever. */
function pressesDecided({ heard, conversations }: Account): Row {
  const broken = conversations.flatMap(({ id, drafts }) =>
    drafts
      .filter((draft) => heard.presses.has(`${id} ${draft.number}`) && draft.state.is === 'open')
      .map((draft) => `draft ${draft.number} of ${id} was approved and is open`),
  );
  return { promise: 'drafts with a press decided', count: heard.presses.size, broken };
}

/** What customers must have read in the end, and what they did read. */
function sendsOnce({ said, conversations, facts }: Account): Row[] {
  const doubted = Map.groupBy(
    facts.filter((fact) => fact.type === 'delivery-failed' && fact.since === undefined),
    ({ conversation }) => conversation,
  );
  const read = Map.groupBy(said, ({ platform, root }) => `${platform} ${root}`);
  const [unsent, twice, others] = [[] as string[], [] as string[], [] as string[]];
  let [replies, notices] = [0, 0];
  for (const conversation of conversations) {
    const { id, place, messages, drafts } = conversation;
    const theirs = messages.flatMap((m) => read.get(`${place.platform} ${m.id}`) ?? []);
    const sent = drafts.filter(({ state }) => state.is === 'sent');
    const told = drafts.filter((draft) => isTold(draft, drafts));
    replies += sent.length;
    for (const draft of drafts) {
      const { number, state } = draft;
      if (state.is === 'approved')
        unsent.push(`draft ${number} of ${id} was approved and never left`);
      if (state.is === 'failed' && !told.includes(draft)) {
        unsent.push(`draft ${number} of ${id} failed: ${state.because}`);
      }
    }
    for (const [text, same] of Map.groupBy([...sent, ...told], (draft) => plain(draft.text))) {
      const times = theirs.filter((one) => plain(one.text).includes(text)).length;
      const least = same.filter((draft) => sent.includes(draft)).length;
      const drafted = `draft ${same.map(({ number }) => number).join(' and ')} of ${id}`;
      if (times < least) unsent.push(`${drafted} was sent and read ${times} times`);
      if (times > same.length) twice.push(`${drafted} was read ${times} times`);
    }
    const more = theirs.filter((one) => !isOneOf(one, [...sent, ...told]));
    const due = noticesOf(conversation);
    notices += due;
    // Of what may or may not have arrived in Teams, the agents are told.
    const least = due - (doubted.get(id)?.length ?? 0);
    if (more.length > due || more.length < least) {
      const words = more.map(({ text }) => `“${text.slice(0, 60)}”`).join(', ');
      others.push(`${id}: ${due} were due and ${more.length} read: ${words}`);
    }
  }
  const carried = said.flatMap(({ effect }) => effect ?? []);
  for (const [effect, same] of Map.groupBy(carried, (one) => one)) {
    if (same.length > 1) twice.push(`the effect ${effect} was read ${same.length} times`);
  }
  return [
    { promise: 'approvals sent exactly one reply', count: replies, broken: [...unsent, ...twice] },
    { promise: 'other words to customers, each once', count: notices, broken: others },
  ];
}

/** It may or may not have arrived, and the customer had written on by then: agents are told, and answer with a newer draft. */
function isTold({ number, state }: Draft, drafts: readonly Draft[]): boolean {
  const isNewer = drafts.some((other) => other.number > number);
  return state.is === 'failed' && state.uncertain === true && isNewer;
}

function isOneOf({ text }: Pick<Said, 'text'>, drafts: readonly Draft[]): boolean {
  return drafts.some((draft) => plain(text).includes(plain(draft.text)));
}

/** How many messages of the desk's own its customer must have got. */
function noticesOf({ acknowledgedAt, followUp, survey }: Conversation): number {
  const asked = [survey?.asked, survey?.reminded].filter((one) => one !== undefined);
  const acknowledged = acknowledgedAt === undefined ? 0 : 1;
  return acknowledged + followedUp({ ...(followUp && { followUp }) }).nudges.length + asked.length;
}

/** Nothing stands where customers read but replies that were approved and the desk's own words, in customers' threads. */
function nothingInternal({ said, conversations }: Account): Row {
  const roots = new Map<string, Conversation>();
  for (const conversation of conversations) {
    for (const { id } of conversation.messages) {
      roots.set(`${conversation.place.platform} ${id}`, conversation);
    }
  }
  const broken = said.flatMap(({ platform, root, text, buttons }) => {
    const words = `${platform}: “${text.slice(0, 100)}”`;
    const conversation = roots.get(`${platform} ${root}`);
    if (!conversation) return [`outside of any customer’s thread, ${words}`];
    const theirs = buttons.filter((name) => BUTTONS.some((button) => button === name));
    if (theirs.length > 0) return [`with the team’s buttons, ${words}`];
    const { drafts } = conversation;
    const unapproved = drafts.filter(({ state }) => state.is === 'open' || state.is === 'void');
    const approved = drafts.filter((draft) => !unapproved.includes(draft));
    const leaks = isOneOf({ text }, unapproved) && !isOneOf({ text }, approved);
    return leaks ? [`a draft that nobody approved, ${words}`] : [];
  });
  return { promise: 'nothing internal where customers read', count: said.length, broken };
}

/** Of what a timer brings about, a conversation has each thing once. */
const ONCE: Readonly<Partial<Record<Fact['type'], (fact: Fact) => unknown>>> = {
  opened: () => '',
  acknowledged: () => '',
  'draft-settled': (fact) => 'draft' in fact && fact.draft,
  nudged: (fact) => 'kind' in fact && fact.kind,
  'closed-by-silence': () => '',
  'survey-asked': () => '',
  'survey-reminded': () => '',
  'sla-warned': (fact) => 'clock' in fact && fact.clock,
  'sla-breached': (fact) => 'clock' in fact && fact.clock,
  'escalation-climbed': (fact) =>
    'reason' in fact && 'step' in fact && `${fact.reason} ${fact.step}`,
};

function timersOnce({ facts }: Account): Row {
  const counted = facts.flatMap((fact) => {
    const what = ONCE[fact.type]?.(fact);
    return what === undefined ? [] : [`${fact.conversation} ${fact.type} ${what}`.trimEnd()];
  });
  const broken = [...Map.groupBy(counted, (one) => one)]
    .filter(([, same]) => same.length > 1)
    .map(([what, same]) => `${what}: ${same.length} times`);
  return { promise: 'timers and what follows from them, once', count: counted.length, broken };
}

function atRest({ leftovers }: Account): Row {
  return { promise: 'nothing left over in the store', count: leftovers.length, broken: leftovers };
}
