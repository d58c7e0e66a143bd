/** What the Teams door needs from the environment. */
export interface TeamsConfig {
  /** How we prove who we are; `anonymous` proves and checks nothing, and is for one machine's trials only. */
  readonly auth: 'password' | 'managed-identity' | 'anonymous';
  /** The bot's Entra application id. Empty only with `anonymous`. */
  readonly appId: string;
  /** Its client secret, with `password`. */
  readonly appPassword?: string;
  /** The organisation that runs the desk. Activities of any other conversation's tenant are refused. */
  readonly tenantId: string;
  /** Where the keys that sign inbound tokens are announced; Microsoft's own when absent. */
  readonly openIdMetadataUrl?: string;
  /** Ids of channels (19:…@thread.tacv2) or group chats where customers write. */
  readonly supportChannels: readonly string[];
  /** The channel where the team sees cards and drafts. */
  readonly triageChannel: string;
  /** Whether private answers in channels are targeted messages, a preview of Teams'; else they go one-to-one. */
  readonly targetedMessages: boolean;
  /** Entra object ids of people, or ids of channels (19:…) whose members they are; empty: the triage channel's. */
  readonly agents: readonly string[];
  readonly leads: readonly string[];
}
