import type { Attachment, Instant, Message } from '../support/conversation.ts';
import { at, isJson, type Json, jsonAt, listAt, textAt } from '../support/json.ts';
import type { Person } from '../support/roles.ts';
import { decode } from './mrkdwn.ts';
import type { Workspace } from './workspaces.ts';

/** A message as Slack puts it, in plain words. Forwarded messages are part of what was said. */
export async function messageFrom(
  body: Json,
  author: Person,
  workspace: Workspace,
): Promise<Message> {
  const id = textAt(body, 'ts');
  const forwarded = listAt(body, 'attachments')
    .filter((attachment) => at(attachment, 'is_share') === true)
    .map((attachment) => textAt(attachment, 'text'));
  const words = [textAt(body, 'text'), ...forwarded].map((part) => decode(part, workspace.botUser));
  return {
    id,
    author,
    at: instantOf(id),
    text: words.filter(Boolean).join('\n'),
    files: await filesOf(body, workspace),
  };
}

/** Whether a bot wrote this message, or the message that this event tells of: it is never heard, least of all our own. */
export function isByBot(event: Json): boolean {
  return [event, jsonAt(event, 'message'), jsonAt(event, 'previous_message')].some(
    (message) =>
      Boolean(message['bot_id'] || message['bot_profile']) ||
      textAt(message, 'subtype') === 'bot_message',
  );
}

/** Slack's `1733000000.000123` in milliseconds. */
export function instantOf(ts: string): Instant {
  const seconds = Number(ts);
  return Number.isFinite(seconds) ? Math.floor(seconds * 1000) : 0;
}

/** Most files that are named; the rest is seen at the message itself. */
const MOST_FILES = 10;

function filesOf(body: Json, workspace: Workspace): Promise<Attachment[]> {
  const files = listAt(body, 'files').filter(isJson).slice(0, MOST_FILES);
  return Promise.all(
    files.map(async (file) =>
      textAt(file, 'file_access') === 'check_file_info'
        ? attachmentOf(await lookUp(file, workspace))
        : attachmentOf(file),
    ),
  );
}

function attachmentOf(file: Json): Attachment {
  return {
    name: textAt(file, 'name') || textAt(file, 'title') || 'a file',
    url: textAt(file, 'permalink') || textAt(file, 'url_private'),
  };
}

/** Files of another organisation come as a stub. One that cannot be looked up is named all the same. */
async function lookUp(stub: Json, { client }: Workspace): Promise<Json> {
  try {
    const found = await client.files.info({ file: textAt(stub, 'id') });
    return isJson(found.file) ? found.file : stub;
  } catch {
    return stub;
  }
}
