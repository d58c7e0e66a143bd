import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { answerLines, BadLine } from '../../src/cli/json-lines.ts';
import { openTerminal } from '../../src/cli/terminal.ts';

/** What is answered to these pieces of input, and the exit code. */
async function answer(
  pieces: readonly (string | Uint8Array)[],
  to: (line: unknown) => object | Promise<object> = (line) => ({ line }),
) {
  const output = new PassThrough();
  const input = Readable.from(pieces.map((piece) => Buffer.from(piece)));
  const read = output.setEncoding('utf8').toArray();
  const code = await answerLines(openTerminal(input, output), to);
  output.end();
  const lines = (await read).join('').split('\n').filter(Boolean);
  return { code, answers: lines.map((line) => JSON.parse(line)) };
}

describe('lines of JSON', () => {
  it('are answered one by one, in order, however they come in pieces', async () => {
    const whole = Buffer.from('{"id":1}\n{"id":"ü€🙂"}\r\n\n{"id":3}');
    const pieces = [...whole].map((byte) => Uint8Array.of(byte));
    expect(await answer(pieces)).toEqual({
      code: 0,
      answers: [{ line: { id: 1 } }, { line: { id: 'ü€🙂' } }, { line: { id: 3 } }],
    });
  });

  it('are answered in order even where one takes longer', async () => {
    const slowFirst = async (line: unknown) => {
      if ((line as { id: number }).id === 1) await new Promise(setImmediate);
      return { line };
    };
    const { answers } = await answer(['{"id":1}\n{"id":2}\n'], slowFirst);
    expect(answers.map(({ line }) => line.id)).toEqual([1, 2]);
  });

  it('that are bad are answered too, with their id where they have one, and the rest goes on', async () => {
    const choosy = (line: unknown) => {
      if (typeof line !== 'object' || line === null) throw new BadLine('it is no object');
      if ((line as { text?: string }).text === undefined) throw new BadLine('it has no text');
      return { ok: true };
    };
    const lines = ['{"id":1,', '7', 'null', '{"id":4}', '{"id":5,"text":""}'];
    const { code, answers } = await answer([`${lines.join('\n')}\n`], choosy);
    expect(code).toBe(1);
    expect(answers).toEqual([
      { id: null, error: 'The line is not JSON.' },
      { id: null, error: 'it is no object' },
      { id: null, error: 'it is no object' },
      { id: 4, error: 'it has no text' },
      { ok: true },
    ]);
  });

  it('that are endless are not kept, and the next one is read', async () => {
    const megabyte = 'x'.repeat(1024 * 1024);
    const { code, answers } = await answer([
      ...Array.from({ length: 9 }, () => megabyte),
      '\n{"id":2}\n',
    ]);
    expect(code).toBe(1);
    expect(answers).toEqual([
      { id: null, error: expect.stringContaining('longer than') },
      { line: { id: 2 } },
    ]);
  });

  it('are read no faster than their answers are taken', async () => {
    const output = new PassThrough({ highWaterMark: 1 });
    let read = 0;
    async function* input() {
      for (let i = 0; i < 100; i++) {
        read++;
        yield Buffer.from(`{"id":${i}}\n`);
      }
    }
    const ended = answerLines(openTerminal(input(), output), (line) => ({ line }));
    await new Promise(setImmediate);
    expect(read).toBeLessThan(10);
    const taken = output.setEncoding('utf8').toArray();
    expect(await ended).toBe(0);
    output.end();
    expect((await taken).join('').trim().split('\n')).toHaveLength(100);
  });

  it('end quietly when nobody reads the answers any more', async () => {
    const output = new PassThrough();
    const input = Readable.from([Buffer.from('{"id":1}\n'), Buffer.from('{"id":2}\n')]);
    const ended = answerLines(openTerminal(input, output), (line) => {
      output.destroy(new Error('EPIPE'));
      return { line };
    });
    expect(await ended).toBe(0);
  });

  it('show a fault of ours as what it is', async () => {
    const broken = () => {
      throw new TypeError('ours');
    };
    await expect(answer(['{}\n'], broken)).rejects.toThrow('ours');
  });
});
