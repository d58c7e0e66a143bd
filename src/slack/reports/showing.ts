import type { RespondFn } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../desk/clock.ts';
import type { Charts, Log } from '../../desk/ports.ts';
import type { Chart, Sheet } from '../../support/report/sheet.ts';
import type { Rendered } from '../blocks.ts';
import { codeOf, toPlatformError } from '../errors.ts';
import type { Known } from './cells.ts';
import { uploadPictures } from './files.ts';
import { chartsToDraw, renderSheet, type Showing } from './sheet.ts';

/** Puts a message somewhere. @returns false where Slack refuses its blocks, so that others may do. */
export type Show = (message: Rendered) => Promise<boolean>;

/** From what Slack draws today to what it always could. */
const SHOWINGS: readonly Showing[] = ['native', 'pictures', 'words'];
/** Milliseconds in which Slack has looked at a picture that it did not know yet: it is waited for once. */
const LOOK = 1_500;

/**
 * Shows a sheet in the best form that Slack takes: in at most four attempts, since a response_url allows five answers.
 * @throws PlatformError, or when Slack takes it in no form.
 */
export async function showSheet(
  sheet: Sheet,
  show: Show,
  how: {
    readonly known: Known;
    readonly above?: readonly KnownBlock[];
    readonly below?: readonly KnownBlock[];
    readonly client: WebClient;
    readonly drawing: Charts;
    readonly clock: Clock;
    readonly log: Log;
  },
): Promise<void> {
  const { known, above = [], below = [], clock } = how;
  const pictures = new Map<Chart, string>();
  let waited = false;
  for (const showing of SHOWINGS) {
    const wanted = chartsToDraw(sheet, showing);
    const missing = wanted.filter((chart) => !pictures.has(chart));
    for (const [chart, file] of await uploadPictures(missing, how)) pictures.set(chart, file);
    const shown = new Map([...pictures].filter(([chart]) => wanted.includes(chart)));
    const { text, blocks } = renderSheet(sheet, { ...known, showing, pictures: shown });
    const message = { text, blocks: [...above, ...blocks, ...below] };
    if (await show(message)) return;
    if (shown.size === 0 || waited) continue;
    waited = true;
    await new Promise<void>((resolve) => clock.wake(clock.now() + LOOK, resolve));
    if (await show(message)) return;
  }
  throw new Error('Slack took the report in no form');
}

/** To whoever pressed or asked, alone. */
export function showAlone(respond: RespondFn, thread: { readonly thread_ts?: string }): Show {
  return async (message) => {
    try {
      await respond({
        ...message,
        response_type: 'ephemeral',
        replace_original: false,
        ...thread,
      });
      return true;
    } catch (error) {
      if ((error as { readonly statusCode?: unknown }).statusCode === 400) return false;
      throw error;
    }
  };
}

/** In a channel: to `user` alone where one is named, else to all who read it. */
export function showIn(
  client: WebClient,
  channel: string,
  { user, thread = '' }: { readonly user?: string; readonly thread?: string } = {},
): Show {
  const inThread = thread === '' ? {} : { thread_ts: thread };
  const plainly = { parse: 'none', link_names: false } as const;
  return async (message) => {
    try {
      const asked = { channel, ...message, ...inThread, ...plainly };
      if (user !== undefined) await client.chat.postEphemeral({ ...asked, user });
      else await client.chat.postMessage({ ...asked, unfurl_links: false, unfurl_media: false });
      return true;
    } catch (error) {
      if (codeOf(error) === 'invalid_blocks') return false;
      throw toPlatformError(error);
    }
  };
}
