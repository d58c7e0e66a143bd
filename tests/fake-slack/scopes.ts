import { text } from './methods/method.ts';
import type { Channel, Json, World } from './state.ts';

/** The bot scope a method needs; `*` stands for the kind of conversation it is called on. */
export const METHOD_SCOPES: Record<string, string | undefined> = {
  'auth.test': undefined,
  'users.info': 'users:read',
  'users.list': 'users:read',
  'usergroups.users.list': 'usergroups:read',
  'usergroups.list': 'usergroups:read',
  'team.info': 'team:read',
  'files.info': 'files:read',
  filesUploadV2: 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
  'conversations.info': '*:read',
  'conversations.list': '*:read',
  'conversations.members': '*:read',
  'conversations.history': '*:history',
  'conversations.replies': '*:history',
  'conversations.open': 'im:write',
  'conversations.join': 'channels:join',
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'chat.getPermalink': undefined,
  'views.open': undefined,
  'views.update': undefined,
  'views.publish': undefined,
};

const FAMILY: Record<Channel['kind'], string> = {
  public: 'channels',
  private: 'groups',
  im: 'im',
  mpim: 'mpim',
};

/** The scope this call lacks, if any. */
export function missingScope(
  world: World,
  method: string,
  args: Json,
  granted: readonly string[],
): string | undefined {
  const kind = world.channels.get(text(args, 'channel'))?.kind ?? 'public';
  const needed = METHOD_SCOPES[method]?.replace('*', FAMILY[kind]);
  return needed === undefined || granted.includes(needed) ? undefined : needed;
}
