import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ack } from './courier.ts';
import type { Pressing } from './pressing.ts';
import type { Attachment, Json, World } from './state.ts';
import { nextEventId, postAt } from './state.ts';
import type { PostRef } from './writing.ts';

export const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
export const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

/** Room in somebody's OneDrive that Teams made for a file of the bot's. */
export interface Drive {
  readonly user: string;
  readonly name: string;
  content?: Buffer;
}

/** What people say when a bot offers them a file. */
export interface Filing {
  /** Answers an offer, in time or out of it. `uploadUrl` may be another than Teams would give. */
  consents(
    user: string,
    post: PostRef,
    action: 'accept' | 'decline',
    options?: { readonly uploadUrl?: string; readonly old?: boolean },
  ): Promise<Ack>;
}

export function createFiling(world: World, pressing: Pressing): Filing {
  return {
    async consents(user, ref, action, { uploadUrl, old = false } = {}) {
      const post = postAt(world, ref.conversation, ref.id);
      const offered = [...(old ? post.earlier : []), post.words]
        .flatMap(({ attachments }) => attachments)
        .find(({ contentType }) => contentType === CONSENT);
      if (!offered) throw new Error('The test names a post that offers no file.');
      const { acceptContext, declineContext } = offered.content as Json;
      const said = { type: 'fileUpload', action };
      const value =
        action === 'accept'
          ? { ...said, context: acceptContext, uploadInfo: makeRoom(user, offered, uploadUrl) }
          : { ...said, context: declineContext };
      return (await pressing.invokes(user, 'fileConsent/invoke', value, ref)).ack;
    },
  };

  function makeRoom(user: string, { name = '' }: Attachment, uploadUrl?: string): Json {
    const uniqueId = nextEventId(world).replaceAll(':', '-');
    world.drives.set(uniqueId, { user, name });
    return {
      contentUrl: `https://acme-my.sharepoint.example/personal/Documents/Applications/${name}`,
      name,
      uploadUrl: uploadUrl ?? `${world.url}/drive/${uniqueId}`,
      uniqueId,
      fileType: name.split('.').at(-1),
    };
  }
}

/** PUT /drive/{id}: the whole file at once. The address is the right to do so: the bot's token has no business here. */
export async function takeFile(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const drive = world.drives.get(request.url!.slice('/drive/'.length));
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const content = Buffer.concat(parts);
  const range = `bytes 0-${content.length - 1}/${content.length}`;
  const right =
    request.method === 'PUT' &&
    request.headers['content-range'] === range &&
    request.headers.authorization === undefined;
  if (!drive || !right) return void response.writeHead(drive ? 400 : 404).end();
  drive.content = content;
  response.writeHead(201, { 'content-type': 'application/json' }).end('{}');
}
