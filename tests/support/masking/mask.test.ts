import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask, mask } from '../../../src/support/masking/mask.ts';
import { leastCpu } from '../../cpu-time.ts';

const found = (text: string, names: readonly string[] = []) =>
  mask(text, { names }).spans.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);

/** Made up, with checksums that hold. */
const PERSONAL = [
  ['write to nora.lind@example.org please', 'EMAIL nora.lind@example.org'],
  ['nora (at) example (dot) org', 'EMAIL nora (at) example (dot) org'],
  ['my card 4111 1111 1111 1111 was declined', 'CARD 4111 1111 1111 1111'],
  ['5555-5555-5555-4444', 'CARD 5555-5555-5555-4444'],
  ['Amex 378282246310005.', 'CARD 378282246310005'],
  ['the card ends: 4111********1111', 'CARD 4111********1111'],
  ['cvv: 123', 'CARD 123'],
  ['pay to DE89 3704 0044 0532 0130 00 today', 'BANK DE89 3704 0044 0532 0130 00'],
  ['IBAN GB82WEST12345698765432', 'BANK GB82WEST12345698765432'],
  ['my account number is 12345678, sort code 12-34-56', 'BANK 12345678', 'BANK 12-34-56'],
  ['Kontonummer: 0532013000', 'BANK 0532013000'],
  ['numéro de compte 00012345678', 'BANK 00012345678'],
  ['口座番号は1234567です', 'BANK 1234567'],
  ['my SSN is 219-09-9999', 'GOV_ID 219-09-9999'],
  ['NI number QQ 12 34 56 C or AB123456C', 'GOV_ID AB123456C'],
  ['DNI 12345678Z', 'GOV_ID 12345678Z'],
  ['codice fiscale RSSMRA85T10A562S', 'GOV_ID RSSMRA85T10A562S'],
  ['Steuer-ID: 86095742719', 'GOV_ID 86095742719'],
  ['meu CPF é 529.982.247-25', 'GOV_ID 529.982.247-25'],
  ['mijn BSN is 111222333', 'GOV_ID 111222333'],
  ['マイナンバーは123456789018です', 'GOV_ID 123456789018'],
  ['passport number C01X00T47', 'GOV_ID C01X00T47'],
  ["driver's license D123-4567-8901", 'GOV_ID D123-4567-8901'],
  ['call me on +44 20 7946 0958', 'PHONE +44 20 7946 0958'],
  ['tel:+14155550132', 'PHONE +14155550132'],
  ['(415) 555-0132 ext 12', 'PHONE (415) 555-0132 ext 12'],
  ['Mein Handy: 0151 23456789', 'PHONE 0151 23456789'],
  ['appelez-moi au 06 12 34 56 78', 'PHONE 06 12 34 56 78'],
  ['mi móvil es 612 345 678', 'PHONE 612 345 678'],
  ['電話は０９０－１２３４－５６７８です', 'PHONE ０９０－１２３４－５６７８'],
  ['555 0132 office', 'PHONE 555 0132'],
  ['my password is Tr0ub4dor&3.', 'SECRET Tr0ub4dor&3'],
  ['mot de passe : Soleil2024', 'SECRET Soleil2024'],
  ['Das Passwort ist geheim!1', 'SECRET geheim!1'],
  [`Authorization: Bearer ${'abc123'.repeat(4)}`, `SECRET ${'abc123'.repeat(4)}`],
  ['My name is Nora Lind and I wait', 'PERSON Nora Lind'],
  ['Hi, this is Nora from Acme', 'PERSON Nora'],
  ['Je m’appelle Zoé', 'PERSON Zoé'],
  ["Je m'appelle Zoé Martin.", 'PERSON Zoé Martin'],
  ['ich heiße Jürgen von Stein', 'PERSON Jürgen von Stein'],
  ['me llamo José', 'PERSON José'],
  ['私の名前は田中です', 'PERSON 田中'],
  ['It is broken.\n\nBest regards,\nNora Lind', 'PERSON Nora Lind'],
  ['send it to 221B Baker Street, London NW1 6XE', 'ADDRESS 221B Baker Street, London NW1 6XE'],
  ['Ich wohne Musterstraße 12a, 10115 Berlin', 'ADDRESS Musterstraße 12a, 10115 Berlin'],
  ['12 rue de la Paix, 75002 Paris', 'ADDRESS 12 rue de la Paix, 75002 Paris'],
  ['vivo en Calle Mayor 5, 28013 Madrid', 'ADDRESS Calle Mayor 5, 28013 Madrid'],
  ['My new address is 25 3rd, Springfield', 'ADDRESS 25 3rd, Springfield'],
  ['東京都千代田区丸の内1-9-1', 'ADDRESS 東京都千代田区丸の内1-9-1'],
] satisfies [text: string, ...found: string[]][];

describe('what is personal is masked', () => {
  it.each(PERSONAL)('%s', (text, ...expected) => expect(found(text)).toEqual(expected));

  it('even where two kinds of it lie over each other', () => {
    expect(found('password: nora@example.org1!')).toEqual(['SECRET nora@example.org1!']);
  });
});

describe('what agents need to read stays', () => {
  it.each([
    'Where is order 4829301847?',
    'order number 415-555-0132',
    'invoice 2024-000123 of 12.11.2026',
    'since 2026-11-12 10:30 nothing works',
    'Bestellnummer 0612345678',
    'commande n° 0612345678',
    '注文番号は0612345678です',
    'tracking 1Z999AA10123456784',
    'it costs 1 000 000 or 12,345.67 EUR',
    'version 1.0.77.338 on 192.168.10.12',
    'my password is wrong',
    'I reset my password yesterday at 10:30',
    'the token has expired 30 days ago',
    'my passport expires on 2027-01-31',
    'my account was charged 3 times in 2026',
    'Will you mark the rose?',
    'my name is spelled wrong',
    'this is broken from time to time',
    'We met on the way. Route 66 is closed.',
    'error 0x80070005, exit code 137',
    '@support please help, #12345',
    'see https://example.org/a/4111/1111?page=2',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

describe('names that are told', () => {
  it('are masked, whole and in part', () => {
    expect(found('Nora Lind here. Nora again, but not Noras or Linden', ['Nora Lind'])).toEqual([
      'PERSON Nora Lind',
      'PERSON Nora',
    ]);
  });

  it('are not found in other words', () => {
    expect(found('Will you mark this well?', ['Mark Well'])).toEqual([]);
  });
});

describe('the texts of one conversation', () => {
  it('share one numbering, and what one gave away is masked in the next', () => {
    const { mask, restore, placeholders } = createMask();
    expect(mask('my password is hunter2, mail a@example.org').text).toBe(
      'my password is [SECRET 1], mail [EMAIL 1]',
    );
    const { text } = mask('hunter2 does not work, nor b@example.org or a@example.org');
    expect(text).toBe('[SECRET 1] does not work, nor [EMAIL 2] or [EMAIL 1]');
    expect(restore('Is [EMAIL 1] right?')).toBe('Is a@example.org right?');
    expect(placeholders).toEqual([]);
  });

  it('tell which placeholders stand in them, without the values', () => {
    const one = createMask();
    one.mask('my password is hunter2, mail a@example.org');
    expect(one.placeholders).toEqual([
      { placeholder: '[SECRET 1]', type: 'SECRET' },
      { placeholder: '[EMAIL 1]', type: 'EMAIL' },
    ]);
  });

  it('give nothing to somebody who types a placeholder', () => {
    const { mask, restore } = createMask();
    mask('I am a@example.org');
    const typed = 'What is [EMAIL 1], [email 1], [PERSON 7] and [TYPED 1]?';
    const { text, spans } = mask(typed);
    expect(text).not.toContain('[EMAIL 1]');
    expect(spans).toEqual([]);
    expect(restore(text)).toBe(typed);
    expect(restore('[CARD 1] [EMAIL 99]')).toBe('[CARD 1] [EMAIL 99]');
  });
});

const piece = fc.oneof(
  fc.constantFrom(...PERSONAL.map(([text]) => text)),
  fc.constantFrom(
    '[EMAIL 1]',
    '[email 2]',
    '[TYPED 1]',
    '[SECRET 1',
    ' ',
    '\n',
    '🙂',
    '0',
    '@',
    '-',
  ),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));

describe('any text', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const one = createMask({ names: ['Nora Lind'] });
        for (const text of texts) expect(one.restore(one.mask(text).text)).toBe(text);
      }),
    );
  });

  it('has its spans in order, apart, within it and never through the middle of a sign', () => {
    fc.assert(
      fc.property(text, (text) => {
        let at = 0;
        for (const { start, end } of mask(text).spans) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        if (text.isWellFormed()) expect(mask(text).text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('shows nothing any more that was masked somewhere in it', () => {
    const between = fc.constantFrom(' ', ', ', '\n', ' – ');
    const values = fc.constantFrom('a@example.org', '4111 1111 1111 1111', '+44 20 7946 0958');
    fc.assert(
      fc.property(fc.array(fc.oneof(values, fc.lorem({ maxCount: 3 }))), between, (words, by) => {
        const masked = mask(words.join(by)).text;
        expect(masked).not.toMatch(/example\.org|4111|7946/);
      }),
    );
  });

  it.each([
    'a',
    '1',
    '0 ',
    '1-',
    '+1 ',
    'a@',
    'a.',
    'a@a.',
    'sk-',
    'Basic ',
    'eyJa.',
    'eyJaaaaaaa-',
    'sk-aaaaaaaa ',
    'x://a:',
    '-----BEGIN PRIVATE KEY-----',
    'my name is ',
    "I'm A ",
    'Ich bin ',
    'My name is A ',
    'A ',
    '12 Main ',
    'rue de ',
    'account ',
    'iban number ',
    'account is my ',
    'account 1a ',
    'card ',
    'call me at ',
    'order no ',
    'GB29 ',
    'tel: 1',
    'orders ',
    'password is ',
    'pwd: a1 ',
    '[EMAIL 1]',
    'a1@b.cc ',
    'address: ',
    'adresse is 1 ',
    '名前は',
    '東京都市',
    'a dot ',
    'thanks\n',
  ])('of 40,000 characters, %j over and over, takes a bounded time', (words) => {
    const text = words.repeat(40_000 / words.length);
    expect(leastCpu(() => mask(text))).toBeLessThan(60);
  });

  it('of 40,000 characters that are all secrets takes a bounded time', () => {
    const text = Array.from({ length: 2500 }, (_, i) => `pwd: ${'x'.repeat(i % 40)}${i}`).join(' ');
    expect(leastCpu(() => mask(text.slice(0, 40_000)))).toBeLessThan(150);
  });
});
