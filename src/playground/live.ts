import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../desk/clock.ts';
import type { Handbook } from '../support/handbook.ts';
import type { Urgency } from '../support/triage/triage.ts';
import { sayUrgency, URGENCIES } from '../support/wording.ts';
import { type Player, personOf } from './people.ts';
import type { Room } from './room.ts';

/** Milliseconds in which changes are gathered into one push. */
const GATHER = 30;
const HEARTBEAT = 25_000;
/** Pages open at once; more is a mistake. */
const PAGES = 24;

/** What the open pages see, pushed as server-sent events: the whole room, each time anything changed. */
export interface Live extends Disposable {
  handle(request: IncomingMessage, response: ServerResponse): void;
}

export function createLive(
  room: Room,
  cast: readonly Player[],
  { policy, categories }: Handbook,
  clock: Clock,
): Live {
  const pages = new Set<ServerResponse>();
  const late = new Set<ServerResponse>();
  let gathering: NodeJS.Timeout | undefined;
  const people = cast.map(({ id }) => personOf(cast, id));
  const choices = {
    category: categories.map(({ name, label }) => ({ value: name, label })),
    urgency: (Object.keys(URGENCIES) as Urgency[]).map((value) => ({
      value,
      label: sayUrgency(value),
    })),
  };
  const fixed = { people, team: policy.team, choices };
  const snapshot = () => {
    const { cast: _, ...shown } = room.state;
    return `data: ${JSON.stringify({ now: clock.now(), ...fixed, ...shown })}\n\n`;
  };

  const push = () => {
    gathering = undefined;
    const data = snapshot();
    for (const page of pages) {
      // A page that cannot keep up gets the newest state when it can, not every one.
      if (page.writableNeedDrain) late.add(page);
      else page.write(data);
    }
  };
  const unwatch = room.watch(() => {
    gathering ??= setTimeout(push, GATHER);
  });
  const heartbeat = setInterval(() => {
    for (const page of pages) if (!page.writableNeedDrain) page.write(':\n\n');
  }, HEARTBEAT).unref();

  return {
    handle(_request, response) {
      if (pages.size >= PAGES) {
        response.writeHead(503, { 'content-type': 'text/plain' });
        response.end('Too many playground pages are open. Close some and reload.\n');
        return;
      }
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      response.write(`retry: 1000\n${snapshot()}`);
      response.on('drain', () => {
        if (late.delete(response)) response.write(snapshot());
      });
      response.on('close', () => {
        pages.delete(response);
        late.delete(response);
      });
      pages.add(response);
    },
    [Symbol.dispose]() {
      unwatch();
      clearTimeout(gathering);
      clearInterval(heartbeat);
      for (const page of pages) page.end();
    },
  };
}
