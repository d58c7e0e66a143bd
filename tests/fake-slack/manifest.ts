import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What a Slack app asks for in its manifest, as far as this project's manifest goes. */
export interface SlackManifest {
  readonly features: {
    readonly slash_commands: readonly { readonly command: string; readonly url?: string }[];
    readonly shortcuts: readonly { readonly callback_id: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: {
      readonly request_url?: string;
      readonly bot_events: readonly string[];
    };
    readonly interactivity: { readonly request_url?: string };
  };
}

/** The manifest this project ships. */
export function readSlackManifest(): SlackManifest {
  return parse(readFileSync(new URL('../../manifests/slack.yaml', import.meta.url), 'utf8'));
}

/** The rights a workspace grants when it installs this manifest: give them to `startFakeSlack`. */
export function manifestRights(): { scopes: readonly string[]; botEvents: readonly string[] } {
  const { oauth_config, settings } = readSlackManifest();
  return {
    scopes: oauth_config.scopes.bot,
    botEvents: settings.event_subscriptions.bot_events,
  };
}
