import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { Json } from '../support/json.ts';
import type { TeamsConfig } from './config.ts';
import { type Client, type Connector, connectorOf } from './connector.ts';
import { asking } from './errors.ts';
import type { Reference } from './references.ts';

/** Why a request was not taken for one of Microsoft's. */
export type Verdict = 'authentic' | 'forged' | 'unknown';

/** The Bot Framework SDK, whose support has ended: nothing in the house but this and `connector.ts` knows it. */
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
          const client = context.turnState.get<Client>(adapter.ConnectorClientKey);
          result = { is: await run(connectorOf(client, patience)) };
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
