import { type Words, withoutAddresses, wordsOnly } from './words.ts';

type Turn = { readonly role: 'customer' | 'agent'; readonly text: string };

/** Said in passing: these words alone, in any order and number, ask for nothing. */
const CHATTER = new Set(
  `hi hello hey heya hiya yo howdy hallo greetings good morning afternoon evening night day gm morning
   thanks thank you thx ty tysm tks thankyou cheers much many lot lots again so very appreciated appreciate it great awesome perfect
   cool nice ok okay okey k kk okie alright sure fine right yes yep yeah yup no nope nah got gotcha understood roger noted
   will do sounds bye goodbye cya later see ya take care have a an the and too all everyone team folks guys there both mate sir madam
   maam dear friend for your help support everything that this is was really super wonderful amazing brilliant fantastic excellent
   lovely welcome np problem worries no lol haha hahaha hehe wow yay congrats congratulations happy weekend nice one
   works worked working now fixed solved resolved done sorted indeed absolutely exactly true agreed same here likewise
   oh ah um hmm well then just to say wanted from my side of course please morning my bad sorry never mind nevermind
   hai ciao gracias merci danke surely correct thats thatll nothing else more anything later tomorrow today soon chat
   in advance being patience time quick response reply helping talking meet meeting with speak soon`.split(
    /\s+/,
  ),
);

/** Words that make even a short message one that wants something. */
const WANTS =
  /\b(?:would like|id like|like to|not|isnt|doesnt|dont|cant|cannot|wont|didnt|still|help me|need help|need some help|help please|please help|can you|could you|would you|can i|can someone|how|where|when|why|what|who|which|want|need|issue|error|broken|anyone|anybody|somebody|someone|please|kindly|get me|send|make|book|cancel|add|update|change|fix|check|remove|refund|fail|wrong|expired|terrible|worst|horrible|late|missing|los\w+|ruin\w*|never|broke\w*|damag\w*|delay\w*|nothing|hang\w*|hung|ignor\w*)\b/;
const SMALL_TALK =
  /^(?:(?:hi|hello|hey)\b[\s.,]*)?(?:how are (?:you|u|things|ya)(?: (?:all|guys|doing|today|going))*|hows it going|how (?:do you|ya) do|whats up|sup|hows your day(?: going)?|nice to meet you|how have you been|hope (?:you are|youre|all is) (?:well|doing well|good))[\s.?!]*$/;
const SOLVED =
  /\b(?:(?:its|it is|thats|that is|this is|all is|everything is|it seems|they are|(?:it|that|this|everything) has been) (?:now |all |already )?(?:working|fixed|solved|resolved|sorted|good|fine|back|done|clear)|(?:it|that|this|everything|all) (?:now )?(?:works|worked|helped|helps|did it)|all (?:good|set|sorted|done)|problem solved|figured it out|(?:found|was) (?:it|(?:the|my) (?:mistake|error|problem|fault))|my (?:mistake|fault)|no longer (?:needed|an issue|a problem)|you can close|i got it)\b/;
/** Takes back what was said; alone it may be said in anger. */
const TAKEN_BACK =
  /\b(?:(?:forget|ignore|disregard|scratch) (?:it|that|this|my last message)|never ?mind)\b/g;
/** A thank-you says for what; anything else beside one may be a wish. */
const THANKS_FOR =
  /\b(?:thanks|thank you|thankyou|thx|cheers)(?: (?:so|very|much|a|lot|again|all|guys|team|many)){0,4} for\b/;
/** Part of many a thank-you, and a cry for help without one. */
const HELP = /\b(?:help|support|response|reply|call)\b/;
const BUT = /\b(?:but|however|except|although|though|still|yet|not|unless|only)\b/;
const SOLVED_ASKED =
  /\b(?:did (?:that|this|it) (?:help|work|solve|fix|do)|does (?:that|this|it) (?:help|work|solve|settle|do|answer)|is (?:it|that|this|everything) (?:working|ok|okay|resolved|solved|sorted|fine|all right))/i;
const MORE_ASKED = /\b(?:anything|something) (?:else|more)\b/i;
const YES = /^(?:yes|yep|yeah|yup|ya|sure|it did|it does|correct|right|ok|okay)\b/;
const NO = /^(?:no|nope|nah|not really|not yet|it didnt|it doesnt|unfortunately)\b/;

/**
 * Whether the customer wants something of us. Greetings, thanks and chatter do not; whatever is unsure does,
 * so that nobody is dropped.
 */
export function readIsRequest(
  words: Words,
  history: readonly Turn[] = [],
): { isRequest: boolean; because: string } {
  const yes = (because: string) => ({ isRequest: true, because });
  const no = (because: string) => ({ isRequest: false, because });
  const plain = wordsOnly(words);
  const sentence = plain.join(' ');
  if (plain.length === 0) {
    if (/[?]/.test(words.text)) return yes('a question mark');
    return /https?:/i.test(words.text) ? yes('a link to look at') : no('no words');
  }
  const asked = history.at(-1);
  const answering = asked?.role === 'agent' && asked.text.includes('?');
  if (answering) {
    const { text } = asked;
    if (SOLVED_ASKED.test(text) && YES.test(sentence) && plain.length <= 8 && !BUT.test(sentence)) {
      return no('says that it is solved');
    }
    if (SOLVED_ASKED.test(text) && NO.test(sentence)) return yes('says that it is not solved');
    if (MORE_ASKED.test(text) && NO.test(sentence) && plain.length <= 10) {
      return no('needs nothing more');
    }
  }
  if (SMALL_TALK.test(sentence)) return no('small talk');
  if (withoutAddresses(words.text).includes('?')) return yes('asks a question');
  const onlyChatter = plain.every((word) => CHATTER.has(word) || isName(word, words.text));
  const others = plain.filter((word) => !CHATTER.has(word)).length;
  const needsHelp = onlyChatter && HELP.test(sentence) && !isThanks(sentence);
  if (needsHelp) return yes('asks for help');
  if (onlyChatter && answering && !isThanks(sentence)) return yes('answers our question');
  if (onlyChatter) return no(isThanks(sentence) ? 'a thank-you' : 'a greeting or chatter');
  // "I need this fixed" says that something is fixed as little as "when is it done".
  const kept = sentence.replace(TAKEN_BACK, ' ');
  if (SOLVED.test(kept) && !WANTS.test(kept) && !BUT.test(sentence) && plain.length <= 14) {
    return no('says that it is solved');
  }
  if (
    plain.length <= 12 &&
    THANKS_FOR.test(sentence) &&
    others <= 5 &&
    !WANTS.test(sentence) &&
    !BUT.test(sentence)
  ) {
    return no('a thank-you');
  }
  return yes(
    WANTS.test(sentence) ? 'says that something is wanted or wrong' : 'may want something',
  );
}

function isThanks(sentence: string): boolean {
  return /\b(?:thanks|thank|thx|ty|tysm|thankyou|cheers|appreciate it|much appreciated)\b/.test(
    sentence,
  );
}

/** A capitalised word in a greeting or a thank-you is whom it is said to. */
function isName(word: string, text: string): boolean {
  if (!/^\p{L}{2,15}$/u.test(word)) return false;
  const written = new RegExp(
    `(?:hi|hello|hey|thanks|thank you|morning|dear|bye|thx|cheers|ok|okay)[\\s,]+${word}\\b`,
    'iu',
  );
  return written.test(text) && new RegExp(`\\b${capital(word)}\\b`, 'u').test(text);
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
