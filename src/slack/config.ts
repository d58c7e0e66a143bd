/** What the Slack door needs from the environment. */
export interface SlackConfig {
  /** One workspace: `xoxb-…`. Absent where workspaces install the app themselves (OAuth). */
  readonly botToken?: string;
  /** HTTP: verifies that a request is Slack's. */
  readonly signingSecret?: string;
  /** Socket Mode: `xapp-…` with `connections:write`. */
  readonly appToken?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Signs the OAuth state; the key that tokens are encrypted with at rest is derived from it. */
  readonly stateSecret?: string;
  /** Where the Web API is; Slack's own when absent. */
  readonly apiUrl?: string;
  readonly supportChannels: readonly string[];
  readonly triageChannel: string;
  /** Ids of people (U…) or user groups (S…); empty: the home-team members of the triage channel. */
  readonly agents: readonly string[];
  readonly leads: readonly string[];
}
