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
  readonly waits?: 'the customer' | 'something to happen' | 'what may not come' | undefined;
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
  const spans = promisingIn(clauses, ear.tongue.spaceless ?? false);
  const waits = waitsFor(clauses);
  for (const { from, to, timed } of spans) {
    const what = text.slice(from, to);
    const when = timed?.when;
    const open = waits !== undefined && (waits !== 'something to happen' || !isFixed(when));
    yield {
      quote: spans.length === 1 ? text.slice(sentence.from, sentence.to) : what,
      what,
      ...(when && { when }),
      ...(open && { waits }),
    };
  }
}

interface Promising extends Stretch {
  readonly timed: Timed | undefined;
}

/**
 * The stretches of a sentence that promise, each with its time. "I'll check it and write by noon" is one; what names a time of its
 * own is another. In a language that sets its verbs last, a time may stand in the clause before.
 */
function promisingIn(clauses: readonly Clause[], verbsLast: boolean): readonly Promising[] {
  const found: Promising[] = [];
  let goesOn = false;
  let ahead: Timed | undefined;
  for (const clause of clauses) {
    const time = clause.timed ?? ahead;
    const part = partOf(clause, time);
    const last = goesOn ? found.at(-1) : undefined;
    ahead = part === 'rest' && verbsLast && !clause.acts.has('idle') ? clause.timed : undefined;
    if (part === 'others') goesOn = false;
    const another = last === undefined || (isTold(time) && isTold(last.timed));
    if (part === 'promises' && another) {
      found.push({ from: clause.from, to: clause.to, timed: time });
      goesOn = true;
    } else if (last !== undefined && (part === 'promises' || part === 'rest')) {
      const { from, timed } = last;
      found[found.length - 1] = { from, to: clause.to, timed: clearer(timed, time) };
    }
  }
  return found;
}

/** What a clause is to the promises of its sentence. */
function partOf(
  { acts }: Clause,
  time: Timed | undefined,
): 'promises' | 'depends' | 'others' | 'rest' {
  const others = acts.has('others') || acts.has('asks');
  if (acts.has('commits') || (acts.has('tends') && !others && isTold(time))) return 'promises';
  if (acts.has('condition') || acts.has('chance') || acts.has('event')) return 'depends';
  return others ? 'others' : 'rest';
}

/** What a sentence's promises wait for: what is asked after them, they do not. */
function waitsFor(clauses: readonly Clause[]): Pledge['waits'] {
  const first = clauses.findIndex(({ acts }) => acts.has('commits') || acts.has('tends'));
  const asks = clauses.findIndex(({ acts }) => acts.has('asks'));
  const hangs = ({ acts }: Clause) => acts.has('condition') && !acts.has('chance');
  // "We'll mend it by noon, write to us if you need more": that is not what the promise waits for.
  const condition = clauses.some((one, i) => hangs(one) && !(i > first && one.acts.has('asks')));
  if (condition || (asks >= 0 && asks <= first)) return 'the customer';
  if (clauses.some(({ acts }) => acts.has('chance'))) return 'what may not come';
  return clauses.some(({ acts }) => acts.has('event')) ? 'something to happen' : undefined;
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
