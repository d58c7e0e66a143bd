/** What customers write first, and what they write on. Invented; `#` becomes a number. */
const REQUESTS = [
  'I was charged twice for invoice # this month and I need the second charge refunded, please',
  'My parcel # was due on Friday and has still not arrived. Where is it?',
  'Nobody of us can log in since this morning, the page says error #. We launch today!',
  'How do I add a colleague to our workspace?',
  'Please cancel our subscription # at the end of the month',
  'The export to CSV has empty columns since the last update, see report #',
  'I sent the shoes of order # back two weeks ago. When do I get my money?',
  'Would it be possible to sort the list by date?',
];
const FURTHER = [
  'any news on this?',
  'it is urgent, our customers are waiting',
  'the number is #',
  'thank you, that helps',
  'it still does not work',
];

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
/** Monday, 2 March 2026, 00:00 UTC. */
const BEGINS = Date.UTC(2026, 2, 2);

/**
 * A week of so many conversations in forty channels, as lines for `warmline replay`: three to six messages each, and the presses
 * of four agents, who send, write themselves and resolve. The same each time.
 */
export function historyOfAWeek(conversations: number): string[] {
  const lines: { at: number }[] = [];
  for (let n = 0; n < conversations; n++) {
    const channel = `C${n % 40}`;
    const author = { id: `U${n}`, name: `Customer ${n}` };
    const agent = { author: `ada-${n % 4}`, role: 'agent' };
    const root = `m${n}-0`;
    let at = BEGINS + Math.floor((n / conversations) * WEEK);
    const writes = (i: number, from: object, text: string, thread = root) =>
      lines.push(
        Object.assign({ type: 'message', id: `m${n}-${i}`, at, channel, thread, text }, from),
      );
    const presses = (button: string, text?: string) =>
      lines.push(Object.assign({ type: 'press', at, button, of: root, text }, agent));
    const say = (list: readonly string[], i: number) =>
      list[(n + i) % list.length]!.replace('#', String(1000 + n));

    const customer = { author, role: 'customer' };
    writes(0, customer, say(REQUESTS, 0));
    for (let i = 1; i < 3 + (n % 4); i++) {
      at += (i % 2 === 1 ? 5 : 90) * MINUTE;
      if (i % 2 === 1) {
        presses(
          n % 3 === 0 ? 'edit' : 'send',
          n % 3 === 0 ? 'I look into it and write by noon.' : undefined,
        );
        at += 7 * MINUTE;
      }
      if (i === 4) writes(i, agent, 'It is done, please have a look.');
      else writes(i, customer, say(FURTHER, i));
    }
    at += 30 * MINUTE;
    presses('resolve');
  }
  return lines.toSorted((a, b) => a.at - b.at).map((line) => JSON.stringify(line));
}
