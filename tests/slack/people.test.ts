import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../src/support/roles.ts';
import { withAwayShelf } from '../away-shelf.ts';
import { groups, people, places } from '../fake-slack/cast.ts';
import { type OpenSlack, openSlack } from './open.ts';

const MINUTE = 60_000;

/** Who the door says that somebody is, by what their message becomes. */
async function roleOf(open: OpenSlack, user: string): Promise<Role | undefined> {
  const { ts } = await open.slack.writes(user, places.support, 'My invoice is wrong');
  const parcel = open.slack.courier.sent.findLast(
    (one) => (one.parcel.payload['event'] as { ts?: string })?.ts === ts,
  )!.parcel;
  // The desk looks them up as well: what it remembers must not come after what the test changes next.
  await open.settle();
  const understood = await open.rig.door.understand({
    id: 'Ev1',
    platform: 'slack',
    lane: 'x',
    body: JSON.stringify(parcel.payload),
  });
  if (!('event' in understood) || !('message' in understood.event)) return undefined;
  const { message } = understood.event;
  return typeof message === 'string' ? undefined : message.author.role;
}

describe('who somebody is in Slack', () => {
  let open: OpenSlack | undefined;
  afterEach(async () => {
    await open?.[Symbol.asyncDispose]();
    open = undefined;
  });

  it.each<[string, string, Role | undefined]>([
    ['a person of another organisation', people.nora, 'customer'],
    ['a guest with the home team’s id', people.gus, 'customer'],
    ['a home member on the list of agents', people.ada, 'agent'],
    ['a home member on the list of leads', people.lea, 'lead'],
    ['a home member on no list', people.cole, 'colleague'],
    ['another app’s bot', people.robo, undefined],
    ['somebody Slack does not know', 'U0NOBODY', undefined],
  ])('%s', async (_, user, role) => {
    open = await openSlack();
    if (user === 'U0NOBODY') {
      open.slack.misbehave({ method: 'users.info', times: 9, how: { error: 'user_not_found' } });
      expect(await roleOf(open, people.ada)).toBe('customer');
    } else expect(await roleOf(open, user)).toBe(role);
  });

  it('gives a customer no rights for being on the list of agents', async () => {
    open = await openSlack({ config: { agents: [people.nora, people.gus], leads: [people.gus] } });
    expect(await roleOf(open, people.nora)).toBe('customer');
    expect(await roleOf(open, people.gus)).toBe('customer');
  });

  it('takes the home members of the triage channel for agents when none are listed', async () => {
    open = await openSlack({ config: { agents: [], leads: [] } });
    open.slack.world.channels.get(places.triage)!.members.add(people.gus);
    expect(await roleOf(open, people.cole)).toBe('agent');
    expect(await roleOf(open, people.lea)).toBe('agent');
    expect(await roleOf(open, people.gus)).toBe('customer');
  });

  it('reads a triage channel of many pages', async () => {
    open = await openSlack({ config: { agents: [], leads: [] } });
    const { members } = open.slack.world.channels.get(places.triage)!;
    members.delete(people.cole);
    for (let i = 0; i < 450; i++) members.add(`U0CROWD${String(i).padStart(4, '0')}`);
    members.add(people.cole);
    expect(await roleOf(open, people.cole)).toBe('agent');
  });

  it('knows agents and leads by user group, and follows it', async () => {
    open = await openSlack({ config: { agents: [groups.agents], leads: [groups.leads] } });
    expect(await roleOf(open, people.ada)).toBe('agent');
    expect(await roleOf(open, people.lea)).toBe('lead');
    expect(await roleOf(open, people.cole)).toBe('colleague');
    await open.slack.regroups(groups.agents, [people.cole]);
    expect(await roleOf(open, people.cole)).toBe('agent');
    expect(await roleOf(open, people.ada)).toBe('colleague');
  });

  it('follows who joins and leaves the triage channel', async () => {
    open = await openSlack({ config: { agents: [], leads: [] } });
    expect(await roleOf(open, people.cole)).toBe('agent');
    await open.slack.leaves(people.cole, places.triage);
    expect(await roleOf(open, people.cole)).toBe('colleague');
    await open.slack.joins(people.cole, places.triage);
    expect(await roleOf(open, people.cole)).toBe('agent');
  });

  it('takes rights away at once from somebody who was removed, where changes of people are subscribed to', async () => {
    open = await openSlack({ fake: { botEvents: undefined } });
    expect(await roleOf(open, people.ada)).toBe('agent');
    const ada = open.slack.world.users.get(people.ada)!;
    open.slack.world.users.set(people.ada, { ...ada, deleted: true });
    await open.slack.deliver({ type: 'user_change', user: { id: people.ada, deleted: true } });
    expect(await roleOf(open, people.ada)).toBe('customer');
  });

  it('gives nobody rights while the list of agents cannot be read', async () => {
    open = await openSlack({ config: { agents: [groups.agents], leads: [] } });
    open.slack.misbehave({
      method: 'usergroups.users.list',
      times: 9,
      how: { error: 'plan_upgrade_required' },
    });
    expect(await roleOf(open, people.ada)).toBe('colleague');
    open.slack.behave();
    expect(await roleOf(open, people.ada)).toBe('agent');
  });
});

describe('a press by somebody who may not act', () => {
  let open: OpenSlack;
  beforeEach(async () => {
    open = await openSlack({ policy: { acknowledge: false } });
    await open.rig.writes('Nora Customer', 'My invoice is wrong');
    await open.pass(MINUTE);
  });
  afterEach(() => open[Symbol.asyncDispose]());

  it.each(['edit', 'regenerate', 'merge'] as const)(
    'opens no dialog behind %s, and tells a colleague why',
    async (button) => {
      await open.rig.presses('Cole Colleague', button);
      await open.rig.presses('Gus Guest', button);
      await open.rig.presses('Nora Customer', button);
      await open.settle();
      expect(open.slack.world.views.size).toBe(0);
      expect(open.slack.calls.filter((call) => call.method === 'views.open')).toEqual([]);
      expect(await open.rig.told('Cole Colleague')).toHaveLength(1);
      expect(await open.rig.told('Gus Guest')).toEqual([]);
      expect(await open.rig.told('Nora Customer')).toEqual([]);
    },
  );
});

describe('while Slack does not say who somebody is', () => {
  /** Milliseconds in steps, so that what waits is tried again as often as it would be. */
  const pass = async (open: OpenSlack, by: number) => {
    for (let passed = 0; passed < by; passed += 15_000) await open.pass(15_000);
  };

  it.each([
    ['asks us to wait', { status: 429, retryAfter: 20 }],
    ['is broken', { status: 503 }],
    ['cuts the connection', 'drop'],
    ['refuses the token', { error: 'invalid_auth' }],
  ] as const)('an agent’s press waits and is not lost where Slack %s', async (_, how) => {
    await using open = await openSlack({ policy: { acknowledge: false } });
    await open.rig.writes('Nora Customer', 'My invoice is wrong');
    await open.pass(MINUTE);
    open.slack.misbehave({ method: 'users.info', times: 3, how });
    await open.rig.presses('Ada Agent', 'send');
    await open.settle();
    expect(await open.rig.customerSees()).toEqual([]);
    await pass(open, 3 * MINUTE);
    expect(await open.rig.customerSees()).toHaveLength(1);
  });

  it('an agent’s own answer is not taken for words of a customer', async () => {
    await using open = await openSlack();
    open.slack.misbehave({ method: 'users.info', times: 3, how: { status: 503 } });
    await open.rig.writes('Ada Agent', 'Has anybody seen my invoice? It is wrong.');
    await pass(open, 3 * MINUTE);
    expect(await open.rig.cards()).toEqual([]);
    expect(await open.rig.customerSees()).toEqual([]);
  });

  it('a list of agents that cannot be read just now takes nobody’s rights away', async () => {
    await using open = await openSlack({
      config: { agents: [groups.agents], leads: [] },
      policy: { acknowledge: false },
    });
    await open.rig.writes('Nora Customer', 'My invoice is wrong');
    await open.pass(MINUTE);
    open.slack.misbehave({ method: 'usergroups.users.list', times: 2, how: { status: 503 } });
    await open.rig.presses('Ada Agent', 'send');
    await pass(open, 3 * MINUTE);
    expect(await open.rig.customerSees()).toHaveLength(1);
    expect(await open.rig.told('Ada Agent')).toEqual([]);
  });

  it('a store that is away meanwhile takes nobody’s rights away either', async () => {
    let left = 0;
    await using open = await openSlack({
      config: { agents: [groups.agents], leads: [] },
      policy: { acknowledge: false },
      desk: (real) =>
        withAwayShelf(real, 'people', (key) => key.startsWith('roster/') && left-- > 0),
    });
    await open.rig.writes('Nora Customer', 'My invoice is wrong');
    await open.pass(MINUTE);
    left = 2;
    await open.rig.presses('Ada Agent', 'send');
    await pass(open, MINUTE);
    expect(left).toBeLessThan(1);
    expect(await open.rig.customerSees()).toHaveLength(1);
    expect(await open.rig.told('Ada Agent')).toEqual([]);
  });

  it('whoever types a command is told to try again', async () => {
    await using open = await openSlack();
    open.slack.misbehave({ method: 'users.info', how: { status: 503 } });
    await open.slack.commands(people.ada, places.triage, '/support queue');
    expect(await open.rig.told('Ada Agent')).toEqual([expect.stringContaining('try again')]);
  });
});
