import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/draft.ts';
import { answersOf } from './answers.ts';

const draft = (...lines: readonly object[]) => answersOf(run, lines);
const one = async (line: object) => (await draft({ id: 1, ...line })).answers[0];

const asked = { role: 'customer', text: 'My parcel never came' };
const agent = { role: 'agent', text: 'I am sorry. Which order is it?' };

describe('warmline draft', () => {
  it('proposes a reply to each line, in order, with its checks', async () => {
    const { code, answers } = await draft(
      { id: 'a', text: 'I was charged twice for invoice 4411', customer: { name: 'Nora Lee' } },
      { id: 'b', text: 'where is my order?', customer: null },
    );
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(answers[0]).toMatchObject({
      outcome: 'suggest',
      language: 'en',
      citations: [],
      standards: { score: 1, failed: [] },
    });
    expect(answers[0].text).toMatch(/^(Hi|Hello) Nora,/);
    expect(answers[0].text).toContain('the double charge (invoice 4411)');
    expect(answers[0].because).toContain('Billing');
  });

  it('clarifies where one detail is missing, and says which', async () => {
    const answer = await one({ text: 'My parcel never arrived' });
    expect(answer).toMatchObject({ outcome: 'clarify' });
    expect(answer.text).toMatch(/order/);
    expect(answer.because).toContain('asks for the order number');
  });

  it.each(['hi there', 'thanks!', 'ok', '👍', '', 'Danke schön', 'こんにちは'])(
    'says nothing where nothing is asked: "%s"',
    async (text) => {
      expect(await one({ text })).toMatchObject({ outcome: 'none', text: '', citations: [] });
    },
  );

  it('goes on where the customer adds what was asked for', async () => {
    const { outcome, text } = await one({ text: 'it is 55-1234', history: [asked, agent] });
    expect(outcome).toBe('suggest');
    expect(text).not.toMatch(/^(Hi|Hello)\b|\?/);
    expect(text).toContain('the order that has not arrived');
  });

  it.each([
    ['thanks, it came today!', /welcome|Glad|Gladly/],
    ['hello?', /still on|not let go|again now/],
  ])('has a word for "%s" in the middle of a matter', async (text, said) => {
    const answer = await one({
      text,
      customer: { name: 'Nora' },
      history: [asked, { role: 'assistant', text: 'I look into it.' }],
    });
    expect(answer.outcome).toBe('suggest');
    expect(answer.text).toMatch(said);
  });

  it('says nothing after a nod', async () => {
    expect(await one({ text: 'ok', history: [asked, agent] })).toMatchObject({ outcome: 'none' });
  });

  it('answers in the customer’s language', async () => {
    const { language, text } = await one({
      text: 'Mein Paket ist noch nicht angekommen, Bestellnummer 4711',
      customer: { name: 'Jonas Weber' },
    });
    expect(language).toBe('de');
    expect(text).toMatch(/Jonas/);
    expect(text).toContain('die Bestellung, die noch nicht angekommen ist (Bestellnummer 4711)');
  });

  it('names what is wrong with a line, and goes on', async () => {
    const { code, answers } = await draft({ id: 7, text: 3 }, { id: 8, text: 'The app crashes' });
    expect(code).toBe(1);
    expect(answers[0]).toEqual({ id: 7, error: expect.stringContaining('text') });
    expect(answers[1].outcome).toBe('clarify');
  });
});
