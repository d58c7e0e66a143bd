import { spelledOut } from '../../reply/reading.ts';
import { type Found, findPhrases } from '../../triage/phrases.ts';
import { readTokens, withoutAddresses } from '../../triage/words.ts';
import { clausesIn, type Stretch, sentencesIn, withoutQuotes } from './sentences.ts';
import type { Act } from './tongues/tongue.ts';
import type { PromiseEar } from './tongues/tongues.ts';
import { readWhen, type Timed, type When } from './when.ts';

/** A promise as it is said, before its time is reckoned. */
export interface Pledge {
  readonly quote: string;
  readonly when?: When;
  /** What must happen first. */
  readonly waits?: 'the customer' | 'something to happen';
}

interface Clause extends Stretch {
  readonly acts: ReadonlySet<Act>;
  readonly timed: Timed | undefined;
}

/** So few letters beside a time are no clause of their own: "by tomorrow noon at the latest". */
const FEW = 8;
const ASKS = /[?？]\s*$|か。\s*$/;

/** What is promised in a text, sentence by sentence. Takes a time that grows with its length alone. */
export function* pledgesIn(text: string, ear: PromiseEar): Generator<Pledge, undefined> {
  const ours = withoutQuotes(text);
  for (const sentence of sentencesIn(ours)) {
    const said = ours.slice(sentence.from, sentence.to);
    if (ASKS.test(said) || !mayPromise(said, ear)) continue;
    yield* pledgesOf(text, ours, sentence, ear);
  }
}

function mayPromise(sentence: string, ear: PromiseEar): boolean {
  const acts = actsIn(sentence, ear);
  return acts.has('commits') || acts.has('tends');
}

function* pledgesOf(
  text: string,
  ours: string,
  sentence: Stretch,
  ear: PromiseEar,
): Generator<Pledge> {
  const clauses = withoutFragments(ours, sentence, ear);
  const found: { from: number; to: number; timed?: Timed | undefined }[] = [];
  let waits: Pledge['waits'];
  let current: (typeof found)[number] | undefined;
  let ahead: Timed | undefined;
  for (const clause of clauses) {
    const { acts, timed } = clause;
    const before = ahead;
    ahead = undefined;
    const committed = acts.has('commits') || (acts.has('tends') && isTold(timed ?? before));
    if (acts.has('condition')) waits = 'the customer';
    else if (acts.has('event')) waits ??= 'something to happen';
    const depends = acts.has('condition') || acts.has('event');
    if (!committed || (acts.has('others') && !acts.has('commits'))) {
      if (acts.has('others') && !depends) current = undefined;
      else if (current === undefined)
        ahead = depends || acts.has('idle') || !ear.tongue.spaceless ? undefined : timed;
      if (current !== undefined && !depends) {
        current.to = clause.to;
        current.timed ??= timed;
      }
      continue;
    }
    const time = timed ?? before;
    if (current === undefined || (time !== undefined && current.timed !== undefined)) {
      current = { from: clause.from, to: clause.to, timed: time };
      found.push(current);
    } else {
      current.to = clause.to;
      current.timed ??= time;
    }
  }
  for (const one of found) {
    const { from, to } = found.length === 1 ? sentence : one;
    const when = one.timed?.when;
    const open = waits === 'the customer' || (waits !== undefined && !isFixed(when));
    yield {
      quote: text.slice(from, to),
      ...(when && { when }),
      ...(open && waits !== undefined && { waits }),
    };
  }
}

/** A time is told, not only "soon". */
function isTold(timed: Timed | undefined): boolean {
  return timed !== undefined && timed.when.is !== 'vague';
}

/** "By Friday" stands whatever happens; "within three days" counts from it. */
function isFixed(when: When | undefined): boolean {
  return when?.is === 'moment';
}

/** The clauses of a sentence; what is nothing but a time belongs to the clause before it, or else after it. */
function withoutFragments(ours: string, sentence: Stretch, ear: PromiseEar): Clause[] {
  const stretches: { from: number; to: number }[] = [];
  let fragment: number | undefined;
  for (const { from, to } of clausesIn(ours, sentence, ear.joint)) {
    const timed = readWhen(ours.slice(from, to).normalize('NFKC'), ear);
    const last = stretches.at(-1);
    const only = timed !== undefined && timed.besides <= FEW;
    if (only && actsIn(ours.slice(from, to), ear).size === 0) {
      if (last !== undefined) last.to = to;
      else fragment ??= from;
      continue;
    }
    stretches.push({ from: fragment ?? from, to });
    fragment = undefined;
  }
  if (fragment !== undefined) stretches.push({ from: fragment, to: sentence.to });
  return stretches.map(({ from, to }) => {
    const said = ours.slice(from, to);
    return { from, to, acts: actsIn(said, ear), timed: readWhen(said.normalize('NFKC'), ear) };
  });
}

/** What the phrases of a stretch do. What is idle keeps the same words, and whatever stands within them, from counting. */
function actsIn(said: string, ear: PromiseEar): ReadonlySet<Act> {
  const text = withoutAddresses(spelledOut(said.normalize('NFKC')));
  const tokens = readTokens(text);
  const found = [...findPhrases(ear.acts, { text, tokens }), ...verbsIn(tokens, ear)];
  const idle = found.filter(({ of }) => of === 'idle');
  const counts = (one: Found<Act>) => one.of === 'idle' || !idle.some((over) => covers(over, one));
  return new Set(found.filter(counts).map(({ of }) => of));
}

function verbsIn(tokens: readonly string[], { verbs }: PromiseEar): Found<Act>[] {
  return verbs.flatMap(([of, shape]) =>
    tokens.flatMap((token, from) => {
      const phrase = shape.exec(`${token} ${tokens[from + 1] ?? ''}`)?.[0];
      if (phrase === undefined) return [];
      return { phrase, of, from, to: from + (phrase.includes(' ') ? 2 : 1) };
    }),
  );
}

function covers(over: Found<Act>, one: Found<Act>): boolean {
  if (over.from > one.from || over.to < one.to) return false;
  if (over.letters === undefined || one.letters === undefined) return true;
  return over.letters.from <= one.letters.from && over.letters.to >= one.letters.to;
}
