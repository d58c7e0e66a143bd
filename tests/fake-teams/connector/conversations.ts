import type { Json } from '../state.ts';
import { directChat, isChannel, membersOf, threadedId } from '../state.ts';
import { addPost } from './activities.ts';
import type { Answer, Call } from './call.ts';
import { badRequest, faultOf } from './fault.ts';

/** POST /v3/conversations: a 1:1 chat, or a new post in a channel. Nothing else can be made. */
export function createConversation(call: Call): Answer {
  const { body } = call;
  const channel = (body['channelData'] as Json | undefined)?.['channel'] as Json | undefined;
  if (body['isGroup'] === true) return startThread(call, String(channel?.['id'] ?? ''));
  return openChat(call);
}

function startThread({ world, body }: Call, channelId: string): Answer {
  const activity = body['activity'] as Json | undefined;
  if (!activity || channelId === '') throw badRequest('Incorrect conversation creation parameters');
  const channel = world.conversations.get(channelId);
  if (!channel || !isChannel(channel)) throw faultOf(404, 'ConversationNotFound');
  if (!channel.bot) throw faultOf(403, 'BotNotInConversationRoster');
  const post = addPost(world, channel, undefined, activity);
  return { status: 201, json: { id: threadedId(channel.id, post.id), activityId: post.id } };
}

/** The same person always gets the same chat. The bot must share a team or chat with them. */
function openChat({ world, body }: Call): Answer {
  const members = (body['members'] ?? []) as Json[];
  const [member] = members;
  const id = String(member?.['id'] ?? '');
  const person = world.people.get(id);
  if (members.length !== 1 || !person || person.role === 'bot')
    throw badRequest('Incorrect conversation creation parameters');
  const tenant = (body['channelData'] as Json | undefined)?.['tenant'] as Json | undefined;
  if ((body['tenantId'] ?? tenant?.['id']) !== world.tenantId) throw faultOf(403, 'Forbidden');
  const met = [...world.conversations.values()].some(
    (one) => one.bot && membersOf(world, one).has(id),
  );
  if (!met || person.tenantId !== world.tenantId) throw faultOf(403, 'BotNotInConversationRoster');
  const chat = directChat(world, id);
  if (body['activity']) addPost(world, chat, undefined, body['activity'] as Json);
  return { status: 201, json: { id: chat.id } };
}
