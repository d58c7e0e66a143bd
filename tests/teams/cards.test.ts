import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, Message } from '../../src/support/conversation.ts';
import { measureDrafts } from '../../src/support/drafts.ts';
import type { OfferedLesson } from '../../src/support/lessons.ts';
import type { Cell, Sheet } from '../../src/support/report/sheet.ts';
import type { Person } from '../../src/support/roles.ts';
import { renderCard } from '../../src/teams/card.ts';
import { formsInCards } from '../../src/teams/dialogs.ts';
import { renderDraft } from '../../src/teams/draft.ts';
import { type Card, cardOf } from '../../src/teams/elements.ts';
import { correctForm, handOnForm } from '../../src/teams/forms.ts';
import { learningCard, lessonCard } from '../../src/teams/learning.ts';
import { renderMessage, renderNote } from '../../src/teams/message.ts';
import { markup } from '../../src/teams/plain.ts';
import { queueCard } from '../../src/teams/queue.ts';
import { sheetCard } from '../../src/teams/reports/sheet.ts';
import { whyCard } from '../../src/teams/why.ts';
import { cardFaults, visit } from '../fake-teams/cards.ts';
import { linksOf, pingedBy, wordsOf } from '../fake-teams/reading.ts';
import type { Words } from '../fake-teams/state.ts';

/** Words that somebody could type to pose as a link, a mention, a heading or a card. */
const typed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        '[your bank](https://evil.example)',
        '](https://evil.example)',
        '[',
        '<at>Ada Agent</at>',
        '<a href="https://evil.example">x</a>',
        '**',
        '\\',
        '`',
        '# ',
        '- ',
        '1. ',
        '{{DATE(2026-01-01T00:00:00Z)}}',
        '&lt;',
        '\u202e',
        '\n',
        'words',
        '![x](https://evil.example/x.png)',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

const person = (name: string, role: Person['role']): Person => ({ id: 'x', name, role });

function conversationOf(text: string, name: string, url: string): Conversation {
  const customer = person(name, 'customer');
  const message: Message = {
    id: '1772445600000',
    author: customer,
    at: 1_772_445_600_000,
    text,
    files: [{ name, url }],
    before: text,
  };
  const agent = person(name, 'agent');
  return {
    id: 'teams:t:19:a@thread.tacv2:1772445600000',
    version: 1,
    place: { platform: 'teams', workspace: 't', channel: '19:a@thread.tacv2', thread: '17' },
    customer,
    status: 'waiting',
    openedAt: 1_772_445_600_000,
    waitingSince: 1_772_445_600_000,
    lastCustomerAt: 1_772_445_600_000,
    messages: [message, { ...message, id: '1772445600001' }],
    triage: {
      category: 'billing',
      confidence: 1,
      candidates: [],
      urgency: 'p1',
      sentiment: 'negative',
      frustration: 0.5,
      wantsHuman: true,
      isRequest: true,
      abusive: false,
      suspicious: true,
      language: 'en',
      reasons: [{ field: 'category', because: text }],
    },
    owner: agent,
    drafts: [
      {
        number: 1,
        text,
        language: 'en',
        template: 'billing',
        writtenAt: 1,
        checks: [{ name: 'personal', pass: false, hint: text }],
        state: { is: 'failed', because: text, uncertain: true, by: agent, at: 1, edited: false },
      },
    ],
    humanSpoke: false,
    timers: {},
    corrections: { category: { from: text, to: 'billing', by: agent, at: 1 } },
    deeds: [{ at: 1, by: agent, did: 'regenerated', detail: text }],
  };
}

const LABELS = new Map([['billing', 'Billing and payment']]);

const noDesk = {
  ofCustomer: async () => [],
  waiting: async () => [conversationOf('[x](https://evil.example)', 'Ben', '')],
};

const ACCURACY = { corrections: 1, conversations: 1, opened: 1, right: 0 };

/** A report in which somebody's words stand wherever any can. */
function sheetWith(text: string, name: string): Sheet {
  const cells: Cell[] = [
    { is: 'conversation', id: 'teams:1', text },
    { is: 'conversation', id: 'slack:1', text },
    { is: 'person', id: name, name: '' },
    { is: 'person', id: '1', name },
    { is: 'channel', id: text },
    { is: 'instant', at: 1 },
    text,
  ];
  const columns = cells.map((_, i) => ({ title: text, numbers: i > 2 }));
  const series = [{ name, values: [1, undefined, 3] }];
  const labels = ['a', text, ''];
  const chart = { kind: 'stack', title: text, alt: text, unit: name, labels, series } as const;
  return {
    title: text,
    about: [' · only ', ...cells],
    parts: [
      { is: 'figures', title: text, figures: [{ name, value: text, change: text, n: 'n 3' }] },
      { is: 'table', table: { title: text, columns, rows: [cells], more: 3 } },
      { is: 'chart', chart },
      { is: 'note', text },
    ],
  };
}

/** More lessons than are shown, of words that somebody typed. */
function lessonsOf({ id, messages, customer }: Conversation): OfferedLesson[] {
  const { text } = messages[0]!;
  return Array.from({ length: 12 }, (_, n): OfferedLesson => {
    const lesson = {
      id: `${id}/${n}`,
      conversation: id,
      text,
      from: text,
      category: 'billing',
      by: customer,
      at: 1,
      messages: [],
      state: 'waiting',
    } as const;
    const kinds = [
      lesson,
      { ...lesson, kind: 'rewording', wording: text, customer: 'nora' },
      { ...lesson, kind: 'article', question: text, language: 'en', judge: customer },
    ] as const;
    return kinds[n % 3]!;
  });
}

function hostileLabels(label: string): Map<string, string> {
  return new Map([
    ['billing', label || 'Billing'],
    ['refund', 'Refund or return'],
  ]);
}

function asWords(card: Card): Words {
  const content = JSON.parse(JSON.stringify(card)) as unknown;
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
  return { text: '', textFormat: 'plain', attachments, entities: [] };
}

describe('whatever somebody types', () => {
  const everything = async (text: string, name: string, url: string) => {
    const conversation = conversationOf(text, name, url);
    const [first] = conversation.messages;
    const other = { ...conversation, id: 'teams:other' };
    const desk = { ...noDesk, waiting: async () => [...(await noDesk.waiting()), other] };
    const staff = [{ id: 'a', name, role: 'agent' } as const];
    const people = { everybody: async () => staff };
    const forms = await formsInCards(conversation, { desk: desk as never, labels: LABELS, people });
    return [
      renderCard(conversation, () => undefined, LABELS),
      renderCard(conversation, forms, LABELS),
      renderDraft(conversation, conversation.drafts[0]!, forms),
      renderMessage(first!),
      renderMessage({ ...first!, deleted: true }),
      renderNote(text),
      queueCard('Waiting', [conversation], LABELS),
      sheetCard(sheetWith(text, name), {
        names: new Map([[name, name]]),
        cards: new Map([['teams:1', 'https://teams.microsoft.com/l/message/1/1']]),
      }),
      whyCard(conversation, new Map([['billing', text]])),
      learningCard(
        {
          lessons: { accepted: [], waiting: lessonsOf(conversation) },
          accuracy: ACCURACY,
          drafts: measureDrafts([]),
        },
        LABELS,
      ),
      ...lessonsOf(conversation)
        .slice(0, 3)
        .map((one) => lessonCard({ ...conversation, lessons: [one] }, one.id)),
      { card: cardOf(correctForm('correct-category', conversation, hostileLabels(text)).body) },
      { card: cardOf(handOnForm(conversation, staff).body) },
    ];
  };

  it('becomes no link, no mention and no broken card in the triage channel', async () => {
    await fc.assert(
      fc.asyncProperty(typed, typed, typed, async (text, name, url) => {
        for (const { card } of await everything(text, name, url)) {
          expect(cardFaults(card)).toEqual([]);
          const shown = asWords(card);
          expect(pingedBy(shown)).toEqual(new Set());
          const foreign = linksOf(shown).filter(
            (link) => !link.url.startsWith('https://teams.microsoft.com/l/message/'),
          );
          expect(foreign).toEqual([]);
          expect(card.msteams ?? {}).not.toHaveProperty('entities');
        }
      }),
    );
  });

  it('stands in text runs, which know no Markdown; what stands in text blocks is escaped', async () => {
    await fc.assert(
      fc.asyncProperty(typed, typed, async (text, name) => {
        for (const { card } of await everything(text, name, '')) {
          visit(card, (node) => {
            const facts = (node['facts'] ?? []) as { title: string; value: string }[];
            const said = node['type'] === 'TextBlock' ? String(node['text']) : '';
            const bare = [said, ...facts.flatMap(({ title, value }) => [title, value])]
              .join('\n')
              .replace(/\\[\\`*_[\]<>~&#+\-:.)]/g, '')
              .replace(/\*\*[^*]*\*\*/g, '');
            expect(bare).not.toMatch(/[[\]<>`]|\*|:\/\//);
          });
        }
      }),
    );
  });

  it('is still there to be read, word for word', async () => {
    const text = 'Pay [here](https://evil.example) *now* <b>x</b> {{DATE(x)}} \\o/ _it_ 1. # &amp;';
    const { card } = renderMessage(conversationOf(text, 'Nora', '').messages[0]!);
    expect(wordsOf(asWords(card)).replaceAll('\u200b', '')).toContain(text);
  });

  it('leaves as it is for the customer, whoever typed it: no link under another name, no mention', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const words: Words = {
          text: markup(text),
          textFormat: 'xml',
          attachments: [],
          entities: [],
        };
        expect(words.text.replace(/<br\/>|<\/?a[^<>]*>/g, '')).not.toMatch(/[<>"*_[\]`\\]/);
        for (const { url, label } of linksOf(words)) expect(label).toBe(url);
        expect(wordsOf(words)).toBe(
          text.replace(/(?!\n|\t)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ''),
        );
      }),
    );
  });

  it('is a link only where a file is kept on the open web', async () => {
    const linked = (url: string) =>
      linksOf(asWords(renderMessage(conversationOf('x', 'f', url).messages[0]!).card));
    expect(linked('https://acme.sharepoint.com/a.pdf')).toHaveLength(1);
    for (const url of ['javascript:alert(1)', 'http://x.example', 'https://a b', 'file:///etc']) {
      expect(linked(url)).toEqual([]);
    }
  });
});
