import { HTTPReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Desk, Log, Route } from '../desk/ports.ts';
import type { SlackConfig } from './config.ts';
import { createInstallations } from './installations.ts';
import { SCOPES } from './scopes.ts';
import { sdkLog } from './sdk-log.ts';
import type { TokenOf } from './workspaces.ts';

export interface OAuth {
  readonly routes: readonly Route[];
  readonly tokenOf: TokenOf;
  /** The workspace removed the app. */
  forget(installation: string): Promise<void>;
}

/**
 * Installing from a browser: GET /slack/install leads to Slack, which leads back to GET /slack/oauth_redirect.
 * Undefined unless client id, client secret and state secret are all configured.
 */
export function createOAuth(
  config: SlackConfig,
  parts: { readonly desk: Desk; readonly log: Log; readonly clientOptions: WebClientOptions },
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
    installationStore: installations,
    scopes: [...SCOPES],
    logger: sdkLog(parts.log),
    installerOptions: { clientOptions: parts.clientOptions },
  });
  if (!installer) throw new Error('Bolt made no installer although it was given its credentials.');

  /** Rotated tokens are refreshed when asked for, by one caller at a time. */
  const asked = new Map<string, Promise<string>>();
  async function token(installation: string): Promise<string> {
    const wholeOrganisation = installation.startsWith('E');
    const found = await installer!.authorize({
      teamId: wholeOrganisation ? undefined : installation,
      enterpriseId: wholeOrganisation ? installation : undefined,
      isEnterpriseInstall: wholeOrganisation,
    });
    if (!found.botToken) throw new Error(`The installation of ${installation} has no bot token.`);
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
