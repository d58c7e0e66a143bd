import { afterEach, describe, expect, it } from 'vitest';
import type { EscalationStep } from '../../src/support/time/policy.ts';
import { handbook } from '../support/stage.ts';
import { type OpenSlack, openSlack } from './open.ts';

const directly: EscalationStep = {
  to: 'leads',
  by: 'direct message',
  after: { days: 0, minutes: 0 },
};
const team = { calendar: handbook.policy.calendar, categories: [], speaks: [] };
const THREAT = 'My order 1142 is lost. Tomorrow you will hear from my lawyer.';

describe('who is called directly in Slack', () => {
  let open: OpenSlack;
  const begin = async (steps: readonly EscalationStep[], people: readonly string[] = []) => {
    const escalation = { ...handbook.policy.escalation, legal: steps };
    const teams = [{ ...team, name: 'disputes', people }];
    open = await openSlack({ patience: 150, policy: { escalation, teams, burstPause: 0 } });
    await open.rig.writes('Nora Customer', THREAT);
    await open.settle();
  };
  const under = async () => (await open.rig.under(0)).map(({ text }) => text).join('\n');
  afterEach(() => open[Symbol.asyncDispose]());

  it('reads it alone, with a link to the card', async () => {
    await begin([directly]);
    const told = (await open.rig.told('Lea Lead')).join('\n');
    expect(told).toContain('🔺 Nora Customer speaks of the law');
    expect(told).toContain('Open the card');
    expect(await under()).not.toContain('🔺');
  });

  it.each([
    ['somebody of the other platform', ['29:1abc']],
    ['somebody who is gone', ['U0GONE00001']],
  ])('stands under the card where it is only %s', async (_, people) => {
    await begin([{ ...directly, to: { team: 'disputes' } }], people);
    expect(await under()).toContain('🔺 Nora Customer speaks of the law');
  });
});
