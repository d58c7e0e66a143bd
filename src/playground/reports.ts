import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../desk/clock.ts';
import type { Charts, Desk, Log, Route } from '../desk/ports.ts';
import type { Instant } from '../support/conversation.ts';
import type { Misunderstood } from '../support/report/asking.ts';
import type { Sheet } from '../support/report/sheet.ts';
import { sayNoReport } from '../support/report/words.ts';
import { Refused } from './acts.ts';
import { answerJson } from './answer.ts';
import { type Player, personOf } from './people.ts';
import type { Room } from './room.ts';
import { type Known, saySheet, viewSheet } from './sheet-view.ts';
import type { ReportAsked } from './state.ts';

/** A report as it was made. */
export interface Made {
  readonly sheet: Sheet;
  readonly at: Instant;
}

/** There is no report now; its message says why, for whoever asked. */
export class NoReport extends Error {
  override readonly name = 'NoReport';
}

/** What leads asked behind `report`, and the page's ways to it. */
export interface Reports {
  /** @throws NoReport */
  make(asked: ReportAsked): Promise<Made | Misunderstood>;
  /** It stands in this whisper from here on. */
  keep(whisper: string, made: Made): void;
  /** A report in brief. */
  say(made: Made): string;
  /**
   * That of this whisper in brief.
   * @throws Refused when it is not here any more, NoReport
   */
  brief(whisper: string): Promise<string>;
  readonly routes: readonly Route[];
}

/** Reports that are remembered as they were made. An older one is made anew when somebody opens it again. */
const REMEMBERED = 24;

export function createReports(parts: {
  readonly desk: Desk;
  readonly room: Room;
  readonly cast: readonly Player[];
  readonly charts: Charts;
  readonly clock: Clock;
  readonly log: Log;
}): Reports {
  const { desk, room, cast, charts, clock, log } = parts;
  const remembered = new Map<string, Promise<Made | Misunderstood>>();
  const known: Known = {
    player: (id) => personOf(cast, id)?.name,
    card: (conversation) => room.card(conversation)?.id,
  };

  const make = async ({ words, zone }: ReportAsked): Promise<Made | Misunderstood> => {
    const sheet = await desk.reportSheet(words, zone).catch(explain);
    return 'problem' in sheet ? sheet : { sheet, at: clock.now() };
  };

  const keep = (whisper: string, made: Promise<Made | Misunderstood>) => {
    remembered.set(whisper, made);
    made.catch(() => remembered.delete(whisper));
    if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value!);
    return made;
  };

  /** What was asked in this whisper, while a lead may read it. */
  const askedIn = (whisper: string): ReportAsked => {
    const found = room.state.whispers.find(({ id }) => id === whisper);
    if (!found?.report || personOf(cast, found.to)?.role !== 'lead') {
      throw new Refused('This report is not here any more. Ask for it again.');
    }
    return found.report;
  };

  const madeIn = async (whisper: string): Promise<Made> => {
    const asked = askedIn(whisper);
    const made = await (remembered.get(whisper) ?? keep(whisper, make(asked)));
    if ('problem' in made) throw new Refused(made.problem);
    return made;
  };

  const say = ({ sheet }: Made) => saySheet(sheet, known);

  const sheet = async (query: URLSearchParams, response: ServerResponse) => {
    const id = query.get('id') ?? '';
    const { sheet, at } = await madeIn(id);
    answerJson(response, 200, { ...viewSheet(sheet, known), ...askedIn(id), at });
  };

  const chart = async (query: URLSearchParams, response: ServerResponse) => {
    const { sheet } = await madeIn(query.get('id') ?? '');
    const part = sheet.parts[Number(query.get('part'))];
    if (part?.is !== 'chart') throw new Refused('There is no such picture in this report.');
    const svg = await charts.drawSvg(part.chart, query.get('look') === 'dark' ? 'dark' : 'light');
    send(response, svg, {
      'content-type': 'image/svg+xml',
      // The address names the moment at which the report was made.
      'cache-control': 'private, max-age=3600',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  };

  const file = async (query: URLSearchParams, response: ServerResponse) => {
    const { words, zone } = askedIn(query.get('id') ?? '');
    const as = query.get('as') === 'json' ? 'json' : 'csv';
    const made = await desk.reportFile(words, as, zone).catch(explain);
    if ('problem' in made) throw new Refused(made.problem);
    send(response, made.text, {
      'content-type': `${as === 'csv' ? 'text/csv' : 'application/json'}; charset=utf-8`,
      'content-disposition': `attachment; filename="${made.name}"`,
      'cache-control': 'no-store',
    });
  };

  const route = (path: string, handle: typeof sheet): Route => ({
    method: 'GET',
    path,
    async handle(request: IncomingMessage, response) {
      const query = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
      try {
        await handle(query, response);
      } catch (error) {
        if (error instanceof Refused) return answerJson(response, 404, { error: error.message });
        log.error({ err: error }, 'a report could not be shown');
        answerJson(response, 503, { error: (error as Error).message });
      }
    },
  });

  return {
    make,
    keep: (whisper, made) => void keep(whisper, Promise.resolve(made)),
    say,
    brief: async (whisper) => say(await madeIn(whisper)),
    routes: [
      route('/playground/report', sheet),
      route('/playground/report/chart', chart),
      route('/playground/report/file', file),
    ],
  };
}

function explain(cause: unknown): never {
  throw new NoReport(sayNoReport(cause), { cause });
}

function send(response: ServerResponse, text: string, headers: Record<string, string>): void {
  const bytes = Buffer.from(text);
  response.writeHead(200, {
    ...headers,
    'content-length': bytes.length,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  response.end(bytes);
}
