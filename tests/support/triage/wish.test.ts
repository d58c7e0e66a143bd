import { describe, expect, it } from 'vitest';
import { loadHandbook } from '../../../src/handbook/handbook.ts';
import { triage } from '../../../src/support/triage/triage.ts';
import { WISHES } from '../../../src/support/wording.ts';

const handbook = await loadHandbook();
const read = (text: string) => triage(text, handbook);

describe('what the customer would call resolved', () => {
  it.each([
    ['I want my money back', 'refund'],
    ['Please refund the second charge', 'refund'],
    ['where is my refund', 'refund'],
    ['You charged me twice', 'refund'],
    ['I just want it to work', 'fix'],
    ['please fix the export', 'fix'],
    ['The dashboard crashes every time I open it', 'fix'],
    ['I am locked out of my account', 'fix'],
    ['when will my parcel arrive?', 'information'],
    ['How do I rename a board', 'information'],
    ['Is the office open on Sunday?', 'information'],
    ['what is your refund policy', 'information'],
    ['do you offer refunds?', 'information'],
    ['I expect at least an apology', 'apology'],
    ['call me', 'person'],
    ['let me talk to a human', 'person'],
    ['quiero que me devuelvan el dinero, necesito un reembolso', 'refund'],
    ['me han cobrado dos veces la misma factura', 'refund'],
    ['¿cuándo llega mi pedido?', 'information'],
    ['je veux être remboursé de ma commande', 'refund'],
    ["j'attends au moins des excuses de votre part", 'apology'],
    ['comment ajouter un utilisateur à mon équipe ?', 'information'],
    ['ich möchte mein Geld zurück', 'refund'],
    ['wann kommt meine Bestellung an?', 'information'],
    ['bitte beheben Sie den Fehler im Export', 'fix'],
    ['quero meu dinheiro de volta', 'refund'],
    ['quando chega a minha encomenda?', 'information'],
    ['voglio un rimborso per questo ordine', 'refund'],
    ['mi aspetto almeno delle scuse da parte vostra', 'apology'],
    ['ik wil mijn geld terug', 'refund'],
    ['wanneer komt mijn bestelling aan?', 'information'],
    ['返金してください', 'refund'],
    ['早く直してください', 'fix'],
    ['注文はいつ届きますか', 'information'],
    ['謝罪してほしい', 'apology'],
    ['人と話したい', 'person'],
  ])('by "%s" is %s', (text, wish) => {
    const { wish: read_, reasons } = read(text);
    expect(read_).toBe(wish);
    expect(reasons.find(({ field }) => field === 'wish')?.because).toBeTruthy();
  });

  it.each([
    'Please cancel our subscription',
    'The green one',
    'Great job on the new release',
    'wir möchten die Bestellung stornieren',
    'can you delete my account?',
    '',
  ])('is left open by "%s"', (text) => {
    expect(read(text)).not.toHaveProperty('wish');
    expect(read(text).reasons.some(({ field }) => field === 'wish')).toBe(false);
  });

  it('has words for agents', () => {
    expect(WISHES[read('I want my money back').wish!]).toBe('their money back');
  });
});
