import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { SCOPES } from '../src/slack/scopes.ts';
import { readSlackManifest } from './fake-slack/manifest.ts';
import { METHOD_SCOPES } from './fake-slack/scopes.ts';
import { slackManifestSchema } from './slack-manifest-schema.ts';

/** For each event, the scopes of which one is enough; none for an empty list. */
const EVENT_SCOPES: Record<string, readonly string[]> = {
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  app_mention: ['app_mentions:read'],
  app_home_opened: [],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  subteam_members_changed: ['usergroups:read'],
  channel_id_changed: ['channels:read', 'groups:read'],
  channel_shared: ['channels:read', 'groups:read'],
  channel_unshared: ['channels:read', 'groups:read'],
  user_change: ['users:read'],
  app_uninstalled: [],
  tokens_revoked: [],
};

const manifest = readSlackManifest();
const scopes = manifest.oauth_config.scopes.bot;
const events = manifest.settings.event_subscriptions.bot_events;
const door = readdirSync(new URL('../src/slack/', import.meta.url), { recursive: true })
  .filter((file) => String(file).endsWith('.ts'))
  .map((file) => readFileSync(new URL(`../src/slack/${file}`, import.meta.url), 'utf8'))
  .join('\n');

function faults(candidate: unknown): unknown[] {
  const ajv = new Ajv({ allErrors: true, strict: true });
  addFormats.default(ajv);
  const validate = ajv.compile(slackManifestSchema);
  validate(candidate);
  return validate.errors ?? [];
}

/** Web API methods that the Slack door's source calls. */
function methodsCalled(): string[] {
  return Object.keys(METHOD_SCOPES).filter((method) =>
    new RegExp(`\\.${method.replaceAll('.', '\\s*\\.')}\\b|'${method}'`).test(door),
  );
}

describe('the Slack manifest', () => {
  it('has the shape that Slack takes', () => {
    expect(faults(manifest)).toEqual([]);
  });

  it.each([
    ['an unknown key', { ...manifest, colour: 'green' }],
    ['a name that is too long', { ...manifest, display_information: { name: 'W'.repeat(36) } }],
    ['an address that is not https', { oauth_config: { redirect_urls: ['http://x.example'] } }],
    ['no name', { display_information: {} }],
  ])('would be refused with %s', (_, wrong) => {
    expect(faults(wrong)).not.toEqual([]);
  });

  it('asks for exactly the scopes that the door asks for in an installation', () => {
    expect([...scopes].sort()).toEqual([...SCOPES].sort());
  });

  it.each(events)('has the scope that the event %s needs', (event) => {
    const enough = EVENT_SCOPES[event];
    expect(enough, `${event} is not a known event`).toBeDefined();
    expect(enough!.length === 0 || enough!.some((scope) => scopes.includes(scope))).toBe(true);
  });

  it.each(scopes)('asks for %s because an event, a command or a call needs it', (scope) => {
    const byEvents = events.flatMap((event) => EVENT_SCOPES[event] ?? []);
    const [family = '', right] = scope.split(':');
    const byCalls = methodsCalled().map((method) => METHOD_SCOPES[method]?.replace('*', family));
    expect([...byEvents, ...byCalls, 'commands']).toContain(scope);
    expect(right === undefined).toBe(scope === 'commands');
  });

  it.each(methodsCalled())('has a scope for the call %s', (method) => {
    const needed = METHOD_SCOPES[method];
    const families = ['channels', 'groups', 'im', 'mpim'];
    const enough = families.map((family) => needed?.replace('*', family));
    expect(needed === undefined || enough.some((scope) => scopes.includes(scope!))).toBe(true);
  });

  it('names the command, the shortcut and the route that the door answers', () => {
    expect(manifest.features.slash_commands.map((one) => one.command)).toEqual(['/support']);
    expect(manifest.features.shortcuts.map((one) => one.callback_id)).toEqual(['draft_reply']);
    const addresses = [
      manifest.settings.event_subscriptions.request_url,
      manifest.settings.interactivity.request_url,
      ...manifest.features.slash_commands.map((one) => one.url),
    ];
    for (const address of addresses) expect(new URL(address!).pathname).toBe('/slack/events');
    expect(door.includes("'draft_reply'")).toBe(true);
    expect(door.includes("'/slack/events'")).toBe(true);
  });
});
