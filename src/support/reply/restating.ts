import type { Category } from '../handbook.ts';
import { withoutAddresses } from '../triage/words.ts';
import { isSayable } from './english-words.ts';

/** Words of the customer's that are said back in a row at most: with more it is their sentence, not ours. */
const LONGEST = 6;

const SWAPPED: Readonly<Record<string, string>> = {
  my: 'your',
  mine: 'yours',
  our: 'your',
  ours: 'yours',
  me: 'you',
  us: 'you',
  your: 'our',
};
/** Where what is said of the trouble ends. */
const ENDS = new Set(
  `and but because cause cuz when whenever since after before so if as while which who whom whose that until till i im ive id ill youll we
   u you ur he she they then than or please pls thanks thank even though although anymore today yesterday now again lol what why
   how where is are was were`.split(/\s+/),
);
/** Words that cannot stand last. */
const DANGLES = new Set(
  `the a an my your our this that these those to for in on at of with from by into onto and or any all no some even just still
   very really so too only both about via per more his her their its`.split(/\s+/),
);

const THING = "((?:[A-Za-z0-9][\\w'’-]{0,20} ){0,2}?[A-Za-z][\\w'’-]{0,20})";
const TAIL = "((?: [A-Za-z0-9][\\w'’%-]{0,24}){0,12})";
const OWNED = '\\b(my|our|your|the)';
const FAILS =
  "(isn['’]?t|is not|aren['’]?t|are not|doesn['’]?t|does not|don['’]?t|do not|won['’]?t|will not|hasn['’]?t|has not|haven['’]?t|have not|can['’]?t|cannot|keeps|keep|has stopped|stopped|refuses|is|are)";
const STATES =
  /^(?:not|broken|down|stuck|missing|late|gone|wrong|frozen|slow|dead|locked|blocked|delayed|damaged|lost|blank|empty|offline)\b/i;

const BROKEN = new RegExp(`${OWNED} ${THING} ${FAILS}(?: even)?${TAIL}`, 'gi');
const UNABLE = new RegExp(
  `\\b(?:i|we) (?:still |just |really )?(?:can['’]?t|cannot|can not|couldn['’]?t|could not|am unable to|was unable to|are unable to|am not able to|was not able to)(?: even| seem to| get to| fully| actually)? ([a-z]{2,14})${TAIL}`,
  'i',
);
/** "Why is my order not here?", "why won't the page load?" */
const ASKED = new RegExp(
  `\\b(?:(is|are|does|do|has|have|will) (my|our|your|the) ${THING} (not|never|still not)|(isn['’]?t|aren['’]?t|doesn['’]?t|don['’]?t|won['’]?t|hasn['’]?t|haven['’]?t|can['’]?t) (my|our|your|the) ${THING}(?= ))${TAIL}`,
  'i',
);
const ASKED_UNABLE = new RegExp(
  `\\b(?:can['’]?t|cannot|couldn['’]?t) (?:i|we)(?: even)? ([a-z]{2,14})${TAIL}`,
  'i',
);
const WHY =
  /\b(why|when|where) (is|are|was|were) (the|my|our|your)((?: [A-Za-z0-9][\w'’-]{0,20}){1,6}) ([a-z]{2,16}(?:ed|ing)|late|down|closed|open|slow|full|gone|missing|offline)(?= ?(?:[?!.,]|$))/im;
const HELP_WITH = new RegExp(
  `\\b(help|assistance|assist me|support|trouble|issues?|problems?|difficult(?:y|ies)) (?:with|in) (my|our|your|the|[a-z]{2,14}ing)${TAIL}`,
  'i',
);
const NOT_RECEIVED = new RegExp(
  `\\b(?:i|we) (?:still )?(?:haven['’]?t|have not|didn['’]?t|did not|never) (?:yet |even )?(?:received?|got|get|gotten) (my|our|the|any)${TAIL}`,
  'i',
);
const HOW = new RegExp(
  `\\b(how|where) (?:(?:do|can|would|could|should) (?:i|we|you|one)|to) ([a-z]{2,14})${TAIL}|\\bway (?:to|for me to) ([a-z]{2,14})${TAIL}`,
  'i',
);

/**
 * A customer's own English words for the trouble, turned towards them and short: "your export that keeps failing", "the
 * trouble you have joining the call", "how to get the code". None where nothing can be turned faithfully.
 */
export function restated(text: string, { name }: Category): string[] {
  const plain = withoutAddresses(text.slice(0, 4_000))
    .replace(/[#@]\w+/g, ' ; ')
    .replace(/[ \t]+/g, ' ');
  const said =
    name === 'how_to'
      ? (howIn(plain) ?? brokenIn(plain))
      : name === 'feedback_praise' || name === 'feature_request'
        ? undefined
        : (brokenIn(plain) ??
          askedIn(plain) ??
          whyIn(plain) ??
          missingIn(plain) ??
          unableIn(plain) ??
          helpIn(plain));
  return said === undefined ? [] : [said];
}

function brokenIn(text: string): string | undefined {
  for (const [, owner = '', thing = '', fails = '', tail = ''] of text.matchAll(BROKEN)) {
    const of = plainThing(thing);
    const plainly = /^(?:is|are)$/i.test(fails);
    if (of === undefined || (plainly && !STATES.test(tail.trim()))) continue;
    const what = turned(tail);
    if ((what === '' && !/stopped$/i.test(fails)) || POINTS.test(what)) continue;
    const does = agreeing(fails.toLowerCase(), /s$/i.test(of));
    return `${SWAPPED[owner.toLowerCase()] ?? 'the'} ${of} that ${does} ${what}`.trim();
  }
  return undefined;
}

/** "Does my phone keep freezing?", "the app don't load": one thing keeps and does not. */
function agreeing(fails: string, many: boolean): string {
  return many ? fails : (SINGULAR[fails.replace('’', "'")] ?? fails);
}

const SINGULAR: Readonly<Record<string, string>> = {
  keep: 'keeps',
  "don't": 'doesn’t',
  dont: 'doesn’t',
  'do not': 'does not',
  "haven't": 'hasn’t',
  'have not': 'has not',
};

/** What says something only together with what was said before, or with what comes after. */
const POINTS =
  /\b(?:it|them|they|this|that|these|those)\b|\b(?:let|lets|letting|allow|allows) (?:you|us)(?: to)?(?: do)?$/i;

function askedIn(text: string): string | undefined {
  const [, aux, owner, thing, not, negated, owner2, thing2, tail = ''] = text.match(ASKED) ?? [];
  const of = plainThing(thing ?? thing2 ?? '');
  const what = turned(tail);
  if (of === undefined || what === '') return undefined;
  const still = not === 'still not' && /^(?:does|do|has|have)$/i.test(aux ?? '');
  const fails = aux === undefined ? negated! : still ? `still ${aux} not` : `${aux} ${not}`;
  const whose = SWAPPED[(owner ?? owner2)!.toLowerCase()] ?? 'the';
  return `${whose} ${of} that ${fails.toLowerCase()} ${what}`;
}

/** "Why are the trains to York delayed?" is the question why they are. */
function whyIn(text: string): string | undefined {
  const [, word = '', is = '', owner = '', thing = '', state = ''] = text.match(WHY) ?? [];
  const of = turned(thing);
  if (of === '' || of !== thing.trim() || !isSayable(state.toLowerCase())) return undefined;
  const whose = SWAPPED[owner.toLowerCase()] ?? 'the';
  return `your question ${word.toLowerCase()} ${whose} ${of} ${is.toLowerCase()} ${state.toLowerCase()}`;
}

/** "Help with removing my card" is about removing it. */
function helpIn(text: string): string | undefined {
  const [, what = '', first = '', tail = ''] = text.match(HELP_WITH) ?? [];
  const rest = turned(tail);
  if (saysLittle(rest) || !isSayable(first.toLowerCase())) return undefined;
  const about = `${SWAPPED[first.toLowerCase()] ?? first.toLowerCase()} ${rest}`;
  if (/^(?:help|assist|support)/i.test(what)) return about;
  return `the trouble you have ${/ing$/i.test(first) ? '' : 'with '}${about}`;
}

function missingIn(text: string): string | undefined {
  const [, owner = '', tail = ''] = text.match(NOT_RECEIVED) ?? [];
  const thing = plainThing(turned(tail).split(' ').slice(0, 3).join(' '));
  if (thing === undefined || /ed\b/i.test(thing)) return undefined;
  const has = /[^s]s$/i.test(thing) ? 'have' : 'has';
  return `${SWAPPED[owner.toLowerCase()] ?? 'the'} ${thing} that ${has} not come`;
}

function unableIn(text: string): string | undefined {
  const [, verb = '', tail = ''] = text.match(UNABLE) ?? text.match(ASKED_UNABLE) ?? [];
  const does = verb.toLowerCase();
  const rest = turned(tail);
  if (does === '' || !isSayable(does) || saysLittle(rest)) {
    return ALONE.test(does) ? `the trouble you have ${gerund(does)}` : undefined;
  }
  return `the trouble you have ${gerund(does)} ${rest}`;
}

function howIn(text: string): string | undefined {
  const [, word = 'how', verb, tail, wayVerb, wayTail] = text.match(HOW) ?? [];
  const does = (verb ?? wayVerb ?? '').toLowerCase();
  if (does === '' || !isSayable(does)) return undefined;
  const rest = turned(tail ?? wayTail ?? '');
  return saysLittle(rest) ? undefined : `${word.toLowerCase()} to ${does} ${rest}`;
}

/** "Fixing it" names nothing. */
function saysLittle(rest: string): boolean {
  return /^(?:|(?:to |about )?(?:it|this|that|them)(?: (?:here|there|back|up|down|out|in|on|off))?|out|in|on)$/i.test(
    rest,
  );
}

/** A short name without what people say in anger. */
function plainThing(name: string): string | undefined {
  const words = name.trim().split(' ');
  // "Our company that has no number" is us.
  if (US.test(words.at(-1)!)) return undefined;
  const plain = words.every((word) => !ENDS.has(bare(word)) && isSayable(bare(word)));
  return plain && /[A-Za-z]{2}/.test(name) && !DANGLES.has(bare(words.at(-1)!))
    ? name.trim()
    : undefined;
}

const US = /^(?:company|companies|team|service|services|staff|support|people)$/i;

/** The words up to where the clause ends, turned from their mouth into ours. */
function turned(tail: string): string {
  const said: string[] = [];
  for (const word of tail.trim().split(' ').filter(Boolean)) {
    if (said.length === LONGEST || ENDS.has(bare(word)) || !isSayable(bare(word))) break;
    said.push(SWAPPED[word.toLowerCase()] ?? (LOUD.test(word) ? word.toLowerCase() : word));
  }
  while (said.length > 0 && DANGLES.has(bare(said.at(-1)!))) said.pop();
  return said.join(' ');
}

function bare(word: string): string {
  return word.toLowerCase().replace(/['’]/g, '');
}

const DOUBLED =
  /^(?:(?:un|re)?(?:log|plug|run|set|get|cut|put)|stop|let|plan|submit|begin|chat|hit|drop|ship|skip|snap|tap|tag|sit|swap|scan|win)$/;

/** What says enough without an object. */
const ALONE = /^(?:connect|login|signin|pay|order|checkout|upload|download|print|update)$/;
const LOUD = /^(?:ALL|THE|MY|AND|NOT|ANY|NEW|OLD|NO|TO|IN|ON)$/;

/** "join" as "joining". */
function gerund(verb: string): string {
  if (/^(?:login|signin|logon)$/.test(verb))
    return verb.replace(/(?:in|on)$/, verb.startsWith('log') ? 'ging $&' : 'ing $&');
  if (/ie$/.test(verb)) return `${verb.slice(0, -2)}ying`;
  if (/[^eyo]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return DOUBLED.test(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}
