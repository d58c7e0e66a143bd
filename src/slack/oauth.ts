import { type AuthorizationError, HTTPReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Desk, Log, Route } from '../desk/ports.ts';
import type { SlackConfig } from './config.ts';
import { toPlatformError } from './errors.ts';
import { createInstallations } from './installations.ts';
import { SCOPES } from './scopes.ts';
import { sdkLog } from './sdk-log.ts';
import type { TokenOf } from './workspaces.ts';

export interface OAuth {
  readonly routes: readonly Route[];
  readonly tokenOf: TokenOf;
  /** Ids of all installations, the oldest first. */
  installed(): Promise<readonly string[]>;
  /** The workspace removed the app. */
  forget(installation: string): Promise<void>;
}

/**
 * Installing from a browser: GET /slack/install leads to Slack, which leads back to GET /slack/oauth_redirect.
 * Undefined unless client id, client secret and state secret are all configured.
 */
export function createOAuth(
  config: SlackConfig,
  parts: {
    readonly desk: Desk;
    readonly log: Log;
    readonly clientOptions: WebClientOptions;
    /** An installation was stored. Not waited for: it may ask for the token that is being stored. */
    readonly stored: () => void;
  },
): OAuth | undefined {
  const { clientId, clientSecret, stateSecret } = config;
  if (!clientId || !clientSecret || !stateSecret) return undefined;
  const installations = createInstallations(parts.desk.shelf('installations'), stateSecret);
  // Only its installer is used: requests of Slack's come in at our own door, which verifies them.
  const { installer } = new HTTPReceiver({
    signingSecret: config.signingSecret ?? 'unused',
    clientId,
    clientSecret,
    stateSecret,
    installationStore: {
      ...installations,
      async storeInstallation(installation) {
        await installations.storeInstallation(installation);
        parts.stored();
      },
    },
    scopes: [...SCOPES],
    logger: sdkLog(parts.log),
    installerOptions: { clientOptions: parts.clientOptions },
  });
  if (!installer) throw new Error('Bolt made no installer although it was given its credentials.');

  /** Rotated tokens are refreshed when asked for, by one caller at a time. */
  const asked = new Map<string, Promise<string | undefined>>();
  async function token(installation: string): Promise<string | undefined> {
    if (!(await installations.has(installation))) return undefined;
    const wholeOrganisation = installation.startsWith('E');
    const found = await installer!
      .authorize({
        teamId: wholeOrganisation ? undefined : installation,
        enterpriseId: wholeOrganisation ? installation : undefined,
        isEnterpriseInstall: wholeOrganisation,
      })
      .catch((error: AuthorizationError) => {
        throw toPlatformError(error.original ?? error);
      });
    return found.botToken;
  }

  return {
    routes: [
      {
        method: 'GET',
        path: '/slack/install',
        handle: (request, response) =>
          installer.handleInstallPath(request, response, undefined, { scopes: [...SCOPES] }),
      },
      {
        method: 'GET',
        path: '/slack/oauth_redirect',
        handle: (request, response) => installer.handleCallback(request, response),
      },
    ],
    installed: installations.list,
    tokenOf(installation) {
      const running =
        asked.get(installation) ?? token(installation).finally(() => asked.delete(installation));
      asked.set(installation, running);
      return running;
    },
    forget(installation) {
      const wholeOrganisation = installation.startsWith('E');
      return installations.deleteInstallation({
        teamId: wholeOrganisation ? undefined : installation,
        enterpriseId: wholeOrganisation ? installation : undefined,
        isEnterpriseInstall: wholeOrganisation,
      });
    },
  };
}
