import { beforeAll, describe, expect, it } from 'vitest';
import { type Conversation, customerMessages } from '../../src/support/conversation.ts';
import { isSaid, type Occasion } from '../../src/support/effects.ts';
import type { Fact } from '../../src/support/facts.ts';
import { mayAct } from '../../src/support/roles.ts';
import { factsIn } from '../facts.ts';
import { isRested, playMonth } from './month.ts';
import { CUSTOMERS, ENDS, isAtWork, isAwake } from './people.ts';

/** Whoever wants the same month again, or another one. */
const SEED = Number(process.env.MONTH_SEED ?? 20_260_307);
const DAY = 24 * 3_600_000;

const FACTS = [
  'opened',
  'assigned',
  'sla-warned',
  'sla-breached',
  'promised',
  'promise-kept',
  'promise-late',
  'promise-broken',
  'promise-dropped',
  'escalation-ended',
  'escalated',
  'escalation-climbed',
  'nudged',
  'survey-asked',
  'survey-reminded',
  'rated',
] as const satisfies readonly Fact['type'][];
/** What the desk says unasked; the rest answers what the customer has just done. */
const NUDGES: readonly Occasion[] = ['did-that-work', 'nudge', 'closing-notice', 'check-in'];

const begun = performance.now();
const played = await playMonth(SEED);
const { month, left, deeds } = played;

/** Everything that there is, as it stands now. */
async function look() {
  const facts = await factsIn(month.store, FACTS);
  const ids = facts.flatMap(({ type, conversation }) => (type === 'opened' ? [conversation] : []));
  const all = await Promise.all([...new Set(ids)].map((id) => month.conversation(id)));
  return { facts, conversations: all.filter((one) => one !== undefined) };
}

const ofType = <T extends Fact['type']>(facts: readonly Fact[], ...types: T[]) =>
  facts.filter((fact): fact is Fact & { readonly type: T } => types.includes(fact.type as T));
const threadOf = ({ messages }: Conversation) => messages[0]!.id;

let atTheEnd: Awaited<ReturnType<typeof look>> & { due: number | undefined; now: number };
let atRest: Awaited<ReturnType<typeof look>>;
let unasked: { at: number; about: Occasion; customer: string; conversation: Conversation }[];

beforeAll(async () => {
  await month.passTo(ENDS);
  atTheEnd = { ...(await look()), due: await month.store.nextDue(), now: month.now() };
  await played.clears(atTheEnd.conversations);
  await month.passTo(ENDS + 40 * DAY);
  atRest = await look();
  unasked = left.flatMap(({ at, effect, conversation }) =>
    effect.type === 'send-notice' && [...NUDGES, 'survey'].includes(effect.about)
      ? [{ at, about: effect.about, customer: conversation.customer.id, conversation }]
      : [],
  );
  tell();
  await month[Symbol.asyncDispose]();
}, 480_000);

/** The month in figures. */
function tell() {
  const { facts, conversations } = atRest;
  const count = (type: Fact['type']) => ofType(facts, type).length;
  const nudges = unasked.filter(({ about }) => NUDGES.includes(about)).length;
  const figures = {
    seed: SEED,
    customers: CUSTOMERS,
    conversations: conversations.length,
    'nudges per conversation': (nudges / conversations.length).toFixed(2),
    surveys: count('survey-asked'),
    ratings: count('rated'),
    breaches: count('sla-breached'),
    escalations: count('escalated'),
    promises: `${count('promised')}: ${count('promise-kept')} kept, ${count('promise-late')} late, ${count('promise-broken')} broken, ${count('promise-dropped')} dropped`,
    seconds: ((performance.now() - begun) / 1000).toFixed(1),
  };
  const lines = Object.entries(figures).map(([name, value]) => `${name}: ${value}`);
  process.stdout.write(`A month of the desk\n  ${lines.join('\n  ')}\n`);
}

describe('in a month of five hundred customers and twenty agents', () => {
  it('nothing goes wrong in the desk itself', () => {
    expect(month.log.lines).toEqual([]);
    expect(atTheEnd.conversations.length).toBeGreaterThanOrEqual(CUSTOMERS);
  });

  it('customers are spoken to unasked while they are awake, where they live', () => {
    const asleep = unasked.filter(
      ({ at, conversation }) => !isAwake(conversation.customer.zone, at),
    );
    expect(asleep.map(sayUnasked)).toEqual([]);
  });

  it('customers who have written since are not asked why they are silent', () => {
    const spoken = unasked.filter(({ at, about, conversation }) => {
      if (about === 'survey' || about === 'check-in') return conversation.status !== 'resolved';
      const ours = Math.max(
        ...conversation.messages.filter(({ author }) => mayAct(author)).map((one) => one.at),
        ...sentAt(conversation),
      );
      const theirs = customerMessages(conversation).filter((one) => one.at <= at);
      return theirs.some((one) => one.at > ours);
    });
    expect(spoken.map(sayUnasked)).toEqual([]);
  });

  it('a survey is no more reminded of once they wrote', () => {
    const reminded = ofType(atRest.facts, 'survey-reminded').filter(({ at, conversation }) => {
      const asked = ofType(atRest.facts, 'survey-asked').findLast(
        (one) => one.conversation === conversation && one.at < at,
      )!;
      const thread = threadOf(atRest.conversations.find(({ id }) => id === conversation)!);
      return deeds.some(
        (one) =>
          one.did === 'wrote' &&
          one.thread === thread &&
          one.who.startsWith('customer') &&
          one.at > asked.at &&
          one.at < at,
      );
    });
    expect(reminded).toEqual([]);
  });

  it('nothing reaches a customer twice', () => {
    const said = left.filter(({ effect }) => isSaid(effect)).map(({ effect }) => effect.id);
    expect(said.length).toBe(new Set(said).size);
    const drafts = left.flatMap(({ effect, conversation }) =>
      effect.type === 'send-reply' ? [`${conversation.id}/${effect.draft}`] : [],
    );
    expect(drafts.length).toBe(new Set(drafts).size);
    const asked = ofType(atRest.facts, 'survey-asked').map(({ conversation }) => conversation);
    expect(asked.length).toBe(new Set(asked).size);
  });

  it('whoever is silent is asked twice at most, and the same thing once', () => {
    const often = unasked.filter(({ at, about, conversation }) => {
      if (about === 'survey') return false;
      const words = [...conversation.messages.map((one) => one.at), ...sentAt(conversation)];
      const since = Math.max(...words.filter((one) => one <= at));
      const same = unasked.filter(
        (one) =>
          one.about === about &&
          one.conversation.id === conversation.id &&
          one.at > since &&
          one.at <= at,
      );
      return same.length > (about === 'nudge' ? 2 : 1);
    });
    expect(often.map(sayUnasked)).toEqual([]);
  });

  it('nobody hears more than three such words in seven days, over all their matters', () => {
    const nudges = unasked.filter(({ about }) => about !== 'survey');
    const often = nudges.filter(
      ({ at, customer }) =>
        nudges.filter((one) => one.customer === customer && one.at <= at && one.at > at - 7 * DAY)
          .length > 3,
    );
    expect(often.map(sayUnasked)).toEqual([]);
  });

  it('whoever asked for quiet is left alone', () => {
    const quiet = deeds.filter(({ did }) => did === 'asked for quiet');
    expect(quiet.length).toBeGreaterThan(10);
    const disturbed = unasked.filter(({ at, customer }) =>
      quiet.some((one) => one.who === customer && one.at < at),
    );
    expect(disturbed.map(sayUnasked)).toEqual([]);
  });

  it('no clock is over that did not warn before', () => {
    const warned = ofType(atRest.facts, 'sla-warned');
    const breached = ofType(atRest.facts, 'sla-breached');
    expect(breached.length).toBeGreaterThan(50);
    const sudden = breached.filter(
      (one) =>
        !warned.some(
          ({ conversation, clock, at }) =>
            conversation === one.conversation && clock === one.clock && at <= one.at,
        ),
    );
    expect(sudden).toEqual([]);
  });

  it('of every promise becomes one thing', () => {
    const made = ofType(atRest.facts, 'promised').map(({ promise }) => promise);
    expect(made.length).toBe(new Set(made).size);
    const ends = ofType(
      atRest.facts,
      'promise-kept',
      'promise-late',
      'promise-broken',
      'promise-dropped',
    );
    expect(ends.map(({ promise }) => promise).toSorted()).toEqual(made.toSorted());
  });

  it('every step of a ladder is taken once, in its order, and none once somebody acted', () => {
    for (const conversation of atRest.conversations) {
      const facts = atRest.facts.filter((one) => one.conversation === conversation.id);
      const acts = conversation.deeds
        .filter(({ by, did }) => mayAct(by) && ACTS.includes(did))
        .map(({ at }) => at);
      const ended = ofType(facts, 'escalation-ended');
      const ladders = ofType(facts, 'escalated').map(({ reason, at }) => {
        const end = ended.find((one) => one.reason === reason && one.at - one.after === at);
        return { reason, at, end: end?.at ?? Number.POSITIVE_INFINITY, steps: [] as number[] };
      });
      for (const { reason, at, step } of ofType(facts, 'escalation-climbed')) {
        const ladder = ladders.findLast(
          (one) => one.reason === reason && one.at <= at && at <= one.end,
        );
        expect(ladder, `${conversation.id}: ${reason}`).toBeDefined();
        expect(acts.filter((act) => act > ladder!.at && act < at)).toEqual([]);
        ladder!.steps.push(step);
      }
      for (const { steps } of ladders) expect(steps).toEqual(steps.map((_, n) => n + 1));
    }
  });

  it('nobody is given a matter who is off shift or away', () => {
    const given = ofType(atRest.facts, 'assigned');
    expect(given.length).toBeGreaterThan(CUSTOMERS / 2);
    const absent = given.filter(({ agent, at }) => {
      const theirs = deeds.filter((one) => one.who === agent && one.did !== 'wrote');
      // What happens at one instant happens one after the other.
      const last = theirs.findLast((one) => one.at < at);
      const isBack = theirs.some((one) => one.at === at && one.did === 'came back');
      return !isAtWork(agent, at) || (last?.did === 'went away' && !isBack);
    });
    expect(absent).toEqual([]);
  });

  it('nothing is lost: whatever is not at rest has a time at which somebody looks', () => {
    const { conversations, now, due } = atTheEnd;
    const lost = conversations.filter(
      (one) => !isRested(one) && Object.keys(one.timers).length === 0,
    );
    expect(lost.map(sayWhole)).toEqual([]);
    const late = conversations.filter(({ timers }) => Object.values(timers).some((at) => at < now));
    expect(late.map(sayWhole)).toEqual([]);
    expect(due).toBeGreaterThan(now);
  });

  it('all comes to rest once a lead has closed what was left', () => {
    expect(atRest.conversations.filter((one) => !isRested(one)).map(sayWhole)).toEqual([]);
    expect(
      atRest.conversations.filter(({ timers }) => Object.keys(timers).length > 0).map(sayWhole),
    ).toEqual([]);
  });
});

const ACTS: readonly string[] = [
  'sent',
  'edited-and-sent',
  'answered-directly',
  'took-over',
  'handed-on',
  'resolved',
  'set-aside',
];

/** When words of an agent went out. */
function sentAt({ drafts }: Conversation): number[] {
  return drafts.flatMap(({ state }) =>
    state.is === 'approved' || state.is === 'sent' ? [state.at] : [],
  );
}

function sayUnasked({ at, about, conversation }: (typeof unasked)[number]): string {
  return `${new Date(at).toISOString()} ${about} to ${conversation.customer.id} in ${conversation.customer.zone} (${conversation.id})`;
}

function sayWhole({
  id,
  status,
  timers,
  promises = [],
  deeds: done,
  snooze,
  escalations = [],
}: Conversation): string {
  const rest = {
    timers,
    snooze,
    promises: promises.map((one) => [one.state, one.due, one.passed]),
    done: done.slice(-4).map(({ did, by }) => `${did} by ${by.id}`),
    escalations: escalations.map((one) => [one.reason, one.climbed, one.ended !== undefined]),
  };
  return `${id}: ${status} ${JSON.stringify(rest)}`;
}
