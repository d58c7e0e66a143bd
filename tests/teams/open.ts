import type { Desk } from '../../src/desk/ports.ts';
import type { Handbook } from '../../src/support/handbook.ts';
import type { FakeTeams } from '../fake-teams/fake-teams.ts';
import { makeTeams, type TeamsRig, type TeamsRigOptions } from '../rigs/teams.ts';
import { openTestDesk, type TestDesk } from '../test-desk.ts';

export interface OpenTeams extends TestDesk {
  readonly rig: TeamsRig;
  readonly teams: FakeTeams;
}

/** A whole desk behind the Teams door, with the fake Teams in reach. `desk` may stand in front of the real one. */
export async function openTeams(
  options: TeamsRigOptions & {
    readonly desk?: (real: Desk) => Desk;
    readonly policy?: Partial<Handbook['policy']>;
    readonly knowledge?: Handbook['knowledge'];
  } = {},
): Promise<OpenTeams> {
  let rig!: TeamsRig;
  const { desk: inFront = (real: Desk) => real, policy = {}, knowledge } = options;
  const desk = await openTestDesk(
    async (parts) => {
      rig = await makeTeams({ ...parts, desk: inFront(parts.desk) }, options);
      return rig;
    },
    { policy, ...(knowledge && { knowledge }) },
  );
  return {
    ...desk,
    rig,
    teams: rig.teams,
    [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose](),
  };
}
