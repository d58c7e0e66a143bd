import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersUs, readIsRequest } from '../../../src/support/triage/request.ts';
import type { History } from '../../../src/support/triage/triage.ts';
import { readWords } from '../../../src/support/triage/words.ts';

const read = (text: string, history: History = []) => readIsRequest(readWords(text), history);
const afterUs = (text: string): History => [
  { role: 'customer', text: 'my printer smokes' },
  { role: 'agent', text },
];

describe('greetings and thanks open nothing, in', () => {
  it.each([
    [
      'English',
      ['hi', 'Good morning team', 'hiii', 'thank u so much!!', 'okthanks', 'ty', 'Cheers mate'],
    ],
    [
      'Spanish',
      [
        'hola',
        'Buenos días',
        'muchas gracias por su ayuda',
        'perfecto, gracias',
        'de nada',
        'hasta luego',
      ],
    ],
    [
      'French',
      [
        'bonjour',
        'Bonsoir à tous',
        'merci beaucoup',
        "parfait, merci pour l'aide",
        'ok, bonne journée',
        'ça va ?',
      ],
    ],
    [
      'German',
      [
        'hallo',
        'Guten Morgen zusammen',
        'vielen Dank für die schnelle Hilfe',
        'alles klar, danke',
        'tschüss',
      ],
    ],
    [
      'Portuguese',
      [
        'olá',
        'bom dia pessoal',
        'muito obrigado pela ajuda',
        'tudo bem?',
        'ok, obrigada',
        'até logo',
      ],
    ],
    [
      'Italian',
      [
        'ciao',
        'buongiorno a tutti',
        'grazie mille',
        'perfetto, grazie',
        'arrivederci',
        'va bene, grazie',
      ],
    ],
    [
      'Dutch',
      [
        'hallo',
        'goedemorgen allemaal',
        'bedankt voor de snelle reactie',
        'dank je wel',
        'tot ziens',
        'geen probleem',
      ],
    ],
    [
      'Japanese',
      [
        'こんにちは',
        'おはようございます',
        'ありがとうございます',
        'ありがとうございました！',
        '了解です',
        'お世話になっております',
      ],
    ],
  ])('%s', (_, messages) => {
    expect(messages.filter((text) => read(text).isRequest)).toEqual([]);
  });
});

describe('requests do, in', () => {
  it.each([
    [
      'English',
      [
        'nothing works',
        'never again, cancel it',
        'info please, thanks',
        'update please',
        'help please thanks',
        'hello?',
        'please confirm my booking',
        'no sound',
        'no reply from you',
        'thanks for nothing',
        'no good',
        'i am waiting for your reply',
        'thanks for the delay',
        'ok but it still fails',
        'great, another outage',
        'you never answered',
        'are you a bot?',
        'yes it crashes when I open it',
        'thank you, now my second question',
        'hi printer',
        'ok next topic: invoices',
      ],
    ],
    [
      'Spanish',
      [
        'no funciona',
        'nada funciona',
        'hola, no puedo entrar',
        'ayuda por favor, gracias',
        'gracias pero sigue igual',
        '¿dónde está mi pedido?',
        'buenos días, necesito la factura',
        'cancelar',
      ],
    ],
    [
      'French',
      [
        'ça marche pas',
        'ça ne marche plus',
        'bonjour, où est ma commande',
        "aide s'il vous plaît, merci",
        'merci mais rien ne change',
        'bonjour, il y a un problème',
        'facture svp',
        'rien ne fonctionne',
      ],
    ],
    [
      'German',
      [
        'geht nicht',
        'hallo, mein Konto ist gesperrt',
        'Hilfe bitte',
        'danke, aber es geht immer noch nicht',
        'wo ist mein Paket',
        'guten Tag, Rechnung fehlt',
        'nichts geht',
        'kündigen',
      ],
    ],
    [
      'Portuguese',
      [
        'não funciona',
        'bom dia, problema no login',
        'ajuda por favor',
        'obrigado mas continua igual',
        'cadê meu pedido',
        'nada funciona',
        'quero cancelar',
      ],
    ],
    [
      'Italian',
      [
        'non funziona',
        'ciao, dove è il mio ordine',
        'aiuto per favore',
        'grazie ma non va',
        'buongiorno, manca la fattura',
        'niente funziona',
        'rimborso',
      ],
    ],
    [
      'Dutch',
      [
        'werkt niet',
        'hallo, waar blijft mijn pakket',
        'hulp graag',
        'bedankt maar het werkt nog niet',
        'goedemorgen, factuur klopt niet',
        'niets werkt',
        'opzeggen',
      ],
    ],
    [
      'Japanese',
      [
        '動きません',
        'こんにちは、ログインできません',
        '返金してください',
        'ありがとうございます。でもまだ動きません',
        '注文はどこですか',
        '助けてください',
      ],
    ],
  ])('%s', (_, messages) => {
    expect(messages.filter((text) => !read(text).isRequest)).toEqual([]);
  });
});

describe('who asks for nothing', () => {
  it.each([
    ['nothing else, thanks', 'needs nothing more'],
    ['no more questions', 'needs nothing more'],
    ["I don't need anything else, bye", 'needs nothing more'],
    ['that will be all, thanks', 'a thank-you'],
    ['I have no idea', 'leaves it open'],
    ["I'm not sure", 'leaves it open'],
    ['let me check', 'leaves it open'],
    ['one moment please', 'leaves it open'],
    ['the problem is solved', 'says that it is solved'],
    ['yes, go ahead', 'agrees'],
    ['yes, confirm the order', 'agrees'],
    ['that is correct', /agrees|chatter/],
    ['see you next week', 'takes leave'],
    ['have a wonderful weekend', 'a greeting or chatter'],
    ['thanks for the quick reply, Ada', 'a thank-you'],
    ['how is life treating you', 'small talk'],
    ['tell me a joke', 'small talk'],
    ['how old are you?', 'small talk'],
    ["what's your name?", 'small talk'],
  ])('"%s" is left alone', (text, because) => {
    expect(read(text)).toMatchObject({ isRequest: false, because: expect.stringMatching(because) });
  });

  it.each([
    'what a joke this service is',
    'I am not sure how to add a user',
    "I don't remember my password",
    'that is wrong',
    'let me know when it ships',
    'is your name on the invoice?',
    'the issue was fixed but it is back',
    'I thought this was solved',
    'thanks, it is solved, but now the export fails',
  ])('"%s" is not', (text) => {
    expect(read(text).isRequest).toBe(true);
  });
});

describe('after a question of ours', () => {
  it.each(['the blue one', '4411', 'yes', 'Chrome, on a Mac', 'last Tuesday'])(
    'an answer such as "%s" asks for nothing, yet somebody must read it',
    (text) => {
      const history = afterUs('Which one is it?');
      expect(read(text, history)).toEqual({ isRequest: false, because: 'answers our question' });
      expect(answersUs(readWords(text), history)).toBe(true);
    },
  );

  it.each(['thanks!', 'and why does it smoke?', 'please just send a new one', 'it still smokes'])(
    '"%s" answers nothing',
    (text) => expect(answersUs(readWords(text), afterUs('Which one is it?'))).toBe(false),
  );

  it('what comes after "how can I help?" is the request itself', () => {
    expect(read('the blue printer', afterUs('How can I help you today?')).isRequest).toBe(true);
  });

  it('a yes to "did that help?" ends it, a no does not', () => {
    expect(read('yes it did', afterUs('Did that help?')).isRequest).toBe(false);
    expect(read('no', afterUs('Did that help?')).isRequest).toBe(true);
  });
});

describe('odd messages', () => {
  it.each([
    ['', false],
    ['🎉', false],
    ['...', false],
    ['https://example.com/screenshot.png', true],
    ['```\nTypeError: x is undefined\n    at main.js:3\n```', true],
    ['Z̷̡̛a̶l̸g̷o̴ ̵t̶e̴x̸t̷', true],
    ['مرحبا، لا أستطيع الدخول', true],
    ['aGVsbG8gd29ybGQgdGhpcyBpcyBiYXNlNjQ=', true],
  ])('"%s": a request is %s', (text, is) => {
    expect(read(text).isRequest).toBe(is);
  });

  it('any words that ask with a question mark are a request or small talk', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const { isRequest, because } = read(`${text} invoice?`);
        expect(isRequest || because === 'small talk').toBe(true);
      }),
    );
  });
});
