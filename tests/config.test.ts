import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const slack = {
  SLACK_BOT_TOKEN: 'xoxb-1-planted-bot',
  SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
  SLACK_SUPPORT_CHANNELS: 'C0HELP, C0SHOP',
  SLACK_TRIAGE_CHANNEL: 'G0TRIAGE',
};

const teams = {
  TEAMS_APP_ID: 'eeeeeeee-0000-4000-8000-000000000001',
  TEAMS_APP_PASSWORD: 'planted~secret',
  TEAMS_TENANT_ID: 'aaaaaaaa-0000-4000-8000-000000000000',
  TEAMS_SUPPORT_CHANNELS: '19:support@thread.tacv2',
  TEAMS_TRIAGE_CHANNEL: '19:triage@thread.tacv2',
};

/** The faults of an environment that must not be accepted. */
function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).faults;
  }
  throw new Error(`accepted: ${JSON.stringify(env)}`);
}

describe('an environment that is right', () => {
  it('opens the playground on this machine when nothing is set', () => {
    expect(readConfig({})).toEqual({
      slack: null,
      teams: null,
      openai: null,
      playground: true,
      storeUrl: 'sqlite:data/warmline.db',
      handbookDir: undefined,
      drain: 0,
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
    });
  });

  it('counts empty and blank values as unset', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', PORT: ' ', TEAMS_APP_ID: '' })).toEqual(
      readConfig({}),
    );
  });

  it.each([
    ['one process alone', {}, 0],
    ['several that Slack calls', { STORE_URL: 'redis://r' }, 5_000],
    ['several that Slack calls', { STORE_URL: 'redis://r', DRAIN_SECONDS: '30' }, 30_000],
    [
      'several that call Slack',
      { STORE_URL: 'redis://r', SLACK_SIGNING_SECRET: '', SLACK_APP_TOKEN: 'xapp-1-planted' },
      0,
    ],
  ])('lets load balancers see first that %s closes (%j)', (_, more, drain) => {
    expect(readConfig({ ...slack, ...more }).drain).toBe(drain);
  });

  it('connects Slack over HTTP and keeps the playground shut', () => {
    const config = readConfig(slack);
    expect(config.playground).toBe(false);
    expect(config.slack).toEqual({
      botToken: slack.SLACK_BOT_TOKEN,
      signingSecret: slack.SLACK_SIGNING_SECRET,
      supportChannels: ['C0HELP', 'C0SHOP'],
      triageChannel: 'G0TRIAGE',
      agents: [],
      leads: [],
    });
  });

  it('connects Slack by Socket Mode without a signing secret', () => {
    const config = readConfig({
      ...slack,
      SLACK_SIGNING_SECRET: '',
      SLACK_APP_TOKEN: 'xapp-1-planted',
    });
    expect(config.slack).toMatchObject({ appToken: 'xapp-1-planted' });
    expect(config.slack).not.toHaveProperty('signingSecret');
  });

  it('connects many workspaces by client id, secrets and no bot token', () => {
    const config = readConfig({
      ...slack,
      SLACK_BOT_TOKEN: '',
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'planted-client-secret',
      SLACK_STATE_SECRET: 'planted-state-secret-of-length',
    });
    expect(config.slack).toMatchObject({ clientId: '1.2' });
    expect(config.slack).not.toHaveProperty('botToken');
  });

  it('takes a rotated bot token, groups as agents and a level in capitals', () => {
    const config = readConfig({
      ...slack,
      SLACK_BOT_TOKEN: 'xoxe.xoxb-1-rotated',
      SLACK_AGENTS: 'U1ADA,S0AGENTS,',
      LOG_LEVEL: 'DEBUG',
      HOST: '0.0.0.0',
    });
    expect(config.slack?.agents).toEqual(['U1ADA', 'S0AGENTS']);
    expect(config.logLevel).toBe('debug');
  });

  it('connects Teams, alone or beside Slack', () => {
    expect(readConfig(teams)).toMatchObject({
      playground: false,
      slack: null,
      teams: {
        auth: 'password',
        appId: teams.TEAMS_APP_ID,
        appPassword: teams.TEAMS_APP_PASSWORD,
        tenantId: teams.TEAMS_TENANT_ID,
        supportChannels: ['19:support@thread.tacv2'],
        triageChannel: '19:triage@thread.tacv2',
        agents: [],
      },
    });
    const both = readConfig({ ...slack, ...teams });
    expect(both.slack).not.toBeNull();
    expect(both.teams).not.toBeNull();
  });

  it('needs no secret of Teams where the machine proves who it is, and no app for a trial', () => {
    const { TEAMS_APP_PASSWORD: _, ...identity } = teams;
    const managed = readConfig({ ...identity, TEAMS_AUTH: 'managed-identity' });
    expect(managed.teams).toMatchObject({ auth: 'managed-identity' });
    const { TEAMS_APP_ID: __, ...trial } = identity;
    expect(readConfig({ ...trial, TEAMS_AUTH: 'anonymous' }).teams).toMatchObject({ appId: '' });
  });

  it('posts private answers in channels of Teams only where that is switched on', () => {
    expect(readConfig(teams).teams?.targetedMessages).toBe(false);
    const on = { ...teams, TEAMS_TARGETED_MESSAGES: 'On' };
    expect(readConfig(on).teams?.targetedMessages).toBe(true);
  });

  it('keeps the playground open beside a model key alone', () => {
    const config = readConfig({ OPENAI_API_KEY: 'sk-planted' });
    expect(config).toMatchObject({ playground: true, openai: { apiKey: 'sk-planted' } });
  });

  it('knows a model to ask where none is named, and needs no key for a server of one’s own', () => {
    expect(readConfig({ OPENAI_API_KEY: 'k' }).openai?.model).toMatch(/^gpt-/);
    const own = { OPENAI_BASE_URL: 'http://models:8000/v1', OPENAI_MODEL: 'mistral' };
    expect(readConfig(own).openai).toEqual({ baseUrl: own.OPENAI_BASE_URL, model: 'mistral' });
  });

  it('leaves the variables of other programs alone', () => {
    expect(
      readConfig({ HOSTNAME: 'box', POST: '1', LOGLEVEL: 'x', SLACK_WEBHOOK_URL: 'x' }),
    ).toEqual(readConfig({}));
  });
});

describe('an environment with a fault names it and its remedy', () => {
  const cases: readonly (readonly [what: string, env: Record<string, string>, says: RegExp])[] = [
    [
      'a user token',
      { ...slack, SLACK_BOT_TOKEN: 'xoxp-1-x' },
      /SLACK_BOT_TOKEN holds a user token.*xoxb-/,
    ],
    [
      'a bot token for Socket Mode',
      { ...slack, SLACK_APP_TOKEN: 'xoxb-1' },
      /SLACK_APP_TOKEN holds a bot token.*xapp-/,
    ],
    ['a token that is none', { ...slack, SLACK_BOT_TOKEN: 'hello' }, /does not begin with xoxb-/],
    ['quotation marks', { ...slack, SLACK_BOT_TOKEN: '"xoxb-1"' }, /quotation marks/],
    [
      'a line break in a secret',
      { ...slack, SLACK_SIGNING_SECRET: 'ab\ncd' },
      /SLACK_SIGNING_SECRET has a space or line break/,
    ],
    [
      'no signing secret',
      { ...slack, SLACK_SIGNING_SECRET: '' },
      /SLACK_SIGNING_SECRET is missing.*SLACK_APP_TOKEN/,
    ],
    ['no token', { ...slack, SLACK_BOT_TOKEN: '' }, /SLACK_BOT_TOKEN is missing/],
    [
      'no support channels',
      { ...slack, SLACK_SUPPORT_CHANNELS: '' },
      /SLACK_SUPPORT_CHANNELS is missing/,
    ],
    [
      'no triage channel',
      { ...slack, SLACK_TRIAGE_CHANNEL: '' },
      /SLACK_TRIAGE_CHANNEL is missing/,
    ],
    [
      'half of many workspaces',
      { ...slack, SLACK_BOT_TOKEN: '', SLACK_CLIENT_ID: '1.2' },
      /SLACK_CLIENT_SECRET and SLACK_STATE_SECRET are missing/,
    ],
    [
      'one workspace and many',
      {
        ...slack,
        SLACK_CLIENT_ID: '1.2',
        SLACK_CLIENT_SECRET: 'y',
        SLACK_STATE_SECRET: 'z'.repeat(16),
      },
      /both set/,
    ],
    ['a weak state secret', { ...slack, SLACK_STATE_SECRET: 'short' }, /shorter than 16/],
    [
      'a channel name',
      { ...slack, SLACK_SUPPORT_CHANNELS: 'C0HELP,#help' },
      /"#help" where a channel id/,
    ],
    [
      'a person by name',
      { ...slack, SLACK_LEADS: '@lea' },
      /SLACK_LEADS has "@lea" where a user id/,
    ],
    [
      'customers in the triage channel',
      { ...slack, SLACK_TRIAGE_CHANNEL: 'C0SHOP' },
      /customers would read the drafts/,
    ],
    [
      'a broken API address',
      { ...slack, SLACK_API_URL: 'slack.com/api' },
      /SLACK_API_URL is not a web address/,
    ],
    [
      'a misspelt name',
      { ...slack, SLACK_BOT_TOKEN: '', SLACK_BOT_TOKN: 'xoxb-1' },
      /SLACK_BOT_TOKN is not a variable.*did you mean SLACK_BOT_TOKEN/,
    ],
    ['a port out of range', { PORT: '70000' }, /PORT is out of range/],
    ['a port in words', { PORT: 'http' }, /PORT is not a number/],
    ['a host with a scheme', { HOST: 'http://localhost' }, /HOST is not a host name/],
    ['a playground for everybody', { HOST: '0.0.0.0' }, /HOST=127\.0\.0\.1/],
    [
      'Redis without a host',
      { STORE_URL: 'redis://:planted@' },
      /STORE_URL has no host in it.*redis:\/\//,
    ],
    [
      'Redis with more behind it than its desk',
      { STORE_URL: 'redis://localhost?pla=nted' },
      /STORE_URL .*desk=<name> and lease=<seconds>/,
    ],
    [
      'Redis with a lease of nothing',
      { STORE_URL: 'redis://localhost?lease=0' },
      /STORE_URL .*2 to 999/,
    ],
    ['an unknown store', { STORE_URL: 'postgres://localhost/x' }, /STORE_URL is not a store/],
    [
      'a way to Redis of another spelling',
      { STORE_URL: 'redis-sentinel://h:26379/main' },
      /rediss:\/\/.*redis\+cluster:\/\/.*redis\+sentinel:\/\//,
    ],
    ['a store without a file', { STORE_URL: 'sqlite:' }, /STORE_URL is not a store/],
    ['a level that is none', { LOG_LEVEL: 'wran' }, /did you mean warn\?/],
    [
      'a handbook that is not there',
      { HANDBOOK_DIR: '/nowhere/handbook' },
      /HANDBOOK_DIR names a folder/,
    ],
    ['Teams without an app id', { ...teams, TEAMS_APP_ID: '' }, /TEAMS_APP_ID is missing/],
    ['Teams without a secret', { ...teams, TEAMS_APP_PASSWORD: '' }, /managed-identity/],
    ['Teams without a tenant', { ...teams, TEAMS_TENANT_ID: '' }, /TEAMS_TENANT_ID is missing/],
    [
      'a tenant by name',
      { ...teams, TEAMS_TENANT_ID: 'acme.com' },
      /"acme.com" where the Directory/,
    ],
    [
      'a channel as it stands in a link',
      { ...teams, TEAMS_TRIAGE_CHANNEL: '19%3atriage%40thread.tacv2' },
      /TEAMS_TRIAGE_CHANNEL has .* where a channel id/,
    ],
    [
      'an agent by mail',
      { ...teams, TEAMS_AGENTS: 'ada@acme.com' },
      /TEAMS_AGENTS has .* where an Entra object id/,
    ],
    [
      'customers in the triage channel of Teams',
      { ...teams, TEAMS_TRIAGE_CHANNEL: teams.TEAMS_SUPPORT_CHANNELS },
      /TEAMS_TRIAGE_CHANNEL is also one of/,
    ],
    [
      'anybody may speak for Microsoft to everybody',
      { ...teams, TEAMS_AUTH: 'anonymous', HOST: '0.0.0.0' },
      /stays on this machine/,
    ],
    [
      'keys fetched in the open',
      { ...teams, TEAMS_OPENID_METADATA_URL: 'http://keys.example/' },
      /without encryption/,
    ],
    [
      'a switch that is neither on nor off',
      { ...teams, TEAMS_TARGETED_MESSAGES: 'yes' },
      /TEAMS_TARGETED_MESSAGES is neither on nor off/,
    ],
    [
      'two ways to sign in',
      { ...teams, TEAMS_AUTH: 'managed-identity' },
      /TEAMS_APP_PASSWORD is set beside/,
    ],
    ['a model without a key', { OPENAI_MODEL: 'm' }, /OPENAI_MODEL is set without OPENAI_API_KEY/],
    [
      'a model address that is none',
      { OPENAI_BASE_URL: 'localhost' },
      /OPENAI_BASE_URL is not a web address/,
    ],
    [
      'a key sent to a model in the open',
      { OPENAI_BASE_URL: 'http://models.example/v1', OPENAI_API_KEY: 'k' },
      /OPENAI_BASE_URL is called without encryption/,
    ],
    [
      'a model of two words',
      { OPENAI_API_KEY: 'k', OPENAI_MODEL: 'a b' },
      /OPENAI_MODEL has a space/,
    ],
  ];
  it.each(cases)('%s', (_, env, says) => {
    const faults = faultsOf(env);
    expect(faults.filter((fault) => says.test(fault))).toHaveLength(1);
  });

  it('a misspelt variable is not reported as missing too', () => {
    const env = { ...slack, SLACK_BOT_TOKEN: '', SLACK_BOT_TOKN: 'xoxb-1' };
    expect(faultsOf(env)).toHaveLength(1);
  });

  it('lists all faults at once', () => {
    const faults = faultsOf({
      SLACK_BOT_TOKEN: 'xoxp-1',
      SLACK_SUPPORT_CHANNELS: '#help',
      PORT: '99999',
      LOG_LEVEL: 'loud',
      STORE_URL: 'mysql:x',
      HANDBOOK_DIR: `${mkdtempSync(`${tmpdir()}/warmline-`)}/gone`,
      TEAMS_AUTH: 'nobody',
    });
    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_SUPPORT_CHANNELS',
      'SLACK_SIGNING_SECRET',
      'SLACK_TRIAGE_CHANNEL',
      'PORT',
      'LOG_LEVEL',
      'STORE_URL',
      'HANDBOOK_DIR',
      'TEAMS_AUTH',
    ]) {
      expect(faults.filter((fault) => fault.startsWith(name))).toHaveLength(1);
    }
  });

  it('prints no secret, wherever it was pasted', () => {
    const planted = [
      'xoxp-planted-1',
      'xoxb-planted-2',
      'xapp-planted-3',
      'sk-planted-4',
      '5fe1a0c25fe1a0c25fe1a0c25fe1a0c2',
      'a secret with spaces',
      'postgres://user:planted@host/db',
    ];
    const names = [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_STATE_SECRET',
      'SLACK_API_URL',
      'SLACK_SUPPORT_CHANNELS',
      'SLACK_TRIAGE_CHANNEL',
      'SLACK_AGENTS',
      'OPENAI_API_KEY',
      'OPENAI_BASE_URL',
      'STORE_URL',
      'HANDBOOK_DIR',
      'HOST',
      'PORT',
      'LOG_LEVEL',
      'TEAMS_APP_PASSWORD',
    ];
    for (const secret of planted) {
      for (const name of names) {
        // PORT keeps every environment faulty, so that there is always an error to look at.
        const env = { PORT: '0x', [name]: secret };
        const text = faultsOf(name === 'PORT' ? { PORT: secret } : env).join('\n');
        expect(text).not.toContain(secret);
        expect(text).not.toContain('planted');
      }
    }
  });
});
