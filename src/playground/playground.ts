import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../desk/clock.ts';
import type { Charts, Desk, Door, Log, Route, Time } from '../desk/ports.ts';
import type { Handbook } from '../support/handbook.ts';
import { mayAct } from '../support/roles.ts';
import { labelsOf } from '../support/wording.ts';
import { Refused, readAct } from './acts.ts';
import { answerJson } from './answer.ts';
import { readBody } from './body.ts';
import { readFiles, type Served } from './files.ts';
import { refusal } from './guard.ts';
import { createLive } from './live.ts';
import { postNote } from './note.ts';
import { CAST, type Player, personOf } from './people.ts';
import { find, perform } from './perform.ts';
import { receiver } from './receive.ts';
import { createReports, NoReport } from './reports.ts';
import { openRoom } from './room.ts';
import { type RoomState, SHELF } from './state.ts';
import { understand } from './understand.ts';

/** Door three: a page on this machine on which one person plays customer, agent and lead. */
export type PlaygroundDoor = Door & AsyncDisposable & { readonly routes: readonly Route[] };

export interface PlaygroundParts {
  readonly desk: Desk;
  readonly handbook: Handbook;
  readonly charts: Charts;
  readonly clock: Clock;
  readonly log: Log;
  /** By `clock`; it cannot be moved where this is left out. */
  readonly time?: Time | undefined;
  /** Who plays; when left out whoever the room names, or the usual cast. */
  readonly cast?: readonly Player[];
}

/** Milliseconds the desk has to keep an act, after which the page is told to try again. */
const DEADLINE = 5_000;
/** Milliseconds for what is only asked: a report of half a year takes some of them, and the desk has its own patience. */
const PATIENCE = 40_000;

const NOT_KEPT = 'The desk could not keep this. Nothing is lost: try again.';

/** Opens the playground with the room as it was left. */
export async function createPlayground(parts: PlaygroundParts): Promise<PlaygroundDoor> {
  const { desk, handbook, charts, clock, time, log } = parts;
  const room = await openRoom(desk.shelf<RoomState>(SHELF), clock);
  const cast = parts.cast ?? room.state.cast ?? CAST;
  const live = createLive(room, cast, handbook, clock);
  const reports = createReports({ desk, room, cast, charts, clock, log });
  const receive = receiver({
    room,
    desk,
    reports,
    labels: labelsOf(handbook),
    calendar: () => handbook.policy.calendar,
    clock,
    time,
    cast,
  });

  const act = async (request: IncomingMessage, response: ServerResponse) => {
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
      return answerJson(response, 415, { error: 'Send JSON.' });
    }
    try {
      const wish = readAct(await readBody(request));
      const work = receive(wish);
      // A year in which much is due takes its time.
      const patience = wish.do === 'command' ? PATIENCE : DEADLINE;
      answerJson(response, 200, await (wish.do === 'pass-time' ? work : inTime(work, patience)));
    } catch (error) {
      if (error instanceof Refused) return answerJson(response, 400, { error: error.message });
      log.error({ err: error }, 'an act in the playground was not kept');
      const because = error instanceof NoReport ? error.message : NOT_KEPT;
      answerJson(response, 503, { error: because });
    }
  };

  const files = (await readFiles()).map((file) => route('GET', file.path, serve(file)));
  return {
    platform: 'playground',
    routes: [
      ...files,
      route('GET', '/playground/live', live.handle),
      route('POST', '/playground/act', act),
      ...reports.routes.map(({ method, path, handle }) => route(method, path, handle)),
    ],
    understand: async (delivery) => understand(delivery, cast),
    perform: (effect, stage) => perform({ room, handbook, cast }, effect, stage),
    staff: async (ids) => ids.flatMap((id) => personOf(cast, id) ?? []).filter(mayAct),
    find: async (effect, stage) => find(room, effect, stage),
    postNote: (note, { about }) => postNote({ room, handbook, cast }, note, about),
    async [Symbol.asyncDispose]() {
      live[Symbol.dispose]();
      await room.save();
    },
  };
}

/** A route behind the guard. */
function route(method: Route['method'], path: string, handle: Route['handle']): Route {
  return {
    method,
    path,
    handle(request, response) {
      const because = refusal(request);
      if (because) return answerJson(response, 403, { error: because });
      return handle(request, response);
    },
  };
}

function serve({ type, bytes }: Served): Route['handle'] {
  return (_request, response) => {
    response.writeHead(200, {
      'content-type': type,
      'content-length': bytes.length,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
    response.end(bytes);
  };
}

async function inTime<T>(work: Promise<T>, patience: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the desk did not answer in time')), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
