import type { Conversation, Person, Team, World } from './state.ts';

/** The people of every test: what Teams calls them towards the bot. Full names are those of the rig's actors. */
export const people = {
  /** Customers of another organisation, in the shared support channel. */
  nora: '29:1noraNORAnoraNORA0000000000000001',
  ben: '29:1benBENbenBENbenBEN00000000000001',
  ada: '29:1adaADAadaADAadaADA00000000000001',
  sam: '29:1samSAMsamSAMsamSAM00000000000001',
  lea: '29:1leaLEAleaLEAleaLEA00000000000001',
  /** A home member who is on no roster. */
  cole: '29:1coleCOLEcoleCOLE0000000000000001',
  /** A guest: in the home directory, a customer all the same. */
  gus: '29:1gusGUSgusGUSgusGUS00000000000001',
  /** Somebody nobody knows: no directory has them. */
  anon: '29:1anonANONanonANON0000000000000001',
  /** Another app's bot. */
  robo: '28:0b0b0b0b-0000-4000-8000-00000000b0b0',
} as const;

/** The directory's ids of those who have one: what TEAMS_AGENTS and TEAMS_LEADS list. */
export const objectIds = {
  nora: '00000000-0000-4000-8000-00000000000a',
  ben: '00000000-0000-4000-8000-00000000000b',
  ada: '00000000-0000-4000-8000-000000000001',
  sam: '00000000-0000-4000-8000-000000000002',
  lea: '00000000-0000-4000-8000-000000000003',
  cole: '00000000-0000-4000-8000-000000000004',
  gus: '00000000-0000-4000-8000-000000000005',
} as const;

export const homeTenant = 'aaaaaaaa-0000-4000-8000-000000000000';
export const customerTenant = 'cccccccc-0000-4000-8000-000000000000';

const appId = 'eeeeeeee-0000-4000-8000-000000000001';

export const teamIds = {
  acme: '19:acmeACMEacmeACMEacme1@thread.tacv2',
  agents: '19:agentsAGENTSagents11@thread.tacv2',
} as const;

export const places = {
  /** A shared channel, with people of two organisations. */
  support: '19:supportSUPPORTsupp1@thread.tacv2',
  /** A private channel. */
  triage: '19:triageTRIAGEtriage1@thread.tacv2',
  /** Another shared channel, which is none for support. */
  elsewhere: '19:elsewhereELSEWHER1@thread.tacv2',
  /** A group chat. */
  group: '19:0123456789abcdef0123456789abcdef@thread.v2',
} as const;

function person(
  key: keyof typeof people,
  name: string,
  role: Person['role'] = 'user',
  tenantId: string = homeTenant,
): Person {
  const objectId = objectIds[key as keyof typeof objectIds];
  const host = tenantId === homeTenant ? 'acme.example' : 'customer.example';
  const email = objectId ? { objectId, email: `${key}@${host}` } : {};
  return { id: people[key], name, role, tenantId, ...email };
}

function conversation(
  id: string,
  name: string,
  kind: Conversation['kind'],
  members: readonly string[],
  team?: string,
): Conversation {
  return {
    id,
    name,
    kind,
    tenantId: homeTenant,
    members: new Set(members),
    bot: true,
    closed: 'no',
    posts: [],
    ...(team === undefined ? {} : { team }),
  };
}

function team(id: string, name: string, members: readonly string[]): Team {
  const groupId =
    id === teamIds.acme
      ? 'dddddddd-0000-4000-8000-000000000001'
      : 'dddddddd-0000-4000-8000-000000000002';
  return { id, name, groupId, tenantId: homeTenant, members: new Set(members) };
}

/**
 * An organisation with a shared support channel, a private triage channel, another channel, a group chat and its
 * people. Real Teams lets no guest into a shared channel; here Gus is, so that the same stories run everywhere.
 */
export function createWorld(clock: { now(): number }): World {
  const p = people;
  const staff = [p.ada, p.sam, p.lea, p.cole];
  const everybody = [
    person('nora', 'Nora Customer', 'user', customerTenant),
    person('ben', 'Ben Customer', 'user', customerTenant),
    person('ada', 'Ada Agent'),
    person('sam', 'Sam Agent'),
    person('lea', 'Lea Lead'),
    person('cole', 'Cole Colleague'),
    person('gus', 'Gus Guest', 'guest'),
    person('anon', 'Somebody', 'anonymous', ''),
    person('robo', 'Robo Bot', 'bot'),
  ];
  const teams = [
    team(teamIds.acme, 'Acme', [...staff, p.gus]),
    team(teamIds.agents, 'Agents', staff),
  ];
  const outside = [p.nora, p.ben, p.gus, p.anon, p.robo];
  const conversations = [
    conversation(teamIds.acme, 'General', 'standard', [], teamIds.acme),
    conversation(teamIds.agents, 'General', 'standard', [], teamIds.agents),
    conversation(places.support, 'support', 'shared', [...outside, ...staff], teamIds.acme),
    conversation(places.triage, 'triage', 'private', staff, teamIds.agents),
    conversation(places.elsewhere, 'elsewhere', 'shared', [...outside, ...staff], teamIds.acme),
    conversation(places.group, 'Nora and Acme', 'group', [p.nora, p.ada, p.anon]),
  ];
  return {
    clock,
    bot: { appId, id: `28:${appId}`, name: 'Warmline' },
    tenantId: homeTenant,
    people: new Map(everybody.map((someone) => [someone.id, someone])),
    teams: new Map(teams.map((one) => [one.id, one])),
    conversations: new Map(conversations.map((one) => [one.id, one])),
    dialogs: [],
    invokes: [],
    drives: new Map(),
    hears: { channels: true, chats: true },
    botTokens: new Set(),
    url: '',
    serviceUrl: '',
    lastId: 0,
    serial: 0,
  };
}
