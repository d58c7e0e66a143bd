import type { Json, Post, World } from './state.ts';
import { personOf } from './state.ts';

/** A message as a message extension is handed it. */
export function messagePayload(world: World, post: Post): Json {
  const author = personOrBot(world, post.from);
  const body = post.words.attachments.find((one) => one.contentType === 'text/html')?.content;
  const at = new Date(Number(post.id)).toISOString();
  return {
    id: post.id,
    replyToId: post.thread ?? null,
    createdDateTime: at,
    lastModifiedDateTime: post.edited ? at : null,
    deleted: post.deleted,
    subject: null,
    importance: 'normal',
    locale: 'en-gb',
    linkToMessage: `https://teams.microsoft.com/l/message/${post.conversation}/${post.id}`,
    from: author,
    body: { contentType: 'html', content: body ?? post.words.text },
    attachments: [],
    mentions: [],
    reactions: [],
  };
}

function personOrBot(world: World, id: string): Json {
  if (id === world.bot.id)
    return { application: { applicationIdentityType: 'bot', id: world.bot.appId }, user: null };
  const { objectId, name } = personOf(world, id);
  return {
    application: null,
    user: { userIdentityType: 'aadUser', id: objectId ?? null, displayName: name },
  };
}
