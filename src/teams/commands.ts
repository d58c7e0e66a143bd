import type { Desk, Log } from '../desk/ports.ts';
import { nearest } from '../support/nearest.ts';
import { mayAct, type Person, type Role } from '../support/roles.ts';
import type { Outbound } from './connector.ts';
import { cardOf, hint, line } from './elements.ts';
import { cardMessage, wordsMessage } from './posting.ts';
import { queueCard } from './queue.ts';

export const COMMANDS = ['help', 'queue', 'mine'] as const;
export type Command = (typeof COMMANDS)[number];

/** In a customer's thread, more words than these are meant for people. */
const MOST_WORDS = 3;

/**
 * The command in what somebody wrote to the bot, unknown words included; undefined when it is not meant as one.
 * A customer's only command is `help`: whatever else they write to the bot is a message.
 */
export function commandIn(words: string, role: Role, direct: boolean): string | undefined {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const first = parts[0]?.replace(/^\//, '') || 'help';
  if (role === 'bot') return undefined;
  if (role === 'customer') return parts.length === 1 && first === 'help' ? 'help' : undefined;
  return direct || parts.length <= MOST_WORDS ? first : undefined;
}

/** What only this person gets to read. Never rejects: what went wrong is the answer then. */
export async function answerCommand(
  word: string,
  person: Person,
  desk: Desk,
  log: Log,
): Promise<Outbound> {
  if (person.role === 'customer' || person.role === 'bot') return wordsMessage(FOR_CUSTOMERS);
  if (!mayAct(person)) return wordsMessage(FOR_COLLEAGUES);
  try {
    switch (word as Command) {
      case 'help':
        return help();
      case 'queue':
        return cardMessage(queueCard('Waiting for us', await desk.waiting(50)));
      case 'mine': {
        const mine = (await desk.waiting(200)).filter((one) => one.owner?.id === person.id);
        return cardMessage(queueCard('Yours, waiting for an answer', mine));
      }
      default:
        return unknown(word);
    }
  } catch (err) {
    log.error({ err, word }, 'a command could not be answered');
    return wordsMessage('That could not be looked up just now. Please try again in a minute.');
  }
}

export const FOR_CUSTOMERS =
  'Write your question here, in your own words. A person of the team reads every message and answers in its thread.';

/** To a customer whose message nobody but the bot can see. */
export const SAID_ALONE =
  'Only you and I can see this message, so nobody of the team will read it. Write your question again without a slash, as a message of its own: a person of the team reads every one and answers in its thread.';

const FOR_COLLEAGUES =
  'This is for the people who answer customers. Ask a lead to add you to the agents, then try again.';

function help(): Outbound {
  const lines = [
    '**queue**  who waits for an answer, the longest first',
    '**mine**  what you have taken over',
    '**help**  this list',
  ];
  const body = [
    ...lines.map((text) => line(text, { spacing: 'Small' })),
    ...hint(
      'Write these words here, or mention me with them in a thread. On any message, choose “Draft a reply” from its menu to get a draft for it.',
    ),
  ];
  return cardMessage({ summary: 'What Warmline understands', card: cardOf(body) });
}

function unknown(word: string): Outbound {
  const meant = nearest(word, COMMANDS);
  const guess = meant ? ` Did you mean “${meant}”?` : '';
  return wordsMessage(`I do not know “${word.slice(0, 40)}”.${guess} Try “help”.`);
}
