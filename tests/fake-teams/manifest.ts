import { readFileSync } from 'node:fs';

/** What the Teams app asks for in its manifest, as far as this project's manifest goes. */
export interface TeamsManifest {
  readonly id: string;
  readonly version: string;
  readonly manifestVersion: string;
  readonly supportsChannelFeatures: string;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly webApplicationInfo: { readonly id: string };
  readonly bots: readonly [
    {
      readonly botId: string;
      readonly scopes: readonly string[];
      readonly commandLists: readonly {
        readonly scopes: readonly string[];
        readonly commands: readonly { readonly title: string }[];
      }[];
    },
  ];
  readonly composeExtensions: readonly [
    {
      readonly botId: string;
      readonly commands: readonly {
        readonly id: string;
        readonly context: readonly string[];
        readonly fetchTask: boolean;
      }[];
    },
  ];
  readonly authorization: {
    readonly permissions: { readonly resourceSpecific: readonly { readonly name: string }[] };
  };
}

/** The manifest this project ships. */
export function readTeamsManifest(): TeamsManifest {
  const path = new URL('../../manifests/teams/manifest.json', import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** What the bot hears without a mention where this manifest is installed: give it to `startFakeTeams`. */
export function manifestRights(): { hears: { channels: boolean; chats: boolean } } {
  const { resourceSpecific } = readTeamsManifest().authorization.permissions;
  const granted = resourceSpecific.map(({ name }) => name);
  const channels = granted.includes('ChannelMessage.Read.Group');
  return { hears: { channels, chats: granted.includes('ChatMessage.Read.Chat') } };
}
