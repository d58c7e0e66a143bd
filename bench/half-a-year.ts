import { type Day, dayOf, type KeptFact } from '../src/support/report/page.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Days over which conversations are opened. */
export const DAYS = 180;
const AGENTS = Array.from({ length: 50 }, (_, n) => `U0AGENT${idOf(n, 4)}`);
const CHANNELS = Array.from({ length: 40 }, (_, n) => `C0SUPP${idOf(n, 5)}`);
const CATEGORIES = [
  'billing',
  'refund',
  'delivery_order',
  'account_access',
  'bug_outage',
  'how_to',
];
const LANGUAGES = ['en', 'en', 'en', 'de', 'fr', 'es'];
/** Nothing of a conversation happens later than that after it was opened, in days. */
const LONGEST = 6;

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function idOf(n: number, length: number): string {
  return (Math.imul(n + 1, 2_654_435_761) >>> 0)
    .toString(36)
    .toUpperCase()
    .padStart(length, '0')
    .slice(-length);
}

/**
 * The facts of so many conversations that were opened in the 180 days before `until`, about twelve each: day by day, in the order
 * in which they were kept. The same each time.
 */
export function* factsOfHalfAYear(
  conversations: number,
  until: number,
): Generator<{ readonly day: Day; readonly facts: readonly KeptFact[] }> {
  const chance = chanceFrom(7);
  const begins = until - DAYS * DAY;
  const days = new Map<Day, KeptFact[]>();
  let first = dayOf(begins);

  const upTo = function* (day: Day) {
    for (; first < day; first++) {
      const facts = days.get(first) ?? [];
      days.delete(first);
      if (facts.length > 0) yield { day: first, facts: facts.sort((a, b) => a.at - b.at) };
    }
  };

  for (let n = 0; n < conversations; n++) {
    const at = Math.floor(begins + (n / conversations) * DAYS * DAY);
    yield* upTo(dayOf(at) - 1);
    for (const fact of factsOf(n, at, chance)) {
      if (fact.at > until) continue;
      const facts = days.get(dayOf(fact.at)) ?? [];
      if (facts.length === 0) days.set(dayOf(fact.at), facts);
      facts.push(fact);
    }
  }
  yield* upTo(dayOf(until) + LONGEST);
}

/** The facts of one conversation. */
function factsOf(n: number, openedAt: number, chance: () => number): KeptFact[] {
  const one = <T>(of: readonly T[]) => of[Math.floor(chance() * of.length)]!;
  /** Most are short, some are long: like a lognormal around the mean. */
  const some = (mean: number) =>
    Math.round(mean * Math.exp((chance() + chance() + chance() - 1.5) * 1.6));
  const channel = one(CHANNELS);
  const stamp = `${Math.floor(openedAt / 1000)}.${String(n % 1_000_000).padStart(6, '0')}`;
  const conversation = `slack:T0HOME00001:${channel}:${stamp}`;
  const [category, language, agent] = [one(CATEGORIES), one(LANGUAGES), one(AGENTS)];
  const urgency = one(['p2', 'p3', 'p3', 'p3', 'p4', 'p1']);
  const customer = `U0${idOf(Math.floor(chance() * 200_000), 7)}`;
  const place = { platform: 'slack', workspace: 'T0HOME00001', channel };
  let about: KeptFact['about'] = {
    ...place,
    customer,
    category: '',
    urgency: '',
    language: '',
    owner: '',
  };
  const facts: KeptFact[] = [];
  let now = openedAt;
  type Said = KeptFact extends infer F
    ? F extends KeptFact
      ? Omit<F, 'at' | 'conversation' | 'about'>
      : never
    : never;
  const say = (...said: Said[]) => {
    for (const fact of said) facts.push({ ...fact, at: now, conversation, about } as KeptFact);
  };
  const stopped = (
    clock: 'first-reply' | 'next-reply' | 'resolution',
    since: number,
    within: number,
  ): Said => {
    const took = Math.round((now - since) * 0.7);
    return { type: 'sla-clock-stopped', clock, urgency, since, took, within, met: took <= within };
  };

  about = { ...about, category, urgency, language };
  say({ type: 'opened', category, urgency });
  now += 30_000 + Math.floor(chance() * 900);
  say({ type: 'acknowledged', after: now - openedAt });
  about = { ...about, owner: agent };
  say({ type: 'assigned', agent, how: 'round robin' });
  let since = openedAt;
  const replies = chance() < 0.6 ? 1 : chance() < 0.7 ? 2 : 3;
  for (let reply = 1; reply <= replies; reply++) {
    now += some(25 * MINUTE);
    const edited = chance() < 0.35;
    const template = `${language}/${category}-${1 + Math.floor(chance() * 4)}`;
    const outcome = edited ? 'edited' : 'as-it-was';
    const kept = edited ? { kept: Math.round(chance() * 100) / 100 } : {};
    say(
      {
        type: 'draft-settled',
        draft: reply,
        outcome,
        ...kept,
        template,
        category,
        language,
        byModel: chance() < 0.3,
      },
      {
        type: 'replied',
        agent,
        nth: reply === 1 ? 'first' : 'next',
        after: now - since,
        working: now - since,
        outcome,
        template,
      },
      stopped(reply === 1 ? 'first-reply' : 'next-reply', since, reply === 1 ? HOUR : 4 * HOUR),
    );
    since = now + some(2 * HOUR);
    now = since;
  }
  if (chance() < 0.25) {
    const promise = `${conversation}/${replies}`;
    const due = now + 4 * HOUR;
    say({ type: 'promised', promise, by: agent, due });
    now += some(2 * HOUR);
    say({ type: 'promise-kept', promise, by: agent, due });
  }
  if (chance() < 0.3) {
    now += some(20 * HOUR);
    say({ type: 'nudged', kind: 'nudge' });
  }
  if (chance() < 0.08)
    say({ type: 'corrected', field: 'category', from: one(CATEGORIES), to: category, agent });
  if (chance() < 0.07) say({ type: 'escalated', reason: 'urgent' });
  now += some(3 * HOUR);
  say({ type: 'resolved', agent }, stopped('resolution', openedAt, 24 * HOUR));
  now += HOUR;
  if (chance() < 0.8) say({ type: 'survey-asked', scale: 'csat', language });
  if (chance() < 0.25) {
    now += some(3 * HOUR);
    say({ type: 'rated', scale: 'csat', value: 1 + Math.floor(chance() * 5), language, agent });
  }
  return facts;
}
