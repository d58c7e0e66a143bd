import type { Desk } from '../desk/ports.ts';
import type { Conversation, Instant } from '../support/conversation.ts';
import { nearest } from '../support/nearest.ts';
import { mayAct, type Person } from '../support/roles.ts';

const WORDS = ['help', 'queue', 'mine'] as const;

const HELP = `/support queue: who waits for us, the longest first
/support mine: what is on your name
/support help: these words`;

const FOR_CUSTOMERS = `Write in #help what you need, in your own words. A person of the team answers in your thread.
If you would rather talk to somebody, say so and they will.`;

/** The private answer to `/support …`. Only the team reads the queue. */
export async function answerCommand(
  words: string,
  by: Person,
  workspace: string,
  desk: Desk,
  now: Instant,
): Promise<string> {
  const asked =
    words
      .replace(/^\/support\b/i, '')
      .trim()
      .toLowerCase() || 'help';
  if (!mayAct(by)) {
    return by.role === 'customer'
      ? FOR_CUSTOMERS
      : 'Only the support team reads the queue. Ask a lead to add you.';
  }
  const word = WORDS.find((one) => one === asked);
  switch (word) {
    case 'help':
      return HELP;
    case 'queue':
      return sayQueue(await waitingHere(desk, workspace), now, 'Nobody is waiting. All quiet.');
    case 'mine': {
      const mine = (await waitingHere(desk, workspace)).filter((one) => one.owner?.id === by.id);
      return sayQueue(mine, now, 'Nothing that waits is on your name. See /support queue.');
    }
    case undefined: {
      const meant = nearest(asked, WORDS);
      const shown = asked.length > 40 ? `${asked.slice(0, 40)}…` : asked;
      const guess = meant ? ` Did you mean /support ${meant}?` : '';
      return `I do not know “${shown}”.${guess}\n${HELP}`;
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
