import { z } from 'zod';
import type { Conversation, Instant, Message } from '../support/conversation.ts';
import type { Handbook } from '../support/handbook.ts';
import type { Person } from '../support/roles.ts';
import { understand } from '../support/understanding.ts';

const TEAM = ['agent', 'lead', 'colleague', 'assistant', 'bot'];
const role = z
  .enum(['customer', 'user', ...TEAM])
  .transform((role) => (TEAM.includes(role) ? ('agent' as const) : ('customer' as const)));

/** A customer's message as a terminal is told it, with what was said before. */
export const told = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  history: z.array(z.object({ role, text: z.string() })).nullish(),
});

const MINUTE = 60_000;
const AGENT: Person = { id: 'agent', name: '', role: 'agent' };

/** The conversation in which all this was said, a line a minute, the last one at `at`; understood. */
export function conversationOf(
  {
    text,
    name = '',
    history = [],
  }: {
    readonly text: string;
    readonly name?: string | undefined;
    readonly history?: readonly { readonly role: 'customer' | 'agent'; readonly text: string }[];
  },
  handbook: Handbook,
  at: Instant,
): Conversation {
  const customer: Person = { id: 'customer', name, role: 'customer' };
  const lines = [...history, { role: 'customer', text }];
  const messages = lines.map(
    (line, i): Message => ({
      id: `m${i}`,
      at: at - (lines.length - 1 - i) * MINUTE,
      author: line.role === 'agent' ? AGENT : customer,
      text: line.text,
      files: [],
    }),
  );
  const conversation: Conversation = {
    id: 'told',
    version: 0,
    place: { platform: 'playground', workspace: '', channel: '', thread: 'm0' },
    customer,
    status: 'waiting',
    openedAt: messages[0]!.at,
    lastCustomerAt: at,
    messages,
    drafts: [],
    humanSpoke: history.some((line) => line.role === 'agent'),
    timers: {},
    deeds: [],
  };
  const answered = lines.findLastIndex((line) => line.role === 'agent');
  if (answered < 0) return understand(conversation, handbook, at);
  // As the desk does, the matter is understood before it goes on.
  const before = { ...conversation, messages: messages.slice(0, answered) };
  const { triage } = understand(before, handbook, messages[answered]!.at);
  return understand({ ...conversation, ...(triage && { triage }) }, handbook, at);
}
