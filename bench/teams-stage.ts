import { fileURLToPath } from 'node:url';
import { homeTenant, objectIds, places, teamIds } from '../tests/fake-teams/cast.ts';
import { type FakeTeams, startFakeTeams } from '../tests/fake-teams/fake-teams.ts';
import { botToken, mintToken } from '../tests/fake-teams/tokens.ts';
import type { Stage } from './acceptance.ts';
import { type Contestant, startProgram } from './servers.ts';
import { teamsChannels, teamsCustomers, tenantOfCustomers } from './teams-activities.ts';

const program = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export const bareCloudAdapter: Contestant = {
  program: program('teams-server.ts'),
  readyPath: '/',
};
export const warmlineForTeams: Contestant = {
  program: program('teams-desk.ts'),
  readyPath: '/readyz',
};

/** A contestant behind a fake Teams. Its tokens are good for an hour, as real ones are. */
export async function openTeamsStage(contestant: Contestant): Promise<Stage> {
  const teams = await startFakeTeams();
  setTeamsScene(teams);
  const { serviceUrl, tenantId, appId } = teams;
  const server = await startProgram(
    contestant,
    {},
    {
      BENCH_TEAMS: JSON.stringify({
        appId,
        tenantId: homeTenant,
        openIdMetadataUrl: teams.openIdMetadataUrl,
        supportChannels: teamsChannels,
        triageChannel: places.triage,
        agents: [objectIds.ada],
        botToken: botToken(teams.world),
      }),
    },
  );
  const token = await mintToken(teams.world);
  return {
    server,
    voice: { platform: 'teams', token, serviceUrl, tenantId, appId },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await teams.close();
    },
  };
}

/** Puts the bench's channels and customers into a fake Teams. */
function setTeamsScene({ world }: FakeTeams): void {
  for (const [i, { id, objectId }] of teamsCustomers.entries())
    world.people.set(id, {
      id,
      objectId,
      name: `Customer ${i}`,
      tenantId: tenantOfCustomers,
      role: 'user',
    });
  for (const [i, id] of teamsChannels.entries())
    world.conversations.set(id, {
      id,
      name: `customer-${i}`,
      kind: 'shared',
      team: teamIds.acme,
      tenantId: homeTenant,
      members: new Set(teamsCustomers.map((customer) => customer.id)),
      bot: true,
      closed: 'no',
      posts: [],
    });
}
