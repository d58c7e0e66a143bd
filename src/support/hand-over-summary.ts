import { type Conversation, customerMessages, type Draft, type Instant } from './conversation.ts';
import type { Handbook } from './handbook.ts';
import { findCards, findIbans } from './masking/numbers.ts';
import { findSecrets } from './masking/secrets.ts';
import { languageName } from './reasons.ts';
import { detailsIn } from './reply/details.ts';
import { factsIn } from './reply/facts.ts';
import { nameProblem } from './reply/problem.ts';
import { categoryNamed } from './reply/scene.ts';
import { isHeated, isUpset } from './reply/upset.ts';
import { vocabularyOf } from './reply/vocabularies.ts';
import { mayAct } from './roles.ts';
import { sayLength } from './time/length.ts';
import { CLOCKS, paceOf } from './time/pace.ts';
import { sayExactly } from './time/words.ts';
import type { Triage } from './triage/triage.ts';
import { WISHES } from './wording.ts';

/** Characters of a customer's text that are looked at. */
const READ = 8_000;
const MOST_GIVEN = 6;
/** Characters of what we said last. */
const LONGEST_SAID = 140;

/**
 * What whoever goes on with a conversation needs to know, so that the customer need not tell it again: what they want, what they
 * gave, what was said, their mood, since when they wait. Plain text of at most eight lines; secrets are hidden.
 */
export function sumUp(conversation: Conversation, handbook: Handbook, at: Instant): string {
  const { customer, triage } = conversation;
  const words = hidden(customerMessages(conversation).map(({ text }) => text));
  const name = plain(customer.name) || 'The customer';
  const lines = [
    `📋 ${name} writes about ${sayProblem(words, triage, handbook)}${sayWants(triage)}.`,
    given(words, triage),
    sayDone(conversation),
    sayMood(triage),
    sayWaiting(conversation, handbook, at),
    triage && triage.language !== 'en' ? `They write ${languageName(triage.language)}.` : '',
  ];
  return lines.filter(Boolean).join('\n');
}

/** In our English words, whatever language they write. */
function sayProblem(words: string, triage: Triage | undefined, handbook: Handbook): string {
  const category = categoryNamed(triage?.category ?? 'other', handbook);
  const [name] = nameProblem(words, category, 'en', categoryNamed('other', handbook)).names;
  // Where nothing names it better, "your message" says nothing to the team.
  return category.name === 'other' && name === category.problem
    ? 'what their message says'
    : turned(plain(name ?? category.label));
}

/** "Your invoice" is theirs for whoever reads it here. */
function turned(problem: string): string {
  return problem
    .replace(/\byour\b/gi, 'their')
    .replace(/\byou have\b/gi, 'they have')
    .replace(/\byours\b/gi, 'theirs');
}

function sayWants(triage: Triage | undefined): string {
  return triage?.wish === undefined ? '' : ` and wants ${WISHES[triage.wish]}`;
}

/** Numbers, amounts, errors and times as the customer wrote them. */
function given(words: string, triage: Triage | undefined): string {
  const details = detailsIn(words, vocabularyOf(triage?.language ?? 'en')).map(({ said }) => said);
  const facts = factsIn(words)
    .filter(({ what }) => what !== 'link')
    .map(({ said }) => said)
    .filter((said) => !details.some((detail) => detail.includes(said)));
  const all = [...new Set([...details, ...facts].map(plain))].slice(0, MOST_GIVEN);
  const secret = words.includes(HIDDEN) ? ['a secret or card number (hidden here)'] : [];
  return all.length + secret.length === 0 ? '' : `They gave: ${[...all, ...secret].join(', ')}.`;
}

function sayDone(conversation: Conversation): string {
  const { drafts, messages } = conversation;
  const sent = drafts.flatMap((draft) => {
    const { state, text } = draft;
    return state.is === 'sent' || state.is === 'approved'
      ? [{ at: state.at, by: state.by.name || 'We', text, cited: citedIn(draft) }]
      : [];
  });
  const spoken = messages
    .filter(({ author, deleted }) => author.role !== 'customer' && !deleted)
    .map(({ at, author, text }) => ({ at, by: author.name || 'We', text, cited: [] }));
  const last = [...sent, ...spoken].toSorted((a, b) => a.at - b.at).at(-1);
  const standing = drafts.findLast(({ state }) => state.is === 'open');
  const found = standing ? citedIn(standing) : [];
  if (last === undefined) {
    const from = found.length > 0 ? `; the draft rests on ${found.join(', ')}` : '';
    return `Nobody has answered yet${from}.`;
  }
  const count = sent.length + spoken.length;
  const cited = [...new Set(sent.flatMap((one) => one.cited))];
  const from = cited.length > 0 ? `, from ${cited.join(', ')}` : '';
  const words = within(plain(last.text), LONGEST_SAID);
  return `Answered ${count === 1 ? 'once' : `${count} times`}${from}; last ${plain(last.by)}: “${words}”`;
}

function citedIn({ citations = [], answered }: Draft): string[] {
  return answered ? citations.map(({ title }) => `“${plain(title)}”`) : [];
}

function sayMood(triage: Triage | undefined): string {
  if (!triage) return '';
  const mood = isHeated(triage)
    ? 'angry'
    : isUpset(triage)
      ? 'upset'
      : triage.sentiment === 'negative'
        ? 'unhappy'
        : '';
  const moods = [mood, triage.abusive ? 'uses hard words' : ''].filter(Boolean);
  return moods.length === 0 ? '' : `Mood: ${moods.join(', ')}.`;
}

function sayWaiting(conversation: Conversation, { policy }: Handbook, at: Instant): string {
  const { waitingSince, owner } = conversation;
  const whose = owner ? `With ${plain(owner.name)}` : 'Nobody’s yet';
  if (waitingSince === undefined) return `${whose}; they are not waiting for us.`;
  const pace = paceOf(conversation);
  const due =
    pace === undefined
      ? ''
      : pace.due > at
        ? `; ${CLOCKS[pace.clock]} due ${sayExactly(pace.due, at, policy.calendar.zone)}`
        : `; ${CLOCKS[pace.clock]} overdue`;
  return `${whose}; waiting for ${sayLength(at - waitingSince)}${due}.`;
}

const HIDDEN = '[hidden]';

/** Their words without passwords, keys, card and account numbers, a line each message. */
function hidden(texts: readonly string[]): string {
  const words = texts.join('\n').slice(0, READ);
  const spans = [...findSecrets(words), ...findCards(words), ...findIbans(words)];
  return spans
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      ({ text, from }, { start, end }) => {
        const until = Math.min(end, from);
        return start >= until
          ? { text, from }
          : { text: `${text.slice(0, start)}${HIDDEN}${text.slice(until)}`, from: start };
      },
      { text: words, from: words.length },
    ).text;
}

/** In one line. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function within(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
}

/** Whether somebody has been at it already, so that there is something to hand over. */
export function isUnderWay({ owner, drafts, messages }: Conversation): boolean {
  const answered = drafts.some(({ state }) => state.is === 'sent' || state.is === 'approved');
  return owner !== undefined || answered || messages.some(({ author }) => mayAct(author));
}
