import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acknowledge } from '../../../src/support/reply/acknowledgement.ts';
import { compose } from '../../../src/support/reply/compose.ts';
import { AT, conversation, handbook, type Turn } from './stage.ts';

const draft = (turns: readonly Turn[], name = 'Nora Lee', avoid: readonly string[] = []) =>
  compose(conversation(turns, name), handbook, AT, { avoid });

describe('a draft in the customer’s language', () => {
  it.each([
    [
      'de',
      'Mein Paket ist nicht angekommen, Bestellnummer 4711',
      'die Bestellung, die noch nicht angekommen ist (Bestellnummer 4711)',
    ],
    ['de', 'Ich wurde doppelt belastet, bitte prüfen Sie das', 'die doppelte Abbuchung'],
    ['de', 'Die App stürzt beim Start ständig ab, Fehler 503', 'der App (Fehler 503)'],
    ['fr', 'Bonjour, mon colis n’est toujours pas arrivé, commande 4711', '(commande 4711)'],
    ['fr', 'Bonjour, j’ai oublié mon mot de passe', 'votre mot de passe'],
    ['es', 'Hola, me han cobrado dos veces la factura 88', 'el cobro duplicado (factura 88)'],
    ['es', '¿Dónde está mi pedido 4711?', 'su pedido (pedido 4711)'],
    ['pt', 'Olá, esqueci minha senha e não consigo entrar na conta', 'sua senha'],
    ['pt', 'Meu pedido 4711 ainda não chegou', 'o pedido que não chegou (pedido 4711)'],
    [
      'it',
      'Buongiorno, il mio ordine 4711 non è arrivato',
      'l’ordine che non è arrivato (ordine 4711)',
    ],
    ['it', 'Ho dimenticato la password del mio account', 'la sua password'],
    [
      'nl',
      'Goedemiddag, mijn bestelling 4711 is niet aangekomen',
      'de bestelling die nog niet is aangekomen (bestelling 4711)',
    ],
    ['nl', 'Er is dubbel afgeschreven van mijn rekening', 'de dubbele afschrijving'],
    ['ja', '注文番号4711の荷物がまだ届いていません。', 'まだ届いていないご注文（注文番号 4711）'],
    ['ja', 'パスワードを忘れてしまいました。', 'パスワード'],
  ])('names the problem in it: %s "%s"', (language, said, problem) => {
    const { text, language: spoken } = draft([said]);
    expect(spoken).toBe(language);
    expect(text).toContain(problem);
    expect(text).toContain('Nora');
    expect(text).not.toMatch(/[{}]|undefined|\b(?:by|your|the)\b/);
  });

  it.each([
    ['de', 'Die Rechnung ist falsch', 'bis heute, 14:15 Uhr (UTC)'],
    ['fr', 'Bonjour, la facture est fausse', 'au plus tard aujourd’hui à 14\u00a0h\u00a015 (UTC)'],
    ['es', 'Hola, la factura está mal', 'hoy antes de las 14:15 (UTC)'],
    ['pt', 'Olá, a fatura está errada', 'hoje até as 14h15 (UTC)'],
    ['it', 'Buongiorno, la fattura è sbagliata', 'entro le 14:15 di oggi (UTC)'],
    ['nl', 'Goedemiddag, de factuur klopt niet', 'uiterlijk vandaag om 14.15 uur (UTC)'],
    ['ja', '請求書が間違っています。', '本日14時15分（UTC）までに'],
  ])('promises the calendar’s time in it: %s', (_, said, by) => {
    expect(draft([said]).text).toContain(by);
  });

  it.each([
    ['de', 'Mein Paket ist nicht angekommen', /Bestell/],
    ['fr', 'Bonjour, mon colis n’est pas arrivé', /commande/],
    ['es', 'Hola, mi pedido no ha llegado', /número/],
    ['pt', 'Olá, meu pedido não chegou', /número/],
    ['it', 'Buongiorno, il mio ordine non è arrivato', /numero/],
    ['nl', 'Goedemiddag, mijn bestelling is niet aangekomen', /nummer/],
    ['ja', '荷物がまだ届いていません。', /番号/],
  ])('asks for the one detail that is missing, and not when it is given: %s', (_, said, asks) => {
    const last = (text: string) => text.split('\n\n').at(-1)!;
    expect(last(draft([said]).text)).toMatch(asks);
    expect(last(draft([`${said} #4711`]).text)).not.toMatch(/[?？]|教えて/);
  });

  it.each([
    ['de', 'Mein Paket ist nicht angekommen', 'Danke!', /gern|freut/i],
    ['fr', 'Bonjour, mon colis n’est pas arrivé', 'merci beaucoup', /plaisir|mieux|prie/i],
    ['es', 'Hola, mi pedido no ha llegado', '¡Muchas gracias!', /gusto|alegro|nada/i],
    ['ja', '荷物がまだ届いていません。', 'ありがとうございます', /安心|何より|とんでも/],
  ])('ends with a kind word where they thank: %s', (_, first, thanks, said) => {
    const { text } = draft([first, { agent: '…' }, thanks]);
    expect(text).toMatch(said);
    expect(text).not.toContain('\n');
  });

  it('says no sentence twice while there are other words', () => {
    const first = 'Mein Paket ist nicht angekommen';
    const sent = draft([first]);
    const again = draft([first, { sent }, 'Es ist die Bestellnummer 55-1234']);
    const said = new Set(sent.template.split(' + '));
    expect(again.template.split(' + ').filter((id) => said.has(id))).toEqual([]);
    expect(again.text).not.toMatch(/^(?:Guten Tag|Hallo) Nora,/);
  });

  it.each([
    ['de', 'Die Rechnung ist falsch'],
    ['fr', 'Bonjour, la facture est fausse'],
    ['es', 'Hola, la factura está mal'],
    ['ja', '請求書が間違っています。'],
  ])('closes over the gap where no name is known: %s', (_, said) => {
    const seen = conversation([said], '');
    for (const text of [compose(seen, handbook, AT).text, acknowledge(seen, handbook, AT)]) {
      expect(text).toMatch(/^[\p{Lu}¡¿\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u);
      expect(text).not.toMatch(/様|,,|, ?[.:]|\s[,.]/);
    }
  });

  it('comes for any mixture of words, whole and without markup', () => {
    const parts = fc.constantFrom(
      'Hallo',
      'mein Paket',
      'ist nicht angekommen',
      'Rechnung 88',
      'ärgerlich!!!',
      'bonjour',
      'ma commande',
      'no funciona la aplicación',
      '注文が届きません',
      'não consigo entrar',
      'https://evil.example',
      '<!channel>',
      '@everyone',
      '*x*',
      '?',
    );
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 12 }), (words) => {
        const { text } = draft([words.join(' ')]);
        expect(text).not.toMatch(/[<>`*@{}]|https?:|undefined|…| {2}/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a draft to somebody who is rude', () => {
  const rude = 'you are useless idiots';

  it('is calm at first, and asks for calm once they go on', () => {
    const first = draft(['My parcel never came, you useless idiots']);
    expect(first.text).not.toMatch(/civil|kindly|calm/);
    const again = draft(['My parcel never came', { agent: 'I look into it' }, rude]);
    expect(again.text).toMatch(/civil|kindly|calm/);
  });
});

describe('a refusal that an agent wants said', () => {
  it('is followed by the question for another way', () => {
    const seen = conversation(['I want a refund for order 551']);
    const { text, checks } = compose(seen, handbook, AT, { hint: 'we cannot refund it any more' });
    expect(text).toContain('We cannot refund it any more.');
    expect(text).toMatch(/instead|another way/);
    expect(checks.find(({ name }) => name === 'options')?.pass).toBe(true);
  });
});
