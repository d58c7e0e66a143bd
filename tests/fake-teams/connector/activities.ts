import { cardFaults } from '../cards.ts';
import { CONSENT } from '../files.ts';
import type { Attachment, Conversation, Json, Post, Words, World } from '../state.ts';
import { isChannel, membersOf, nextId } from '../state.ts';
import { type Answer, type Call, conversationFor } from './call.ts';
import { badRequest, faultOf } from './fault.ts';

/**
 * Bytes of a message in UTF-16, as Teams counts. Its own wall stands near 100 KB and has moved before; a bot that
 * stays under this is safe.
 */
const MOST_BYTES = 80 * 1024;

const CARD = 'application/vnd.microsoft.card.adaptive';
const FORMATS = ['plain', 'markdown', 'xml'];

/** POST …/activities: into a thread, or as a new post where the id names none. `replyToId` changes nothing. */
export function sendActivity(call: Call): Answer {
  const { conversation, thread } = conversationFor(call);
  const { world, body } = call;
  if (body['type'] === 'typing') return { status: 201, json: { id: nextId(world) } };
  const onlyFor = targetOf(call, conversation);
  if (thread !== undefined && !rootOf(conversation, thread))
    throw faultOf(404, 'ConversationNotFound');
  const post = addPost(world, conversation, thread, body, onlyFor);
  return { status: 201, json: { id: post.id } };
}

/** PUT …/activities/{id}: the bot's own posts only. */
export function updateActivity(call: Call): Answer {
  const post = ownPost(call);
  mustBeWritable(conversationFor(call).conversation);
  if (isTargeted(call) && call.body['recipient'] !== undefined)
    throw badRequest('Recipient is not allowed on update.', 'Bad argument');
  const words = checkedWords(call.body);
  post.earlier.push(post.words);
  post.words = words;
  post.edited = true;
  post.sentWith = call.body;
  // Everybody's card is the new one now.
  post.views.clear();
  return { status: 200, json: { id: post.id } };
}

export function deleteActivity(call: Call): Answer {
  ownPost(call).deleted = true;
  return { status: 200 };
}

/** Puts the bot's words into a conversation. @throws ConnectorFault when Teams would not take them. */
export function addPost(
  world: World,
  conversation: Conversation,
  thread: string | undefined,
  body: Json,
  onlyFor?: string,
): Post {
  mustBeWritable(conversation);
  const words = checkedWords(body);
  if (conversation.kind !== 'personal' && words.attachments.some(isOffer))
    throw badRequest('Files are offered in personal chats alone.', 'BadArgument');
  const post: Post = {
    id: nextId(world),
    conversation: conversation.id,
    thread: isChannel(conversation) ? thread : undefined,
    from: world.bot.id,
    words,
    edited: false,
    deleted: false,
    earlier: [],
    sentWith: body,
    views: new Map(),
    ...(onlyFor === undefined ? {} : { onlyFor }),
  };
  conversation.posts.push(post);
  return post;
}

function checkedWords(body: Json): Words {
  if (body['type'] !== 'message') throw badRequest(`Unknown activity type ${body['type']}.`);
  const text = String(body['text'] ?? '');
  const attachments = (body['attachments'] ?? []) as Attachment[];
  const entities = (body['entities'] ?? []) as Json[];
  const textFormat = String(body['textFormat'] ?? 'markdown');
  if (!FORMATS.includes(textFormat)) throw badRequest(`Unknown textFormat ${textFormat}.`);
  if (text.trim() === '' && attachments.length === 0)
    throw badRequest('The message has neither text nor attachments.');
  const bytes = 2 * JSON.stringify({ text, attachments, entities }).length;
  if (bytes > MOST_BYTES) throw faultOf(413, 'MessageSizeTooBig');
  for (const attachment of attachments) checkAttachment(attachment);
  for (const entity of entities) checkEntity(entity, text, attachments);
  return { text, textFormat: textFormat as Words['textFormat'], attachments, entities };
}

function isOffer({ contentType }: Attachment): boolean {
  return contentType === CONSENT;
}

function checkAttachment({ contentType, content, contentUrl }: Attachment): void {
  if (!contentType) throw badRequest('Unknown attachment type', 'BadArgument');
  if (contentType === CARD) {
    const faults = cardFaults(content);
    if (faults.length > 0) throw badRequest(`Card: ${faults.join('; ')}`, 'BadArgument');
  } else if (content === undefined && contentUrl === undefined)
    throw badRequest(`The ${contentType} attachment is empty.`, 'BadArgument');
}

function checkEntity(entity: Json, text: string, attachments: readonly Attachment[]): void {
  if (entity['type'] !== 'mention') return;
  const mentioned = entity['mentioned'] as Json | undefined;
  const said = String(entity['text'] ?? '');
  if (!mentioned?.['id']) throw badRequest('A mention must say who is mentioned.', 'BadArgument');
  const somewhere = text.includes(said) || JSON.stringify(attachments).includes(said);
  if (!said.startsWith('<at>') || !somewhere)
    throw badRequest('The text of a mention must occur in the message.', 'BadArgument');
}

function ownPost(call: Call): Post {
  const { conversation } = conversationFor(call);
  const post = conversation.posts.find((one) => one.id === call.item && !one.deleted);
  if (!post) throw faultOf(404, 'ActivityNotFoundInConversation');
  if (post.from !== call.world.bot.id)
    throw badRequest('A bot changes its own activities only.', 'BadArgument');
  return post;
}

function rootOf(conversation: Conversation, id: string): Post | undefined {
  // What one person alone sees has no replies.
  const opens = (post: Post) => post.thread === undefined && post.onlyFor === undefined;
  return conversation.posts.find((post) => post.id === id && opens(post));
}

function mustBeWritable({ closed }: Conversation): void {
  if (closed === 'archived') throw faultOf(403, 'MessageWritesBlocked');
  if (closed === 'blocked') throw faultOf(403, 'ConversationBlockedByUser');
}

function isTargeted({ query }: Call): boolean {
  return query.get('isTargetedActivity') === 'true';
}

/** Who alone is to see this; undefined for everybody. Only a member can be meant. */
function targetOf(call: Call, conversation: Conversation): string | undefined {
  if (!isTargeted(call)) return undefined;
  const { id, isTargeted: meant } = (call.body['recipient'] ?? {}) as Json;
  const to = membersOf(call.world, conversation).has(String(id));
  const { targetedMessages } = call.options;
  if (!targetedMessages || conversation.kind === 'personal' || meant !== true || !to)
    throw badRequest(
      'Targeted messages need a recipient and a channel or group chat.',
      'Bad argument',
    );
  return String(id);
}
