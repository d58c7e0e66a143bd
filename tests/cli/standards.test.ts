import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/standards.ts';
import { answersOf } from './answers.ts';

const standards = (...lines: readonly object[]) => answersOf(run, lines);

const failed = ({ checks }: { checks: { name: string; pass: boolean }[] }) =>
  checks.filter(({ pass }) => !pass).map(({ name }) => name);

describe('warmline standards', () => {
  it('says of each reply which standards it meets, and what to do about the others', async () => {
    const { code, answers } = await standards(
      {
        id: 1,
        customer: 'Where is my parcel?',
        reply: "I'm asking the courier about your parcel and will write to you by tomorrow.",
      },
      { id: 'zwei', customer: 'Wo ist mein Paket?', reply: 'Das ist leider nicht möglich.' },
    );
    expect(code).toBe(0);
    expect(answers[0]).toMatchObject({ id: 1, score: 1 });
    expect(answers[1]).toMatchObject({ id: 'zwei' });
    expect(answers[1].score).toBeLessThan(0.5);
    expect(failed(answers[1])).toEqual(expect.arrayContaining(['listens', 'options']));
    for (const { pass, hint } of answers[1].checks) expect(hint === '').toBe(pass);
  });

  it('reads in the message whether the customer is upset, unless it is said', async () => {
    const furious = 'My parcel is lost AGAIN, this is ridiculous!!! I am furious!';
    const reply = "I'm looking for your parcel and will write to you by tomorrow.";
    const { answers } = await standards(
      { id: 1, customer: furious, reply },
      { id: 2, customer: furious, reply, upset: false },
    );
    expect(answers.map(failed)).toEqual([['acknowledges', 'owns'], []]);
  });

  it('goes on after a line that it cannot read', async () => {
    const { code, answers } = await standards({ id: 7, reply: 'Hi' }, { customer: 'Hi' });
    expect(code).toBe(1);
    expect(answers).toEqual([
      { id: 7, error: expect.stringContaining('customer') },
      { id: null, error: expect.stringContaining('id') },
    ]);
  });
});
