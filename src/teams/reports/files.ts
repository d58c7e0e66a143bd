import { PlatformError } from '../../desk/ports.ts';
import { type Json, jsonAt, textAt } from '../../support/json.ts';
import type { TeamsConfig } from '../config.ts';
import type { Outbound } from '../connector.ts';
import { within } from '../plain.ts';
import { mayUpload } from '../service-url.ts';

/** A file that somebody is offered: which report's numbers it holds, and how they are written. */
export interface Offered {
  readonly words: string;
  readonly as: 'csv' | 'json';
}

/** What somebody said to the offer, and where their file goes. */
export interface Consent extends Offered {
  readonly accepted: boolean;
  readonly upload: Upload;
}

interface Upload {
  readonly url: string;
  readonly name: string;
  /** Where it stands once it is there. */
  readonly content: string;
  readonly id: string;
  readonly type: string;
}

/** Milliseconds. */
const PATIENCE = 30_000;
const LONGEST_WORDS = 1_000;

/**
 * Asks somebody whether they want a file, which then goes into their own OneDrive: in a one-to-one chat, the only place where bots may
 * give files. Only what it would hold travels along, not the file.
 */
export function offerFile(file: { name: string; text: string }, { words, as }: Offered): Outbound {
  const context = { report: words, as };
  const content = {
    description: within(`The numbers of the report “${words || 'last 7 days'}”`, 200),
    sizeInBytes: Buffer.byteLength(file.text),
    acceptContext: context,
    declineContext: context,
  };
  const contentType = 'application/vnd.microsoft.teams.card.file.consent';
  return { type: 'message', attachments: [{ contentType, name: file.name, content }] };
}

/** The answer to such an offer; undefined where it is none of ours. */
export function consentIn(activity: Json): Consent | undefined {
  const value = jsonAt(activity, 'value');
  const words = jsonAt(value, 'context')['report'];
  const as = (['csv', 'json'] as const).find((one) => one === textAt(value, 'context', 'as'));
  if (!as || typeof words !== 'string' || words.length > LONGEST_WORDS) return undefined;
  const info = jsonAt(value, 'uploadInfo');
  const upload = {
    url: textAt(info, 'uploadUrl'),
    name: textAt(info, 'name'),
    content: textAt(info, 'contentUrl'),
    id: textAt(info, 'uniqueId'),
    type: textAt(info, 'fileType'),
  };
  return { words, as, accepted: textAt(value, 'action') === 'accept', upload };
}

/**
 * Puts a file where Teams made room for it, in one piece.
 * @throws PlatformError
 */
export async function putFile(text: string, { url }: Upload, config: TeamsConfig): Promise<void> {
  if (!mayUpload(url, config)) throw notTaken('It was to go to an address that is not OneDrive’s.');
  const body = Buffer.from(text);
  const last = body.length - 1;
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${last}/${body.length}`,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
  } catch (error) {
    throw notTaken('OneDrive could not be reached.', error);
  }
  if (!response.ok) throw notTaken(`OneDrive did not take it (HTTP ${response.status}).`);
}

/** The file in the chat, once it is in its reader's OneDrive. */
export function fileCard({ name, content, id, type }: Upload): Outbound {
  const contentType = 'application/vnd.microsoft.teams.card.file.info';
  const card = {
    contentType,
    contentUrl: content,
    name,
    content: { uniqueId: id, fileType: type },
  };
  return { type: 'message', attachments: [card] };
}

function notTaken(why: string, cause?: unknown): PlatformError {
  const message = `The file could not be stored. ${why} Ask for it again.`;
  return new PlatformError('teams', message, { retryable: false, cause });
}
