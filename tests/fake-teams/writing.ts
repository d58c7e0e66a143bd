import { activity, htmlOf, messageActivity, type Scene } from './activities.ts';
import type { Ack, Courier } from './courier.ts';
import type { Attachment, Conversation, Json, Post, Words, World } from './state.ts';
import {
  conversationOf,
  directChat,
  isChannel,
  membersOf,
  nextId,
  personOf,
  postAt,
} from './state.ts';

export interface WriteOptions {
  /** The id of the post that opened the thread. */
  readonly thread?: string;
  /** Begins with `@Warmline`. A name or an id mentions somebody else. */
  readonly mention?: boolean | string;
  /** Ids of people besides who are mentioned, where the text says `<at>` and their name. */
  readonly also?: readonly string[];
  /** Names of files that come with the message. */
  readonly files?: readonly string[];
  /** Words as the service sometimes hands them over: `&nbsp;` after a mention, entities in the text. */
  readonly encoded?: boolean;
  /** To the bot alone, as slash commands are: nobody else sees it. */
  readonly targeted?: boolean;
}

/** What became of something a person did. `ack` is absent when the bot is not told of such things. */
export interface Done {
  readonly id: string;
  readonly ack: Ack | undefined;
  readonly ok: boolean;
}

/** A post by where it stands: a base or thread id, and its own. */
export interface PostRef {
  readonly conversation: string;
  readonly id: string;
}

/** What people do with messages. Each resolves when the bot has answered. */
export interface Writing {
  /** `where` is a conversation, or the person's own id for their 1:1 chat with the bot. */
  writes(user: string, where: string, text: string, options?: WriteOptions): Promise<Done>;
  edits(user: string, post: PostRef, text: string): Promise<Done>;
  /** Takes a message back; `undeletes` brings it again. */
  softDeletes(user: string, post: PostRef): Promise<Done>;
  undeletes(user: string, post: PostRef): Promise<Done>;
  reacts(user: string, post: PostRef, reaction?: string): Promise<Done>;
  /** Another app's bot says something, which this one hears where it hears everything. */
  botWrites(where: string, text: string, options?: WriteOptions): Promise<Done>;
  /** Any activity, signed as Teams would. */
  deliver(activity: Json): Promise<Ack>;
}

export function createWriting(world: World, courier: Courier, robo: string): Writing {
  return {
    writes,
    botWrites: (where, text, options) => writes(robo, where, text, options),
    async edits(user, ref, text) {
      const post = postAt(world, ref.conversation, ref.id);
      post.earlier.push(post.words);
      post.words = { ...post.words, ...compose(text, {}), attachments: [htmlOf(text, [])] };
      post.edited = true;
      return change(user, post, 'messageUpdate', 'editMessage');
    },
    async softDeletes(user, ref) {
      const post = postAt(world, ref.conversation, ref.id);
      post.deleted = true;
      return change(user, post, 'messageDelete', 'softDeleteMessage');
    },
    async undeletes(user, ref) {
      const post = postAt(world, ref.conversation, ref.id);
      post.deleted = false;
      return change(user, post, 'messageUpdate', 'undeleteMessage');
    },
    async reacts(user, ref, reaction = 'like') {
      const post = postAt(world, ref.conversation, ref.id);
      const reactions = { reactionsAdded: [{ type: reaction }], replyToId: post.id };
      return tell(post.id, sceneOf(user, post), (scene) =>
        activity(scene, 'messageReaction', reactions),
      );
    },
    deliver: courier.send,
  };

  async function writes(
    user: string,
    where: string,
    text: string,
    options: WriteOptions = {},
  ): Promise<Done> {
    const conversation = world.people.has(where)
      ? directChat(world, where)
      : conversationOf(world, where);
    mustBeIn(conversation, user);
    if (options.thread !== undefined && !isChannel(conversation))
      throw new Error('Only channels have threads.');
    if (options.thread !== undefined) postAt(world, conversation.id, options.thread);
    const words = compose(text, options);
    const post: Post = {
      id: nextId(world),
      conversation: conversation.id,
      thread: options.thread,
      from: user,
      words,
      edited: false,
      deleted: false,
      earlier: [],
      sentWith: {},
      views: new Map(),
      ...(options.targeted ? { onlyFor: world.bot.id } : {}),
    };
    conversation.posts.push(post);
    return tell(post.id, sceneOf(user, post), (scene) =>
      isHeard(conversation, post) ? messageActivity(scene, post) : undefined,
    );
  }

  function compose(text: string, { mention, also = [], files = [], encoded }: WriteOptions): Words {
    const first = mention === true ? world.bot : mention ? personOf(world, mention) : undefined;
    const gap = encoded ? '&nbsp;' : ' ';
    const said = encoded ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
    const before = first ? `<at>${first.name}</at>` : '';
    const mentioned = [...(first ? [first] : []), ...also.map((id) => personOf(world, id))];
    const names = mentioned.map(({ name }) => name);
    const entities = mentioned.map(({ id, name }) => ({
      type: 'mention',
      mentioned: { id, name },
      text: `<at>${name}</at>`,
    }));
    const shown = first ? `${before} ${text}` : text;
    const attachments = [htmlOf(shown, names), ...files.map(fileNamed)];
    const whole = first ? `${before}${gap}${said}` : said;
    return { text: whole, textFormat: 'plain', attachments, entities };
  }

  /** Without consent to hear everything, the bot hears only what mentions it. Its own chat it always hears. */
  function isHeard({ kind }: Conversation, { words: { entities }, onlyFor }: Post): boolean {
    if (kind === 'personal' || onlyFor === world.bot.id) return true;
    if (kind === 'group' ? world.hears.chats : world.hears.channels) return true;
    return entities.some((entity) => (entity['mentioned'] as Json)['id'] === world.bot.id);
  }

  function change(user: string, post: Post, type: string, eventType: string): Promise<Done> {
    return tell(post.id, sceneOf(user, post), (scene) => {
      if (!isHeard(scene.conversation, post)) return undefined;
      const told = messageActivity(scene, post, type, { channelData: { eventType } });
      if (type === 'messageDelete') for (const key of ['text', 'attachments']) delete told[key];
      return told;
    });
  }

  function sceneOf(user: string, post: Post): Scene {
    const conversation = conversationOf(world, post.conversation);
    const thread = isChannel(conversation) ? (post.thread ?? post.id) : undefined;
    return { world, user, conversation, thread };
  }

  /** The bot hears of a conversation only from inside it. */
  async function tell(
    id: string,
    scene: Scene,
    say: (scene: Scene) => Json | undefined,
  ): Promise<Done> {
    const told = scene.conversation.bot ? say(scene) : undefined;
    if (!told) return { id, ack: undefined, ok: true };
    const ack = await courier.send(told);
    return { id, ack, ok: ack.ok };
  }

  function mustBeIn(conversation: Conversation, user: string): void {
    if (!membersOf(world, conversation).has(user))
      throw new Error(`${personOf(world, user).name} is not in ${conversation.name}.`);
  }
}

function fileNamed(name: string): Attachment {
  const contentUrl = `https://acme.sharepoint.example/sites/support/Shared%20Documents/${encodeURIComponent(name)}`;
  const content = {
    uniqueId: '11111111-0000-4000-8000-000000000000',
    fileType: name.split('.').at(-1),
    downloadUrl: `${contentUrl}?tempauth=fake`,
  };
  const contentType = 'application/vnd.microsoft.teams.file.download.info';
  return { contentType, contentUrl, name, content };
}
