// A history decided and nothing kept: what `warmline replay` cannot be faster than. Lines of `historyOfAWeek` on standard input.
import { text } from 'node:stream/consumers';
import { loadHandbook } from '../src/handbook/handbook.ts';
import { type Input, input } from '../src/replay/input.ts';
import { type Conversation, openDraft } from '../src/support/conversation.ts';
import { decide } from '../src/support/decide.ts';
import { BUTTONS, type Event } from '../src/support/events.ts';
import type { Person } from '../src/support/roles.ts';

const handbook = await loadHandbook();
const lines = (await text(process.stdin)).split('\n').filter(Boolean);
const conversations = new Map<string, Conversation>();
/** Whose burst pause ends when, the earliest first: pauses are of one length. */
const pauses: { root: string; due: number }[] = [];

for (const line of lines) {
  const one = input.parse(JSON.parse(line));
  endPauses(one.at);
  happens(one.type === 'message' ? one.thread! : one.of, one);
}
endPauses(Number.POSITIVE_INFINITY);

function endPauses(until: number): void {
  while (pauses[0] && pauses[0].due <= until) {
    const { root, due } = pauses.shift()!;
    const conversation = conversations.get(root)!;
    if (conversation.timers.burst !== due) continue;
    const id = `${root}/${due}`;
    decided(root, { type: 'timer.fired', id, at: due, conversation: root, name: 'burst', due });
  }
}

function happens(root: string, one: Input): void {
  const { at } = one;
  const { id, name = id } = typeof one.author === 'object' ? one.author : { id: one.author };
  const author: Person = { id, name, role: one.role };
  if (one.type === 'message') {
    const place = {
      platform: 'replay',
      workspace: '',
      channel: one.channel,
      thread: root,
    } as const;
    const message = { id: one.id, author, at, text: one.text, files: [] };
    const type = one.role === 'customer' ? 'customer.wrote' : 'team.wrote';
    decided(root, { type, id: one.id, at, place, message });
    return;
  }
  const conversation = conversations.get(root)!;
  const draft = openDraft(conversation)?.number ?? 0;
  const press = { id: `${root}/${at}`, at, conversation: root, actor: author, draft };
  const words = one.text == null ? {} : { text: one.text };
  const button = BUTTONS.find((known) => known === one.button);
  if (button) decided(root, { type: 'agent.pressed', ...press, button, ...words });
  if (conversations.get(root)!.drafts[draft - 1]?.state.is === 'approved') {
    decided(root, {
      type: 'reply.delivered',
      id: `${root}/${draft}`,
      at,
      conversation: root,
      draft,
    });
  }
}

function decided(root: string, event: Event): void {
  const before = conversations.get(root);
  const decision = decide(before, event, handbook);
  if ('ignored' in decision) return;
  conversations.set(root, decision.conversation);
  const { burst } = decision.conversation.timers;
  if (burst !== undefined && burst !== before?.timers.burst) pauses.push({ root, due: burst });
}
