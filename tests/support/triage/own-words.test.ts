import { describe, expect, it } from 'vitest';
import { loadHandbook } from '../../../src/handbook/handbook.ts';
import { ownWords } from '../../../src/support/triage/own-words.ts';
import { proseOf } from '../../../src/support/triage/prose.ts';
import { triage } from '../../../src/support/triage/triage.ts';

const handbook = await loadHandbook();

describe('what customers wrote themselves', () => {
  it.each([
    ['lines after a mark', '> did you restart it?\nyes, twice', 'yes, twice'],
    [
      'a mail below',
      'still broken\n\nOn Tue, 3 Mar 2026, Ada <ada@x.example> wrote:\n> have you tried',
      'still broken',
    ],
    [
      'a mail below, unmarked',
      'still broken\n\nOn Tue, Ada from Support wrote:\nhave you tried\nthis',
      'still broken',
    ],
    [
      'a mail above',
      'On Tue, Ada from Support wrote:\n> have you tried\n\nyes, I have',
      'yes, I have',
    ],
    [
      'German',
      'geht nicht\nAm Di., 3. März 2026 um 10:00 schrieb Ada <a@x.example>:\nbitte neu starten',
      'geht nicht',
    ],
    ['French', 'toujours rien\nLe mar. 3 mars 2026, Ada a écrit :\n> bonjour', 'toujours rien'],
    ['Spanish', 'sigue igual\nEl mar, 3 mar 2026, Ada escribió:\n> hola', 'sigue igual'],
    [
      'Outlook',
      'no luck\n\nFrom: Ada\nSent: Tuesday\nTo: me\nSubject: Re: export\n\nTry this',
      'no luck',
    ],
    ['a bar', 'no luck\n-----Original Message-----\nTry this', 'no luck'],
    ['a signature', 'no luck\n-- \nGrace Hopper\nRear Admiral', 'no luck'],
    ['a phone', 'no luck\n\nSent from my iPhone', 'no luck'],
  ])('%s', (_, mail, own) => expect(ownWords(mail)).toBe(own));

  it.each([
    ['From: the settings page\nI cannot get to the invoices'],
    ['On Tuesday the export wrote nothing'],
    ['a > b in the filter gives an error'],
    ['Date: wrong on every invoice'],
  ])('are all of "%s"', (text) => expect(ownWords(text)).toBe(text));

  it('are the quote itself where there is nothing else', () => {
    expect(ownWords('> where is my order')).toBe('> where is my order');
  });

  it('count alone, but for the matter', () => {
    const mail =
      'any news?\n\nOn Tue, 3 Mar 2026, Ada wrote:\n> Sorry that the dashboard crashes. Shall I get you a human, or call me back?';
    expect(triage(mail, handbook)).toMatchObject({
      wantsHuman: false,
      isRequest: true,
      category: 'bug_outage',
    });
    expect(triage('thanks!\n\n> Did you try to restart it?', handbook).isRequest).toBe(false);
  });
});

describe('prose', () => {
  it('leaves out what programs wrote', () => {
    const text =
      'It says\n```\nERROR no disk\n```\nand `rm -rf` fails for snake_case and C:\\temp\nat com.x.Y(Z.java:3)\nplease help';
    expect(proseOf(text, 400)).toBe('It says\nand fails for and\nplease help');
  });

  it('stops when it has enough', () => {
    expect(proseOf('word '.repeat(10_000), 50).length).toBeLessThan(120);
  });
});
