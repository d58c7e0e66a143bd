import { describe, expect, it } from 'vitest';
import { loadHandbook } from '../../../src/handbook/handbook.ts';
import type { Conversation, Message } from '../../../src/support/conversation.ts';
import { decide } from '../../../src/support/decide.ts';
import { belongsTo } from '../../../src/support/grouping/belonging.ts';
import { type Aside, asideOf } from '../../../src/support/grouping/stream.ts';
import { type Arrival, claimsOf, isArrival, keysOf } from '../../../src/support/grouping.ts';
import type { Person, Role } from '../../../src/support/roles.ts';
import { MONDAY_MORNING } from '../../clock.ts';

const handbook = await loadHandbook();
const place = { platform: 'slack', workspace: 'T', channel: 'C' } as const;
const person = (id: string, role: Role): Person => ({ id, name: id, role });
const window = handbook.policy.followUpWindow;

interface Over {
  readonly text?: string;
  readonly author?: string;
  readonly role?: Role;
  readonly thread?: string;
  readonly after?: number;
}

function wrote(id: string, over: Over = {}): Extract<Arrival, { message: Message }> {
  const { role = 'customer', author = 'nora', thread, after = 0 } = over;
  const at = MONDAY_MORNING + after;
  const text = over.text ?? 'my invoice is wrong';
  return {
    type: role === 'customer' ? 'customer.wrote' : 'team.wrote',
    id,
    at,
    place: thread === undefined ? place : { ...place, thread },
    message: { id, at, author: person(author, role), text, files: [] },
  };
}

function opened(event: Arrival): Conversation {
  const decision = decide(undefined, event, handbook);
  if ('ignored' in decision) throw new Error(decision.ignored);
  return decision.conversation;
}

const first = opened(wrote('m1'));

/** Where an arrival goes while these conversations are known by the names they took, and go on in the channel. */
function where(event: Arrival, known = [first], asides: readonly Aside[] = []) {
  const found = new Map(
    known.flatMap((one) =>
      [...keysOf(wrote(one.messages[0]!.id, { author: one.customer.id }))].map(
        (key) => [key, one] as const,
      ),
    ),
  );
  const named = new Map([...found].filter(([key]) => keysOf(event).includes(key)));
  return belongsTo(event, named, { conversations: known, asides }, handbook.policy);
}

const MINUTE = 60_000;

describe('which conversation a customer’s message belongs to', () => {
  it.each([
    ['a further line within the window joins', wrote('m2', { after: window }), true],
    ['a line after the window is a matter of its own', wrote('m2', { after: window + 1 }), false],
    [
      'a reply in its thread joins, however late',
      wrote('m2', { thread: 'm1', after: 100 * window }),
      true,
    ],
    ['a reply in another thread is a matter of its own', wrote('m2', { thread: 'm0' }), false],
    ['another customer’s line is a matter of their own', wrote('m2', { author: 'ben' }), false],
    ['a line that was delivered late joins', wrote('m0', { after: -1000 }), true],
    [
      'another matter of the same customer is a matter of its own',
      wrote('m2', {
        text: 'Another question: how can I invite a colleague?',
        after: 10 * MINUTE,
      }),
      false,
    ],
    [
      'another customer who has it too joins',
      wrote('m2', { author: 'ben', text: 'same here', after: MINUTE }),
      true,
    ],
    [
      'another customer’s word to the first one joins',
      wrote('m2', { author: 'ben', text: '@nora it is invoice 88', after: MINUTE }),
      true,
    ],
  ])('%s', (_name, event, joins) => {
    expect(isArrival(event)).toBe(true);
    expect(where(event).conversation?.id).toBe(joins ? first.id : undefined);
  });

  it('a line after the matter was set aside is a matter of its own', () => {
    expect(where(wrote('m2'), [{ ...first, status: 'set-aside' }]).conversation).toBeUndefined();
  });

  it('a reply that went out is part of what was said', () => {
    const sent = opened(wrote('m1', { text: 'the export fails' }));
    const by = person('ada', 'agent');
    const answered: Conversation = {
      ...sent,
      status: 'answered',
      drafts: [
        {
          number: 1,
          text: 'Which report is it?',
          language: 'en',
          template: 't',
          writtenAt: MONDAY_MORNING,
          checks: [],
          state: { is: 'sent', by, at: MONDAY_MORNING + 29 * MINUTE, edited: false },
        },
      ],
    };
    const reply = wrote('m2', { text: 'the monthly one', after: 50 * MINUTE });
    expect(where(reply, [answered]).conversation?.id).toBe(sent.id);
    expect(where(reply, [sent]).conversation).toBeUndefined();
  });

  it('what was deleted, or merged away, is not part of what was said', () => {
    const gone = { ...first, messages: first.messages.map((m) => ({ ...m, deleted: true })) };
    const line = wrote('m2', { text: 'it says 40 euros', after: MINUTE });
    expect(where(line, [gone]).conversation).toBeUndefined();
    const merged: Conversation = { ...first, status: 'merged', mergedInto: 'elsewhere' };
    expect(where(line, [merged]).conversation).toBeUndefined();
  });
});

describe('which conversation a line of the team belongs to', () => {
  const ada = { author: 'ada', role: 'agent' } as const;

  it.each([
    ['an answer to who waits', { text: 'I see it too, it is fixed in an hour' }, true],
    ['an answer by name, hours later', { text: 'Nora, it is fixed', after: 5 * 3_600_000 }, true],
    ['a word to a colleague', { text: '@sam lunch?' }, false],
    ['a word to all colleagues', { text: 'can someone look at the queue?' }, false],
  ])('%s', (_name, over, joins) => {
    const { conversation, talk } = where(wrote('m2', { ...ada, after: MINUTE, ...over }));
    expect(conversation?.id).toBe(joins ? first.id : undefined);
    expect(talk).toBe(joins ? undefined : 'aside/m2');
  });

  it('what follows in talk among the team is part of that talk', () => {
    const asked = wrote('m2', { ...ada, text: '@sam did you see the release?', after: MINUTE });
    const { talk } = where(asked);
    const answer = wrote('m3', { author: 'sam', role: 'agent', text: 'yes', after: 2 * MINUTE });
    const answered = where(answer, [first], [asideOf(asked.message, talk!)]);
    expect(answered).toMatchObject({ talk: 'aside/m2' });
    expect(answered.conversation).toBeUndefined();
  });

  it('nobody is taken for answered while it is unsure who of two is', () => {
    const ben = opened(wrote('m2', { author: 'ben', text: 'my order is late', after: MINUTE }));
    const line = wrote('m3', { ...ada, text: 'I am on it', after: 40 * MINUTE });
    const { conversation, because } = where(line, [first, ben]);
    expect(conversation).toBeUndefined();
    expect(because).not.toContain('invoice');
  });
});

describe('a draft that an agent asks for', () => {
  const asked = (author: string, text: string): Arrival => ({
    ...wrote('m2', { author, text, after: MINUTE }),
    type: 'draft.requested',
    actor: person('ada', 'agent'),
  });

  it('is for whoever wrote the message, in the matter it is part of', () => {
    expect(where(asked('nora', 'it says 40 euros')).conversation?.id).toBe(first.id);
    expect(where(asked('ben', 'same here')).conversation).toBeUndefined();
  });
});

describe('the names that a conversation takes', () => {
  it('are its customer’s messages and their name, and of others their messages alone', () => {
    expect(claimsOf(wrote('m2'), first)).toEqual(['message/slack/T/C/m2', 'author/slack/T/C/nora']);
    expect(claimsOf(wrote('m2', { author: 'ben' }), first)).toEqual(['message/slack/T/C/m2']);
    const team = { author: 'ada', role: 'agent' } as const;
    expect(claimsOf(wrote('m2', team), first)).toEqual(['message/slack/T/C/m2']);
    expect(claimsOf(wrote('m2', { ...team, thread: 'm1' }), first)).toEqual([]);
  });
});
