import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadVectors } from '../../../src/learnt/learnt.ts';
import type { Article } from '../../../src/support/knowledge/article.ts';
import { citable } from '../../../src/support/knowledge/citing.ts';
import { ENOUGH_EVIDENCE } from '../../../src/support/knowledge/evidence.ts';
import {
  type Asked,
  findArticles,
  findPassages,
  type Knowledge,
} from '../../../src/support/knowledge/search.ts';
import type { WordVectors } from '../../../src/support/sorting/vectors.ts';
import { leastCpu } from '../../cpu-time.ts';
import { article, shelve } from './shelves.ts';

let vectors: WordVectors;
beforeAll(async () => {
  vectors = await loadVectors();
});

const at = Date.UTC(2026, 2, 2);
const ids = (knowledge: Knowledge, query: string, asked: Partial<Asked> = {}) =>
  findArticles(knowledge, query, { at, ...asked }).map((hit) => hit.article.id);

const REFUNDS = article(
  'refunds',
  'Money goes back to the card that was charged within five days.',
  {
    title: 'Refunds',
    questions: ['when do I get my money back', 'can I return what I bought'],
  },
);
const PASSWORDS = article(
  'passwords',
  'Choose "Forgot password" and follow the link in the mail.',
  {
    title: 'Resetting a password',
    questions: ['I cannot sign in'],
  },
);
const INVOICES = article('invoices', 'Every invoice is in the archive, as a PDF with its number.', {
  title: 'Invoices',
});
const ALL = [REFUNDS, PASSWORDS, INVOICES];

describe('what a customer asks', () => {
  it.each([
    ['Where can I download the invoices of last year?', 'invoices'],
    ['i want my money back!!', 'refunds'],
    ['still cannot sign in', 'passwords'],
    ['the charge was not refunded', 'refunds'],
  ])('"%s" finds the article that answers it', (query, id) => {
    expect(ids(shelve(ALL, vectors), query)[0]).toBe(id);
  });

  it('finds what means the same in other words', () => {
    const knowledge = shelve(ALL, vectors);
    expect(ids(knowledge, 'unable to log on to the site')[0]).toBe('passwords');
  });

  it.each(['invocies', 'invoce', 'invoicse', 'invoyce'])('"%s" is read as it was meant', (word) => {
    expect(ids(shelve(ALL), `the ${word}`)[0]).toBe('invoices');
  });

  it('takes no code for another that is near it', () => {
    const knowledge = shelve([article('a', 'error E1234'), article('b', 'error E9999')]);
    expect(ids(knowledge, 'E1235')).toEqual([]);
  });

  it('weighs most what the team wrote down as a question of customers', () => {
    const text = 'The gadget is described here.';
    const knowledge = shelve([
      article('text', `${text} How long does the battery last? It lasts.`),
      article('title', text, { title: 'The battery' }),
      article('question', text, { questions: ['how long does the battery last'] }),
    ]);
    expect(ids(knowledge, 'how long does the battery last')[0]).toBe('question');
  });

  it('finds the passage, not only the article', () => {
    const guide = article('guide', '', {
      title: 'Shipping',
      passages: [
        { id: 'guide#cost', headings: ['Cost'], text: 'Shipping costs four euros.' },
        { id: 'guide#customs', headings: ['Customs'], text: 'Outside the EU a duty is due.' },
      ],
    });
    const [best] = findPassages(shelve([...ALL, guide]), 'is there a customs duty', { at });
    expect(best?.passage.id).toBe('guide#customs');
    expect(ids(shelve([guide]), 'shipping cost and customs')).toEqual(['guide']);
  });

  it('is answered with ten articles at most, or as many as are asked for', () => {
    const many = shelve(Array.from({ length: 30 }, (_, i) => article(`${i}`, 'about invoices')));
    expect(ids(many, 'invoices')).toHaveLength(10);
    expect(ids(many, 'invoices', { most: 3 })).toEqual(['0', '1', '2']);
  });
});

describe('a question that nothing fits', () => {
  const evidence = (query: string) =>
    findPassages(shelve(ALL, vectors), query, { at })[0]?.evidence ?? 0;

  it.each([
    'what is the capital of Peru',
    'do you sell tyres for tractors',
    'how do I train my dog not to bark',
    'привет',
    '🙂',
  ])('"%s" has too little evidence to be answered', (query) => {
    expect(evidence(query)).toBeLessThan(ENOUGH_EVIDENCE);
  });

  it.each(['when do I get my money back?', 'I cannot sign in', 'where are my invoices'])(
    '"%s", which one does fit, has enough',
    (query) => {
      expect(evidence(query)).toBeGreaterThanOrEqual(ENOUGH_EVIDENCE);
    },
  );
});

describe('an article that may no longer hold', () => {
  const old = article('old', 'Parcels take two days.', { validUntil: at });
  const now = article('now', 'A parcel takes three days now, seldom four.');

  it('is flagged from its last day on, and not before', () => {
    const stale = (when: number) => findPassages(shelve([old]), 'parcels', { at: when })[0]?.stale;
    expect([stale(at - 1), stale(at)]).toEqual([false, true]);
  });

  it('ranks below one that holds', () => {
    const knowledge = shelve([old, now]);
    expect(ids(knowledge, 'how many days do parcels take', { at: at - 1 })[0]).toBe('old');
    expect(ids(knowledge, 'how many days do parcels take')[0]).toBe('now');
  });
});

describe('what is cited to a customer', () => {
  const cited = (...articles: readonly Article[]) => {
    const hits = findPassages(shelve([...articles, INVOICES]), 'how long do parcels take', { at });
    return citable(hits).map((hit) => hit.article.id);
  };
  const ASKED = { questions: ['how long do parcels take'] };
  const old = article('old', 'Parcels take two days.', { ...ASKED, validUntil: at });
  const now = article('now', 'Parcels take three days.', ASKED);

  it('has enough evidence', () => {
    expect(cited(now)).toEqual(['now']);
    expect(cited()).toEqual([]);
  });

  it('is never out of date alone', () => {
    expect(cited(old)).toEqual([]);
    expect(cited(old, now)).toEqual(['now', 'old']);
  });
});

describe('languages', () => {
  it.each([
    ['de', 'Rechnungen liegen im Archiv.', 'wo finde ich meine Rechnung'],
    ['fr', 'Les remboursements prennent cinq jours.', 'quand vient mon remboursement'],
    ['es', 'Las devoluciones se pagan pronto.', 'una devolución'],
    ['ja', '請求書はアーカイブにあります。', '請求書はどこですか'],
    ['th', 'ใบแจ้งหนี้อยู่ในคลังเอกสาร', 'ใบแจ้งหนี้อยู่ที่ไหน'],
    ['el', 'Τα τιμολόγια είναι στο αρχείο.', 'πού είναι τα τιμολόγια'],
  ])('%s: the words are told apart, whatever their endings', (language, text, query) => {
    const other = article('other', language === 'ja' ? '電話番号' : 'xyz', {
      languages: [language],
    });
    const knowledge = shelve([other, article('right', text, { languages: [language] })]);
    expect(ids(knowledge, query)[0]).toBe('right');
  });

  it('the customer’s goes before the team’s, and that before others', () => {
    const text = 'API key: settings';
    const knowledge = shelve(
      ['fr', 'en', 'de'].map((language) => article(language, text, { languages: [language] })),
    );
    expect(ids(knowledge, 'API key', { languages: ['de', 'en'] })).toEqual(['de', 'en', 'fr']);
  });

  it('an article in two is found once', () => {
    const both = article('both', 'API key', { languages: ['de', 'en'] });
    expect(ids(shelve([both]), 'API key')).toEqual(['both']);
  });
});

describe('whatever is asked and written', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(fc.constantFrom('refund', 'the', 'money', 'API', '\n', '##', '請求', '__proto__'))
      .map((words) => words.join(' ')),
  );
  const articles = fc
    .array(fc.tuple(text, text, fc.constantFrom('en', 'de', 'ja', 'xx', 'constructor')))
    .map((all) =>
      all.map(([title, body, language], i) =>
        article(`${i}`, body, { title, questions: [title], languages: [language] }),
      ),
    );

  it('it never throws, scores fall, and evidence is a share', () => {
    fc.assert(
      fc.property(articles, text, (all, query) => {
        const hits = findPassages(shelve(all, vectors), query, { at, languages: ['de'] });
        expect(hits.length).toBeLessThanOrEqual(10);
        for (const [i, { score, evidence }] of hits.entries()) {
          expect(score).toBeLessThanOrEqual(hits[i - 1]?.score ?? Number.POSITIVE_INFINITY);
          expect(evidence).toBeGreaterThanOrEqual(0);
          expect(evidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('a further article hides none of those that were found', () => {
    fc.assert(
      fc.property(articles, text, text, (all, further, query) => {
        const most = all.length + 1;
        const before = ids(shelve(all), query, { most });
        const after = ids(shelve([...all, article('further', further)]), query, { most });
        expect(after).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  it('a message of 40,000 characters is searched in bounded time', () => {
    const knowledge = shelve(
      Array.from({ length: 500 }, (_, i) => article(`${i}`, `the article number ${i} of all`)),
      vectors,
    );
    for (const hostile of ['a'.repeat(40_000), 'a1 '.repeat(13_000), '請求書'.repeat(13_000)]) {
      expect(leastCpu(() => findPassages(knowledge, hostile, { at }))).toBeLessThan(100);
    }
  });
});
