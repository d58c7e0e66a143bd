import type { Desk } from '../desk/ports.ts';
import { COMMANDS, type Command } from '../support/commands.ts';
import type { Conversation, Place } from '../support/conversation.ts';
import { HOW_TO_SWITCH, saySwitched, wantedIn } from '../support/hints.ts';
import { FOR_LEADS, LEARNING_DAYS, sayGaps } from '../support/learning.ts';
import { likelyMeant } from '../support/meant.ts';
import { nearest } from '../support/nearest.ts';
import { sayKudos, saySwitchedKudos } from '../support/praise/kudos.ts';
import { DEFINED } from '../support/report/asking/behind.ts';
import { define } from '../support/report/defining.ts';
import { asksForReport, DEFINE_HELP, REPORT_HELP } from '../support/report/words.ts';
import type { Person, Role } from '../support/roles.ts';
import type { Outbound } from './connector.ts';
import { cardOf, hint, line } from './elements.ts';
import { type HomeParts, homeCard } from './home.ts';
import { learningCard } from './learning.ts';
import { cardMessage, wordsMessage } from './posting.ts';
import { queueCard } from './queue.ts';
import { refusalFor } from './refusal.ts';
import { reportMessage } from './reports/reports.ts';
import { whyCard } from './why.ts';

/** What somebody asks, and where: its thread may be what they ask about. */
export interface Asking {
  readonly words: string;
  readonly place: Place;
}

/** In a customer's thread, more words than these are meant for people. */
const MOST_WORDS = 3;

/**
 * The command in what somebody wrote to the bot, unknown words included; undefined when it is not meant as one.
 * A customer's only command is `help`: whatever else they write to the bot is a message.
 * @param asked the same, with whom it mentions in one word each
 */
export function commandIn(
  words: string,
  role: Role,
  direct: boolean,
  asked = words,
): string | undefined {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const first = wordOf(words);
  if (role === 'bot') return undefined;
  if (role === 'customer') return parts.length === 1 && first === 'help' ? 'help' : undefined;
  return direct || parts.length <= MOST_WORDS || isLongCommand(asked) ? first : undefined;
}

/** Reports and definitions are asked for in many words. */
function isLongCommand(words: string): boolean {
  return asksForReport(words) || /^define(?:\s+\S{1,30}){1,6}$/i.test(words.trim());
}

/** Whether this begins with a command, whoever says it. */
export function isCommand(words: string): boolean {
  return [...COMMANDS, 'home'].includes(wordOf(words));
}

/** The first word, which is the command. */
function wordOf(words: string): string {
  const [first = ''] = words.toLowerCase().trim().split(/\s+/);
  return first.replace(/^\//, '') || 'help';
}

/** What only this person gets to read. Never rejects: what went wrong is the answer then. */
export async function answerCommand(
  asking: Asking,
  person: Person,
  parts: HomeParts,
): Promise<Outbound> {
  const { desk, labels, log } = parts;
  const word = wordOf(asking.words);
  const refusal = refusalFor(person);
  if (refusal !== undefined) return wordsMessage(refusal);
  try {
    switch (word as Command | 'home') {
      case 'home':
        return cardMessage(await homeCard(person, parts));
      case 'help':
        return help();
      case 'queue':
        return cardMessage(queueCard('Waiting for us', await desk.waiting(50), labels));
      case 'mine':
        return cardMessage(queueCard('Yours', await desk.owned('teams', person.id), labels));
      case 'why': {
        const conversation = await findMeant(asking, person, desk);
        return conversation ? cardMessage(whyCard(conversation, labels)) : wordsMessage(WHICH_ONE);
      }
      case 'learn':
        return person.role === 'lead'
          ? cardMessage(learningCard(await desk.learning(LEARNING_DAYS), labels))
          : wordsMessage(FOR_LEADS);
      case 'gaps':
        return wordsMessage(
          person.role === 'lead' ? sayGaps(await desk.gaps()).join('\n') : FOR_LEADS,
        );
      case 'hints': {
        const wanted = wantedIn(asking.words);
        if (wanted === undefined) return wordsMessage(HOW_TO_SWITCH);
        await desk.wantsHints('teams', person, wanted);
        return wordsMessage(saySwitched(wanted));
      }
      case 'kudos': {
        const wanted = wantedIn(asking.words);
        if (wanted === undefined) {
          const kudos = await desk.kudos('teams', undefined, person);
          return wordsMessage(sayKudos(kudos, person.role === 'lead'));
        }
        await desk.wantsKudos('teams', person, wanted);
        return wordsMessage(saySwitchedKudos(wanted));
      }
      case 'report':
        return reportMessage(behind(asking.words), person, parts);
      case 'define':
        return defined(behind(asking.words));
      case 'away':
      case 'back':
        return wordsMessage(
          await desk.keepsHours('teams', person, asking.words.replace(/^\s*\//, '')),
        );
      default:
        return unknown(word);
    }
  } catch (err) {
    log.error({ err, word }, 'a command could not be answered');
    return wordsMessage(NOT_NOW);
  }
}

/** What stands behind the first word. */
function behind(words: string): string {
  return words.trim().replace(/^\S+\s*/, '');
}

function defined(words: string): Outbound {
  const [said = '', ...measures] = define(words, DEFINED);
  return wordsMessage([said, ...measures.map((one) => `• ${one}`)].join('\n'));
}

/** To a customer whose message nobody but the bot can see. */
export const SAID_ALONE =
  'Only you and I can see this message, so nobody of the team will read it. Write your question again without a slash, as a message of its own: a person of the team reads every one and answers in its thread.';

export const NOT_NOW = 'That could not be looked up just now. Please try again in a minute.';

const WHICH_ONE =
  'I do not know which conversation you mean. Mention me with “why” in its thread or under its card, or write “why” and the link of its card.';

/** The conversation whose message is linked, in whose thread it is asked, or else the one that is likely meant. */
async function findMeant(
  { words, place }: Asking,
  person: Person,
  desk: Desk,
): Promise<Conversation | undefined> {
  const linked = linkedIn(words);
  if (linked) return desk.inThread({ ...place, ...linked });
  if (place.thread) return desk.inThread(place);
  return likelyMeant(await desk.waiting(200), person, 'teams');
}

/** The message that a link of Teams' opens. */
function linkedIn(words: string): { channel: string; thread: string } | undefined {
  const [, channel, thread] = /\/l\/message\/([\w.%:@-]{1,300})\/(\d{1,20})\b/.exec(words) ?? [];
  if (channel === undefined || thread === undefined) return undefined;
  // A channel's id holds none but these two that an address cannot.
  return { channel: channel.replace(/%3a/gi, ':').replace(/%40/gi, '@'), thread };
}

function help(): Outbound {
  const lines = [
    '**home**  yours, who waits, and thanks; for leads how today stands',
    '**queue**  who waits for an answer, the longest first',
    '**mine**  what is yours, and how it stands with the time',
    '**why**  why a conversation is sorted as it is; add the link of its card',
    `**report**  ${asBold(REPORT_HELP)}`,
    `**define**  ${asBold(DEFINE_HELP)}`,
    '**learn**  for leads: what corrections, edits and answers may teach',
    '**gaps**  for leads: what is asked and no article answers',
    '**hints off**  no hints on what you write yourself; **on** brings them back',
    '**kudos**  what customers thanked you for; **on** names you where it is shared',
    '**away until 15:00**  nothing is given to you meanwhile; also **away 2h**, **away tomorrow**, and **back**',
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

/** Cards know no code: what is to be typed stands out all the same. */
function asBold(words: string): string {
  return words.replaceAll('`', '**');
}

function unknown(word: string): Outbound {
  const meant = nearest(word, ['home', ...COMMANDS]);
  const guess = meant ? ` Did you mean “${meant}”?` : '';
  return wordsMessage(`I do not know “${word.slice(0, 40)}”.${guess} Try “help”.`);
}
