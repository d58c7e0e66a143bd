import { describe, expect, it } from 'vitest';
import { inventionsIn } from '../../eval/inventions.ts';
import { conversationOf } from '../../src/cli/told.ts';
import { promiseFor } from '../../src/support/reply/acknowledgement.ts';
import { compose } from '../../src/support/reply/compose.ts';
import { MONDAY_MORNING } from '../clock.ts';
import { handbook } from '../support/stage.ts';

const SAID: Readonly<Record<string, string>> = {
  en: 'I was charged twice for invoice 88 and my export keeps failing, please help',
  de: 'Ich wurde für Rechnung 88 doppelt belastet, bitte prüfen Sie das',
  es: 'Me han cobrado dos veces la factura 88, necesito ayuda con mi cuenta',
  fr: 'J’ai été débité deux fois pour la facture 88, pouvez-vous vérifier ?',
  it: 'Mi avete addebitato due volte la fattura 88, potete controllare?',
  nl: 'Er is twee keer afgeschreven voor factuur 88, kunt u dat nakijken?',
  pt: 'Fui cobrado duas vezes pela fatura 88, podem verificar?',
  ja: '請求書88が二重に請求されています。確認をお願いします。',
};

/** What a draft to this message invents, with something planted into it. */
function inventions(language: string, planted = '') {
  const text = SAID[language]!;
  const conversation = conversationOf({ text, name: 'Nora Lee' }, handbook, MONDAY_MORNING);
  const draft = compose(conversation, handbook, MONDAY_MORNING);
  expect(draft.language).toBe(language);
  return inventionsIn(`${draft.text} ${planted}`, {
    language,
    told: [text, 'Nora Lee', handbook.policy.team].join('\n'),
    promised: promiseFor(conversation, conversation.triage!, handbook, MONDAY_MORNING, language)
      .words,
    handbook,
  });
}

it.each(Object.keys(SAID))('a draft in %s invents nothing', (language) => {
  expect(inventions(language)).toEqual([]);
});

describe('what a draft invents is found:', () => {
  it.each([
    ['an amount', 'en', 'You get $20 back.', 'fact'],
    ['a number', 'en', 'It is invoice 89.', 'fact'],
    ['a link', 'en', 'See https://help.example/refunds for it.', 'fact'],
    ['an address', 'en', 'Write to billing@example.org.', 'fact'],
    ['a date', 'en', 'You will have it on 12 March.', 'fact'],
    ['a time', 'en', 'I write to you by 6:45 pm.', 'fact'],
    ['a length of time', 'en', 'It takes two weeks.', 'fact'],
    ['a pledge', 'en', 'I guarantee it.', 'promise'],
    ['a deed', 'en', 'It is refunded.', 'promise'],
    ['a person', 'en', 'Mr Okafor is on it.', 'word'],
    ['a product', 'en', 'Acme Studio is the trouble.', 'word'],
    ['an amount in German', 'de', 'Sie erhalten 20 € zurück.', 'fact'],
    ['a pledge in German', 'de', 'Das ist morgen da.', 'promise'],
    ['a person in German', 'de', 'Frau Okafor kümmert sich.', 'word'],
    ['a pledge in Spanish', 'es', 'Es gratis.', 'promise'],
    ['a pledge in French', 'fr', 'C’est gratuit.', 'promise'],
    ['a date in Italian', 'it', 'Il 12 marzo.', 'fact'],
    ['a product in Dutch', 'nl', 'In Studiomax.', 'word'],
    ['an amount in Portuguese', 'pt', 'São 20 €.', 'fact'],
    ['a day in Japanese', 'ja', '3月12日です。', 'fact'],
  ] as const)('%s', (_, language, planted, what) => {
    expect(inventions(language, planted).map((one) => one.what)).toContain(what);
  });
});
