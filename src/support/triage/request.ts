import { anyOf } from './any-of.ts';
import { isChatter, namesIn } from './chatter.ts';
import type { History } from './triage.ts';
import {
  AGREES,
  ASKS_AFTER_ALL,
  BITTER,
  CONTENT,
  COURTESY,
  GIVEN,
  GOES_ON,
  HELP,
  HELP_GIVEN,
  INTRODUCES,
  LEAVES,
  LEFT_OPEN,
  NOD,
  NOTHING_MORE,
  NOTHING_THEN,
  PLAY,
  SMALL_TALK,
  SOLVED,
  TAKEN_BACK,
  THANKS,
  THANKS_FOR,
} from './unasking.ts';
import { folded, type Words, withoutAddresses, wordsOnly } from './words.ts';

/** Words of a message: more than so many are never in passing, and a statement that asks for nothing has fewer. */
const LONG = 25;
const SHORT = 14;

/** Words that make even a short message one that wants something. */
const WANTS = anyOf`
  (?:would|id) like
  like to
  (?:want|wanna|need|require|request|looking for|help|please|kindly)
  (?:can|could|would) you
  (?:can|could|may) (?:i|we|someone)
  (?:how|where|when|why|what|whats|who|which)
  (?:anyone|anybody|somebody|someone)
  (?:get|give|tell|show) me
  let me know
  (?:send|make|book|order|cancel|add|update|change|fix|check|remove|refund|reset|invoice)
  (?:another|again)`;
/** Words that say that something is wrong. */
const TROUBLE = anyOf`
  (?:not|isnt|doesnt|dont|cant|cannot|wont|didnt|still|never|nothing|nobody|without)
  (?:issues?|errors?|problems?|broken|failed|fails?|failing|wrong|expired|late|missing|down|stuck|slow|charged|stopped|waited|twice)
  (?:los\w+|ruin\w*|broke\w*|damag\w*|delay\w*|hang\w*|hung|ignor\w*|crash\w*|complain\w*|duplicate\w*)
  (?:terrible|worst|horrible|thought|supposed|declined|rejected|refused|stolen)
  (?<!ok |okay |sure |surely |yes |i |am )waiting (?:for|since|on)
  for nothing
  no (?:good|use|one|work\w*|answer|reply|response|longer|me funciona|funciona\w*|va|esta)
  nao (?:funciona\w*|esta)`;
const BUT = /\b(?:but|however|except|although|though|still|yet|not|unless|only)\b/;

const SOLVED_ASKED = new RegExp(
  anyOf`
  did (?:that|this|it) (?:help|work|solve|fix|do)
  does (?:that|this|it) (?:help|work|solve|settle|do|answer)
  is (?:it|that|this|everything) (?:working|ok|okay|resolved|solved|sorted|fine|all right)`,
  'i',
);
const MORE_ASKED = /\b(?:anything|something) (?:else|more)\b/i;
/** Asks for the matter itself: what comes is the request. */
const MATTER_ASKED = new RegExp(
  anyOf`
  how (?:can|may|could) (?:i|we)
  what (?:can|may|could) (?:i|we) (?:do|help)
  what (?:is|seems|s|can) (?:\w+ ){0,3}(?:issue|problem|matter|wrong)
  what do you need
  what brings you`,
  'i',
);
const YES = /^(?:yes|yep|yeah|yup|ya|sure|it did|it does|correct|right|ok|okay)\b/;
const NO = /^(?:no|nope|nah|not really|not yet|it didnt|it doesnt|unfortunately)\b/;

/** Whether the customer wants something of us, and why we think so. */
export interface Asked {
  readonly isRequest: boolean;
  readonly because: string;
}
const yes = (because: string): Asked => ({ isRequest: true, because });
const no = (because: string): Asked => ({ isRequest: false, because });

/** Why a message counts as a request of which nothing is known but that it may be one. */
export const UNSURE = 'may want something';

/** A message made ready to be looked at. */
interface Said {
  readonly plain: readonly string[];
  /** The words with a space between, without accents. */
  readonly sentence: string;
  readonly question: boolean;
  /** Whom it greets or thanks, in lower case. */
  readonly names: ReadonlySet<string>;
}

/**
 * Whether the customer wants something of us. Greetings, thanks, chatter and answers to what we asked do not; whatever
 * is unsure does, so that nobody is dropped.
 */
export function readIsRequest(words: Words, history: History = []): Asked {
  const plain = wordsOnly(words);
  if (plain.length === 0) return wordless(words.text);
  if (plain.length > LONG || words.text.length > 400) return yes(UNSURE);
  const said: Said = {
    plain,
    sentence: folded(plain.join(' ')),
    question: words.text.includes('?') && withoutAddresses(words.text).includes('?'),
    names: namesIn(words.text),
  };
  return (
    afterOurQuestion(said, history) ??
    inPassing(said) ??
    (said.question ? yes('asks a question') : undefined) ??
    wantsNothing(said) ??
    yes(isQuiet(said.sentence) ? UNSURE : 'says that something is wanted or wrong')
  );
}

/** Whether the words answer a question of ours and ask for nothing new: no request, yet somebody must read them. */
export function answersUs(words: Words, history: History): boolean {
  const last = history.at(-1);
  if (last?.role !== 'agent' || !last.text.includes('?') || words.text.includes('?')) return false;
  if (SOLVED_ASKED.test(last.text) || MORE_ASKED.test(last.text)) return false;
  if (MATTER_ASKED.test(last.text)) return false;
  const plain = wordsOnly(words);
  const sentence = folded(plain.join(' '));
  const short = plain.length > 0 && plain.length <= 12;
  return short && !WANTS.test(sentence) && !TROUBLE.test(sentence) && !THANKS.test(sentence);
}

/** Whether the words end the matter: thanks, "it works now", a farewell. They ask for nothing, but a kind word is in place. */
export function closes(words: Words, history: History): boolean {
  const plain = wordsOnly(words);
  const sentence = folded(plain.join(' '));
  const thanks = THANKS.test(sentence) || JAPANESE_THANKS.test(words.text);
  // "Thanks, it came today" wants nothing, whatever it tells.
  const grateful =
    thanks && plain.length <= SHORT && isQuiet(sentence) && !/[?？\d]/.test(words.text);
  if (grateful) return true;
  if (readIsRequest(words, history).isRequest || answersUs(words, history)) return false;
  const last = history.at(-1);
  const asked = last?.role === 'agent' && SOLVED_ASKED.test(last.text);
  return (
    thanks ||
    (asked && YES.test(sentence)) ||
    CONTENT.test(sentence) ||
    LEAVES.test(sentence) ||
    sentence.search(SOLVED) >= 0 ||
    sentence.search(NOTHING_MORE) >= 0
  );
}
const JAPANESE_THANKS = /ありがと|助かりま|解決しま|直りま/;

function wordless(text: string): Asked {
  if (text.includes('?')) return yes('a question mark');
  return /https?:/i.test(text) ? yes('a link to look at') : no('no words');
}

/** What the words mean where our last ones were a question. */
function afterOurQuestion(said: Said, history: History): Asked | undefined {
  const last = history.at(-1);
  if (last?.role !== 'agent' || !last.text.includes('?') || said.question) return undefined;
  const { plain, sentence } = said;
  if (SOLVED_ASKED.test(last.text)) {
    if (NO.test(sentence)) return yes('says that it is not solved');
    if (YES.test(sentence) && plain.length <= 8 && !BUT.test(sentence)) {
      return no('says that it is solved');
    }
  }
  if (MORE_ASKED.test(last.text) && NO.test(sentence) && plain.length <= 10) {
    return no('needs nothing more');
  }
  const words = { text: sentence, tokens: plain };
  return answersUs(words, history) ? no('answers our question') : undefined;
}

/** Greetings, thanks and small talk. */
function inPassing({ plain, sentence, question, names }: Said): Asked | undefined {
  if (plain.length <= SHORT && PLAY.test(sentence) && !BITTER.test(sentence)) {
    return no('small talk');
  }
  const beside = split(sentence.replace(SMALL_TALK, ' ').replace(COURTESY, ' '));
  if (beside.length < plain.length && isChatter(['ok', ...beside], names)) return no('small talk');
  if (question || TROUBLE.test(sentence)) return undefined;
  if (!isChatter(plain, names) && !isChatter(split(sentence.replace(GIVEN, ' ')), names)) {
    return undefined;
  }
  if (HELP.test(sentence) && !HELP_GIVEN.test(sentence)) return yes('asks for help');
  return no(THANKS.test(sentence) ? 'a thank-you' : 'a greeting or chatter');
}

/** Statements that ask for nothing. */
function wantsNothing({ plain, sentence, names }: Said): Asked | undefined {
  const short = plain.length <= SHORT;
  // "I need this fixed" says that something is fixed as little as "when is it done".
  const unsolved = sentence.replace(SOLVED, ' ');
  if (short && unsolved !== sentence && isQuiet(unsolved.replace(TAKEN_BACK, ' '))) {
    return no('says that it is solved');
  }
  const more = sentence.replace(NOTHING_MORE, ' ');
  const beside = more.replace(GIVEN, ' ');
  if (more !== sentence && isQuiet(beside)) return no('needs nothing more');
  const after = sentence.replace(NOTHING_THEN, '').trim();
  if (after !== sentence && !/\b(?:work|yet)/.test(after)) {
    if (LEAVES.test(after) || isChatter(['no', ...split(after)], names)) {
      return no('needs nothing more');
    }
  }
  if (!short) return undefined;
  if (INTRODUCES.test(sentence)) return no('says who they are');
  if (LEFT_OPEN.test(sentence) && !ASKS_AFTER_ALL.test(sentence)) return no('leaves it open');
  if (GOES_ON.test(sentence)) return no('agrees');
  if (!isQuiet(beside)) return undefined;
  if (THANKS_FOR.test(sentence) && !TROUBLE.test(sentence)) return no('a thank-you');
  if (LEAVES.test(sentence)) return no('takes leave');
  if (AGREES.test(sentence)) return no('agrees');
  if (CONTENT.test(sentence)) return no('is content');
  if (plain.length <= 7 && NOD.test(sentence) && !/\d/.test(sentence)) return no('a nod');
  return undefined;
}

/** Whether nothing in the words wants something or says that something is wrong. */
function isQuiet(sentence: string): boolean {
  return !WANTS.test(sentence) && !TROUBLE.test(sentence) && !BUT.test(sentence);
}

function split(sentence: string): string[] {
  return sentence.split(' ').filter(Boolean);
}
