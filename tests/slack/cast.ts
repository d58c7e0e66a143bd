import type { Conversation, Draft, Message } from '../../src/support/conversation.ts';
import type { Person } from '../../src/support/roles.ts';
import { MONDAY_MORNING } from '../clock.ts';

export const nora: Person = { id: 'U0NORA00001', name: 'Nora Customer', role: 'customer' };
export const ada: Person = { id: 'U0ADA000001', name: 'Ada Agent', role: 'agent' };

export function aMessage(text: string, id = '1772445600.000100'): Message {
  return { id, author: nora, at: MONDAY_MORNING, text, files: [] };
}

export function aDraft(number: number, text: string): Draft {
  return {
    number,
    text,
    language: 'en',
    template: 'en/billing/1',
    writtenAt: MONDAY_MORNING,
    checks: [],
    state: { is: 'open' },
  };
}

/** A conversation that waits with one draft. */
export function aConversation(message: Message = aMessage('My invoice is wrong')): Conversation {
  return {
    id: `slack:T0HOME00001:C0SUPPORT01:${message.id}`,
    version: 3,
    place: {
      platform: 'slack',
      workspace: 'T0HOME00001',
      channel: 'C0SUPPORT01',
      thread: message.id,
    },
    customer: message.author,
    status: 'waiting',
    openedAt: MONDAY_MORNING,
    waitingSince: MONDAY_MORNING,
    lastCustomerAt: MONDAY_MORNING,
    messages: [message],
    triage: {
      category: 'billing',
      confidence: 0.9,
      candidates: [],
      urgency: 'p2',
      sentiment: 'negative',
      frustration: 0.7,
      wantsHuman: true,
      isRequest: true,
      abusive: false,
      suspicious: false,
      language: 'en',
      reasons: [{ field: 'category', because: 'says "invoice"' }],
    },
    drafts: [aDraft(1, 'Hello Nora, I am looking into it.')],
    humanSpoke: false,
    timers: {},
    deeds: [],
  };
}
