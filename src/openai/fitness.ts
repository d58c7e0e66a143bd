import { findEmails } from '../support/masking/emails.ts';
import { isWhole } from '../support/masking/people.ts';
import { findPhones } from '../support/masking/phones.ts';
import type { WriteRequest } from '../support/reply/writing.ts';
import { readLanguage } from '../support/triage/language.ts';
import { readWords } from '../support/triage/words.ts';
import type { Draft } from './answers.ts';

/** Characters. */
const SHORTEST = 15;
const LONGEST = 3_000;

const PLACEHOLDER = /\[(?:SECRET|CARD|BANK|GOV_ID|EMAIL|PHONE|ADDRESS|PERSON|TYPED) \d{1,9}\]/i;
/** A reply never repeats these, not even to those whose they are. */
const UNSPEAKABLE = /\[(?:SECRET|CARD|BANK|GOV_ID) \d{1,9}\]/i;
const MENTION = /<[@!#]|(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_]/u;
/** What people put between the digits of one number, each in their own way. */
const SPACING = /[\s()./-]+/g;
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>()[\]"'`|]{1,2000}|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|io|dev|app|ai|co|de|fr|es|it|nl|pt|uk|us|jp|eu|ch|at|be|info|biz|me|ly|gl|gg|ru|cn|xyz|top|site|online|shop|store|link|click|help|support)(?![\p{L}\p{N}-])(?:\/[^\s<>()[\]"'`|]{0,2000})?/giu;

/**
 * What makes a draft unfit to be shown as a reply, in words for whoever wrote it; nothing where it is fit.
 * @param restored the draft's text with what was masked put back.
 * @param request as it came, unmasked.
 */
export function faultsOf(written: Draft, restored: string, request: WriteRequest): string[] {
  const {
    language,
    passages,
    template,
    hint = '',
    messages,
    history,
    profile,
    others = [],
  } = request;
  const ours = [template, hint, ...passages.flatMap(({ title, text }) => [title, text])].join('\n');
  const faults: string[] = [];
  const fault = (wrong: boolean, what: string) => wrong && faults.push(what);

  fault(restored.trim().length < SHORTEST, 'it is too short');
  fault(restored.length > LONGEST, `it is longer than ${LONGEST} characters`);
  fault(UNSPEAKABLE.test(written.text), 'it repeats a secret or an id of the customer');
  fault(
    PLACEHOLDER.test(restored) && !UNSPEAKABLE.test(restored),
    'it has a word in square brackets that stands for nothing',
  );
  fault(MENTION.test(restored), 'it mentions somebody with @');
  fault(
    linksIn(restored).some((link) => !linksIn(ours).includes(link)),
    'it has a link that stands in no passage',
  );
  const said = [...messages, ...history.map(({ text }) => text)];
  const known = [ours, ...said, ...Object.values(profile.facts ?? {})].join('\n').toLowerCase();
  fault(
    [...findEmails(restored)].some(
      ({ start, end }) => !known.includes(restored.slice(start, end).toLowerCase()),
    ),
    'it has an e-mail address that stands nowhere',
  );
  const dense = known.replace(SPACING, '');
  fault(
    [...findPhones(restored)].some(
      ({ start, end }) =>
        !dense.includes(restored.slice(start, end).toLowerCase().replace(SPACING, '')),
    ),
    'it has a number to call that stands nowhere',
  );
  fault(
    others.some((name) => names(restored, name)) ||
      greeted(restored).some(
        (name) => ![known, profile.name ?? ''].some((text) => text.toLowerCase().includes(name)),
      ),
    'it names somebody else',
  );
  fault(
    readLanguage(readWords(restored), language).language !== language,
    'it is not in the customer’s language',
  );
  fault(
    written.citations.some((id) => !passages.some((passage) => passage.id === id)),
    'it cites a passage that there is not',
  );
  return faults;
}

/** Greetings of the languages that replies are written in, and the words of a name behind them. */
const GREETING =
  /^(?:(?:hi|hello|hey|dear|hallo|hoi|beste|liebe[rs]?|guten (?:tag|morgen|abend)|goede(?:morgen|middag|navond)|hola|estimad[oa]|querid[oa]|buen[oa]s (?:días|tardes|noches)|bonjour|bonsoir|salut|ch(?:er|ère)|ciao|salve|buon(?:giorno|asera)|gentile|car[oa]|olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]),? (?<name>\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)?)|(?<said>[^\s、,。]{1,20}?)(?:さん|様|さま)[、,\s])/iu;

/** The words of the name that a reply begins with, small; none where it greets nobody by name. */
function greeted(text: string): string[] {
  const { name, said } = GREETING.exec(text)?.groups ?? {};
  // The expression is blind to capitals, and only names have them here.
  const words = (name ?? said ?? '').split(' ').filter((word) => /^\p{Lu}|^\p{Lo}/u.test(word));
  return words.map((word) => word.toLowerCase());
}

/** Links as they are compared: without what makes no difference to where they lead. */
function linksIn(text: string): string[] {
  return [...text.matchAll(LINK)].map(([link]) =>
    link
      .replace(/[.,;:!?*_]+$/, '')
      .replace(/^https?:\/\//i, '')
      .replace(/^www\./i, '')
      .replace(/^[^/]+/, (host) => host.toLowerCase())
      .replace(/\/$/, ''),
  );
}

function names(text: string, name: string): boolean {
  if (name.trim() === '') return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (isWhole(text, at, at + name.length)) return true;
  }
  return false;
}
