import type { Desk } from '../desk/ports.ts';
import type { Conversation, Instant } from '../support/conversation.ts';
import { HOW_TO_SWITCH, saySwitched, wantedIn } from '../support/hints.ts';
import { FOR_LEADS, LEARNING_DAYS, sayGaps, sayLearning, waitingIn } from '../support/learning.ts';
import { likelyMeant } from '../support/meant.ts';
import { nearest } from '../support/nearest.ts';
import { sayKudos, saySwitchedKudos } from '../support/praise/kudos.ts';
import { sayWhy } from '../support/reasons.ts';
import { mayAct, type Person } from '../support/roles.ts';
import type { Labels } from '../support/wording.ts';
import { type LessonView, viewLesson } from './views.ts';

const WORDS = ['help', 'queue', 'mine', 'why', 'learn', 'gaps', 'hints', 'kudos'] as const;

/** What may be switched on and off. */
const SWITCHES: readonly string[] = ['hints', 'kudos'];

/** What only the asker reads. */
export interface Answer {
  readonly text: string;
  readonly lessons?: readonly LessonView[];
}

const HELP = `/support queue: who waits for us, the longest first
/support mine: what is on your name
/support why: why a conversation is sorted as it is
/support learn: for leads, what corrections, edits and answers may teach
/support gaps: for leads, what is asked and no article answers
/support hints off: no hints on what you write yourself; on brings them back
/support kudos: what customers thanked you for; on names you where it is shared
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
    readonly labels: Labels;
    readonly now: Instant;
  },
): Promise<Answer> {
  const { workspace, desk, labels, now } = parts;
  const asked =
    words
      .replace(/^\/support\b/i, '')
      .trim()
      .toLowerCase() || 'help';
  if (!mayAct(by)) {
    return {
      text:
        by.role === 'customer'
          ? FOR_CUSTOMERS
          : 'Only the support team reads the queue. Ask a lead to add you.',
    };
  }
  const word = WORDS.find(
    (one) => one === asked || (SWITCHES.includes(one) && asked.startsWith(`${one} `)),
  );
  switch (word) {
    case 'help':
      return { text: HELP };
    case 'queue':
      return {
        text: sayQueue(await waitingHere(desk, workspace), now, 'Nobody is waiting. All quiet.'),
      };
    case 'mine': {
      const mine = (await waitingHere(desk, workspace)).filter((one) => one.owner?.id === by.id);
      return {
        text: sayQueue(mine, now, 'Nothing that waits is on your name. See /support queue.'),
      };
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
      return {
        text: sayLearning(learning),
        lessons: here.map((lesson) => viewLesson(lesson, labels)),
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
    case undefined: {
      const meant = nearest(asked, WORDS);
      const shown = asked.length > 40 ? `${asked.slice(0, 40)}…` : asked;
      const guess = meant ? ` Did you mean /support ${meant}?` : '';
      return { text: `I do not know “${shown}”.${guess}\n${HELP}` };
    }
    default:
      return word satisfies never;
  }
}

async function waitingHere(desk: Desk, workspace: string): Promise<Conversation[]> {
  const waiting = await desk.waiting();
  return waiting.filter(
    ({ place }) => place.platform === 'playground' && place.workspace === workspace,
  );
}

function sayQueue(conversations: readonly Conversation[], now: Instant, empty: string): string {
  if (conversations.length === 0) return empty;
  const lines = conversations.map((one) => {
    const words = one.messages.find((message) => !message.deleted)?.text ?? '';
    const start = words.length > 70 ? `${words.slice(0, 70)}…` : words;
    const owner = one.owner ? `with ${one.owner.name}` : 'with nobody yet';
    const since = sayWaited(now - (one.waitingSince ?? one.openedAt));
    return `${one.customer.name}, ${since}, ${owner}\n${start.replaceAll('\n', ' ')}`;
  });
  const count = lines.length === 1 ? '1 customer waits' : `${lines.length} conversations wait`;
  return [`${count}, the longest first:`, ...lines].join('\n\n');
}

/** How long somebody has waited, in the unit that tells most. `waited` in milliseconds. */
function sayWaited(waited: number): string {
  const minutes = Math.floor(waited / 60_000);
  if (minutes < 1) return 'for under a minute';
  if (minutes < 60) return `for ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `for ${hours} h` : `for ${Math.floor(hours / 24)} days`;
}
