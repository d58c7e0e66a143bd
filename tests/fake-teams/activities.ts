import type { Attachment, Conversation, Json, Person, Post, World } from './state.ts';
import { isChannel, nextEventId, personOf, threadedId } from './state.ts';

/** Where something happens, and by whom. */
export interface Scene {
  readonly world: World;
  readonly user: string;
  readonly conversation: Conversation;
  readonly thread: string | undefined;
}

/** What every activity carries. `more` adds to it or replaces. */
export function activity(scene: Scene, type: string, more: Json = {}): Json {
  const { world, user } = scene;
  const id = nextEventId(world);
  const timestamp = stampOf(world);
  return {
    type,
    id,
    timestamp,
    localTimestamp: timestamp.replace('Z', '+00:00'),
    localTimezone: 'Europe/Berlin',
    channelId: 'msteams',
    serviceUrl: world.serviceUrl,
    from: account(personOf(world, user)),
    conversation: conversationAccount(scene),
    recipient: { id: world.bot.id, name: world.bot.name },
    entities: [clientInfo()],
    channelData: channelData(scene),
    locale: 'en-GB',
    ...more,
  };
}

/** A message as somebody wrote it: `message`, or `messageUpdate` after a change. */
export function messageActivity(scene: Scene, post: Post, type = 'message', more: Json = {}): Json {
  const { text, attachments, entities } = post.words;
  const change = (more['channelData'] as Json | undefined) ?? {};
  const { id, name } = scene.world.bot;
  const alone = post.onlyFor === id ? { recipient: { id, name, isTargeted: true } } : {};
  return activity(scene, type, {
    id: post.id,
    text,
    textFormat: 'plain',
    attachments: [...attachments],
    entities: [...entities, clientInfo()],
    ...alone,
    ...more,
    channelData: { ...channelData(scene), ...change },
  });
}

/** An invoke: something the bot must answer in its response. */
export function invokeActivity(
  scene: Scene,
  name: string,
  value: Json,
  replyToId: string | undefined,
): Json {
  const source = { source: { name: 'message' } };
  return activity(scene, 'invoke', {
    name,
    value,
    ...(replyToId === undefined ? {} : { replyToId }),
    channelData: { ...channelData(scene), ...source },
  });
}

/** Where it happened, as channelData says it: the conversation's tenant, which need not be the author's. */
export function channelData({ world, conversation }: Scene): Json {
  const tenant = { id: conversation.tenantId };
  if (!isChannel(conversation)) return { tenant };
  const kind = conversation.kind === 'standard' ? {} : { type: conversation.kind };
  const team = world.teams.get(conversation.team!);
  return {
    teamsChannelId: conversation.id,
    teamsTeamId: conversation.team,
    channel: { id: conversation.id, ...kind },
    team: { id: conversation.team, aadGroupId: team?.groupId },
    tenant,
  };
}

/** Somebody as an activity names them. Anonymous people and bots have no directory id. */
export function account(person: Person): Json {
  const known = person.objectId === undefined ? {} : { aadObjectId: person.objectId };
  return { id: person.id, name: person.name, ...known };
}

/** Somebody as the roster names them; `listed` is the old list without pages, which says objectId. */
export function rosterAccount(person: Person, listed = false): Json {
  const [givenName, surname] = person.name.split(' ');
  const { objectId } = person;
  const id = objectId === undefined ? {} : { [listed ? 'objectId' : 'aadObjectId']: objectId };
  return {
    id: person.id,
    name: person.name,
    ...id,
    givenName,
    surname,
    ...(person.email === undefined ? {} : { email: person.email }),
    ...(person.email === undefined ? {} : { userPrincipalName: principalName(person) }),
    ...(person.tenantId === '' ? {} : { tenantId: person.tenantId }),
    userRole: person.role,
  };
}

/** What the author's words look like as the HTML that comes beside them. */
export function htmlOf(text: string, mentions: readonly string[]): Attachment {
  let html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  for (const [index, name] of mentions.entries()) {
    const span = `<span itemtype="http://schema.skype.com/Mention" itemscope itemid="${index}">${name}</span>`;
    html = html.replace(`&lt;at&gt;${name}&lt;/at&gt;`, span);
  }
  const lines = html.split('\n').map((line) => `<p>${line === '' ? '&nbsp;' : line}</p>`);
  return { contentType: 'text/html', content: lines.join('\n') };
}

function conversationAccount({ conversation, thread }: Scene): Json {
  const { kind, tenantId } = conversation;
  const id = threadedId(conversation.id, thread);
  if (kind === 'personal') return { conversationType: 'personal', tenantId, id };
  const conversationType = kind === 'group' ? 'groupChat' : 'channel';
  return { isGroup: true, conversationType, tenantId, id };
}

function principalName(person: Person): string | undefined {
  return person.role === 'guest'
    ? `${person.email?.replace('@', '_')}#EXT#@acme.example`
    : person.email;
}

/** Down to a ten-millionth of a second, so that no two activities have the same, even while a clock stands still. */
function stampOf({ clock, serial }: World): string {
  const fraction = String(serial % 10_000).padStart(4, '0');
  return new Date(clock.now()).toISOString().replace('Z', `${fraction}Z`);
}

function clientInfo(): Json {
  return {
    type: 'clientInfo',
    locale: 'en-GB',
    country: 'DE',
    platform: 'Web',
    timezone: 'Europe/Berlin',
  };
}
