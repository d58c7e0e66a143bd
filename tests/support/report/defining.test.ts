import { describe, expect, it } from 'vitest';
import { type Defined, define } from '../../../src/support/report/defining.ts';
import { leastCpu } from '../../cpu-time.ts';

const measures: readonly Defined[] = [
  { name: 'first-reply', title: 'First reply time', definition: 'From the first message on.' },
  { name: 'next-reply', title: 'Next reply time', definition: 'The same for later ones.' },
  { name: 'sla-met', title: 'Service level met', definition: 'Clocks that stopped in time.' },
  { name: 'csat', title: 'Satisfaction (CSAT)', definition: 'The mean of all ratings.' },
];

describe('a definition', () => {
  it.each([
    'first reply time',
    'first-reply',
    'First Reply',
    'what is the first reply time?',
    'first',
  ])('is found by the name, the title or what tells it apart: %s', (words) => {
    expect(define(words, measures)).toEqual([
      'First reply time (first-reply): From the first message on.',
    ]);
  });

  it.each([
    ['frist reply', 'Did you mean “First reply time”? From the first message on.'],
    ['satisfacton', 'Did you mean “Satisfaction (CSAT)”? The mean of all ratings.'],
    ['csta', 'Did you mean “Satisfaction (CSAT)”? The mean of all ratings.'],
  ])('is guessed where somebody mistyped: %s', (words, guess) => {
    expect(define(words, measures)).toEqual([expect.stringContaining(`called “${words}”`), guess]);
  });

  it('is asked back for where several are meant, and where none is, all are named', () => {
    expect(define('reply', measures)).toEqual([
      '“reply” may be one of these. Which one?',
      'first-reply: First reply time',
      'next-reply: Next reply time',
    ]);
    expect(define('xyzzy', measures)).toHaveLength(5);
    expect(define('', measures)).toHaveLength(5);
    expect(define('what is the', measures)[0]).toContain(
      'Every number of a report has a definition',
    );
  });

  it('takes whatever is typed, in no time', () => {
    for (const words of ['x'.repeat(40_000), 'first '.repeat(7000), '\u0000<b>']) {
      expect(leastCpu(() => define(words, measures))).toBeLessThan(20);
      expect(define(words, measures).join().length).toBeLessThan(400);
    }
  });
});
