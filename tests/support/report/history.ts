import type { Conversation } from '../../../src/support/conversation.ts';
import { openDraft } from '../../../src/support/conversation.ts';
import { decide } from '../../../src/support/decide.ts';
import type { Event } from '../../../src/support/events.ts';
import type { Handbook } from '../../../src/support/handbook.ts';
import { aboutOf } from '../../../src/support/report/about.ts';
import { createAmendments } from '../../../src/support/report/amendments.ts';
import { makeReport } from '../../../src/support/report/making.ts';
import type { KeptFact } from '../../../src/support/report/page.ts';
import type { Question, Report } from '../../../src/support/report/report.ts';
import { standingNow } from '../../../src/support/report/standing.ts';
import type { Person } from '../../../src/support/roles.ts';
import { article, shelve } from '../knowledge/shelves.ts';
import { ada, nora, handbook as shipped } from '../stage.ts';
import { pageOf } from './page-of.ts';

/** Monday to Friday, nine to five in Berlin; nobody is asked how it was but where a story says so. */
const handbook: Handbook = {
  ...shipped,
  policy: {
    ...shipped.policy,
    calendar: { ...shipped.policy.calendar, zone: 'Europe/Berlin' },
    survey: { ...shipped.policy.survey, ask: 'csat' },
  },
};

/** The same, where the desk itself answers how data is exported. */
export function handbookThatAnswers(): Handbook {
  const says = 'Open Settings and choose Data, then press Export. You get a CSV file by mail.';
  const written = { title: 'Exporting data', questions: ['How do I export my data?'] };
  const { policy } = handbook;
  return {
    ...handbook,
    knowledge: shelve([article('guides/export', says, written)]),
    policy: {
      ...policy,
      automation: { ...policy.automation, categories: { how_to: 'answer' } },
    },
  };
}

const TWICE = 'I was charged twice for invoice 4411';

/** Conversations to which things happen at instants that are told in ISO; in between, timers ring when they are due. */
export function openHistory(using: Handbook = handbook) {
  const facts: KeptFact[] = [];
  const known = new Map<string, Conversation>();
  let events = 0;
  let fails = false;

  function happens(
    event: Record<string, unknown> & { at: number; type: Event['type'] },
    id?: string,
  ) {
    const place = { platform: 'slack', workspace: 'T', channel: 'C' };
    const whole = { id: `e${++events}`, place, conversation: id, ...event };
    const decided = decide(
      id === undefined ? undefined : known.get(id),
      whole as unknown as Event,
      using,
    );
    if ('ignored' in decided) throw new Error(decided.ignored);
    const { conversation } = decided;
    known.set(conversation.id, conversation);
    const about = aboutOf(conversation);
    facts.push(...decided.facts.map((fact) => ({ ...fact, about })));
    for (const effect of decided.effects) {
      if (effect.type === 'raise')
        happens({ ...effect.event } as never, (effect.event as { into?: string }).into);
      if (effect.type === 'send-reply' && !fails) {
        happens({ type: 'reply.delivered', at: event.at, draft: effect.draft }, conversation.id);
      }
    }
    return conversation.id;
  }

  /** Rings what is due until then, all conversations' timers in the order of time. */
  function until(time: number) {
    for (;;) {
      const due = [...known.values()]
        .flatMap(({ id, timers }) => Object.entries(timers).map(([name, at]) => ({ id, name, at })))
        .filter(({ at }) => at <= time)
        .toSorted((a, b) => a.at - b.at)[0];
      if (!due) return;
      happens({ type: 'timer.fired', at: due.at, due: due.at, name: due.name }, due.id);
    }
  }

  function at(iso: string): number {
    const time = Date.parse(iso);
    until(time);
    return time;
  }

  const history = {
    facts,
    /** From here on, replies are on their way and do not arrive by themselves. */
    losesReplies: () => {
      fails = true;
    },
    of: (id: string) => known.get(id)!,
    /** Opens a matter. */
    opens(iso: string, text = TWICE, by: Person = nora): string {
      const time = at(iso);
      return happens({ type: 'customer.wrote', at: time, message: message(time, by, text) });
    },
    writes(iso: string, id: string, text: string, by: Person = nora) {
      const time = at(iso);
      happens({ type: 'customer.wrote', at: time, message: message(time, by, text) }, id);
    },
    /** A human answers in the customer's thread. */
    answers(iso: string, id: string, text = 'It is refunded, Nora.', by: Person = ada) {
      const time = at(iso);
      happens({ type: 'team.wrote', at: time, message: message(time, by, text) }, id);
    },
    presses(iso: string, id: string, button: string, more: object = {}, by: Person = ada) {
      happens({ type: 'agent.pressed', at: at(iso), actor: by, button, ...more }, id);
    },
    /** The standing draft, as it is or in other words; it arrives at once. */
    sends(iso: string, id: string, text?: string, by: Person = ada) {
      const time = at(iso);
      const draft = openDraft(known.get(id)!)!.number;
      const how = text === undefined ? { button: 'send' } : { button: 'edit', text };
      happens({ type: 'agent.pressed', at: time, actor: by, draft, ...how }, id);
    },
    taps(iso: string, id: string, value: number) {
      const question = known.get(id)!.survey!.asked!.question;
      const press = { button: 'rate', value: String(value), question, actor: nora };
      happens({ type: 'customer.pressed', at: at(iso), ...press }, id);
    },
    happens: (iso: string, id: string, event: Record<string, unknown> & { type: Event['type'] }) =>
      happens({ ...event, at: at(iso) }, id),
    /** Nothing more happens until then, but what the desk does. */
    waits: (iso: string) => void at(iso),
    /** The report of a period as it is made at its end, or at `now`. */
    report(
      from: string,
      to: string,
      more: Partial<Question> & { now?: string; zone?: string } = {},
    ): Report {
      const { now = to, zone = 'Europe/Berlin', ...rest } = more;
      const made = at(now);
      const period = { from: Date.parse(from), to: Date.parse(to), zone, words: '' };
      const before = { ...period, from: 2 * period.from - period.to, to: period.from };
      const page = pageOf(facts);
      const amendments = createAmendments();
      amendments.add(page);
      const standing = standingNow([...known.values()], [], using, made);
      return makeReport({ period, before, only: {}, ...rest }, [page], amendments, standing, made);
    },
  };
  return history;

  function message(time: number, author: Person, text: string) {
    return { id: `m${time}`, at: time, author, text, files: [] };
  }
}
