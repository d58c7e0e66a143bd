import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/mask.ts';
import { answersOf } from './answers.ts';

const mask = (lines: readonly object[]) => answersOf(run, lines);

describe('warmline mask', () => {
  it('says what was masked and where, each line with a numbering of its own', async () => {
    const { code, answers } = await mask([
      { id: 1, text: '🙂 a@example.org or b@example.org, not a@example.org' },
      { id: 'two', text: 'call +44 20 7946 0958' },
    ]);
    expect(code).toBe(0);
    expect(answers).toEqual([
      {
        id: 1,
        text: '🙂 [EMAIL 1] or [EMAIL 2], not [EMAIL 1]',
        spans: [
          { start: 3, end: 16, type: 'EMAIL' },
          { start: 20, end: 33, type: 'EMAIL' },
          { start: 39, end: 52, type: 'EMAIL' },
        ],
      },
      { id: 'two', text: 'call [PHONE 1]', spans: [{ start: 5, end: 21, type: 'PHONE' }] },
    ]);
  });

  it('says of a line without a text what is wrong with it', async () => {
    const { code, answers } = await mask([{ id: 3 }]);
    expect(code).toBe(1);
    expect(answers).toEqual([{ id: 3, error: expect.stringContaining('text') }]);
  });
});
