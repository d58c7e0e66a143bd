const FORMS: Readonly<Record<string, RegExp>> = {
  her: /\b(?:she|her|hers)\b/i,
  him: /\b(?:he|him|his)\b/i,
  them: /\b(?:they|them|their|theirs)\b/i,
};
const ANY = /\b(?:she|her|hers|he|him|his|they|them|their|theirs)\b/i;
const IRREGULAR: Readonly<Record<string, string>> = {
  is: 'are',
  was: 'were',
  has: 'have',
  does: 'do',
  goes: 'go',
  "isn't": "aren't",
  "wasn't": "weren't",
  "hasn't": "haven't",
  "doesn't": "don't",
};
const ADVERBS = /^(?:always|also|already|still|now|only|just|never|usually|probably|perhaps)$/i;
/** What may stand after "her" when it is not hers: "we sent her the file". */
const AFTER_OBJECT =
  /^(?:$|the|a|an|to|for|on|at|in|by|and|but|or|that|about|now|today|yesterday|with|this|it|when|if|as|so)$/i;

/**
 * Words about somebody said to them: "she needs her code" told to "her" becomes "you need your code".
 * Undefined where it is not certain who is meant. Without `whom`, words that speak of nobody stay as they are.
 */
export function addressed(text: string, whom: string | undefined): string | undefined {
  if (!ANY.test(text)) return text;
  const forms = Object.entries(FORMS).filter(([, form]) => form.test(text));
  const [only] = forms;
  if (whom === undefined || forms.length !== 1 || only === undefined) return undefined;
  if (FORMS[whom] !== undefined && only[0] !== whom) return undefined;
  // "she's" is "she is" or "she has".
  if (/\b(?:she|he)['’]s\b/i.test(text)) return undefined;
  return text
    .replace(/\b(?:she|he)\b((?: [\w'’]+){0,2})/gi, (_, rest: string) => `you${agreeing(rest)}`)
    .replace(/\bthey\b/gi, 'you')
    .replace(/\b(?:their|his)\b/gi, 'your')
    .replace(/\b(?:theirs|hers)\b/gi, 'yours')
    .replace(/\b(?:him|them)\b/gi, 'you')
    .replace(/\bher\b(?=[\s.,;:!?]*(\w*))/gi, (_, next: string) =>
      AFTER_OBJECT.test(next) ? 'you' : 'your',
    );
}

/** The verb after "she", as it is after "you". */
function agreeing(rest: string): string {
  const words = rest.split(' ');
  const at = words.findIndex((word) => word !== '' && !ADVERBS.test(word) && !/ly$/.test(word));
  const verb = words[at];
  if (verb !== undefined)
    words[at] = IRREGULAR[verb.replace('’', "'").toLowerCase()] ?? plural(verb);
  return words.join(' ');
}

function plural(verb: string): string {
  if (/ies$/i.test(verb)) return verb.replace(/ies$/i, 'y');
  if (/(?:ss|sh|ch|x|z)es$/i.test(verb)) return verb.replace(/es$/i, '');
  return /[^s]s$/i.test(verb) ? verb.slice(0, -1) : verb;
}
