import { describe, expect, it } from 'vitest';
import { notesOn } from '../../../src/support/draft-notes.ts';
import { compose } from '../../../src/support/reply/compose.ts';
import { article, shelve } from '../knowledge/shelves.ts';
import { AT, conversation, handbook as shipped } from './stage.ts';

const SAYS = 'Every invoice stands under **Billing**, as a PDF.';
const invoices = (about: object = {}) =>
  article('invoices', SAYS, {
    title: 'Where invoices are',
    questions: ['Where do I find my invoice?'],
    ...about,
  });
const draftWith = (
  text: string,
  about: object = {},
  more: readonly ReturnType<typeof article>[] = [],
) => {
  const handbook = { ...shipped, knowledge: shelve([invoices(about), ...more]) };
  return compose(conversation([text], 'Nora Lee'), handbook, AT);
};
const ASKS = 'Hi, where do I find my invoice?';

describe('a draft where an article answers', () => {
  it('says it in the article’s words, cites it, and asks whether that was it', () => {
    const { text, citations, checks } = draftWith(ASKS);
    expect(text).toContain('Every invoice stands under Billing, as a PDF.');
    expect(text).toMatch(/^(?:Hi|Hello) Nora,/);
    expect(citations).toEqual([{ id: 'invoices', title: 'Where invoices are' }]);
    expect(checks.filter(({ pass }) => !pass)).toEqual([]);
  });

  it.each([
    ['it may be out of date', ASKS, { validUntil: AT - 1 }],
    ['it is in another language than the customer’s', ASKS, { languages: ['de'] }],
    ['it is about something else', 'my parcel has not arrived', {}],
    ['the customer wants a person', `${ASKS} Let me talk to a human please.`, {}],
    [
      'the customer is angry',
      `${ASKS} This is the THIRD time I ask, your support is a joke!!!`,
      {},
    ],
    ['a password stands in their words', `${ASKS} My password is hunter2!!`, {}],
  ])('is none where %s', (_, text, about) => {
    const { answered, text: said } = draftWith(text, about);
    expect(answered).toBeUndefined();
    expect(said).not.toContain('as a PDF');
  });

  it('is none where the passage is too long to be sent as it is', () => {
    const passages = [
      { id: 'invoices', headings: [], text: `${SAYS} ${'And more of it. '.repeat(60)}` },
    ];
    expect(draftWith(ASKS, { passages }).answered).toBeUndefined();
  });

  it('may still help the agent who answers', () => {
    const draft = draftWith('Where do I find my invoice?!!! UNACCEPTABLE, you useless idiots');
    expect(draft.citations).toEqual([{ id: 'invoices', title: 'Where invoices are' }]);
    const open = { ...draft, number: 1, writtenAt: AT, state: { is: 'open' } as const };
    expect(notesOn(open)).toEqual(['May help you: Where invoices are']);
    const answered = draftWith(ASKS);
    expect(notesOn({ ...open, ...answered })).toEqual(['From Where invoices are']);
  });

  it('leaves the word to the agent who asks for another one', () => {
    const handbook = { ...shipped, knowledge: shelve([invoices()]) };
    const hint = 'the invoice is attached';
    const { citations } = compose(conversation([ASKS], 'Nora Lee'), handbook, AT, { hint });
    expect(citations).toBeUndefined();
  });
});
