import { z } from 'zod';
import { hear, peopleIn, type Said } from '../support/grouping/hearing.ts';
import { place } from '../support/grouping/placing.ts';
import { isTeam, type Placed } from '../support/grouping/scene.ts';
import type { Role } from '../support/roles.ts';
import { readHandbook } from './handbook.ts';
import { instantOf } from './instants.ts';
import { answerLines, BadLine } from './json-lines.ts';
import type { Terminal } from './terminal.ts';

/** So many messages of a channel are remembered: grouping looks back no further. */
const REMEMBERED = 500;
/** Messages whose conversation is remembered, for replies in their threads. */
const MOST_THREADS = 100_000;

const id = z.union([z.string(), z.number()]);
const ROLES = ['customer', 'agent', 'lead', 'colleague', 'bot'] as const satisfies readonly Role[];
const message = z.object({
  id,
  channel: id.nullish(),
  thread: id.nullish(),
  author: z.union([id, z.object({ id, name: z.string().optional() })]),
  role: z.enum(ROLES).nullish().catch(null),
  at: z.unknown().optional(),
  text: z.string(),
});
type Line = z.output<typeof message>;

/** `{id,channel,thread?,author,role,at,text}` in order of time; out comes `{id,conversation}`. */
export async function run(_args: readonly string[], terminal: Terminal): Promise<number> {
  const { policy } = await readHandbook();
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

function sayFaults({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`)
    .join('; ');
}
