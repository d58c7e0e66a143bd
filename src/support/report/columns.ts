/** How numbers are written down, and the narrowest that holds whole ones. Little-endian, as all machines are that run Node. */
const ARRAYS = {
  u1: Uint8Array,
  i1: Int8Array,
  u2: Uint16Array,
  i2: Int16Array,
  u4: Uint32Array,
  i4: Int32Array,
  f8: Float64Array,
};
type As = keyof typeof ARRAYS;
const WHOLE = ['u1', 'i1', 'u2', 'i2', 'u4', 'i4'] as const;

/** Where bytes lie in a page: from where, how many they are there, and how many they were. */
export type Span = readonly [from: number, kept: number, length: number];

/** What a page's directory says of a column of numbers. */
export interface NumberColumn {
  readonly is: 'number';
  readonly as: As;
  /** Differences from the value before, the first of them from this one. */
  readonly base?: number;
  /** Differences from the instants of the facts. */
  readonly fromAt?: true;
  readonly span: Span;
}

/** What it says of any. */
export type Column =
  | NumberColumn
  /** 1, 0; 2 where a fact says nothing. */
  | { readonly is: 'truth'; readonly gaps: boolean; readonly span: Span }
  /** Each fact's word, or value as JSON, by its place in the dictionary; 0 where a fact says nothing, if there are `gaps`. */
  | {
      readonly is: 'word' | 'json';
      readonly as: 'u1' | 'u2' | 'u4';
      readonly gaps: boolean;
      readonly span: Span;
      readonly dictionary: Span;
    };

/** Puts bytes into a page, and takes them out again: as many as they were, from where numbers of any width may begin. */
export type Put = (bytes: ArrayBufferView<ArrayBuffer>) => Span;
export type Take = (span: Span) => Uint8Array<ArrayBuffer>;

/** Writes down what facts say in one field; `undefined` where they say nothing, which one at least does not. */
export function writeColumn(values: readonly unknown[], at: readonly number[], put: Put): Column {
  const said = values.filter((value) => value !== undefined);
  const gaps = said.length < values.length;
  if (said.every((value) => typeof value === 'number')) {
    return gaps
      ? { is: 'number', as: 'f8', span: put(Float64Array.from(values as number[])) }
      : writeNumbers(said, put, at);
  }
  if (said.every((value) => typeof value === 'boolean')) {
    const bytes = Uint8Array.from(values, (value) => (value === undefined ? 2 : Number(value)));
    return { is: 'truth', gaps, span: put(bytes) };
  }
  const words = said.every((value) => typeof value === 'string');
  const code = (value: unknown) => (words ? (value as string) : JSON.stringify(value));
  return { is: words ? 'word' : 'json', ...writeWords(values, code, gaps, put) };
}

/** Numbers, as they are or as differences, whichever are the narrowest. `at` has as many, or is not given. */
export function writeNumbers(
  values: readonly number[],
  put: Put,
  at?: readonly number[],
): NumberColumn {
  const putAs = (as: As, what: readonly number[]) => put(ARRAYS[as].from(what));
  if (!values.every(isWhole)) return { is: 'number', as: 'f8', span: putAs('f8', values) };
  const base = values[0] ?? 0;
  const steps = values.map((value, i) => value - (values[i - 1] ?? base));
  const offsets = at?.every(isWhole) ? values.map((value, i) => value - at[i]!) : undefined;
  const plain = narrowest(values);
  const before = narrowest(steps);
  const since = offsets ? narrowest(offsets) : 'f8';
  const width = (as: As) => ARRAYS[as].BYTES_PER_ELEMENT;
  if (width(plain) <= Math.min(width(before), width(since))) {
    return { is: 'number', as: plain, span: putAs(plain, values) };
  }
  return width(since) <= width(before)
    ? { is: 'number', as: since, fromAt: true, span: putAs(since, offsets!) }
    : { is: 'number', as: before, base, span: putAs(before, steps) };
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

function narrowest(values: readonly number[]): As {
  let [least, most] = [0, 0];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const holds = (as: As) => {
    const range = 2 ** (Number(as[1]) * 8);
    return as[0] === 'u' ? least >= 0 && most < range : least >= -range / 2 && most < range / 2;
  };
  return WHOLE.find(holds) ?? 'f8';
}

function writeWords(
  values: readonly unknown[],
  code: (value: unknown) => string,
  gaps: boolean,
  put: Put,
) {
  const codes = new Map<string, number>();
  const first = gaps ? 1 : 0;
  const numbers = values.map((value) => {
    if (value === undefined) return 0;
    const word = code(value);
    const known = codes.get(word) ?? codes.size + first;
    codes.set(word, known);
    return known;
  });
  const words = [...(gaps ? [''] : []), ...codes.keys()];
  const as = words.length <= 2 ** 8 ? 'u1' : words.length <= 2 ** 16 ? 'u2' : 'u4';
  const span = put(ARRAYS[as].from(numbers));
  return { as, gaps, span, dictionary: putJson(words, put) } as const;
}

export function putJson(value: unknown, put: Put): Span {
  return put(new TextEncoder().encode(JSON.stringify(value)));
}

/** The numbers of a column. `at` are the instants of its facts. */
export function readNumbers(
  { as, base, fromAt, span }: NumberColumn,
  take: Take,
  at?: Float64Array,
): Float64Array | Int32Array | Uint8Array {
  const written = view(as, span, take);
  if (base === undefined && !fromAt) {
    if (as === 'u1' || as === 'i4' || as === 'f8') return written as Uint8Array;
    return as === 'u4' ? new Float64Array(written) : new Int32Array(written);
  }
  const values = new Float64Array(written.length);
  if (fromAt) for (let i = 0; i < values.length; i++) values[i] = at![i]! + written[i]!;
  let last = base ?? 0;
  if (!fromAt) for (let i = 0; i < values.length; i++) values[i] = last += written[i]!;
  return values;
}

/** Bytes as numbers, without a copy. */
export function view<A extends As>(
  as: A,
  span: Span,
  take: Take,
): InstanceType<(typeof ARRAYS)[A]> {
  const { buffer, byteOffset, byteLength } = take(span);
  const made = ARRAYS[as];
  return new made(buffer, byteOffset, byteLength / made.BYTES_PER_ELEMENT) as InstanceType<
    (typeof ARRAYS)[A]
  >;
}

export function readJson<T>(span: Span, take: Take): T {
  return JSON.parse(new TextDecoder().decode(take(span))) as T;
}
