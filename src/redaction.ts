import { EMAIL } from './support/masking/emails.ts';
import { findCards, findIbans } from './support/masking/numbers.ts';
import { SECRET_SHAPES } from './support/masking/secrets.ts';

/** Stands where something was taken out. */
const OUT = '[redacted]';

/** Keys whose whole value is a secret. */
const SECRET_KEY =
  /token|secret|passw|authorization|signature|cookie|api[-_]?key|credential|private[-_]?key/i;

/** Keys under which people's words travel. A number or a yes/no under them tells nothing and stays. */
const WORDS_KEY =
  /^(text|body|raw|rawbody|blocks|attachments|elements|words|hint|quote|payload|value|values|view|before|after|draft|reply|customer_?words)$/i;

/** Secrets as they travel on the wire, beside those that people write; the group `kept`, where there is one, stays readable. */
const ON_THE_WIRE: readonly RegExp[] = [
  /\b(?<kept>(?:Bearer|Basic)\s+)[\w.~+/=-]+/gi,
  /\b(?<kept>v0=)[0-9a-f]{16,}/gi,
  /(?<kept>[?&](?:ticket|code|state|token|client_secret|access_token)=)[^&\s"'\\]+/gi,
  /(?<kept>\w:\/\/)[^\s/@"'\\]+(?=@)/g,
];

/** Deeper than this a log line tells nothing, and a cycle would never end. */
const DEEPEST = 8;

/** A text without tokens, signatures, passwords and e-mail addresses. */
export function redactText(text: string): string {
  let clean = text;
  for (const secret of [...ON_THE_WIRE, ...SECRET_SHAPES]) {
    clean = clean.replace(secret, (...match) => `${match.at(-1)?.kept ?? ''}${OUT}`);
  }
  return clean.includes('@') ? clean.replace(EMAIL, OUT) : clean;
}

/** Within facts, numbers of cards and accounts too; in a finished line they might be a count. */
function redactWords(text: string): string {
  let clean = '';
  let at = 0;
  for (const { start, end } of [...findCards(text), ...findIbans(text)].toSorted(
    (a, b) => a.start - b.start,
  )) {
    clean += text.slice(at, Math.max(at, start)) + (start >= at ? OUT : '');
    at = Math.max(at, end);
  }
  return redactText(clean + text.slice(at));
}

/**
 * Facts as they may be logged: secrets and people's words taken out at any depth, errors spelt out
 * with their causes, unless their `stack` was emptied. Never throws, whatever it is given; cycles and great depth are cut.
 */
export function redactFacts(facts: Record<string, unknown>): Record<string, unknown> {
  try {
    return redactEntries(Object.entries(facts), new Set([facts]));
  } catch {
    // A getter that throws, a revoked proxy: the line is worth more than its facts.
    return { facts: '[unreadable]' };
  }
}

function redactEntries(
  entries: readonly (readonly [string, unknown])[],
  around: ReadonlySet<object>,
): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (value === undefined || value === null) return [key, value];
      if (SECRET_KEY.test(key)) return [key, OUT];
      if (WORDS_KEY.test(key) && (typeof value === 'string' || typeof value === 'object')) {
        return [key, OUT];
      }
      return [key, redactValue(value, around)];
    }),
  );
}

function redactValue(value: unknown, around: ReadonlySet<object>): unknown {
  if (typeof value === 'string') return redactWords(value);
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (around.has(value) || around.size > DEEPEST) return '[…]';
  const within = new Set(around).add(value);
  if (value instanceof Error) return redactError(value, within);
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, within));
  return redactEntries(
    value instanceof Map
      ? [...value].map(([key, item]) => [String(key), item] as const)
      : Object.entries(value),
    within,
  );
}

function redactError(error: Error, within: ReadonlySet<object>): Record<string, unknown> {
  const { name, message, stack, cause, ...rest } = error as Error & Record<string, unknown>;
  // Whoever took its place away holds that its words tell all there is to know.
  if (stack === '') return { type: name, message: redactWords(message) };
  return {
    type: name,
    message: redactWords(String(message)),
    stack: redactWords(String(stack)),
    ...(cause === undefined ? {} : { cause: redactValue(cause, within) }),
    ...(error instanceof AggregateError
      ? { errors: error.errors.map((one: unknown) => redactValue(one, within)) }
      : {}),
    ...redactEntries(Object.entries(rest), within),
  };
}
