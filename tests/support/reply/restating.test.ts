import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restated } from '../../../src/support/reply/restating.ts';
import { leastCpu } from '../../cpu-time.ts';
import { handbook } from './stage.ts';

const category = (name: string) => handbook.categories.find((one) => one.name === name)!;
const of = (text: string, name = 'bug_outage') => restated(text, category(name))[0];

describe('a customer’s words, said back to them', () => {
  it.each([
    ['my export keeps failing since Monday', 'your export that keeps failing'],
    ['The app won’t open the camera, please help', 'the app that won’t open the camera'],
    ["your site isn't loading", "our site that isn't loading"],
    ['Does my phone keep freezing?', 'your phone that keeps freezing'],
    ['my sync has stopped', 'your sync that has stopped'],
    ['the parcel is stuck in customs', 'the parcel that is stuck in customs'],
    ["I can't join the weekly call", 'the trouble you have joining the weekly call'],
    [
      'why can we not log in? I cannot log in to my team',
      'the trouble you have logging in to your team',
    ],
    ['Why is my refund still not there?', 'your refund that is still not there'],
    ["the app don't open the calendar", 'the app that doesn’t open the calendar'],
    ["your player can't even open the episode", "our player that can't open the episode"],
    [
      'why are the trains from Leeds to York delayed?',
      'your question why the trains from Leeds to York are delayed',
    ],
    ["I haven't received my tickets", 'your tickets that have not come'],
    ['I have a problem with my last bill', 'the trouble you have with your last bill'],
    ['need help with removing my old card', 'removing your old card'],
  ])('"%s" becomes "%s"', (text, said) => expect(of(text)).toBe(said));

  it.each([
    ['How do I move my files to another team?', 'how to move your files to another team'],
    ['how do I get past the 50% mark?', 'how to get past the 50% mark'],
    ['is there a way to mute a channel', 'how to mute a channel'],
    ['where can I find the invoice', 'where to find the invoice'],
  ])('a question is turned too: "%s"', (text, said) => expect(of(text, 'how_to')).toBe(said));

  it.each([
    'my stupid phone is broken',
    'my fucking phone is broken',
    'the bitches are late',
    "I can't believe this",
    "I can't even",
    'the thing is that I am tired',
    "my thumb isn't long enough to hit play",
    "the app don't let me do that",
    "our cable account doesn't have it either",
    'your company does not have a number to call',
    "I can't send them here",
    "I can't assume I'll be able to travel",
    'how do I fix it?',
    'you are all useless',
    '',
  ])('nothing is said back of "%s"', (text) => {
    expect(of(text)).toBeUndefined();
    expect(of(text, 'how_to')).toBeUndefined();
  });

  it('holds no link, number of ours, mark or more than a few of their words in a row', () => {
    const parts = fc.constantFrom(
      'my order',
      'the app',
      "isn't",
      "can't",
      'I',
      'working',
      'https://evil.example/x',
      '@everyone',
      '<!here>',
      '*bold*',
      'at all',
      'open',
      'your',
      'keeps',
      'with',
      'help',
      '?',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 25 }), (words) => {
        const said = of(words.join(' ')) ?? '';
        expect(said).not.toMatch(/https?:|[<>*@?]|\n/);
        expect(said.split(' ').length).toBeLessThanOrEqual(15);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['one letter', 'a'.repeat(40_000)],
    ['short words', 'my a '.repeat(8_000)],
    ['half a sentence', "I can't ".repeat(5_000)],
    ['words without end', `my app is${' not'.repeat(9_000)}`],
  ])('takes bounded time for %s', (_, text) => {
    expect(leastCpu(() => of(text), 2)).toBeLessThan(20);
  });
});
