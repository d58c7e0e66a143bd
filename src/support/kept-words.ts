/** Words, each sign of a script that sets no spaces between them, and single marks. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}'’])+|[^\s\p{L}\p{M}\p{N}'’]/gu;

/**
 * How much of a proposed reply is in the one that was sent, 0 to 1: twice the words that both have in the same order (their
 * longest common subsequence), beside all words of both. 1 where they say the same, 0 where they have no word in common. It is the
 * similarity of Dice (1945) over a word diff. Two texts of 12,000 characters take a few milliseconds at most.
 */
export function shareKept(proposed: string, sent: string): number {
  const a = wordsOf(proposed);
  const b = wordsOf(sent);
  if (a.length + b.length === 0) return 1;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const within = inCommon(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return (2 * (start + end + within)) / (a.length + b.length);
}

type Words = readonly string[];

function wordsOf(text: string): Words {
  return text.match(WORD) ?? [];
}

/**
 * The length of the longest common subsequence, thirty-two words at a time: Hyyrö, "Bit-parallel LCS-length computation
 * revisited", 2004. A zero bit in `row` stands for a word of `a` by which the subsequence so far is longer.
 */
function inCommon(a: Words, b: Words): number {
  const size = Math.ceil(a.length / 32);
  const places = new Map<string, Uint32Array>();
  for (const [i, word] of a.entries()) {
    const bits = places.get(word) ?? new Uint32Array(size);
    bits[i >> 5]! |= 1 << (i & 31);
    places.set(word, bits);
  }
  const row = new Uint32Array(size).fill(0xffffffff);
  for (const word of b) {
    const bits = places.get(word);
    if (!bits) continue;
    let carry = 0;
    for (let i = 0; i < size; i++) {
      const old = row[i]!;
      const met = (old & bits[i]!) >>> 0;
      const sum = old + met + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[i] = sum | (old & ~met);
    }
  }
  let length = 0;
  for (let i = 0; i < a.length; i++) if ((row[i >> 5]! & (1 << (i & 31))) === 0) length++;
  return length;
}
