import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCard } from '../../src/slack/card.ts';
import { renderDraft } from '../../src/slack/draft.ts';
import { renderHome } from '../../src/slack/home.ts';
import { renderLearning, renderLessonPost } from '../../src/slack/learning.ts';
import { renderMessage } from '../../src/slack/message.ts';
import { editDialog, mergeDialog, splitDialog, whyDialog } from '../../src/slack/modals.ts';
import {
  decode,
  escaped,
  escapeWithin,
  escapeWithLinks,
  link,
  within,
} from '../../src/slack/mrkdwn.ts';
import { renderSheet } from '../../src/slack/reports/sheet.ts';
import { renderWhy } from '../../src/slack/why.ts';
import type { Conversation, Message } from '../../src/support/conversation.ts';
import { measureDrafts } from '../../src/support/drafts.ts';
import type { Cell, Sheet } from '../../src/support/report/sheet.ts';
import { leastCpu } from '../cpu-time.ts';
import { faultsOf, viewFaultsOf } from '../fake-slack/blocks.ts';
import { linksOf, pingedBy, typed, wordsOf } from '../fake-slack/reading.ts';
import type { Block } from '../fake-slack/state.ts';
import { aConversation, aDraft, ada, aMessage, nora } from './cast.ts';

const LABELS = new Map<string, string>();
const WHERE = {
  id: 'T0HOME00001',
  url: 'https://acme.slack.com/',
  channel: 'C0SUPPORT01',
  labels: LABELS,
};

/** What somebody might type to do mischief, between whatever else they type. */
const mischief = fc.constantFrom(
  '<!channel>',
  '<!here>',
  '<!everyone>',
  '<@U0ADA000001>',
  '<!subteam^S0AGENTS001>',
  '<#C0TRIAGE001>',
  '<https://evil.example|https://bank.example>',
  '<mailto:a@b.example|the boss>',
  '@channel',
  '&lt;!channel&gt;',
  '&amp;lt;!here&amp;gt;',
  '<',
  '>',
  '&',
  '|',
  '<<!channel>>',
  '\n',
  '\u0000',
  '\u202e',
  '😀',
  '\ud83d',
  '`',
  '*',
  '_',
  '~',
  'https://evil.example/?a=<!channel>',
  '<!date^1^{date}|x>',
  '"}',
  '\\',
);
const words = fc
  .array(fc.oneof(mischief, fc.string()), { maxLength: 12 })
  .map((parts) => parts.join(''));
const longWords = fc.oneof(
  words,
  fc
    .tuple(words, fc.integer({ min: 1, max: 9_000 }))
    .map(([part, n]) => (part || '&').repeat(n).slice(0, 40_000)),
);

const hostileMessage = fc
  .record({ text: longWords, before: fc.option(words), name: words, file: words })
  .map(
    ({ text, before, name, file }): Message => ({
      ...aMessage(text),
      author: { ...nora, name },
      ...(before === null ? {} : { before }),
      files: [
        { name: file, url: `https://files.example/${encodeURIComponent('x')}` },
        { name: file, url: file },
      ],
    }),
  );
const hostile = fc
  .record({ message: hostileMessage, draft: longWords, because: words, hint: words })
  .map(({ message, draft, because, hint }): Conversation => {
    const text = draft.slice(0, 12_000);
    return {
      ...aConversation(message),
      triage: {
        ...aConversation(message).triage!,
        category: because,
        reasons: Array.from({ length: 8 }, () => ({ field: 'category', because }) as const),
      },
      drafts: [
        { ...aDraft(1, text), state: { is: 'failed', because, by: ada, at: 1, edited: false } },
        {
          ...aDraft(2, text),
          checks: Array.from({ length: 12 }, () => ({ name: 'plain', pass: false, hint }) as const),
        },
      ],
      corrections: {
        category: { from: because, to: hint, by: { ...ada, name: hint }, at: 1 },
        urgency: { from: 'p1', to: 'p2', by: { ...ada, name: because }, at: 1 },
      },
      deeds: Array.from(
        { length: 30 },
        () => ({ at: 1, by: { ...ada, name: because }, did: 'regenerated', detail: hint }) as const,
      ),
    };
  });

/** A report in which an outsider's words stand wherever any can. */
function sheetWith(text: string): Sheet {
  const cells: Cell[] = [
    { is: 'conversation', id: 'slack:1', text },
    { is: 'conversation', id: 'teams:1', text },
    { is: 'person', id: 'U0NOBODY0001', name: '' },
    { is: 'person', id: text, name: '' },
    { is: 'channel', id: text },
    { is: 'instant', at: 1 },
    text,
  ];
  const columns = cells.map(() => ({ title: text.slice(0, 300), numbers: false }));
  const table = { title: text, columns, rows: [cells, cells, cells], more: 3 };
  const labels = ['a', text, 'c'];
  const series = [{ name: text, values: [1, 2, undefined] }];
  const chart = { kind: 'bar', title: text, alt: text, unit: text, labels, series } as const;
  const figure = { name: text.slice(0, 300), value: text, change: text, n: 'n 3' };
  return {
    title: text,
    about: [' · only ', ...cells.slice(0, 6)],
    parts: [
      { is: 'figures', title: text.slice(0, 300), figures: Array(13).fill(figure) },
      { is: 'table', table },
      { is: 'chart', chart },
      {
        is: 'chart',
        chart: { ...chart, labels: ['a', 'b'], series: [{ name: 'x', values: [1, 2] }] },
      },
      { is: 'note', text },
    ],
  };
}

function isHarmless(rendered: { text: string; blocks: readonly unknown[] }): void {
  const blocks = rendered.blocks as Block[];
  expect([...pingedBy(rendered.text, blocks, false)]).toEqual([]);
  expect(faultsOf(blocks, 'message')).toEqual([]);
  expect(rendered.text.length).toBeLessThanOrEqual(40_000);
  expect(rendered.text.length).toBeGreaterThan(0);
  for (const { url, label } of linksOf({ text: rendered.text, blocks })) {
    const ours = url.startsWith(WHERE.url) && label === 'open';
    expect(ours || url.startsWith('https://files.example/')).toBe(true);
  }
}

describe('whatever a customer types', () => {
  it('pings nobody, forges no link and fits Slack’s limits on the card', () => {
    fc.assert(
      fc.property(hostile, (conversation) => isHarmless(renderCard(conversation, WHERE, LABELS))),
    );
  });

  it('does so in the card’s thread', () => {
    fc.assert(fc.property(hostileMessage, (message) => isHarmless(renderMessage(message))));
  });

  it('does so in the drafts that quote it', () => {
    fc.assert(
      fc.property(hostile, (conversation) => {
        for (const draft of conversation.drafts) isHarmless(renderDraft(conversation, draft));
      }),
    );
  });

  it('fits the dialogs that show it', () => {
    fc.assert(
      fc.property(hostile, (conversation) => {
        const named = { conversation: conversation.id, draft: 2 };
        const many = {
          ...conversation,
          messages: Array.from({ length: 35 }, (_, i) => ({
            ...conversation.messages[0]!,
            id: `${i}.1`,
          })),
        };
        const other = { ...conversation, id: `${conversation.id}x` };
        for (const view of [
          editDialog(conversation, named),
          splitDialog(many, named),
          mergeDialog(conversation, [other], named, LABELS),
          whyDialog(conversation, named, LABELS),
        ]) {
          expect(viewFaultsOf(view as never)).toEqual([]);
          expect([...pingedBy('', view.blocks as never, false)]).toEqual([]);
        }
      }),
    );
  });

  it('does so in the reasons an agent asks for and the examples a lead judges', () => {
    fc.assert(
      fc.property(hostile, words, (conversation, label) => {
        const labels = new Map([['billing', label]]);
        isHarmless(renderWhy(conversation, labels));
        const lesson = {
          id: 'slack:c/1',
          conversation: conversation.id,
          text: conversation.messages[0]!.text.slice(0, 500),
          from: 'billing',
          category: label,
          by: { ...ada, name: label },
          at: 1,
          messages: [],
          state: 'waiting',
        } as const;
        const rewording = {
          ...lesson,
          kind: 'rewording',
          wording: label,
          customer: 'nora',
        } as const;
        const article = { ...lesson, kind: 'article', question: label, language: 'en' } as const;
        for (const state of ['waiting', 'accepted', 'declined'] as const) {
          const judged = { ...article, state, judge: { ...ada, name: label } };
          isHarmless(renderLessonPost({ ...conversation, lessons: [judged] }, article.id));
        }
        const each = [lesson, rewording, article];
        const lessons = {
          accepted: [],
          waiting: Array.from({ length: 30 }, (_, i) => each[i % 3]!),
        };
        const accuracy = { corrections: 1, conversations: 1, opened: 1, right: 1 };
        isHarmless(renderLearning({ lessons, accuracy, drafts: measureDrafts([]) }, labels));
      }),
    );
  });

  it('has no part in what can be chosen: the handbook’s categories, as many and as long as Slack takes', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 120 }),
        (conversation, labels) => {
          const card = renderCard(conversation, WHERE, new Map(labels));
          isHarmless(card);
        },
      ),
    );
  });

  it('fits the home that lists it', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (conversation) => {
        const [{ text }] = conversation.messages as [Message];
        const desk = {
          waiting: async () => Array.from({ length: 100 }, () => conversation),
          owned: async () => Array.from({ length: 200 }, () => conversation),
          kudos: async () => [{ on: '2026-03-02', customer: text, words: text, to: text }],
        };
        const known = { names: new Map(), cards: new Map() };
        const lead = { ...ada, role: 'lead' } as const;
        const today = { is: 'told', sheet: sheetWith(text), known } as const;
        for (const person of [ada, lead]) {
          const view = await renderHome(person, desk as never, WHERE, today);
          expect(viewFaultsOf(view as never)).toEqual([]);
          expect([...pingedBy('', view.blocks as never, false)]).toEqual([]);
        }
      }),
    );
  });

  it.each(['native', 'pictures', 'words'] as const)(
    'is text and nothing else in a report, and Slack takes it: %s',
    (showing) => {
      fc.assert(
        fc.property(longWords, (text) => {
          const sheet = sheetWith(text);
          const cards = new Map([['slack:1', `${WHERE.url}archives/C0TRIAGE001/p1`]]);
          const known = { names: new Map([['U0NOBODY0001', text]]), cards };
          const { blocks, ...rendered } = renderSheet(sheet, {
            ...known,
            showing,
            pictures: new Map(),
          });
          expect(faultsOf(blocks, 'message')).toEqual([]);
          expect([...pingedBy(rendered.text, blocks as never, false)]).toEqual([]);
          const links = linksOf({ text: rendered.text, blocks: blocks as never });
          expect(links.filter(({ url }) => !url.startsWith(WHERE.url))).toEqual([]);
        }),
      );
    },
  );

  it('reaches agents as it was typed, whichever markup Slack put around it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decode(typed(text))).toBe(text.replace(/[^\S\n]+\n/g, '\n').trim());
      }),
    );
  });

  it('never grows past a limit, and is never cut inside a character or an entity', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 80 }), (text, limit) => {
        const cut = escapeWithin(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
        expect(within(text, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('a reply', () => {
  it('reaches the customer word for word, with nothing in it that pings or poses as a link', () => {
    fc.assert(
      fc.property(words, (text) => {
        const sent = escapeWithLinks(text);
        expect([...pingedBy(sent, [], false)]).toEqual([]);
        expect(linksOf({ text: sent, blocks: [] }).every(({ label }) => label === undefined)).toBe(
          true,
        );
        expect(wordsOf({ text: sent, blocks: [] })).toBe(text.toWellFormed());
      }),
    );
  });

  it('keeps addresses clickable, the full stop after them outside', () => {
    expect(escapeWithLinks('See https://a.example/x?b=1&c=2. (https://b.example/)')).toBe(
      'See <https://a.example/x?b=1&amp;c=2>. (<https://b.example/>)',
    );
  });
});

describe('Slack’s markup in what people write', () => {
  it.each([
    ['<https://a.example|the page>', 'the page (https://a.example)'],
    ['<https://a.example>', 'https://a.example'],
    ['<https://a.example|https://a.example>', 'https://a.example'],
    ['<mailto:n@a.example|n@a.example>', 'n@a.example'],
    ['hi <@U1|nora>', 'hi @nora'],
    ['<@UBOT> please help', 'please help'],
    ['<#C1|support> and <!here> and <!subteam^S1|@agents>', '#support and @here and @agents'],
    ['a &lt; b &amp;&amp; c &gt; d &amp;lt;', 'a < b && c > d &lt;'],
  ])('%s reads %s', (mrkdwn, plain) => {
    expect(decode(mrkdwn, 'UBOT')).toBe(plain);
  });

  it.each([
    ['blanks', ' '],
    ['tabs', '\t'],
    ['opening brackets', '<'],
    ['almost mentions', '<@U1|'],
    ['lines of blanks', ' \n'],
  ])('is read quickly in 40,000 characters of %s', (_, unit) => {
    const text = `a${unit.repeat(40_000 / unit.length)}b`;
    expect(leastCpu(() => decode(text, 'UBOT'), 2)).toBeLessThan(50);
  });

  it('makes no link of an address that would break out of one', () => {
    expect(link('https://a.example/>|x', 'a')).toBe('a');
    expect(link('javascript:alert(1)', 'a')).toBe('a');
    expect(link('https://a.example', 'x|y>z')).toBe('<https://a.example|x¦y&gt;z>');
    expect(escaped('<&>')).toBe('&lt;&amp;&gt;');
  });
});
