import { expect, test } from 'vitest';
import { remembering } from '../../src/support/remembering.ts';

/** A reading that notes what it was asked to read. */
function noting() {
  const read: string[] = [];
  const length = remembering((text, unit: string) => {
    read.push(text);
    return `${text.length} ${unit}`;
  });
  return { read, length };
}

test('a text is read once, and once more for whatever else it is read with', () => {
  const { read, length } = noting();
  const said = [length('hello', 'letters'), length('hello', 'letters'), length('hello', 'signs')];
  expect(said).toEqual(['5 letters', '5 letters', '5 signs']);
  expect(read).toEqual(['hello', 'hello']);
});

test('what is found to be nothing much is remembered too', () => {
  let times = 0;
  const isLoud = remembering((text) => {
    times++;
    return text.endsWith('!');
  });
  expect([isLoud('hello'), isLoud('hello')]).toEqual([false, false]);
  expect(times).toBe(1);
});

test('a long text is read each time, and of many the first are forgotten', () => {
  const { read, length } = noting();
  length('x'.repeat(5_000), 'letters');
  length('x'.repeat(5_000), 'letters');
  expect(read).toHaveLength(2);
  length('first', 'letters');
  for (let n = 0; n < 100; n++) length(`${n}`.padEnd(3_000), 'letters');
  length('first', 'letters');
  expect(read).toHaveLength(104);
});
