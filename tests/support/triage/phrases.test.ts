import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhrases, indexPhrases, longestOf } from '../../../src/support/triage/phrases.ts';
import { readWords } from '../../../src/support/triage/words.ts';

const found = (phrases: readonly string[], text: string) =>
  findPhrases(indexPhrases(phrases.map((phrase) => [phrase, true])), readWords(text)).map(
    ({ phrase }) => phrase,
  );

describe('a phrase', () => {
  it.each([
    ['money back', 'I want my money back', true],
    ['money back', 'money went back', false],
    ['refund*', 'two refunds', true],
    ['authori*ed', 'an unauthorised, no, an authorized person', true],
    ['key ... leaked', 'the key of our shop leaked', true],
    ['key ... leaked', 'the key that opens our old shop leaked', false],
    ['key ... leaked', 'the key. It leaked', false],
    ['in * hours', 'we start in two hours', true],
    ['cant log in', 'I can’t log in', true],
    ['cant log in', 'I can’t, log in', true],
    ['sign in', 'sign. In', false],
    ['müde konten', 'muede, nein: mude konten', true],
    ['müde konten', 'muede konten', true],
    ['rückgröße', 'rueckgroesse', true],
    ['rückgröße', 'rückgrösse', true],
    ['^help', 'Help', true],
    ['^help', 'It broke. Help', true],
    ['^help', 'Hello Ada, help', true],
    ['^help', 'It broke once, then again, help', false],
    ['^help', 'I need help', false],
    ['ログインできない', '昨日からログインできないのですが', true],
    ['本番 ... 停止', '本番環境が停止しました', true],
    ['本番 ... 停止', '本番の話ではなくて、停止', false],
  ])('"%s" in "%s": %s', (phrase, text, stands) => {
    expect(found([phrase], text)).toEqual(stands ? [phrase] : []);
  });

  it('is found once where `...` leads to it in several ways', () => {
    expect(found(['no ... no'], 'no, no no')).toEqual(['no ... no', 'no ... no']);
  });

  it('stands where its words stand', () => {
    const index = indexPhrases([['money back', 'refund']]);
    const [only] = findPhrases(index, readWords('please, my money back'));
    expect(only).toEqual({ phrase: 'money back', of: 'refund', from: 3, to: 5 });
  });
});

describe('a longer phrase', () => {
  it.each([
    ['it is not working', ['working', 'not working'], ['not working']],
    ['not working, working', ['working', 'not working'], ['not working', 'working']],
    ['注文をキャンセルしたい', ['注文', 'キャンセル', '注文をキャンセル'], ['注文をキャンセル']],
    ['注文のアプリが落ちた', ['落ち', '注文', 'プリ', 'アプリ'], ['注文', 'アプリ', '落ち']],
  ])('hides those within it: "%s"', (text, phrases, left) => {
    const index = indexPhrases(phrases.map((phrase) => [phrase, true] as const));
    const kept = longestOf(findPhrases(index, readWords(text)));
    expect(kept.map(({ phrase }) => phrase)).toEqual(left);
  });
});

describe('many phrases at once', () => {
  const word = fc.constantFrom('a', 'b', 'ab', 'abc', 'c');
  const part = fc.oneof(word, fc.constantFrom('a*', '...', 'a*c'));
  const phrase = fc
    .tuple(word, fc.array(part, { maxLength: 3 }), word)
    .map(([first, middle, last]) => [first, ...middle, last].join(' '));

  it('are found as each would be alone', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(phrase, { maxLength: 6 }),
        fc.array(fc.oneof(word, fc.constantFrom(',', '.')), { maxLength: 12 }),
        (phrases, tokens) => {
          const text = tokens.join(' ');
          const together = found(phrases, text).sort();
          expect(together).toEqual(phrases.flatMap((one) => found([one], text)).sort());
        },
      ),
    );
  });
});
