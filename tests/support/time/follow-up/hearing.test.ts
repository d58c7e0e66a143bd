import { describe, expect, it } from 'vitest';
import type { Conversation, Message } from '../../../../src/support/conversation.ts';
import { hearBack } from '../../../../src/support/time/follow-up/hearing-back.ts';
import { asksForQuiet } from '../../../../src/support/time/follow-up/hearing-stop.ts';
import { ourLastWord } from '../../../../src/support/time/follow-up/our-word.ts';
import { leastCpu } from '../../../cpu-time.ts';
import { ada, begin, nora } from '../../stage.ts';

const message = (text: string, author = nora, at = 1): Message => ({
  id: `m${at}`,
  author,
  at,
  text,
  files: [],
});

/** Nora asked something, and Ada said this. */
function answered(text: string, language = 'en'): Conversation {
  const { now } = begin('I was charged twice');
  return {
    ...now,
    status: 'answered',
    lastCustomerAt: 1,
    drafts: [],
    triage: { ...now.triage!, language },
    messages: [message('I was charged twice'), message(text, ada, 2)],
  };
}

describe('our last word', () => {
  it.each([
    ['en', 'You can change it under Settings > Billing. Does that settle it for you?'],
    ['en', 'I have refunded the second charge, it is on its way to your card.'],
    [
      'en',
      'You find the export under Reports. Tell me if that does not solve it, and I will stay with it.',
    ],
    ['de', 'Sie finden den Export unter Berichte. Hilft Ihnen das, oder ist noch etwas offen?'],
    ['es', 'Ya le hemos devuelto el segundo cargo.'],
    ['fr', 'Le second débit a été remboursé. Est-ce que cela règle la question ?'],
    ['it', 'Il secondo addebito è stato rimborsato.'],
    ['nl', 'De tweede afschrijving is terugbetaald.'],
    ['pt', 'A segunda cobrança já foi estornada.'],
    ['ja', '二回目の請求は返金いたしました。'],
  ])('is an answer in %s: %s', (language, text) => {
    expect(ourLastWord(answered(text, language), 'en')?.is).toBe('answer');
  });

  it.each([
    ['en', 'Could you send me your order number?'],
    ['en', 'Please send us a screenshot of the error.'],
    ['en', 'I’m looking into it. What is your order number?'],
    ['de', 'Können Sie mir die Bestellnummer schicken?'],
    ['es', '¿Cuál es su número de pedido?'],
    ['fr', 'Quel est votre numéro de commande ?'],
    ['it', 'Qual è il suo numero d’ordine?'],
    ['nl', 'Wat is uw bestelnummer?'],
    ['pt', 'Qual é o número do seu pedido?'],
    ['ja', 'ご注文番号を教えていただけますか。'],
  ])('is a question in %s: %s', (language, text) => {
    expect(ourLastWord(answered(text, language), 'en')?.is).toBe('question');
  });

  it.each([
    ['en', 'I’m looking into the double charge and will write to you here by 3 pm today.'],
    ['en', 'Hi Nora, I am on it.'],
    ['de', 'Ich kümmere mich darum und melde mich morgen bei Ihnen.'],
    ['es', 'Lo estoy revisando y le escribo mañana.'],
    ['fr', 'Je m’en occupe et je vous écris demain.'],
    ['it', 'Me ne occupo e le scrivo domani.'],
    ['nl', 'Ik ga erachteraan en laat het u morgen weten.'],
    ['pt', 'Vou verificar e escrevo amanhã.'],
    ['ja', '確認して明日ご連絡します。'],
    ['sv', 'Pengarna är på väg tillbaka till ditt kort, och det är klart nu.'],
  ])('leaves us to do something, or nobody can tell, in %s: %s', (language, text) => {
    expect(ourLastWord(answered(text, language), language)?.is).toBe('owing');
  });

  it('is what an approved draft says: one that only promises owes', () => {
    const sent = begin('I was charged twice for invoice 4411').presses(ada, 'send', { draft: 1 });
    const asks = /\?/.test(sent.now.drafts[0]!.text);
    expect(ourLastWord(sent.now, 'en')?.is).toBe(asks ? 'question' : 'owing');
  });
});

describe('asked whether it worked, a customer', () => {
  const asked: Conversation = {
    ...answered('You find it under Settings.'),
    followUp: { nudges: [{ kind: 'did-that-work', at: 3, text: '', wording: '' }] },
  };
  const hears = (text: string, of = asked) => hearBack(of, message(text, nora, 9), 'en');

  it.each([
    ...['yes', 'Yes, it did, thanks!', 'yep all good now', 'that worked', 'Ja, hat geklappt'],
    ...['funktioniert wieder, danke', 'sí, ya funciona', 'oui ça marche', 'sì, risolto'],
    ...[
      'ja, het werkt weer',
      'sim, deu certo',
      'はい、解決しました',
      '直りました。ありがとうございます',
    ],
  ])('says that it did: %s', (text) => {
    expect(hears(text)).toBe('worked');
  });

  it.each([
    ...['no', 'No, still broken', 'not yet', 'it still does not work', 'nein', 'Leider noch nicht'],
    ...['no, sigue igual', 'non, toujours pas', 'no, ancora niente', 'nee, nog niet'],
    ...['não, ainda não', 'いいえ、まだです', 'まだできません'],
  ])('says that it did not: %s', (text) => {
    expect(hears(text)).toBe('failed');
  });

  it.each([
    ...[
      'it works but it is slow',
      'how do I export?',
      'thanks',
      'no problem',
      'yes and could you also add a seat',
    ],
    'yes I think so, and by the way my colleague in Berlin wants to know the same of his invoice',
  ])('says something else, which is read as ever: %s', (text) => {
    expect(hears(text)).toBeUndefined();
  });

  it('needs to say so in words where nobody asked', () => {
    const unasked = answered('You find it under Settings.');
    expect(hears('That worked, thank you!', unasked)).toBe('worked');
    for (const text of ['yes', 'no', 'I need this fixed', 'please get it fixed', 'thanks']) {
      expect(hears(text, unasked), text).toBeUndefined();
    }
  });

  it('is not taken at a word that was said of something else', () => {
    expect(hears('it works now', answered('Which browser do you use?'))).toBeUndefined();
    expect(hears('yes', { ...asked, status: 'waiting' })).toBeUndefined();
    expect(hears('yes', { ...asked, lastCustomerAt: 4 })).toBeUndefined();
  });
});

describe('a customer who wants quiet', () => {
  it.each([
    ...['please stop messaging me', 'no more reminders', 'Stop!', 'leave me alone please'],
    ...[
      'bitte keine Erinnerungen mehr',
      'Hören Sie auf, mir zu schreiben',
      'Lassen Sie mich in Ruhe',
    ],
    ...['deje de escribirme por favor', 'no me escriban más', 'arrêtez de me relancer'],
    ...['ne me contactez plus', 'smettetela di scrivermi', 'non scrivetemi più'],
    ...['stuur me geen berichten meer', 'laat me met rust', 'pare de me mandar mensagens'],
    ...['não me escreva mais', 'もう連絡しないでください', 'リマインドは不要です'],
  ])('is understood: %s', (text) => {
    expect(asksForQuiet(text)).toBe(true);
  });

  it.each([
    ...['how do I stop a payment', 'the app stopped working', 'my messages do not arrive'],
    ...[
      'please stop my subscription',
      'When do reminders go out?',
      'ich bekomme keine Nachrichten',
    ],
    ...['No recibo mensajes', 'Je ne reçois plus de factures', 'メッセージが届きません'],
  ])('is not seen in somebody who wants something else: %s', (text) => {
    expect(asksForQuiet(text)).toBe(false);
  });
});

it.each([
  ['many questions', 'why? '.repeat(8_000)],
  ['one long word', 'a'.repeat(40_000)],
  ['many lines', 'no\n'.repeat(13_000)],
  ['stops', 'stop '.repeat(8_000)],
])('forty thousand characters (%s) are read in bounded time', (_, text) => {
  expect(leastCpu(() => asksForQuiet(text), 5)).toBeLessThan(5);
  expect(
    leastCpu(() => hearBack(answered('It is under Settings.'), message(text), 'en'), 5),
  ).toBeLessThan(5);
  expect(leastCpu(() => ourLastWord(answered(text), 'en'), 3)).toBeLessThan(400);
});
