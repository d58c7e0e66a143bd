import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UsageError } from '../../src/cli/terminal.ts';
import { run } from '../../src/cli/triage.ts';
import { answersOf } from './answers.ts';

async function file(text: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'warmline-examples-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await writeFile(join(dir, 'examples.jsonl'), text);
  return join(dir, 'examples.jsonl');
}

const PLANTS = [
  ['watering', 'how often should I water my tomatoes'],
  ['watering', 'is once a week enough water for a cactus'],
  ['watering', 'the soil is dry every morning'],
  ['watering', 'can I water in the midday sun'],
  ['watering', 'my basil stands in water'],
  ['pests', 'there are aphids on my roses'],
  ['pests', 'snails eat all of my lettuce'],
  ['pests', 'what helps against spider mites'],
  ['pests', 'small black flies come out of the pot'],
  ['pests', 'something gnaws at the leaves at night'],
]
  .map(([category, text]) => JSON.stringify({ category, text }))
  .join('\n');

describe('warmline triage', () => {
  it('tells of each message what the desk would understand, in the order of the lines', async () => {
    const { code, answers } = await answersOf(run, [
      { id: 1, text: 'Hi, I was charged twice for invoice 4411' },
      { id: 'b', text: 'Thanks!' },
    ]);
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual([1, 'b']);
    expect(answers[0]).toMatchObject({
      category: 'billing',
      urgency: expect.stringMatching(/^p[1-4]$/),
      sentiment: expect.stringMatching(/^(?:negative|neutral|positive)$/),
      wantsHuman: false,
      isRequest: true,
      abusive: false,
      suspicious: false,
      language: 'en',
    });
    expect(answers[0].candidates.length).toBeGreaterThan(1);
    expect(answers[0].reasons.map(({ field }: { field: string }) => field)).toContain('category');
    expect(answers[1].isRequest).toBe(false);
  });

  it('reads a message by what was said before it', async () => {
    const said = [
      { role: 'customer', text: 'My parcel is missing' },
      { role: 'agent', text: 'Which order is it?' },
    ];
    const { answers } = await answersOf(run, [{ id: 1, text: 'number 4411', history: said }]);
    expect(answers[0].isRequest).toBe(false);
  });

  it('answers a bad line with what is wrong with it, goes on, and ends with 1', async () => {
    const { code, answers } = await answersOf(run, ['{', { id: 7 }, { id: 8, text: 'help' }, '7']);
    expect(code).toBe(1);
    expect(answers).toEqual([
      { id: null, error: 'The line is not JSON.' },
      { id: 7, error: expect.stringContaining('text') },
      expect.objectContaining({ id: 8, category: expect.any(String) }),
      { id: null, error: expect.any(String) },
    ]);
  });
});

describe('warmline triage --examples', () => {
  it('sorts into the categories of the file, and what fits none is other', async () => {
    const { answers } = await answersOf(
      run,
      [
        { id: 1, text: 'do I have to water the lemon tree in winter?' },
        { id: 2, text: 'aphids again, on the beans this time' },
        { id: 3, text: 'the invoice has the wrong company name' },
      ],
      ['--examples', await file(PLANTS)],
    );
    expect(answers.map(({ category }) => category)).toEqual(['watering', 'pests', 'other']);
    for (const { confidence, candidates } of answers) {
      expect(confidence).toBeGreaterThan(0);
      for (const { category } of candidates) {
        expect(['watering', 'pests', 'other']).toContain(category);
      }
    }
  });

  it.each([
    ['is not there', async () => '/nowhere/examples.jsonl', /cannot be read \(ENOENT\)/],
    ['is empty', () => file('\n'), /no examples/],
    ['has a line without a category', () => file('{"text":"a"}\n'), /:1: category/],
    ['is no JSON', () => file('water,watering\n'), /:1: .*\n?.*Write \{"text"/s],
  ])('refuses a file that %s', async (_, path, said) => {
    const asked = answersOf(run, [], ['--examples', await path()]);
    await expect(asked).rejects.toThrow(UsageError);
    await expect(answersOf(run, [], ['--examples', await path()])).rejects.toThrow(said);
  });

  it('refuses an option that it does not know', async () => {
    await expect(answersOf(run, [], ['--model', 'x'])).rejects.toThrow(/--examples FILE/);
  });
});
