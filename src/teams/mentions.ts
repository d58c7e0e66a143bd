import type { Desk, Log, Shelf } from '../desk/ports.ts';
import { type Json, textAt } from '../support/json.ts';
import { REPORT_MOVED } from '../support/report/words.ts';
import type { Labels } from '../support/wording.ts';
import { isTargeted, whereOf } from './activity.ts';
import { answerCommand, commandIn, isCommand, NOT_NOW, SAID_ALONE } from './commands.ts';
import type { TeamsConfig } from './config.ts';
import { askedIn } from './message-body.ts';
import { placeOf, spokenTo } from './messages.ts';
import { post, whisper, wordsMessage } from './posting.ts';
import { referenceIn } from './references.ts';
import { FOR_CUSTOMERS } from './refusal.ts';
import { withIds } from './reports/named.ts';
import { type TellingParts, tellPerson } from './telling.ts';

export interface MentionParts extends TellingParts {
  readonly config: TeamsConfig;
  readonly desk: Desk;
  readonly labels: Labels;
  readonly log: Log;
  /** Messages that were answered: a repeat is not answered again. */
  readonly answered: Shelf<true>;
}

/** Milliseconds in which a repeat of a message may come. */
const REPEATS = 24 * 60 * 60_000;

const NO_CHAT = 'I could not write to you in private. Open a chat with me first, then ask again.';

/** Answers a command in a message, if it is one. It only reads, and answers one person. */
export async function answerMention(activity: Json, parts: MentionParts): Promise<void> {
  const words = spokenTo(activity);
  if (words === undefined) return;
  const person = await parts.people.author(activity);
  const { base, root, kind } = whereOf(activity);
  const alone = isTargeted(activity);
  const asked = askedIn(activity);
  const command = commandIn(words, person.role, kind === 'personal' || alone, asked);
  // What a customer says to the bot alone is answered too: it is heard by nobody else.
  if (command === undefined && (!alone || person.role === 'bot')) return;
  const name = `${base}:${textAt(activity, 'id')}`;
  const place = placeOf(activity, parts.config);
  if (await parts.answered.get(name)) return;
  await parts.answered.set(name, true, REPEATS);
  let answer =
    command === undefined
      ? wordsMessage(SAID_ALONE)
      : await answerCommand(
          {
            words: command === 'report' ? await withIds(asked, activity, parts.people) : words,
            place,
          },
          person,
          parts,
        );
  // Not even for one person's eyes where customers are: only with the team, or one-to-one.
  const moves = command === 'report' && person.role === 'lead' && base !== parts.triageChannel;
  if (moves && kind !== 'personal') {
    const told = await tellPerson(person.id, answer, parts);
    answer = wordsMessage(told ? REPORT_MOVED : NO_CHAT);
  }
  if (kind === 'personal') return void (await post({ base, root: undefined }, answer, parts));
  if (alone || parts.targetedMessages) {
    const asker = { id: textAt(activity, 'from', 'id'), name: person.name };
    // A targeted message is the root of no thread.
    const thread = alone && root === textAt(activity, 'id') ? undefined : root;
    if (await whisper({ base, root: thread }, asker, answer, parts)) return;
  }
  if (await tellPerson(person.id, answer, parts)) return;
  // Nobody saw the question, so nobody is to see that it was asked.
  if (alone) return parts.log.warn({ base }, 'Teams took no private answer to a private question');
  // In front of everybody, only what is no secret.
  const text = person.role === 'customer' ? FOR_CUSTOMERS : NO_CHAT;
  await post({ base, root }, wordsMessage(text), parts);
}

/** Tells whoever asked something in their chat with the bot that it cannot be answered, while it cannot even be kept. Never rejects. */
export async function sayNotNow(
  activity: Json,
  { framework, pace, log }: Pick<MentionParts, 'framework' | 'pace' | 'log'>,
): Promise<void> {
  const words = spokenTo(activity);
  const { base, kind } = whereOf(activity);
  const reference = referenceIn(activity);
  if (words === undefined || kind !== 'personal' || !reference || !isCommand(words)) return;
  try {
    pace(base);
    await framework.reach(reference, (connector) => connector.send(base, wordsMessage(NOT_NOW)));
  } catch (err) {
    log.warn({ err }, 'nobody could be told that a command cannot be answered');
  }
}
