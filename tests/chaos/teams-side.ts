import {
  customerTenant,
  homeTenant,
  objectIds,
  people,
  places,
  teamIds,
} from '../fake-teams/cast.ts';
import { type FakeTeams, startFakeTeams } from '../fake-teams/fake-teams.ts';
import { pressables, wordsOf } from '../fake-teams/reading.ts';
import { membersOf, type Post, splitId, type Words } from '../fake-teams/state.ts';
import type { Done } from '../fake-teams/writing.ts';
import { CHANNELS, type Said, type Sendable, type Side, type Told } from './side.ts';

const channels = Array.from({ length: CHANNELS }, (_, i) => `19:chaosCHAOSchaos${i}@thread.tacv2`);
const channelOf = (customer: number) => channels[customer % CHANNELS]!;
/** Milliseconds. Nobody has promised that Teams tries again; whatever comes through is held to be safe. */
const RETRIES = [20, 100, 400, 1_000, 2_000, 4_000, 8_000, 16_000];
const idOf = (customer: number) => `29:1customer${String(customer).padStart(8, '0')}`;

/** Its activities are signed, and the application proves itself as it does to Microsoft when Azure hosts it. */
export async function openTeamsSide(): Promise<Side> {
  const teams = await startFakeTeams({ retryDelays: RETRIES, patience: 5_000 });
  const { world } = teams;
  for (const id of channels) {
    const members = new Set<string>([people.ada, people.sam]);
    const facts = {
      id,
      name: id,
      kind: 'shared',
      team: teamIds.acme,
      tenantId: homeTenant,
    } as const;
    world.conversations.set(id, { ...facts, members, bot: true, closed: 'no', posts: [] });
  }
  const triage = world.conversations.get(places.triage)!.posts;
  const standing = new Map<Post, Words | undefined>();
  /** However old: agents may be asked about one later. */
  const drafted = new Set<Post>();
  let seen = 0;

  return {
    platform: 'teams',
    environment: {
      TEAMS_AUTH: 'managed-identity',
      TEAMS_APP_ID: teams.appId,
      TEAMS_TENANT_ID: homeTenant,
      TEAMS_SUPPORT_CHANNELS: channels.join(','),
      TEAMS_TRIAGE_CHANNEL: places.triage,
      TEAMS_AGENTS: `${objectIds.ada},${objectIds.sam}`,
      TEAMS_LEADS: objectIds.lea,
      TEAMS_OPENID_METADATA_URL: teams.openIdMetadataUrl,
      IDENTITY_ENDPOINT: teams.identityEndpoint,
      IDENTITY_HEADER: 'chaos',
    },
    open(url, weather) {
      teams.courier.botUrl = `${url}/api/messages`;
      teams.follow((operation, _, conversation) =>
        weather.trouble(operation === 'send' && channels.includes(splitId(conversation).base)),
      );
    },
    async writes(customer, text) {
      comeBy(teams, customer);
      return told(teams, () => teams.writes(idOf(customer), channelOf(customer), text));
    },
    edits(customer, id, text) {
      const post = { conversation: channelOf(customer), id };
      return told(teams, () => teams.edits(idOf(customer), post, text));
    },
    drafts() {
      for (; seen < triage.length; seen++) standing.set(triage[seen]!, undefined);
      const found: Sendable[] = [];
      for (const [post, known] of standing) {
        if (post.words === known) continue;
        standing.set(post, post.words);
        const draft = draftIn(post);
        if (!draft) continue;
        found.push(draft);
        drafted.add(post);
      }
      return found;
    },
    async presses(agent, { post: { channel, id } }, button) {
      const pressed = await teams
        .presses(people[agent], { conversation: channel, id }, (one) => verbOf(one) === button)
        .catch(() => undefined);
      return pressed === undefined ? 'gone' : pressed.ack.ok ? 'heard' : 'unheard';
    },
    said: () => saidIn(teams),
    tidy() {
      teams.calls.length = 0;
      teams.courier.sent.length = 0;
      world.invokes.length = 0;
      for (const post of triage.slice(0, seen)) post.earlier.length = 0;
      for (const post of [...standing.keys()].slice(0, -2_000)) {
        if (!drafted.has(post)) standing.delete(post);
      }
    },
    settled: teams.courier.settled,
    [Symbol.asyncDispose]: teams.close,
  };
}

/** What becomes of what somebody does, however often it has to be tried. */
async function told({ courier }: FakeTeams, act: () => Promise<Done>): Promise<Told> {
  const before = courier.sent.length;
  const acting = act();
  const sent = courier.sent.slice(before);
  const { id } = await acting;
  return { id, safe: () => sent.every(({ attempts }) => attempts.some(({ ok }) => ok)) };
}

function comeBy({ world }: FakeTeams, customer: number): void {
  const id = idOf(customer);
  if (world.people.has(id)) return;
  const objectId = `cccccccc-0000-4000-9000-${String(customer).padStart(12, '0')}`;
  const name = `Customer ${customer}`;
  world.people.set(id, { id, objectId, name, tenantId: customerTenant, role: 'user' });
  membersOf(world, world.conversations.get(channelOf(customer))!).add(id);
}

function verbOf({ verb, data }: ReturnType<typeof pressables>[number]): string | undefined {
  return verb ?? (data['button'] as string | undefined);
}

function draftIn(post: Post): Sendable | undefined {
  const buttons = pressables(post.words);
  const send = buttons.find((button) => verbOf(button) === 'send');
  if (!send) return undefined;
  const { conversation, draft } = send.data as { conversation: string; draft: number };
  return {
    root: conversation.slice(conversation.lastIndexOf(':') + 1),
    conversation,
    number: draft,
    uncertain: buttons.some((button) => verbOf(button) === 'arrived'),
    words: wordsOf(post.words),
    post: { channel: post.conversation, id: post.id },
  };
}

/** Everywhere but in the triage channel and in chats with people of the team. */
function saidIn({ world }: FakeTeams): Said[] {
  const team = new Set<string>([people.ada, people.sam, people.lea]);
  return [...world.conversations.values()]
    .filter(
      ({ id, kind, members }) =>
        id !== places.triage && (kind !== 'personal' || ![...members].some((one) => team.has(one))),
    )
    .flatMap(({ posts }) => posts.filter(({ from }) => from === world.bot.id))
    .map(({ thread, words }) => ({
      root: thread ?? '',
      text: wordsOf(words),
      buttons: pressables(words).flatMap((button) => verbOf(button) ?? []),
    }));
}
