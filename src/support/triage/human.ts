import { ASKING_WORDS, JAPANESE_ASKING } from './human-words.ts';
import { findPhrases, indexPhrases } from './phrases.ts';
import { foldedTokens, type Words } from './words.ts';

/** Words that may stand between the verb and the person at most. */
const REACH = 6;

const set = (words = '') => new Set(words.split(/\s+/).filter(Boolean));

const LANGUAGES = Object.values(ASKING_WORDS).map((words) => ({
  reach: set(words.reach),
  hand: set(words.hand),
  want: set(words.want),
  between: set(words.between),
  person: set(words.person),
  verbLast: words.verbLast === true,
}));
type Language = (typeof LANGUAGES)[number];
const PERSONS = Map.groupBy(
  LANGUAGES.flatMap((language) => [...language.person].map((person) => ({ person, language }))),
  ({ person }) => person,
);
type Span = readonly [from: number, to: number];

const PHRASES = indexPhrases(
  Object.values(ASKING_WORDS).flatMap(({ phrases }) =>
    phrases.split(/,\s+/).map((phrase) => [phrase, true] as const),
  ),
);
/** The person is all that is wanted, not a part of another thing: "an agent please", not "an agent key". */
const NOTHING_BEHIND = set(
  `. , please now to who that here asap from instead not and or on right immediately thanks thank today anymore because
   por para que ahora ya pour qui maintenant s jetzt bitte der die um agora per che adesso subito alstublieft nu die om`,
);
const VAGUE = set(
  'someone somebody anyone anybody people assistant staff manager reception specialist executive',
);
/** "I want to talk to …" whoever it is: but not to us, and not to a service of which this is one. */
const TO_ANYBODY =
  /(?<!\b(?:dont|do not|didnt|doesnt|not|no) )\b(?:(?:want|need|like|rather|prefer|demand|ask|wish|have) (?:to )?|let me |(?:can|could|may) i (?:please |just )?)(?:speak|talk) (?:to|with) (?!(?:(?:the|your|a) )?(?:you|u|yourself|my|our|him|her|them|it|customer|client|support|help|each|alexa|siri|google)\b)/;
/** "Call me" asks for a call; "call me Sam" and "call me a taxi" do not. */
const CALL_ME =
  /(?:^|\b(?:please|kindly|just|or|and|(?:can|could|would|should|will|must) (?:you|someone|somebody|anyone|anybody|one of you|u|they|he|she)(?: please| kindly| just)?|(?:you|someone|somebody|agent|manager|representative|advisor|them|team) to|have \w+(?: \w+)?) )(?:call|phone|ring) (?:me|us)(?= (?:back|please|now|asap|today|tomorrow|tonight|when|if|as soon|on|at \d|about|regarding|to|before|after|immediately|right|urgently|instead|\d|this (?:morning|afternoon|evening|week))\b|$)/;
/** "I do not need to talk to anybody" asks for nobody. */
const UNWANTED =
  /\b(?:(?:dont|do not|didnt|doesnt|not|no) (?:really )?(?:want|need|wish|have|like|necessary|to)|no need|rather not|without having|instead of|managed|glad i got|was able)(?: to)?(?: \w+){0,2}$/;
/** Who does not want, wants nobody. */
const NOT = /\b(?:dont|do not|didnt|doesnt|not|no|never)(?: really)?$/;
/** Not to want a machine is to want a person. */
const MACHINE = /bots?\b|machines?\b|maquina|maschine|macchina|robo/;
/** "I was talking to an agent" tells of one. */
const TELLS = /\b(?:am i|i am|im|was|were|been|after|while|just)(?: \w+)?$/;

/** Whether the customer asks for a person, in any of the languages of human-words.ts. */
export function readsWantsHuman(words: Words): { wantsHuman: boolean; because?: string } {
  const tokens = foldedTokens(words);
  const all = tokens.join(' ');
  const said = findAsking(tokens) ?? all.match(TO_ANYBODY)?.[0];
  if (said !== undefined)
    return { wantsHuman: true, because: `asks for a person ("${said.trim()}")` };
  const called =
    /\b(?:call|phone|ring)\b/.test(all) && all.split(/ ?[.,] ?/).some((one) => CALL_ME.test(one));
  if (called) return { wantsHuman: true, because: 'asks for a call' };
  if (JAPANESE_ASKING.test(words.text)) return { wantsHuman: true, because: 'asks for a person' };
  return isAlone(tokens)
    ? { wantsHuman: true, because: 'asks for a person' }
    : { wantsHuman: false };
}

function findAsking(tokens: readonly string[]): string | undefined {
  for (const [at, token] of tokens.entries()) {
    for (const { language } of PERSONS.get(token) ?? []) {
      const span = before(tokens, at, language) ?? after(tokens, at, language);
      if (span && isMeant(tokens, span)) return tokens.slice(span[0], span[1] + 1).join(' ');
    }
  }
  const phrase = findPhrases(PHRASES, { text: '', tokens }).find(
    ({ phrase, from, to }) => MACHINE.test(phrase) || isMeant(tokens, [from, to]),
  );
  return phrase && tokens.slice(phrase.from, phrase.to).join(' ');
}

function isMeant(tokens: readonly string[], [from]: Span): boolean {
  const lead = tokens.slice(Math.max(0, from - 6), from).join(' ');
  return !UNWANTED.test(lead) && !(tokens[from]!.endsWith('ing') && TELLS.test(lead));
}

/** Where the verb before the person stands, and the person. */
function before(tokens: readonly string[], at: number, language: Language): Span | undefined {
  for (let from = at - 1; from >= 0 && from >= at - REACH; from--) {
    const token = tokens[from]!;
    if (language.reach.has(token)) return [from, at];
    if (
      language.hand.has(token) &&
      /^(?:to )?(?:me|us)\b/.test(`${tokens[from + 1]} ${tokens[from + 2]}`)
    )
      return [from, at];
    if (language.want.has(token)) {
      const next = tokens[at + 1] ?? '.';
      const unwanted = NOT.test(tokens.slice(Math.max(0, from - 3), from).join(' '));
      if (!unwanted && !VAGUE.has(tokens[at]!) && NOTHING_BEHIND.has(next)) return [from, at];
    }
    if (!language.between.has(token)) return undefined;
  }
  return undefined;
}

function after(tokens: readonly string[], at: number, language: Language): Span | undefined {
  if (!language.verbLast) return undefined;
  for (let to = at + 1; to < tokens.length && to <= at + REACH; to++) {
    if (language.reach.has(tokens[to]!)) return [at, to];
    if (!language.between.has(tokens[to]!)) return undefined;
  }
  return undefined;
}

/** "Agent!", "a real person please": a message that names a person and nothing else. */
function isAlone(tokens: readonly string[]): boolean {
  const said = tokens.filter((token) => token !== '.' && token !== ',');
  if (said.length === 0 || said.length > 5 || said.includes('one')) return false;
  if (A_TEAM.test(said.join(' '))) return true;
  return LANGUAGES.some(
    ({ person, between }) =>
      said.some((word) => person.has(word) && !VAGUE.has(word)) &&
      said.every((word) => person.has(word) || between.has(word) || POLITE.has(word)),
  );
}
const A_TEAM = /^(?:the )?(?:\w+ )?(?:team|department|reception|desk) please$/;
const POLITE = set(
  'please pls plz now asap hi hello hey por favor svp s il vous plait bitte favore alstublieft aub ora jetzt',
);
