import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/group.ts';
import { answersOf } from './answers.ts';

const group = (lines: readonly object[]) => answersOf(run, lines);

const conversations = async (lines: readonly object[]) =>
  (await group(lines)).answers.map(({ conversation }) => conversation);

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 10) + seconds * 1000).toISOString();
const nora = { channel: 'c', author: 'nora', role: 'customer' };
const ben = { channel: 'c', author: 'ben', role: 'customer' };
const sam = { channel: 'c', author: 'sam', role: 'agent' };

describe('warmline group', () => {
  it('names the conversation of each message after the message that began it', async () => {
    const { code, answers } = await group([
      { ...nora, id: 1, at: at(0), text: 'I was charged twice for invoice 4411' },
      { ...ben, id: 'two', at: at(20), text: 'My parcel has not arrived' },
      { ...sam, id: 3, at: at(60), text: 'nora: the second charge is refunded' },
      { ...ben, id: 4, at: at(70), text: 'tracking says Leipzig' },
    ]);
    expect(code).toBe(0);
    expect(answers).toEqual([
      { id: 1, conversation: 'c:1' },
      { id: 'two', conversation: 'c:two' },
      { id: 3, conversation: 'c:1' },
      { id: 4, conversation: 'c:two' },
    ]);
  });

  it('keeps threads apart, whether or not their first message is known, and whenever it comes', async () => {
    expect(
      await conversations([
        { ...nora, id: 1, at: at(0), text: 'I was charged twice' },
        { ...nora, id: 2, at: at(5), text: 'for invoice 4411' },
        { ...sam, id: 3, at: at(10), thread: 2, text: 'I look into it' },
        { ...nora, id: 4, at: at(15), thread: 99, text: 'for invoice 4411, twice' },
        { ...ben, id: 99, at: at(16), thread: 99, text: 'my parcel is late' },
        { ...ben, id: 5, at: at(18), thread: null, text: 'it was due on Friday' },
      ]),
    ).toEqual(['c:1', 'c:1', 'c:1', 'c:99', 'c:99', 'c:99']);
  });

  it('mixes no two channels', async () => {
    expect(
      await conversations([
        { ...nora, id: 1, at: at(0), text: 'I was charged twice' },
        { ...nora, id: 2, at: at(5), channel: 'd', text: 'for invoice 4411' },
        { ...nora, id: 3, at: at(6), channel: 'd', text: 'same here' },
      ]),
    ).toEqual(['c:1', 'd:2', 'd:2']);
  });

  it('says the same of a message that comes again', async () => {
    const one = { ...nora, id: 1, at: at(0), text: 'I was charged twice' };
    const two = { ...ben, id: 2, at: at(5), text: 'My parcel has not arrived' };
    expect(await conversations([one, two, one, two])).toEqual(['c:1', 'c:2', 'c:1', 'c:2']);
  });

  it('goes by whoever is called where no roles are given, and takes all alike where all are customers', async () => {
    const lines = [
      {
        id: 1,
        channel: 'c',
        author: 'jo',
        at: '10:00',
        text: 'does anyone know how to mount ntfs?',
      },
      { id: 2, channel: 'c', author: 'kim', at: '10:01', text: 'my sound is gone, what can I do?' },
      { id: 3, channel: 'c', author: 'lee', at: '10:02', text: 'jo: which release?' },
      { id: 4, channel: 'c', author: 'jo', at: '10:03', text: 'lee: the latest' },
      { id: 5, channel: 'c', author: 'max', at: '10:03', text: 'kim, is it muted?' },
    ];
    const expected = ['c:1', 'c:2', 'c:1', 'c:1', 'c:2'];
    expect(await conversations(lines)).toEqual(expected);
    expect(await conversations(lines.map((line) => ({ ...line, role: 'customer' })))).toEqual(
      expected,
    );
  });

  it('makes do with a message of which little is known', async () => {
    const { code, answers } = await group([
      { id: 1, author: { id: 'U1', name: 'Nora Bauer' }, text: 'I was charged twice' },
      { id: 2, author: 7, role: 'wizard', at: 'soon', text: 'Nora, which invoice is it?' },
    ]);
    expect({ code, answers }).toEqual({
      code: 0,
      answers: [
        { id: 1, conversation: ':1' },
        { id: 2, conversation: ':1' },
      ],
    });
  });

  it('says what a line lacks, and goes on', async () => {
    const { code, answers } = await group([
      { ...nora, id: 1, at: at(0) },
      { ...nora, id: 2, at: at(0), text: 'I was charged twice' },
    ]);
    expect(code).toBe(1);
    expect(answers).toEqual([
      { id: 1, error: expect.stringContaining('text') },
      { id: 2, conversation: 'c:2' },
    ]);
  });
});
