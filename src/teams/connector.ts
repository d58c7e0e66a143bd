import { isJson, type Json, textAt } from '../support/json.ts';

/** A member of a conversation, as its roster has them. */
export type Member = Json;

/** What we send: the few fields of an activity that are ours to say. */
export interface Outbound {
  readonly type: 'message';
  readonly text?: string;
  readonly textFormat?: 'xml';
  readonly summary?: string;
  readonly attachments?: readonly {
    readonly contentType: string;
    readonly content: object;
    /** Of a file: what it is called, and where it stands. */
    readonly name?: string;
    readonly contentUrl?: string;
  }[];
  readonly entities?: readonly object[];
}

/** A member of a conversation as a message is addressed to them: `29:…`. */
export interface Recipient {
  readonly id: string;
  readonly name: string;
}

/** The connector of one conversation's service. Everything throws PlatformError, or a bug. */
export interface Connector {
  /** Into an existing conversation or thread (a whole id, with its `;messageid=`). Gives the message's id. */
  send(conversation: string, activity: Outbound): Promise<string>;
  /** The same for one member's eyes alone: a targeted message, which is gone after a day. */
  whisper(conversation: string, to: Recipient, activity: Outbound): Promise<string>;
  update(conversation: string, id: string, activity: Outbound): Promise<void>;
  /** A new post in a channel. Gives the id of the message that is the root of its thread. */
  post(channel: string, activity: Outbound): Promise<string>;
  /** The one-to-one chat with this member (`29:…`). Gives its id. */
  openChat(member: string, tenant: string): Promise<string>;
  member(conversation: string, id: string): Promise<Member>;
  /** One page of members, and where the next one begins. */
  members(conversation: string, from?: string): Promise<{ page: Member[]; next: string }>;
}

/**
 * The connector behind a client of the SDK's.
 * @param patience milliseconds to wait for an answer.
 */
export function connectorOf(client: Client, patience: number): Connector {
  const { conversations } = oneTry(client);
  const options = { timeout: patience };
  return {
    async send(conversation, activity) {
      return verbatim(client, activity, async () =>
        idOf(await conversations.sendToConversation(conversation, activity, options)),
      );
    },
    async whisper(conversation, { id, name }, activity) {
      const targeted = { ...activity, recipient: { id, name, isTargeted: true } };
      return verbatim(
        client,
        targeted,
        async () => idOf(await conversations.sendToConversation(conversation, activity, options)),
        '?isTargetedActivity=true',
      );
    },
    async update(conversation, id, activity) {
      await verbatim(client, activity, () =>
        conversations.updateActivity(conversation, id, activity, options),
      );
    },
    async post(channel, activity) {
      const post = { isGroup: true, channelData: { channel: { id: channel } }, activity };
      const made = await verbatim(client, post, () =>
        conversations.createConversation(post, options),
      );
      const root = /;messageid=([^;]+)/.exec(textAt(made, 'id'))?.[1];
      return root ?? textAt(made, 'activityId');
    },
    async openChat(member, tenant) {
      const chat = { isGroup: false, members: [{ id: member }], tenantId: tenant };
      return idOf(await conversations.createConversation(chat, options));
    },
    member: async (conversation, id) =>
      asMember(await conversations.getConversationMember(conversation, id, options)),
    async members(conversation, from) {
      const more = { ...options, pageSize: 500, ...(from ? { continuationToken: from } : {}) };
      const found = await conversations.getConversationPagedMembers(conversation, more);
      const page = isJson(found) && Array.isArray(found['members']) ? found['members'] : [];
      return { page: page.map(asMember), next: textAt(found, 'continuationToken') };
    },
  };
}

/** The SDK's client, as far as we use it: its own types want whole activities. */
export interface Client {
  readonly conversations: {
    sendToConversation(id: string, activity: Outbound, options: object): Promise<unknown>;
    updateActivity(
      id: string,
      activityId: string,
      activity: Outbound,
      options: object,
    ): Promise<unknown>;
    createConversation(parameters: object, options: object): Promise<unknown>;
    getConversationMember(id: string, member: string, options: object): Promise<unknown>;
    getConversationPagedMembers(id: string, options: object): Promise<unknown>;
  };
  readonly client: {
    readonly pipeline: {
      removePolicy(which: { name: string }): unknown;
      addPolicy(policy: {
        name: string;
        sendRequest(request: Request, next: (request: Request) => Promise<never>): Promise<never>;
      }): void;
    };
  };
}

/** A request on its way out. */
interface Request {
  url: string;
  body?: unknown;
}

/**
 * The client without its habit of repeating a request that failed, which could send a reply twice, and of following
 * a redirection, which would take our token along. Repeating is the outbox's.
 */
function oneTry(client: Client): Client {
  for (const name of ['defaultRetryPolicy', 'redirectPolicy']) {
    client.client.pipeline.removePolicy({ name });
  }
  return client;
}

/**
 * Makes one call whose body is this JSON as it is. What the SDK writes holds only what its models know: labels and
 * other fields that are younger would be dropped without a word.
 */
async function verbatim<T>(
  { client }: Client,
  body: object,
  call: () => Promise<T>,
  query = '',
): Promise<T> {
  const name = 'verbatim';
  client.pipeline.addPolicy({
    name,
    sendRequest(request, next) {
      request.body = JSON.stringify(body);
      request.url += query;
      return next(request);
    },
  });
  try {
    return await call();
  } finally {
    client.pipeline.removePolicy({ name });
  }
}

function idOf(made: unknown): string {
  return textAt(made, 'id');
}

function asMember(found: unknown): Member {
  return isJson(found) ? found : {};
}
