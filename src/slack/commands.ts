import type { Desk, Log } from '../desk/ports.ts';
import { COMMANDS, type Command } from '../support/commands.ts';
import type { Conversation } from '../support/conversation.ts';
import { HOW_TO_SWITCH, saySwitched, wantedIn } from '../support/hints.ts';
import { FOR_LEADS, LEARNING_DAYS, sayGaps } from '../support/learning.ts';
import { likelyMeant } from '../support/meant.ts';
import { nearest } from '../support/nearest.ts';
import { sayKudos, saySwitchedKudos } from '../support/praise/kudos.ts';
import { DEFINED } from '../support/report/asking/behind.ts';
import { define } from '../support/report/defining.ts';
import { asksForReport, DEFINE_HELP, REPORT_HELP } from '../support/report/words.ts';
import { mayAct, type Person, type Role } from '../support/roles.ts';
import { context, type Rendered, section } from './blocks.ts';
import { renderLearning } from './learning.ts';
import { escaped } from './mrkdwn.ts';
import { type QueueView, renderQueue } from './queue.ts';
import { renderWhy } from './why.ts';

/** What somebody asks, and where: there or in its thread may be what they ask about. */
export interface Asking {
  readonly words: string;
  readonly channel: string;
  readonly thread?: string;
}

/** In a customer's thread, more words than these are meant for people. */
const MOST_WORDS = 3;

/**
 * The command in what somebody wrote to the bot, unknown words included; undefined when it is not meant as one.
 * A customer's only command is `help`: whatever else they write to the bot is a message.
 */
export function commandIn(words: string, role: Role, direct: boolean): string | undefined {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const first = parts[0] ?? 'help';
  if (role === 'bot') return undefined;
  if (role === 'customer') return parts.length === 1 && first === 'help' ? 'help' : undefined;
  return direct || parts.length <= MOST_WORDS || isLongCommand(words) ? first : undefined;
}

/** Reports and definitions are asked for in many words. */
function isLongCommand(words: string): boolean {
  return asksForReport(words) || /^define(?:\s+\S{1,30}){1,6}$/i.test(words.trim());
}

/** What is asked behind "report"; undefined where it is another command. */
export function reportIn(words: string): string | undefined {
  const found = /^\s*reports?(?=\s|$)/i.exec(words);
  return found ? words.slice(found[0].length).trim() : undefined;
}

/** Why somebody is told nothing of what the team asks; undefined where they are of the team. */
export function refusalFor(person: Person): string | undefined {
  if (person.role === 'customer' || person.role === 'bot') return FOR_CUSTOMERS;
  return mayAct(person) ? undefined : FOR_COLLEAGUES;
}

/** What only this person gets to read. Never rejects: what went wrong is the answer then. */
export async function answerCommand(
  asking: Asking,
  whoever: Promise<Person> | Person,
  desk: Desk,
  view: QueueView,
  log: Log,
): Promise<Rendered> {
  const word = asking.words.trim().toLowerCase().split(/\s+/)[0] || 'help';
  try {
    const person = await whoever;
    const refusal = refusalFor(person);
    if (refusal !== undefined) return plain(refusal);
    switch (word as Command) {
      case 'help':
        return help();
      case 'queue':
        return renderQueue('Waiting for us', await desk.waiting(50), view);
      case 'mine':
        return renderQueue('Yours', await desk.owned('slack', person.id), view);
      case 'why': {
        const conversation = await findMeant(asking, person, desk, view);
        return conversation ? renderWhy(conversation, view.labels) : plain(WHICH_ONE);
      }
      case 'define':
        return defined(asking.words);
      case 'learn':
        return person.role === 'lead'
          ? renderLearning(await desk.learning(LEARNING_DAYS), view.labels)
          : plain(FOR_LEADS);
      case 'gaps':
        return plain(person.role === 'lead' ? sayGaps(await desk.gaps()).join('\n• ') : FOR_LEADS);
      case 'hints': {
        const wanted = wantedIn(asking.words);
        if (wanted === undefined) return plain(HOW_TO_SWITCH);
        await desk.wantsHints('slack', person, wanted);
        return plain(saySwitched(wanted));
      }
      case 'kudos': {
        const wanted = wantedIn(asking.words);
        if (wanted === undefined) {
          const kudos = await desk.kudos('slack', undefined, person);
          return plain(sayKudos(kudos, person.role === 'lead'));
        }
        await desk.wantsKudos('slack', person, wanted);
        return plain(saySwitchedKudos(wanted));
      }
      case 'away':
      case 'back':
        return plain(await desk.keepsHours('slack', person, asking.words));
      default:
        return unknown(word);
    }
  } catch (err) {
    log.error({ err, word }, 'a command could not be answered');
    return plain('That could not be looked up just now. Please try again in a minute.');
  }
}

const FOR_CUSTOMERS =
  'Write your question here, in your own words. A person of the team reads every message and answers in its thread.';

const FOR_COLLEAGUES =
  'This is for the people who answer customers. Ask a lead to add you to the agents, then try again.';

const WHICH_ONE =
  'I do not know which conversation you mean. Mention me with `why` in its thread or under its card, or write `/support why` and the link of its card.';

/** The conversation whose message is linked, in whose thread it is asked, or else the one that is likely meant. */
async function findMeant(
  { words, channel, thread }: Asking,
  person: Person,
  desk: Desk,
  view: QueueView,
): Promise<Conversation | undefined> {
  const linked = /\/archives\/([A-Z0-9]{1,20})\/p(\d{10})(\d{6})\b/.exec(words);
  const place = { platform: 'slack', workspace: view.id } as const;
  const [, where = '', seconds, rest] = linked ?? [];
  if (linked) return desk.inThread({ ...place, channel: where, thread: `${seconds}.${rest}` });
  if (thread) return desk.inThread({ ...place, channel, thread });
  return likelyMeant(await desk.waiting(200), person, 'slack');
}

function help(): Rendered {
  const lines = [
    '`/support queue`  who waits for an answer, the longest first',
    '`/support mine`  what is yours, and how it stands with the time',
    '`/support why`  why a conversation is sorted as it is; add the link of its card',
    `\`/support report\`  ${REPORT_HELP}`,
    `\`/support define\`  ${DEFINE_HELP}`,
    '`/support learn`  for leads: what corrections, edits and answers may teach',
    '`/support gaps`  for leads: what is asked and no article answers',
    '`/support hints off`  no hints on what you write yourself; `on` brings them back',
    '`/support kudos`  what customers thanked you for; `on` names you where it is shared',
    '`/support away until 15:00`  nothing is given to you meanwhile; also `away 2h`, `away tomorrow`, and `back`',
    '`/support help`  this list',
  ];
  return {
    text: `Warmline understands: ${lines.join('; ').replaceAll('`', '')}`,
    blocks: [
      section(lines.join('\n')),
      context(
        'In a thread, mention me with the same words. On any message, choose “Draft a reply” from its menu to get a draft for it.',
      ),
    ],
  };
}

function defined(words: string): Rendered {
  const [said = '', ...measures] = define(words.trim().replace(/^define\s*/i, ''), DEFINED);
  return plain([said, ...measures.map((line) => `• ${line}`)].join('\n'));
}

function unknown(word: string): Rendered {
  const meant = nearest(word, COMMANDS);
  const guess = meant ? ` Did you mean \`${meant}\`?` : '';
  return plain(`I do not know “${word.slice(0, 40)}”.${guess} Try \`/support help\`.`);
}

function plain(words: string): Rendered {
  return { text: escaped(words), blocks: [section(escaped(words))] };
}
