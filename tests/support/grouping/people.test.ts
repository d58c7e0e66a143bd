import { describe, expect, it } from 'vitest';
import {
  keysOfPerson,
  nameKey,
  readCalls,
  whoIsCalled,
} from '../../../src/support/grouping/people.ts';

/** Nora Bauer, Nora Vega, Sam Reed, Will Ott and r00tintheb0x have spoken, in this order. */
const people = new Map(
  [
    { id: 'U1', name: 'Nora Bauer' },
    { id: 'U2', name: 'Nora Vega' },
    { id: 'A1', name: 'Sam Reed' },
    { id: 'W1', name: 'Will Ott' },
    { id: 'r00tintheb0x', name: '' },
  ].flatMap((person) => keysOfPerson(person).map((key) => [key, nameKey(person.id)] as const)),
);

describe('whom a message is said to', () => {
  it.each([
    ['sam: can you look?', 'a1'],
    ['Sam, can you look?', 'a1'],
    ['@Sam can you look?', 'a1'],
    ['<@A1> can you look?', 'a1'],
    ['@A1 can you look?', 'a1'],
    ['Hi Sam, can you look?', 'a1'],
    ['thank you sam', 'a1'],
    ['@Nora Bauer the invoice is paid', 'u1'],
    ['Nora, the invoice is paid', 'u2'],
    ['r00t: which card is it?', 'r00tintheb0x'],
    ['Will: please look', 'w1'],
    ['Carl, can you look?', 'carl'],
    ['carl: can you look?', 'carl'],
    ['carl42, it is in the menu', 'carl42'],
  ])('%s', (text, to) => {
    expect(whoIsCalled(readCalls(text), 'ben', people).to).toBe(to);
  });

  it.each([
    ['nobody', 'the invoice is wrong'],
    ['a list', 'Settings, Members, Invite.'],
    ['a common word that is a name too', 'it will work'],
    ['what is somebody’s', 'Sam’s answer was right'],
    ['a heading', 'Update: the import runs again'],
    ['a time', '12:30 is fine'],
    ['the author', 'ben: that was me'],
  ])('is not told by %s', (_what, text) => {
    expect(whoIsCalled(readCalls(text), 'ben', people).to).toBeUndefined();
  });

  it('is not everybody who is spoken of', () => {
    const called = whoIsCalled(readCalls('Nora, did you ask Sam about it?'), 'ben', people);
    expect(called).toEqual({ to: 'u2', names: ['u2', 'a1'] });
  });
});
