import { describe, expect, it } from 'vitest';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { circumstancesOf } from '../../src/support/circumstances.ts';
import type { Conversation, Message } from '../../src/support/conversation.ts';
import type { Role } from '../../src/support/roles.ts';
import { understand } from '../../src/support/understanding.ts';

const MINUTE = 60_000;
const handbook = await loadHandbook();

/** A conversation with messages at these minutes. */
function conversation(
  messages: readonly (readonly [minute: number, role: Role, text?: string])[],
  rest: Partial<Conversation> = {},
): Conversation {
  return {
    id: 'c1',
    version: 1,
    place: { platform: 'slack', workspace: 'T1', channel: 'C1', thread: 'm0' },
    customer: { id: 'U1', name: 'Nora', role: 'customer' },
    status: 'waiting',
    openedAt: 0,
    lastCustomerAt: 0,
    messages: messages.map(
      ([minute, role, text = 'The report is empty'], i): Message => ({
        id: `m${i}`,
        author: { id: role, name: role, role },
        at: minute * MINUTE,
        text,
        files: [],
      }),
    ),
    drafts: [],
    humanSpoke: false,
    timers: {},
    deeds: [],
    ...rest,
  };
}

const at = (minute: number) => minute * MINUTE;

describe('how long a customer has waited', () => {
  it('is counted from what we have not answered', () => {
    const told = conversation([
      [0, 'customer'],
      [10, 'agent'],
      [60, 'customer'],
      [61, 'customer'],
    ]);
    expect(circumstancesOf(told, handbook, at(180)).waited).toBe(120 * MINUTE);
  });

  it('is not counted where nothing is open', () => {
    const told = conversation([
      [0, 'customer'],
      [10, 'agent'],
    ]);
    expect(circumstancesOf(told, handbook, at(180))).toEqual({ contacts: 1 });
  });
});

describe('how often a customer has asked', () => {
  it.each([
    ['a burst of three lines', [0, 1, 2], 1],
    ['again after an hour', [0, 60], 2],
    ['again, and again in two lines', [0, 60, 120, 121], 3],
  ])('%s', (_, minutes, contacts) => {
    const told = conversation(minutes.map((minute) => [minute, 'customer'] as const));
    expect(circumstancesOf(told, handbook, at(500)).contacts).toBe(contacts);
  });
});

describe('who comes first', () => {
  const told = (rest: Partial<Conversation> = {}) => conversation([[0, 'customer']], rest);
  const vipOf = (vip: string[], rest: Partial<Conversation> = {}) =>
    circumstancesOf(told(rest), { ...handbook, policy: { ...handbook.policy, vip } }, 0).vip;

  it.each([
    ['the customer', 'U1'],
    ['the channel', 'C1'],
    ['the workspace', 'T1'],
  ])('may be %s', (_, id) => expect(vipOf(['U9', id])).toBe(id));

  it('may be the tenant of somebody in Teams, however its id is written', () => {
    const tenant = '0AAAAAAA-0000-0000-0000-00000000000b';
    const customer = { id: `${tenant.toLowerCase()}/1b`, name: 'Nora', role: 'customer' as const };
    expect(vipOf([tenant], { customer })).toBe(tenant);
  });

  it('is nobody else', () => expect(vipOf(['U2', 'C2', 'T2'])).toBeUndefined());
});

describe('the conversation as understood', () => {
  it('is more urgent when its customer has asked three times, and says so', () => {
    const once = understand(conversation([[0, 'customer']]), handbook, at(0)).triage;
    const often = conversation([
      [0, 'customer'],
      [60, 'customer', 'Any news?'],
      [120, 'customer', 'Hello?'],
    ]);
    const read = understand(often, handbook, at(120)).triage!;
    expect(once?.urgency).toBe('p3');
    expect(read.urgency).toBe('p2');
    expect(read.reasons.find(({ field }) => field === 'urgency')?.because).toContain(
      'asked 3 times',
    );
  });
});
