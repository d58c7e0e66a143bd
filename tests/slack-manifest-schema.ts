/** The shape Slack's own schema (major version 2) allows a manifest, as far as this app uses it. */
const text = (maxLength: number, minLength = 1) => ({ type: 'string', minLength, maxLength });
const yes = { type: 'boolean' };
const url = { type: 'string', format: 'uri', pattern: '^https://', maxLength: 3000 };
const shape = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items: object, maxItems: number) => ({
  type: 'array',
  uniqueItems: true,
  minItems: 1,
  maxItems,
  items,
});

export const slackManifestSchema = shape(
  {
    _metadata: shape({ major_version: { const: 2 }, minor_version: { type: 'integer' } }),
    display_information: shape(
      {
        name: text(35),
        description: text(140),
        long_description: text(4000, 175),
        background_color: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' },
      },
      ['name'],
    ),
    features: shape({
      app_home: shape({
        home_tab_enabled: yes,
        messages_tab_enabled: yes,
        messages_tab_read_only_enabled: yes,
      }),
      bot_user: shape({ display_name: text(80), always_online: yes }, ['display_name']),
      slash_commands: list(
        shape(
          {
            command: { type: 'string', pattern: '^/[a-z0-9_-]{1,31}$' },
            description: text(2000),
            usage_hint: text(1000),
            should_escape: yes,
            url,
          },
          ['command', 'description'],
        ),
        50,
      ),
      shortcuts: list(
        shape(
          {
            name: text(24),
            type: { enum: ['message', 'global'] },
            callback_id: text(255),
            description: text(150),
          },
          ['name', 'type', 'callback_id', 'description'],
        ),
        10,
      ),
    }),
    oauth_config: shape({
      redirect_urls: list(url, 1000),
      scopes: shape({ bot: list(text(64), 255) }),
      pkce_enabled: yes,
    }),
    settings: shape({
      event_subscriptions: shape({ request_url: url, bot_events: list(text(64), 100) }),
      interactivity: shape({ is_enabled: yes, request_url: url }, ['is_enabled']),
      org_deploy_enabled: yes,
      socket_mode_enabled: yes,
      token_rotation_enabled: yes,
    }),
  },
  ['display_information'],
);
