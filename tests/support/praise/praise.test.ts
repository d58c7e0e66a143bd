import { describe, expect, it } from 'vitest';
import { readPraise } from '../../../src/support/praise/praise.ts';
import { PRAISE_WORDS } from '../../../src/support/praise/praise-words.ts';
import { ada, person, sam } from '../stage.ts';

const yuki = person('由紀', 'agent');
const team = [ada, sam, yuki];
const whom = (text: string) => {
  const praise = readPraise(text, team);
  return praise ? (praise.of?.name ?? 'the deed') : 'nobody';
};

describe('praise', () => {
  it('is looked for in the eight languages', () => {
    expect(Object.keys(PRAISE_WORDS).toSorted()).toEqual(
      ['de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pt'].toSorted(),
    );
  });

  it.each([
    ['Thanks to Ada, she was wonderful', 'Ada'],
    ['ada you are a star', 'Ada'],
    ['Kudos to Sam!', 'Sam'],
    ['That was so fast, great help', 'the deed'],
    ['You saved my day, thank you', 'the deed'],
    ['Above and beyond, as always', 'the deed'],
    ['Vielen Dank an Ada, sehr geduldig', 'Ada'],
    ['Danke für die schnelle Hilfe', 'the deed'],
    ['Gracias a Sam, fue muy amable', 'Sam'],
    ['Excelente atención, gracias', 'the deed'],
    ['Merci à Ada, elle a été adorable', 'Ada'],
    ['Service impeccable, merci', 'the deed'],
    ['Grazie a Sam, gentilissimo', 'Sam'],
    ['Ottima assistenza, grazie', 'the deed'],
    ['Bedankt Ada, je was geweldig', 'Ada'],
    ['Bedankt voor de snelle reactie', 'the deed'],
    ['Obrigada, Ada, foi maravilhosa', 'Ada'],
    ['Ótimo atendimento, obrigado', 'the deed'],
    ['由紀さん、ありがとうございました', '由紀'],
    ['迅速な対応ありがとうございました', 'the deed'],
  ])('%s: %s', (text, expected) => {
    expect(whom(text)).toBe(expected);
  });

  it.each([
    'Thanks',
    'Thank you so much!',
    'Merci beaucoup',
    'Vielen Dank',
    'Muchas gracias',
    'Grazie mille',
    'Dank je wel',
    'Muito obrigada',
    'ありがとうございます',
    'Great, another outage',
    'Oh great help, it is broken again',
    'So fast, it only took three weeks',
    'Thanks for nothing, Ada',
    'Ada never answered me',
    'Not very helpful',
    'Das war nicht hilfreich, Ada',
    'Pas très utile, merci',
    'No fue de gran ayuda',
    'It would be a great help to have invoices by mail',
    'Great support 🙄',
    'What "great service" you have',
    'Was Ada so helpful?',
    'やっと連絡が来ました。迅速な対応ですね',
    '',
  ])('is not: %s', (text) => {
    expect(whom(text)).toBe('nobody');
  });

  it('is of nobody in particular where the name is nobody’s of the team', () => {
    expect(whom('Thanks to Zoe, she was wonderful')).toBe('nobody');
    expect(whom('Thanks to Zoe, great help')).toBe('the deed');
  });

  it('is read in time that grows with its length alone, and not in long letters', () => {
    const began = performance.now();
    for (const text of ['great help ', 'not ', '"', '👏', 'a great ']) {
      readPraise(text.repeat(4_000), team);
      readPraise(text.repeat(40), team);
    }
    expect(performance.now() - began).toBeLessThan(100);
  });
});
