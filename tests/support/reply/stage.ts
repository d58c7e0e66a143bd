import { loadHandbook } from '../../../src/handbook/handbook.ts';
import type { Conversation, Draft, Message } from '../../../src/support/conversation.ts';
import type { Composed } from '../../../src/support/reply/compose.ts';
import type { Person } from '../../../src/support/roles.ts';
import { triage } from '../../../src/support/triage/triage.ts';

export const handbook = await loadHandbook();
/** A Monday, ten past ten in the morning, UTC. */
export const AT = Date.parse('2026-11-23T10:10:00Z');
const ADA: Person = { id: 'A', name: 'Ada Agent', role: 'agent' };

/** One turn of a story: the customer's words, an agent's, or a draft that was sent. */
export type Turn = string | { readonly agent: string } | { readonly sent: Composed };

/** A conversation in which these turns were taken, a minute apart, until now. */
export function conversation(
  turns: readonly Turn[],
  name = 'Nora Customer',
  id = 'c1',
): Conversation {
  const customer: Person = { id: 'N', name, role: 'customer' };
  const messages: Message[] = [];
  const drafts: Draft[] = [];
  for (const [index, turn] of turns.entries()) {
    const at = AT - (turns.length - index) * 60_000;
    const message = { id: `m${index}`, at, files: [] };
    if (typeof turn === 'string') messages.push({ ...message, author: customer, text: turn });
    else if ('agent' in turn) messages.push({ ...message, author: ADA, text: turn.agent });
    else {
      const state = { is: 'sent', by: ADA, at, edited: false } as const;
      drafts.push({ ...turn.sent, number: drafts.length + 1, writtenAt: at, state });
    }
  }
  const said = messages.filter(({ author }) => author === customer).map(({ text }) => text);
  return {
    id,
    version: 1,
    place: { platform: 'slack', workspace: 'T', channel: 'C', thread: 'm0' },
    customer,
    status: 'waiting',
    openedAt: AT,
    lastCustomerAt: AT,
    messages,
    triage: triage(said.join('\n'), handbook),
    drafts,
    humanSpoke: messages.some(({ author }) => author === ADA),
    timers: {},
    deeds: [],
  };
}
