import { z } from 'zod';
import { readConfig } from '../config.ts';
import { readHandbook } from '../handbook/handbook.ts';
import { hear, peopleIn, type Said } from '../support/grouping/hearing.ts';
import { place } from '../support/grouping/placing.ts';
import { isTeam, type Placed } from '../support/grouping/scene.ts';
import type { Role } from '../support/roles.ts';
import { instantOf } from './instants.ts';
import { answerLines, BadLine, sayFaults } from './json-lines.ts';
import type { Terminal } from './terminal.ts';

/** So many messages of a channel are remembered: grouping looks back no further. */
const REMEMBERED = 500;
/** Messages whose conversation is remembered, for replies in their threads. */
const MOST_THREADS = 100_000;

const id = z.union([z.string(), z.number()]);
/** Roles as we call them, and as others do. */
const ROLES: Readonly<Record<string, Role>> = {
  customer: 'customer',
  user: 'customer',
  agent: 'agent',
  assistant: 'agent',
  lead: 'lead',
  colleague: 'colleague',
  bot: 'bot',
};
const role = z.string().transform((name) => (Object.hasOwn(ROLES, name) ? ROLES[name] : undefined));
const message = z.object({
  id,
  channel: id.nullish(),
  thread: id.nullish(),
  author: z.union([id, z.object({ id, name: z.string().optional() })]),
  role: role.nullish().catch(undefined),
  at: z.unknown().optional(),
  text: z.string(),
});
type Line = z.output<typeof message>;

/**
 * `{id,channel,thread?,author,role,at,text}` in order of time; out comes `{id,conversation}`.
 * @throws ConfigError and HandbookError, whose texts are for whoever is to mend them.
 */
export async function run(_args: readonly string[], terminal: Terminal): Promise<number> {
  const { policy } = await readHandbook(readConfig().handbookDir);
  const group = createGrouping(policy.followUpWindow);
  return answerLines(terminal, (line) => {
    const read = message.safeParse(line);
    if (!read.success) throw new BadLine(sayFaults(read.error));
    return { id: read.data.id, conversation: group(read.data) };
  });
}

/** One channel as it has been so far. */
interface Channel {
  stream: Placed[];
  /** The conversation of each message, by its id. */
  readonly conversations: Map<string, string>;
}

/** Gives each message the name of its conversation, in the order in which they come. */
function createGrouping(window: number): (line: Line) => string {
  const channels = new Map<string, Channel>();
  let staffed = false;
  let now = 0;
  return (line) => {
    const name = String(line.channel ?? '');
    const channel = channels.get(name) ?? { stream: [], conversations: new Map() };
    channels.set(name, channel);
    now = instantOf(line.at, now);
    staffed ||= isTeam(line.role ?? undefined);
    const { stream, conversations } = channel;
    const own = String(line.id);
    const known = conversations.get(own);
    if (known !== undefined && stream.some((placed) => placed.id === own)) return known;
    const thread = line.thread == null ? own : String(line.thread);
    const heard = hear(saidIn(line, now), peopleIn(stream));
    const conversation =
      known ??
      conversations.get(thread) ??
      (thread === own ? place(heard, stream, { staffed, window }).conversation : undefined) ??
      `${name}:${thread}`;
    conversations.set(own, conversation).set(thread, conversations.get(thread) ?? conversation);
    forget(conversations);
    channel.stream = [...stream.slice(1 - REMEMBERED), { ...heard, conversation }];
    return conversation;
  };
}

function saidIn({ id, author, role, text }: Line, at: number): Said {
  const person = typeof author === 'object' ? author : { id: author, name: undefined };
  return {
    id: String(id),
    author: {
      id: String(person.id),
      name: person.name ?? String(person.id),
      role: role ?? undefined,
    },
    at,
    text,
  };
}

function forget(conversations: Map<string, string>): void {
  for (const key of conversations.keys()) {
    if (conversations.size <= MOST_THREADS) return;
    conversations.delete(key);
  }
}
