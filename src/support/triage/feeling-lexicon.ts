import { type HashTable, hashOf, indexHashes, placeOf } from '../sorting/hashing.ts';
import lexicon from './feeling-lexicon.json' with { type: 'json' };

/** The valences of a language's words, packed. */
interface Lexicon {
  readonly words: HashTable;
  readonly tenths: Int8Array;
}

const lexicons: ReadonlyMap<string, Lexicon> = new Map(
  Object.entries(lexicon.languages).map(([language, { hashes, valences }]) => [
    language,
    {
      words: indexHashes(new Uint32Array(unpack(hashes))),
      tenths: new Int8Array(unpack(valences)),
    },
  ]),
);

/** How good (above 0) or bad a word is by what people of this language feel about it, -4 to 4; 0 where nothing is known. */
export function valenceOf(word: string, language: string): number {
  const known = lexicons.get(language);
  if (known === undefined) return 0;
  const place = placeOf(known.words, hashOf(word));
  return place < 0 ? 0 : known.tenths[place]! / 10;
}

/** Numbers as train/feeling.ts packs them: in the byte order of every machine that Node runs on. */
function unpack(base64: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(base64, 'base64')).buffer;
}
