import { type Span, spansOf } from './personal.ts';

/** The shapes that the keys of well-known services have. The group `kept`, where there is one, may stay readable. */
export const SECRET_SHAPES: readonly RegExp[] = [
  /\b(?<kept>(?:xoxe\.)?xox[a-z]-|xoxe-|xapp-)(?<value>[\w-]{6,})/dgu,
  /\b(?<kept>sk-)(?<value>[\w-]{8,})/dgu,
  /\b(?<kept>(?:Bearer|Basic)\s)\s{0,8}(?=[a-z.~+/_-]{0,4000}[\d=])(?<value>[\w.~+/-]{8,4000}={0,2})/dgiu,
  /(?<kept>hooks\.slack\.com\/)(?<value>[\w/-]+)/dgu,
  /(?<kept>\w:\/\/)(?<value>[^\s/@:"'\\]{0,200}:[^\s/@"'\\]{1,400})(?=@)/dgu,
  /\b(?<kept>(?:sk|pk|rk)_(?:live|test)_)(?<value>\w{8,})/dgu,
  /\b(?<kept>AKIA|ASIA)(?<value>[0-9A-Z]{12,40})/dgu,
  /\b(?<kept>gh[pousr]_|github_pat_|glpat-|npm_|AIza|SG\.)(?<value>[\w.-]{16,})/dgu,
  /\b(?<value>eyJ[\w-]{8,400}\.eyJ[\w-]{8,4000}\.[\w-]{0,4000})/dgu,
  /-----BEGIN [A-Z ]{0,24}PRIVATE KEY-----(?:[^-]|-(?!----)){0,9000}(?:-----END [A-Z ]{0,24}PRIVATE KEY-----)?/gu,
];

const WORD = `(?:pass ?word|pass ?code|pass ?phrase|pwd|pin code|api[ _-]?key|secret(?:[ _-]?(?:access[ _-]?)?key)?|client[ _-]?secret|access[ _-]?(?:key|token)|auth[ _-]?token|token|contrase[ñn]a|clave|mot de passe|mdp|passwort|kennwort|zugangscode|senha|palavra-passe|parola d['’]ordine|wachtwoord|パスワード|暗証番号)`;
const IS = String.raw`(?:\s{0,3}(?::|=)|\s{1,3}(?:is|was|es|est|ist|lautet|é|è)(?![\p{L}\p{N}])\s{0,3}:?|\s{0,3}は)`;

/** Given away in words: "my password is …". A text that speaks of a password is not one that shows it. */
const SAID = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${WORD}${IS}\s{0,3}["'“‘\x60*]?(?!\p{L}+(?:ed|ing)(?!\p{L}))(?<value>[^\s"'“”‘’\x60]{4,200})`,
  'dgiu',
);
/** Without "is", only what stands in quotation marks, or could not be a word. */
const QUOTED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${WORD}\s{1,3}["'“‘\x60](?<value>[^\s"'“”‘’\x60]{4,200})["'”’\x60]`,
  'dgiu',
);
const BARE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${WORD}\s{1,3}(?<value>[^\s"'“”‘’\x60]{6,200})`,
  'dgiu',
);
/** Written behind a login: "nora@example.org / …". */
const BEHIND_LOGIN = /@[\w.-]{1,100}\.\p{L}{2,24}\s?[/|:]\s?(?<value>[^\s"'“”‘’`]{5,80})/dgu;

const CLOSING = /[.,;:!?)\]}。、です]+$/u;

/** Cheap looks at the whole text: most messages hold nothing that could be one. */
const MAY_BE_SHAPED =
  /xox|xapp-|sk-|bearer|basic|\/\/|hooks|_live_|_test_|AKIA|ASIA|gh[a-z]_|github_|glpat-|npm_|AIza|SG\.|eyJ|-----/i;
const MAY_BE_SAID =
  /pass|pwd|pin code|key|secret|token|contrase|clave|mot de|mdp|kennwort|zugang|senha|palavra|parola|wachtwoord|パスワード|暗証/i;

/** Secrets that somebody has put into a text: by their shape, or by the words in front of them. */
export function* findSecrets(text: string): Generator<Span> {
  if (MAY_BE_SHAPED.test(text)) {
    for (const shape of SECRET_SHAPES) yield* spansOf(text, shape, 'SECRET');
  }
  if (MAY_BE_SAID.test(text)) {
    yield* trimmed(text, spansOf(text, SAID, 'SECRET', couldBeSecret));
    yield* spansOf(text, QUOTED, 'SECRET');
    yield* trimmed(text, spansOf(text, BARE, 'SECRET', isNoWord));
  }
  if (text.includes('@')) yield* trimmed(text, spansOf(text, BEHIND_LOGIN, 'SECRET', isNoWord));
}

/** Whether somebody has put a password or a key into a message, where it can be read by others. */
export function showsSecret(text: string): boolean {
  return !findSecrets(text.slice(0, 8_000)).next().done;
}

/** A secret holds a digit or a sign; "my password is wrong" gives nothing away. */
function couldBeSecret(value: string): boolean {
  return /\d|[\p{L}\d][^\p{L}\d\s.,;:!?'’)-]/u.test(value);
}

/** Letters with digits or signs among them, as no word, date, time or address on the web has. */
function isNoWord(value: string): boolean {
  const core = value.replace(CLOSING, '');
  if (/^[#@][\p{L}\p{N}_]+$/u.test(core)) return false;
  if (/^https?:|^\d[\d./:-]*$|^[\p{L}'’/-]+$/u.test(core))
    return /^[\p{L}]+!$/u.test(value) && /\p{Ll}\p{Lu}/u.test(value);
  return /\p{L}/u.test(core) && /[\d!#$%&*@^~+]/.test(core) && !/^\d+\p{L}{1,3}$/u.test(core);
}

/** Without the full stop of the sentence. */
function* trimmed(text: string, spans: Iterable<Span>): Generator<Span> {
  for (const { start, end, type } of spans) {
    const value = text.slice(start, end);
    const shorter = value.replace(/(?<!^)[.,;:)\]}。、]+$/u, '');
    yield { start, end: start + shorter.length, type };
  }
}
