import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder';
import type { TeamsConfig } from './config.ts';
import { asking } from './errors.ts';
import { isJson, type Json, textAt } from './payloads.ts';
import type { Reference } from './references.ts';

/** A member of a conversation, as its roster has them. */
export type Member = Json;

/** What we send: the few fields of an activity that are ours to say. */
export interface Outbound {
  readonly type: 'message';
  readonly text?: string;
  readonly textFormat?: 'xml';
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: object }[];
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

/** Why a request was not taken for one of Microsoft's. */
export type Verdict = 'authentic' | 'forged' | 'unknown';

/** The Bot Framework SDK, whose support has ended: nothing else in the house knows it. */
export interface BotFramework {
  /**
   * Whether an activity comes from Microsoft's channel service and is for us. `unknown` when the keys could not be
   * had: the sender should try again.
   */
  authenticate(activity: Json, authorization: string): Promise<Verdict>;
  /** Runs with the connector that a reference leads to. */
  reach<T>(reference: Reference, run: (connector: Connector) => Promise<T>): Promise<T>;
  /** Proves our credentials once. @throws PlatformError */
  introduce(): Promise<void>;
}

type Credentials = ConfigurationServiceClientCredentialFactory;
/** Stands in for Microsoft's sign-in service in tests: it can be reached nowhere else. */
export type CredentialsFactory = Pick<
  Credentials,
  'isValidAppId' | 'isAuthenticationDisabled' | 'createCredentials'
>;

/** Who signs the tokens of activities. A bot's own or the emulator's tokens say nothing of the service's address. */
const CHANNEL_ISSUER = 'https://api.botframework.com';
/** What Microsoft's public cloud is configured by. One different value asks for all of them. */
const PUBLIC_CLOUD = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: CHANNEL_ISSUER,
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromEmulatorOpenIdMetadataUrl:
    'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
  CallerId: 'urn:botframework:azure',
  ValidateAuthority: true,
} as const;

/** @param patience milliseconds to wait for an answer. */
export function createBotFramework(
  config: TeamsConfig,
  patience: number,
  credentials: CredentialsFactory = credentialsOf(config),
): BotFramework {
  const factory = credentials as Credentials;
  const { openIdMetadataUrl } = config;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: config.appId,
      ...(openIdMetadataUrl === undefined
        ? {}
        : { ...PUBLIC_CLOUD, ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl }),
    },
    factory,
  );
  const adapter = new CloudAdapter(authentication);

  return {
    async authenticate(activity, authorization) {
      try {
        // What CloudAdapter.process asks first. The turn it would begin has nothing to do: we only keep the activity.
        const { claimsIdentity } = await authentication.authenticateRequest(
          activity as unknown as Activity,
          authorization,
        );
        if (config.auth === 'anonymous') return 'authentic';
        return claimsIdentity.getClaimValue('iss') === CHANNEL_ISSUER ? 'authentic' : 'forged';
      } catch (error) {
        return isKeyTrouble(error) ? 'unknown' : 'forged';
      }
    },
    reach(reference, run) {
      return asking(async () => {
        let result: { readonly is: Awaited<ReturnType<typeof run>> } | undefined;
        const continued = {
          serviceUrl: reference.serviceUrl,
          channelId: 'msteams',
          bot: { id: reference.bot, name: '' },
          conversation: { id: 'none', isGroup: true, conversationType: 'channel', name: '' },
        };
        await adapter.continueConversationAsync(config.appId, continued, async (context) => {
          result = { is: await run(connectorIn(context)) };
        });
        return result!.is;
      });
    },
    introduce: () =>
      asking(async () => {
        const { ToChannelFromBotLoginUrl: login, ToChannelFromBotOAuthScope: scope } = PUBLIC_CLOUD;
        const proof = await factory.createCredentials(config.appId, scope, login, true);
        type Signed = Parameters<typeof proof.signRequest>[0];
        await proof.signRequest({ headers: { set() {} } } as unknown as Signed);
      }),
  };

  function connectorIn(context: TurnContext): Connector {
    const client = context.turnState.get<Client>(adapter.ConnectorClientKey);
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
}

/** The SDK's client, as far as we use it: its own types want whole activities. */
interface Client {
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

function credentialsOf({ auth, appId, appPassword, tenantId }: TeamsConfig): Credentials {
  if (auth === 'anonymous') return new ConfigurationServiceClientCredentialFactory({});
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    ...(auth === 'managed-identity'
      ? { MicrosoftAppType: 'UserAssignedMsi' }
      : { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: appPassword ?? '' }),
  });
}

/** Keys that could not be fetched are none of the sender's fault. All else that fails here is in the token itself. */
function isKeyTrouble(error: unknown): boolean {
  const { name, statusCode } = error as Record<string, unknown>;
  return name === 'FetchError' || statusCode === 500;
}

function idOf(made: unknown): string {
  return textAt(made, 'id');
}

function asMember(found: unknown): Member {
  return isJson(found) ? found : {};
}
