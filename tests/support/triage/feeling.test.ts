import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriesFeeling, readFeeling } from '../../../src/support/triage/feeling.ts';
import { readWords } from '../../../src/support/triage/words.ts';
import { leastCpu } from '../../cpu-time.ts';

const read = (text: string, language = 'en') => readFeeling(readWords(text), { language });

describe('an unhappy customer', () => {
  it.each([
    ['en', 'My flight was cancelled and nobody answers'],
    ['en', 'still waiting for my refund'],
    ['en', 'I have been on hold for 2 hours'],
    ['en', 'The parcel never arrived'],
    ['en', 'you lost my bag'],
    ['en', 'I was charged twice'],
    ['en', "The export doesn't work"],
    ['en', 'This is not good'],
    ['en', 'great job, cancelled again and no word from you'],
    ['en', 'thanks for nothing'],
    ['en', 'sooooo baaaad'],
    ['en', '😡😡'],
    ['en', 'my order :('],
    ['en', 'The colours are lovely but the app crashes all day'],
    ['de', 'Mein Paket ist seit drei Wochen nicht angekommen'],
    ['de', 'Das ist eine Frechheit, ich bin sehr enttäuscht'],
    ['de', 'Der Login funktioniert nicht'],
    ['es', 'Mi pedido no ha llegado y nadie responde'],
    ['es', 'Es una vergüenza, el peor servicio'],
    ['es', 'La aplicación no funciona'],
    ['fr', "Je n'ai toujours pas reçu mon colis"],
    ['fr', "C'est inadmissible, je suis très déçue"],
    ['fr', 'Le site ne marche plus'],
    ['it', 'Il pacco non è mai arrivato'],
    ['it', 'Servizio pessimo, una vergogna'],
    ['it', "L'app non funziona"],
    ['nl', 'Mijn pakket is nog steeds niet aangekomen'],
    ['nl', 'Wat een waardeloze service, ik ben zeer teleurgesteld'],
    ['nl', 'De site werkt niet'],
    ['pt', 'Meu pedido não chegou e ninguém responde'],
    ['pt', 'Que vergonha, péssimo atendimento'],
    ['pt', 'O aplicativo não funciona'],
    ['ja', '注文した商品がまだ届きません'],
    ['ja', '最悪の対応です。二度と使いません'],
    ['ja', 'ログインできなくて困っています'],
  ])('is heard in %s: "%s"', (language, text) => {
    expect(read(text, language).sentiment).toBe('negative');
  });
});

describe('a glad customer', () => {
  it.each([
    ['en', 'Thank you so much, this is wonderful'],
    ['en', 'Thanks!'],
    ['en', 'works great now'],
    ['en', 'I never had a problem with you'],
    ['en', 'love it 😍'],
    ['en', 'It took a while, but the result is amazing'],
    ['de', 'Vielen Dank, der Service ist hervorragend'],
    ['es', 'Muchas gracias, un servicio excelente'],
    ['fr', 'Merci beaucoup, service impeccable'],
    ['it', 'Grazie mille, siete fantastici'],
    ['nl', 'Hartelijk dank, geweldige service'],
    ['pt', 'Muito obrigada, atendimento excelente'],
    ['ja', '素晴らしい対応をありがとうございました'],
  ])('is heard in %s: "%s"', (language, text) => {
    expect(read(text, language).sentiment).toBe('positive');
  });
});

describe('a plain question', () => {
  it.each([
    ['en', 'Where can I find the invoice?'],
    ['en', 'Can I change the address of my order?'],
    ['en', 'How do I cancel my subscription?'],
    ['en', 'Hello, I would like to know what the plan costs'],
    ['en', "I'll send the file on Monday, no problem"],
    ['de', 'Wo finde ich die Rechnung?'],
    ['es', '¿Dónde encuentro la factura?'],
    ['fr', 'Bonjour, où se trouve la facture ?'],
    ['it', 'Dove trovo la fattura?'],
    ['nl', 'Waar vind ik de factuur?'],
    ['pt', 'Onde encontro a fatura?'],
    ['ja', '請求書はどこにありますか'],
  ])('is neutral in %s: "%s"', (language, text) => {
    expect(read(text, language)).toMatchObject({ sentiment: 'neutral' });
    expect(read(text, language).frustration).toBeLessThan(0.1);
  });

  it.each([
    ['de', 'Die Gifts und der Rat sind da', 'rat'],
    ['fr', 'On arrive à la fin du mois', 'fin'],
    ['nl', 'De brief ligt in de map', 'brief'],
  ])('is not misread through a false friend from English: %s, "%s"', (language, text) => {
    expect(read(text, language).sentiment).toBe('neutral');
  });
});

describe('frustration', () => {
  const grades = (texts: readonly string[]) => texts.map((text) => read(text).frustration);

  it.each([
    [
      'asking again and shouting',
      [
        'My order is late',
        'My order is late and this is the third time I ask',
        'MY ORDER IS LATE AND THIS IS THE THIRD TIME I ASK!!! UNACCEPTABLE',
      ],
    ],
    [
      'waiting',
      ['The invoice is wrong', 'The invoice is wrong and I have been waiting for weeks, fed up'],
    ],
    ['rude words', ['The app is slow', 'The app is slow, this is a pathetic joke']],
    [
      'rudeness instead of courtesy',
      [
        'Thanks for your kind help so far, but I am disappointed with the export',
        'I am disappointed with the export',
      ],
    ],
  ])('rises with %s', (_, texts) => {
    const found = grades(texts);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(new Set(found).size).toBe(found.length);
  });

  it('rises with each time that an unhappy customer asks', () => {
    const words = readWords('My order never arrived');
    const once = readFeeling(words, { contacts: 1 }).frustration;
    expect(readFeeling(words, { contacts: 3 }).frustration).toBeGreaterThan(once);
  });

  it('stays low for a technical report without feeling', () => {
    expect(read('The export fails with error 500 since the update').frustration).toBeLessThan(0.3);
  });
});

describe('the reason', () => {
  it('quotes what tells, with what negates it', () => {
    expect(read('This is terrible').because).toContain('"terrible"');
    expect(read('it does not work').because).toContain('not work');
  });

  it('names capitals and signs of having had enough', () => {
    expect(read('THIS IS THE THIRD TIME, FED UP').because).toMatch(/enough.*capitals/);
  });

  it('says so where nothing tells', () => {
    expect(read('Where is the invoice?').because).toBe('no strong words');
  });
});

it('a matter that a desk can mend needs less to be unhappy about', () => {
  const words = readWords('Well, the shipment of the chairs for our new office is a bit late');
  expect(readFeeling(words).sentiment).toBe('neutral');
  expect(readFeeling(words, { matter: 1 }).sentiment).toBe('negative');
});

it.each([
  ['disgusting', true],
  ['angry', true],
  ['wonderful', true],
  ['thanks', true],
  ['invoice', false],
  ['error', false],
  ['login', false],
])('"%s" is said in feeling: %s', (word, feeling) => {
  expect(carriesFeeling(word)).toBe(feeling);
});

describe('whatever is written', () => {
  const languages = fc.constantFrom('en', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pt', 'pl', '');
  const pieces = fc.constantFrom(
    'not',
    'never',
    'works',
    'but',
    'terrible',
    '.',
    '最悪',
    '😡',
    ':)',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(pieces, { maxLength: 60 }).map((words) => words.join(' ')),
  );

  it('frustration is never less than none', () => {
    expect(read('terrible but :) but :)', 'en').frustration).toBe(0);
  });

  it('frustration is between 0 and 1 and a reason is given', () => {
    fc.assert(
      fc.property(anything, languages, (text, language) => {
        const { frustration, because } = read(text, language);
        expect(frustration).toBeGreaterThanOrEqual(0);
        expect(frustration).toBeLessThanOrEqual(1);
        expect(because).not.toBe('');
      }),
    );
  });

  it('an angry face added makes nobody calmer', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(read(`${text} 😡`).frustration).toBeGreaterThanOrEqual(read(text).frustration);
      }),
    );
  });

  it.each([
    ['negations', 'not never no '],
    ['faces', ':( 😡 '],
    ['beginnings of phrases', 'why is it still been told '],
    ['clauses without spaces', '最悪まだ届'],
    ['one drawn-out word', 'o'],
  ])('40,000 characters of %s are read in under 8 ms', (_, piece) => {
    const words = readWords(piece.repeat(40_000 / piece.length));
    for (const language of ['en', 'de', 'ja']) {
      expect(leastCpu(() => readFeeling(words, { language }), 10)).toBeLessThan(8);
    }
  });
});
