import type { Desk } from '../../src/desk/ports.ts';
import type { Handbook } from '../../src/support/handbook.ts';
import type { FakeSlack } from '../fake-slack/fake-slack.ts';
import { makeSlack, type SlackRig, type SlackRigOptions } from '../rigs/slack.ts';
import { openTestDesk, type TestDesk } from '../test-desk.ts';

export interface OpenSlack extends TestDesk {
  readonly rig: SlackRig;
  readonly slack: FakeSlack;
}

/** A whole desk behind the Slack door, with the fake Slack in reach. `desk` may stand in front of the real one. */
export async function openSlack(
  options: SlackRigOptions & {
    readonly desk?: (real: Desk) => Desk;
    readonly policy?: Partial<Handbook['policy']>;
    readonly knowledge?: Handbook['knowledge'];
  } = {},
): Promise<OpenSlack> {
  let rig!: SlackRig;
  const { desk: inFront = (real: Desk) => real, policy = {}, knowledge } = options;
  const desk = await openTestDesk(
    async (parts) => {
      rig = await makeSlack({ ...parts, desk: inFront(parts.desk) }, options);
      return rig;
    },
    { policy, ...(knowledge && { knowledge }) },
  );
  return {
    ...desk,
    rig,
    slack: rig.slack,
    [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose](),
  };
}
