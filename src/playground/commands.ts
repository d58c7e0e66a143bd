import type { Desk } from '../desk/ports.ts';
import { COMMANDS } from '../support/commands.ts';
import type { Conversation, Instant } from '../support/conversation.ts';
import { HOW_TO_SWITCH, saySwitched, wantedIn } from '../support/hints.ts';
import { FOR_LEADS, LEARNING_DAYS, sayGaps, sayLearning, waitingIn } from '../support/learning.ts';
import { likelyMeant } from '../support/meant.ts';
import { nearest } from '../support/nearest.ts';
import { sayOwner } from '../support/ownership/words.ts';
import { sayKudos, saySwitchedKudos } from '../support/praise/kudos.ts';
import { sayWhy } from '../support/reasons.ts';
import { DEFINED } from '../support/report/asking/behind.ts';
import { define } from '../support/report/defining.ts';
import { REPORTS_FOR_LEADS } from '../support/report/words.ts';
import { mayAct, type Person } from '../support/roles.ts';
import { sayPace } from '../support/time/pace.ts';
import type { Labels } from '../support/wording.ts';
import type { Made, Reports } from './reports.ts';
import type { ReportAsked } from './state.ts';
import { type LessonView, viewLesson } from './views.ts';

/** So many lessons are shown at once: the page holds no more, and nobody judges more. */
const MOST_LESSONS = 10;
/** What is followed by more: on or off, until when, or what of. */
const LONGER: readonly string[] = ['hints', 'kudos', 'away', 'report', 'define'];

/** What only the asker reads. */
export interface Answer {
  readonly text: string;
  readonly lessons?: readonly LessonView[];
  readonly report?: { readonly asked: ReportAsked; readonly made: Made };
}

const HELP = `/support queue: who waits for us, the longest first
/support mine: what is yours, and how it stands with the time
/support why: why a conversation is sorted as it is
/support learn: for leads, what corrections, edits and answers may teach
/support gaps: for leads, what is asked and no article answers
/support report 7d by category: for leads, how the desk is doing; also today, last month, by agent, channel:#help
/support define first reply: what a number of a report means
/support hints off: no hints on what you write yourself; on brings them back
/support kudos: what customers thanked you for; on names you where it is shared
/support away until 15:00: nothing is given to you meanwhile; also away 2h, away tomorrow, and back
/support help: these words`;

const FOR_CUSTOMERS = `Write in #help what you need, in your own words. A person of the team answers in your thread.
If you would rather talk to somebody, say so and they will.`;

/** The private answer to `/support …`. Only the team reads the queue. */
export async function answerCommand(
  words: string,
  by: Person,
  parts: {
    readonly workspace: string;
    /** The conversation of the card under which it was asked. */
    readonly about: string | undefined;
    readonly desk: Desk;
    readonly reports: Reports;
    readonly zone: string | undefined;
    readonly labels: Labels;
    readonly now: Instant;
  },
): Promise<Answer> {
  const { workspace, desk, labels, now } = parts;
  const said = words.replace(/^\/support\b/i, '').trim();
  const asked = said.toLowerCase() || 'help';
  if (!mayAct(by)) {
    return {
      text:
        by.role === 'customer'
          ? FOR_CUSTOMERS
          : 'Only the support team reads the queue. Ask a lead to add you.',
    };
  }
  const word = COMMANDS.find(
    (one) => one === asked || (LONGER.includes(one) && asked.startsWith(`${one} `)),
  );
  switch (word) {
    case 'help':
      return { text: HELP };
    case 'queue':
      return {
        text: sayQueue(await waitingHere(desk, workspace), now, 'Nobody is waiting. All quiet.'),
      };
    case 'mine': {
      const mine = await desk.owned('playground', by.id);
      const here = mine.filter(({ place }) => place.workspace === workspace);
      return { text: sayQueue(here, now, 'Nothing is yours. See /support queue.', 'yours') };
    }
    case 'why': {
      const meant = parts.about
        ? await desk.conversation(parts.about)
        : likelyMeant(await waitingHere(desk, workspace), by, 'playground');
      return {
        text: meant
          ? `${meant.customer.name}’s conversation:\n${sayWhy(meant, labels)}`
          : 'I do not know which conversation you mean. Ask under its card.',
      };
    }
    case 'learn': {
      if (by.role !== 'lead') return { text: FOR_LEADS };
      const learning = await desk.learning(LEARNING_DAYS);
      const { here } = waitingIn(learning.lessons, `playground:${workspace}:`);
      const left = here.length - MOST_LESSONS;
      return {
        text: [
          sayLearning(learning),
          ...(left > 0 ? [`${left} more come when these are judged.`] : []),
        ].join('\n'),
        lessons: here.slice(0, MOST_LESSONS).map((lesson) => viewLesson(lesson, labels)),
      };
    }
    case 'gaps':
      return {
        text: by.role === 'lead' ? sayGaps(await desk.gaps()).join('\n') : FOR_LEADS,
      };
    case 'hints': {
      const wanted = wantedIn(asked);
      if (wanted === undefined) return { text: HOW_TO_SWITCH };
      await desk.wantsHints('playground', by, wanted);
      return { text: saySwitched(wanted) };
    }
    case 'kudos': {
      const wanted = wantedIn(asked);
      if (wanted === undefined) {
        const kudos = await desk.kudos('playground', workspace, by);
        return { text: sayKudos(kudos, by.role === 'lead') };
      }
      await desk.wantsKudos('playground', by, wanted);
      return { text: saySwitchedKudos(wanted) };
    }
    case 'away':
    case 'back':
      return { text: await desk.keepsHours('playground', by, asked) };
    case 'report':
      return by.role === 'lead'
        ? reportOn({ words: said.slice(word.length).trim(), zone: parts.zone }, parts.reports)
        : { text: REPORTS_FOR_LEADS };
    case 'define':
      return { text: define(said.slice(word.length), DEFINED).join('\n') };
    case undefined: {
      const meant = nearest(asked.split(/\s/, 1)[0]!, COMMANDS);
      const shown = asked.length > 40 ? `${asked.slice(0, 40)}…` : asked;
      const guess = meant ? ` Did you mean /support ${meant}?` : '';
      return { text: `I do not know “${shown}”.${guess}\n${HELP}` };
    }
    default:
      return word satisfies never;
  }
}

/** @throws NoReport */
async function reportOn(
  { words, zone }: { readonly words: string; readonly zone: string | undefined },
  reports: Reports,
): Promise<Answer> {
  const asked: ReportAsked = { words, ...(zone !== undefined && { zone }) };
  const made = await reports.make(asked);
  if ('problem' in made) return { text: made.problem };
  return { text: reports.say(made), report: { asked, made } };
}

async function waitingHere(desk: Desk, workspace: string): Promise<Conversation[]> {
  const waiting = await desk.waiting();
  return waiting.filter(
    ({ place }) => place.platform === 'playground' && place.workspace === workspace,
  );
}

function sayQueue(
  conversations: readonly Conversation[],
  now: Instant,
  empty: string,
  whose?: 'yours',
): string {
  if (conversations.length === 0) return empty;
  const lines = conversations.map((one) => {
    const words = one.messages.find((message) => !message.deleted)?.text ?? '';
    const start = words.length > 70 ? `${words.slice(0, 70)}…` : words;
    const since =
      one.waitingSince === undefined ? 'answered' : `waiting ${sayWaited(now - one.waitingSince)}`;
    const facts = [
      one.customer.name,
      since,
      sayPace(one, (at) => sayUntil(at - now)),
      sayWhose(one),
    ];
    return `${facts.filter(Boolean).join(', ')}\n${start.replaceAll('\n', ' ')}`;
  });
  const count = lines.length === 1 ? '1 customer waits' : `${lines.length} conversations wait`;
  const title = whose ? `Yours (${lines.length}):` : `${count}, the longest first:`;
  return [title, ...lines].join('\n\n');
}

/** What is nobody's stands out. */
function sayWhose({ owner, ownerAbsent }: Conversation): string {
  const whose = {
    ...(owner ? { owner } : {}),
    ...(ownerAbsent ? { ownerAbsent: { is: ownerAbsent.is } } : {}),
  };
  const words = sayOwner(
    whose,
    ({ name }) => name,
    () => '',
  );
  return owner ? words : `🙋 ${words}`;
}

/** When something is or was, from now. Milliseconds. */
function sayUntil(left: number): string {
  const length = sayWaited(Math.abs(left)).replace(/^for /, '');
  return left < 0 ? `${length} ago` : `in ${length}`;
}

/** How long somebody has waited, in the unit that tells most. `waited` in milliseconds. */
function sayWaited(waited: number): string {
  const minutes = Math.floor(waited / 60_000);
  if (minutes < 1) return 'for less than a minute';
  if (minutes < 60) return `for ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `for ${hours} h` : `for ${Math.floor(hours / 24)} days`;
}
