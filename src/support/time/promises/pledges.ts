import { spelledOut } from '../../reply/reading.ts';
import { type Found, findPhrases } from '../../triage/phrases.ts';
import { readTokens } from '../../triage/words.ts';
import { clausesIn, ownWordsOf, type Stretch, sentencesIn } from './sentences.ts';
import type { Act } from './tongues/tongue.ts';
import type { PromiseEar } from './tongues/tongues.ts';
import { readWhen, type Timed, type When } from './when.ts';

/** A promise as it is said, before its time is reckoned. */
export interface Pledge {
  readonly quote: string;
  /** The clauses alone that promise it. */
  readonly what: string;
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
/** Nobody reads a sentence of so many characters: what stands beyond them is not looked at. */
const LONGEST = 600;
const ASKS = /[?？]\s*$|か。\s*$/;

/** What is promised in a text, sentence by sentence. Takes a time that grows with its length alone. */
export function* pledgesIn(text: string, ear: PromiseEar): Generator<Pledge, undefined> {
  const ours = ownWordsOf(text);
  for (const { from, to } of sentencesIn(ours)) {
    const sentence = { from, to: Math.min(to, from + LONGEST) };
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
    const asked = acts.has('asks') && current === undefined;
    if (acts.has('condition') || asked) waits = 'the customer';
    else if (acts.has('event')) waits ??= 'something to happen';
    const depends = acts.has('condition') || acts.has('event');
    const others = acts.has('others') || acts.has('asks');
    if (!committed || (others && !acts.has('commits'))) {
      if (others && !depends) current = undefined;
      else if (current === undefined)
        ahead = depends || acts.has('idle') || !ear.tongue.spaceless ? undefined : timed;
      if (current !== undefined && !depends) {
        current.to = clause.to;
        current.timed = clearer(current.timed, timed);
      }
      continue;
    }
    const time = timed ?? before;
    if (current === undefined || (isTold(time) && isTold(current.timed))) {
      current = { from: clause.from, to: clause.to, timed: time };
      found.push(current);
    } else {
      current.to = clause.to;
      current.timed = clearer(current.timed, time);
    }
  }
  for (const one of found) {
    const what = text.slice(one.from, one.to);
    const when = one.timed?.when;
    const open = waits === 'the customer' || (waits !== undefined && !isFixed(when));
    yield {
      quote: found.length === 1 ? text.slice(sentence.from, sentence.to) : what,
      what,
      ...(when && { when }),
      ...(open && waits !== undefined && { waits }),
    };
  }
}

/** The first of two times; but what is told makes up for "soon". */
function clearer(one: Timed | undefined, other: Timed | undefined): Timed | undefined {
  return isTold(one) ? one : isTold(other) ? other : (one ?? other);
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
  const clauses: Clause[] = [];
  let fragment: Stretch | undefined;
  for (const stretch of clausesIn(ours, sentence, ear.joint)) {
    const clause = readClause(ours, stretch, ear);
    const last = clauses.at(-1);
    if (isFragment(clause)) {
      if (last === undefined) fragment ??= clause;
      else clauses[clauses.length - 1] = readClause(ours, { from: last.from, to: clause.to }, ear);
    } else if (fragment === undefined) {
      clauses.push(clause);
    } else {
      clauses.push(readClause(ours, { from: fragment.from, to: clause.to }, ear));
      fragment = undefined;
    }
  }
  return clauses;
}

function isFragment({ acts, timed }: Clause): boolean {
  return acts.size === 0 && timed !== undefined && timed.besides <= FEW;
}

function readClause(ours: string, { from, to }: Stretch, ear: PromiseEar): Clause {
  const said = ours.slice(from, to);
  return { from, to, acts: actsIn(said, ear), timed: readWhen(said.normalize('NFKC'), ear) };
}

/** What the phrases of a stretch do. What is idle keeps the same words, and whatever stands within them, from counting. */
function actsIn(said: string, ear: PromiseEar): ReadonlySet<Act> {
  const text = spelledOut(said.normalize('NFKC'));
  const tokens = readTokens(text);
  const found = [...findPhrases(ear.acts, { text, tokens }), ...verbsIn(tokens, ear)].map(placed);
  const acts = new Set<Act>();
  let idleUntil = 0;
  for (const { of, to } of found.sort((a, b) => a.from - b.from || b.idle - a.idle)) {
    if (of === 'idle') idleUntil = Math.max(idleUntil, to);
    if (of === 'idle' || to > idleUntil) acts.add(of);
  }
  return acts;
}

/** Where it begins and ends, in words; a phrase within a clause takes a little of it for each letter. */
function placed({ of, from, to, letters }: Found<Act>) {
  const idle = of === 'idle' ? 1 : 0;
  if (letters === undefined) return { of, idle, from, to };
  return { of, idle, from: from + letters.from / 10_000, to: from + letters.to / 10_000 };
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
