import type { Channel, Install, User, World } from './state.ts';
import { newSalt } from './state.ts';

/** The people of every test: ids by first name. Full names are those of the rig's actors. */
export const people = {
  /** Customers of another organisation, in the shared support channel. */
  nora: 'U0NORA00001',
  ben: 'U0BEN000001',
  ada: 'U0ADA000001',
  sam: 'U0SAM000001',
  lea: 'U0LEA000001',
  /** A home member who is on no roster. */
  cole: 'U0COLE00001',
  /** A single-channel guest: home team's id, a customer all the same. */
  gus: 'U0GUS000001',
  /** Another app's bot. */
  robo: 'U0ROBO00001',
} as const;

export const places = {
  support: 'C0SUPPORT01',
  triage: 'C0TRIAGE001',
  elsewhere: 'C0ELSEWHERE',
} as const;

export const groups = { agents: 'S0AGENTS001', leads: 'S0LEADS0001' } as const;

export const homeTeam = 'T0HOME00001';
export const customerTeam = 'T0CUSTOMER1';

export const install: Install = {
  token: 'xoxb-000000000000-fake-home',
  teamId: homeTeam,
  teamName: 'Acme',
  botUser: 'U0WARMLINE1',
  botId: 'B0WARMLINE1',
};

function user(id: string, realName: string, more: Partial<User> = {}): User {
  const name = realName.toLowerCase().replace(' ', '.');
  return { id, name, realName, teamId: homeTeam, bot: false, guest: 'no', deleted: false, ...more };
}

function channel(
  id: string,
  name: string,
  kind: Channel['kind'],
  members: string[],
  shared = false,
): Channel {
  const all = new Set([install.botUser, ...members]);
  return { id, name, kind, members: all, shared, archived: false, messages: [] };
}

/** A workspace with a shared support channel, a private triage channel, another channel and its people. */
export function createWorld(clock: { now(): number }): World {
  const p = people;
  const everybody = [
    user(install.botUser, 'Warmline', { bot: true }),
    user(p.nora, 'Nora Customer', { teamId: customerTeam }),
    user(p.ben, 'Ben Customer', { teamId: customerTeam }),
    user(p.ada, 'Ada Agent'),
    user(p.sam, 'Sam Agent'),
    user(p.lea, 'Lea Lead'),
    user(p.cole, 'Cole Colleague'),
    user(p.gus, 'Gus Guest', { guest: 'single' }),
    user(p.robo, 'Robo Bot', { bot: true }),
  ];
  const team = [p.ada, p.sam, p.lea, p.cole];
  const channels = [
    channel(places.support, 'support', 'public', [p.nora, p.ben, p.gus, p.robo, ...team], true),
    channel(places.triage, 'triage', 'private', team),
    channel(places.elsewhere, 'elsewhere', 'public', [p.nora, p.ben, p.gus, ...team], true),
  ];
  return {
    clock,
    team: { id: homeTeam, name: 'Acme', domain: 'acme' },
    app: {
      id: 'A0WARMLINE1',
      appToken: 'xapp-1-fake-app-token',
      signingSecret: 'fake-signing-secret-0123456789ab',
      verificationToken: 'fake-verification-token',
      clientId: '1234567890.1234567890',
      clientSecret: 'fake-client-secret',
    },
    installs: new Map([[install.token, install]]),
    oauthCodes: new Map(),
    users: new Map(everybody.map((someone) => [someone.id, someone])),
    channels: new Map(channels.map((one) => [one.id, one])),
    groups: new Map([
      [groups.agents, { handle: 'agents', users: [p.ada, p.sam] }],
      [groups.leads, { handle: 'leads', users: [p.lea] }],
    ]),
    files: new Map(),
    uploads: new Map(),
    unknownBlocks: new Set(),
    ephemerals: [],
    views: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    url: '',
    lastMicros: 0,
    serial: 0,
    salt: newSalt(),
  };
}
