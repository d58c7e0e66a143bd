import { openWriter } from '../../src/openai/writer.ts';
import type { ModelBudget } from '../../src/support/handbook.ts';
import { TONE } from '../../src/support/reply/tone.ts';
import type { WriteRequest } from '../../src/support/reply/writing.ts';
import { manualClock } from '../clock.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../fake-openai/fake-openai.ts';

export const FINDING = {
  verdict: 'answerable',
  passages: ['p1'],
  known: ['Invoices are under Billing.'],
  unknown: [],
  question: '',
  sure: 'high',
};
export const DRAFT = {
  text: 'Hi [PERSON 1], you find the invoice under Billing: https://help.acme.example/invoices. Is it there?',
  citations: ['p1'],
};
export const JUDGEMENT = { supported: true, unsupported: [], solves: true, sure: 'high' };

export const REQUEST: WriteRequest = {
  conversation: 'c1',
  language: 'en',
  messages: ['Where do I find my invoice? I am nora@example.org, card 4111 1111 1111 1111.'],
  history: [{ role: 'agent', text: 'Good morning Nora!' }],
  template: 'Hi Nora, we look into the invoice by 3 pm.',
  passages: [
    {
      id: 'p1',
      title: 'Invoices',
      text: 'Invoices are under Billing (https://help.acme.example/invoices).',
    },
  ],
  profile: { name: 'Nora Lind', firstName: 'Nora' },
  others: ['Ben Okafor'],
  team: 'the Acme team',
  promised: 'by 3 pm',
  tone: Object.entries(TONE).map(([standard, words]) => `${standard}: ${words}`),
};

const UNLIMITED: ModelBudget = {
  tokensPerDay: 0,
  tokensPerConversation: 0,
  moneyPerDay: 0,
  prices: { input: 0, cached: 0, output: 0 },
};

export interface Room extends AsyncDisposable {
  readonly model: FakeOpenAi;
  readonly writer: ReturnType<typeof openWriter>;
  readonly clock: ReturnType<typeof manualClock>;
  /** Everything that was logged, as JSON. */
  readonly logged: () => string;
  write(
    changes?: Partial<WriteRequest>,
    how?: { check?: (text: string) => readonly string[]; signal?: AbortSignal },
  ): ReturnType<ReturnType<typeof openWriter>['write']>;
}

/** A writer before a model that does well, unless told otherwise. */
export async function openRoom(
  options: { limits?: Partial<ModelBudget>; patience?: number; baseUrl?: string } = {},
): Promise<Room> {
  const model = await startFakeOpenAi({
    finding: () => ({ says: FINDING }),
    draft: () => ({ says: DRAFT }),
    judgement: () => ({ says: JUDGEMENT }),
  });
  const clock = manualClock();
  const lines: unknown[] = [];
  const line = (facts: object, text: string) => void lines.push([facts, text]);
  const kept = new Map<string, { tokens: number; money: number }>();
  const writer = openWriter(
    { apiKey: 'sk-planted', baseUrl: options.baseUrl ?? model.url, model: 'fake' },
    {
      limits: () => ({ ...UNLIMITED, ...options.limits }),
      shelf: {
        get: async (key) => kept.get(key),
        set: async (key, value) => kept.set(key, value),
      },
      clock,
      log: { debug: line, info: line, warn: line, error: line },
      ...(options.patience === undefined ? {} : { patience: options.patience }),
    },
  );
  return {
    model,
    writer,
    clock,
    logged: () => JSON.stringify(lines),
    write: (changes = {}, { check = () => [], signal } = {}) =>
      writer.write({ ...REQUEST, ...changes }, { check, ...(signal ? { signal } : {}) }),
    [Symbol.asyncDispose]: () => model[Symbol.asyncDispose](),
  };
}
