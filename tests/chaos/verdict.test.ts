import { describe, expect, it } from 'vitest';
import type { Conversation, Draft, Message } from '../../src/support/conversation.ts';
import type { Fact } from '../../src/support/facts.ts';
import { type Account, judge } from './verdict.ts';

const customer = { id: 'U1', name: 'Nora', role: 'customer' } as const;
const ada = { id: 'U2', name: 'Ada', role: 'agent' } as const;
const message: Message = { id: '1.0', author: customer, at: 1, text: 'Help, please', files: [] };
const sent: Draft = {
  ...{ number: 1, text: 'Here you are.', language: 'en', template: '', writtenAt: 2, checks: [] },
  state: { is: 'sent', by: ada, at: 3, edited: false },
};
const conversation: Conversation = {
  ...{ id: 'slack:T:C:1.0', version: 5, status: 'answered', customer },
  place: { platform: 'slack', workspace: 'T', channel: 'C', thread: '1.0' },
  ...{
    openedAt: 1,
    acknowledgedAt: 2,
    lastCustomerAt: 1,
    humanSpoke: false,
    timers: {},
    deeds: [],
  },
  messages: [message],
  drafts: [sent],
};
const nudged: Fact = { type: 'nudged', kind: 'nudge', at: 9, conversation: conversation.id };
const acknowledgement = { text: 'We have it.', effect: 'e1' };
const reply = { text: 'Here you are.', effect: 'e2' };
const said = (...words: { text: string; effect?: string; root?: string; buttons?: string[] }[]) =>
  words.map((one) => ({ platform: 'slack', root: '1.0', buttons: [], ...one }));

const sound: Account = {
  heard: {
    messages: new Map([['slack 1.0', ['Help, please']]]),
    presses: new Set([`${conversation.id} 1`]),
  },
  said: said(acknowledgement, reply),
  conversations: [conversation],
  facts: [nudged],
  leftovers: [],
};
const withDraft = (state: Draft['state']): Account => ({
  ...{ ...sound, said: said(acknowledgement) },
  conversations: [{ ...conversation, drafts: [{ ...sent, state }] }],
});
const approved = { is: 'approved', by: ada, at: 3, edited: false } as const;

const failed: Draft = {
  ...{ ...sent, text: 'Look here.' },
  state: { ...approved, is: 'failed', because: 'the connection broke', uncertain: true },
};
const answeredAnew = (...words: Parameters<typeof said>): Account => ({
  ...{ ...sound, said: said(acknowledgement, ...words) },
  conversations: [{ ...conversation, drafts: [failed, { ...sent, number: 2 }] }],
});

const brokenIn = (account: Account) =>
  judge(account).flatMap(({ promise, broken }) => (broken.length > 0 ? [promise] : []));

describe('the verdict on a bad day', () => {
  it('finds nothing where every promise was kept', () => {
    expect(brokenIn(sound)).toEqual([]);
    expect(judge(sound).map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 2, 1, 0]);
  });

  it('takes it as told that a reply may have arrived, where a newer draft has taken its place', () => {
    expect(brokenIn(answeredAnew(reply))).toEqual([]);
    expect(brokenIn(answeredAnew({ text: failed.text }, reply))).toEqual([]);
  });

  it.each<[what: string, promise: string, account: Account]>([
    [
      'a message that was acknowledged and is nowhere',
      'messages decided exactly once',
      {
        ...sound,
        conversations: [{ ...conversation, messages: [{ ...message, id: '1.1' }] }],
        said: [],
      },
    ],
    [
      'an edit that was acknowledged and is not there',
      'messages decided exactly once',
      { ...sound, heard: { ...sound.heard, messages: new Map([['slack 1.0', ['Help me']]]) } },
    ],
    [
      'a message in two conversations, of which its customer has one',
      'one conversation for a customer',
      { ...sound, conversations: [conversation, { ...conversation, id: 'slack:T:C:0.9' }] },
    ],
    ['a press that came to nothing', 'drafts with a press decided', withDraft({ is: 'open' })],
    ['a reply that never left', 'approvals sent exactly one reply', withDraft(approved)],
    [
      'a reply that may have arrived and waits for an agent to look',
      'approvals sent exactly one reply',
      withDraft(failed.state),
    ],
    [
      'the same read twice',
      'approvals sent exactly one reply',
      answeredAnew({ text: failed.text }, { text: failed.text }, reply),
    ],
    [
      'a reply that nobody read',
      'approvals sent exactly one reply',
      { ...sound, said: said(acknowledgement) },
    ],
    [
      'a reply that was read twice',
      'approvals sent exactly one reply',
      { ...sound, said: said(acknowledgement, reply, { ...reply, effect: 'e3' }) },
    ],
    [
      'an acknowledgement that was read twice',
      'other words to customers, each once',
      { ...sound, said: said(acknowledgement, reply, { ...acknowledgement, effect: 'e3' }) },
    ],
    [
      'a draft that nobody approved, in the customer’s thread',
      'nothing internal where customers read',
      { ...withDraft({ is: 'open' }), said: said(acknowledgement, reply) },
    ],
    [
      'a card with the team’s buttons, in the customer’s thread',
      'nothing internal where customers read',
      { ...sound, said: said(acknowledgement, { ...reply, buttons: ['take-over'] }) },
    ],
    [
      'a note at the top of the channel',
      'nothing internal where customers read',
      { ...sound, said: said(acknowledgement, reply, { text: 'Who takes this?', root: '' }) },
    ],
    [
      'a timer that rang twice',
      'timers and what follows from them, once',
      { ...sound, facts: [nudged, { ...nudged, at: 10 }] },
    ],
    [
      'what still waits in the store',
      'nothing left over in the store',
      { ...sound, leftovers: ['1 effects wait'] },
    ],
  ])('catches %s', (_, promise, account) => {
    expect(brokenIn(account)).toContain(promise);
  });
});
