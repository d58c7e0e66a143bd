import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withAwayShelf } from '../away-shelf.ts';
import { homeTenant, objectIds, people, places } from '../fake-teams/cast.ts';
import type { Person } from '../fake-teams/state.ts';
import { type OpenTeams, openTeams } from './open.ts';

const PROBLEM = 'My invoice 4411 was charged twice and I need this fixed';
const PAUSE = 21_000;

describe('who may act in Teams', () => {
  let open: OpenTeams;
  afterEach(() => open[Symbol.asyncDispose]());

  const begin = async (agents: string[], fake = {}) => {
    open = await openTeams({ config: { agents, leads: [] }, policy: { acknowledge: false }, fake });
    await open.rig.writes('Nora Customer', PROBLEM);
    await open.pass(PAUSE);
  };
  const change = (id: string, to: Partial<Person>) =>
    open.teams.world.people.set(id, { ...open.teams.world.people.get(id)!, ...to });
  const sends = async (who: 'Ada Agent' | 'Sam Agent' | 'Cole Colleague' | 'Gus Guest') => {
    await open.rig.presses(who, 'send', { draft: 1 });
    await open.settle();
    return (await open.rig.customerSees()).length === 1;
  };

  it('are those who are listed, and nobody else', async () => {
    await begin([objectIds.ada.toUpperCase()]);
    expect(await sends('Cole Colleague')).toBe(false);
    expect(await sends('Sam Agent')).toBe(false);
    expect(await sends('Ada Agent')).toBe(true);
  });

  it('are the members of the triage channel where nobody is listed, however many pages they fill', async () => {
    await begin([], { pageSize: 1 });
    open.teams.world.conversations.get(places.triage)!.members.delete(people.cole);
    expect(await sends('Cole Colleague')).toBe(false);
    expect(await sends('Sam Agent')).toBe(true);
    const pages = open.teams.calls.filter((call) => call.operation === 'paged-members');
    expect(pages).toHaveLength(3);
  });

  it('are the members of a channel that is listed', async () => {
    await begin([places.group]);
    expect(await sends('Sam Agent')).toBe(false);
    expect(await sends('Ada Agent')).toBe(true);
  });

  it('are never guests, even on the list', async () => {
    await begin([objectIds.gus]);
    open.teams.world.conversations.get(places.triage)!.members.add(people.gus);
    expect(await sends('Gus Guest')).toBe(false);
  });

  it('are never people of another organisation, even with an agent’s own directory id', async () => {
    await begin([objectIds.ada]);
    change(people.ada, { tenantId: 'cccccccc-0000-4000-8000-000000000000' });
    expect(await sends('Ada Agent')).toBe(false);
  });

  it('are never anonymous, whatever their id', async () => {
    await begin([objectIds.ada]);
    change(people.ada, { role: 'anonymous' });
    expect(await sends('Ada Agent')).toBe(false);
  });

  it('lose the right with the membership: at once when Teams says so, else within ten minutes', async () => {
    await begin([]);
    await open.rig.presses('Ada Agent', 'take-over');
    await open.settle();
    await open.teams.leaves(people.ada, places.triage);
    expect(await sends('Ada Agent')).toBe(false);
    await open.rig.presses('Sam Agent', 'take-over');
    await open.settle();
    open.teams.world.conversations.get(places.triage)!.members.delete(people.sam);
    open.teams.world.conversations.get(places.support)!.members.add(people.sam);
    await open.pass(11 * 60_000);
    await open.rig.writes('Sam Agent', 'hello');
    await open.settle();
    expect(await sends('Sam Agent')).toBe(false);
    expect(await sends('Cole Colleague')).toBe(true);
  });

  it('are waited for while they cannot be looked up: their press counts when Teams says who it was', async () => {
    await begin([objectIds.ada]);
    open.teams.misbehave({ operation: 'member', how: { status: 502 } });
    expect(await sends('Ada Agent')).toBe(false);
    await open.pass(1_000);
    expect(await open.rig.customerSees()).toHaveLength(1);
  });

  it.each([
    ['teams-people', 'get'],
    ['teams-people', 'set'],
    ['teams-rosters', 'get'],
    ['teams-rosters', 'set'],
  ])(
    'are waited for while the store is away: nobody loses a right because %s cannot be asked to %s',
    async (shelf, broken) => {
      let left = 0;
      open = await openTeams({
        config: { agents: [], leads: [] },
        policy: { acknowledge: false },
        desk: (real) => withAwayShelf(real, shelf, (_, call) => call === broken && left-- > 0),
      });
      await open.rig.writes('Nora Customer', PROBLEM);
      await open.pass(PAUSE);
      left = 1;
      expect(await sends('Ada Agent')).toBe(false);
      expect(left).toBeLessThan(1);
      await open.pass(1_000);
      expect(await open.rig.customerSees()).toHaveLength(1);
      expect(await open.rig.told('Ada Agent')).toEqual([]);
    },
  );

  it.each([
    ['temporarily_unavailable', 'AADSTS90033: a transient error has occurred'],
    [undefined, 'Authentication: No access token received from MSAL.'],
  ])('are waited for while Microsoft’s sign-in has trouble (%s)', async (errorCode, words) => {
    await begin([]);
    const { credentials } = open.teams;
    const { createCredentials } = credentials;
    credentials.createCredentials = async () => ({
      signRequest: () => Promise.reject(Object.assign(new Error(words), { errorCode })),
    });
    expect(await sends('Ada Agent')).toBe(false);
    // Longer than anything is tried at once before it is put aside.
    await open.pass(5_000);
    credentials.createCredentials = createCredentials;
    await open.pass(30_000);
    expect(await open.rig.customerSees()).toHaveLength(1);
  });

  it('are not taken for nobody while Teams cannot be asked who is of the team', async () => {
    await begin([]);
    open.teams.misbehave({ operation: 'member', how: { status: 502 } });
    const { door } = open.rig;
    await expect(door.staff([objectIds.sam])).rejects.toMatchObject({ retryable: true });
    expect(await door.staff([objectIds.sam])).toMatchObject([{ name: 'Sam Agent' }]);
  });

  it('are looked up once for many presses', async () => {
    await begin([]);
    for (const button of ['take-over', 'resolve', 'merge'] as const) {
      await open.rig.presses('Ada Agent', button, { into: 0 }).catch(() => {});
    }
    await open.settle();
    const looked = open.teams.calls.filter((call) => call.operation === 'member');
    expect(looked.filter((call) => call.item === people.ada)).toHaveLength(1);
    expect(open.teams.calls.filter((call) => call.operation === 'paged-members')).toHaveLength(1);
  });
});

describe('who somebody is in Teams', () => {
  let open: OpenTeams;
  beforeEach(async () => {
    open = await openTeams({ policy: { acknowledge: false } });
  });
  afterEach(() => open[Symbol.asyncDispose]());

  it('is told by organisation and directory id, which stay', async () => {
    await open.rig.writes('Nora Customer', PROBLEM);
    await open.settle();
    const [conversation] = await open.desk.waiting();
    expect(conversation!.customer.id).toBe(
      `cccccccc-0000-4000-8000-000000000000/${objectIds.nora}`,
    );
    const found = await open.desk.ofCustomer('teams', homeTenant, conversation!.customer.id);
    expect(found).toHaveLength(1);
  });

  it('is waited for where Teams cannot be asked at first, so that nobody has two conversations', async () => {
    open.teams.misbehave({ operation: 'member', how: { status: 429, retryAfter: 1 } });
    await open.rig.writes('Nora Customer', PROBLEM);
    await open.settle();
    expect(await open.desk.waiting()).toHaveLength(0);
    await open.pass(1_000);
    await open.rig.writes('Nora Customer', 'and the other invoice is wrong too');
    await open.settle();
    const found = await open.desk.waiting();
    expect(found.map(({ customer, messages }) => [customer.id, messages.length])).toEqual([
      [`cccccccc-0000-4000-8000-000000000000/${objectIds.nora}`, 2],
    ]);
  });

  it.each([[{ status: 401 }], [{ status: 403, code: 'BotNotInConversationRoster' }]] as const)(
    'is waited for where somebody must mend something first: %j',
    async (how) => {
      open.teams.misbehave({ operation: 'member', how });
      await open.rig.writes('Nora Customer', PROBLEM);
      await open.rig.writes('Ada Agent', 'We are looking into it');
      await open.settle();
      await open.pass(20_000);
      const nora = `cccccccc-0000-4000-8000-000000000000/${objectIds.nora}`;
      expect(await open.desk.ofCustomer('teams', homeTenant, nora)).toHaveLength(1);
      // Ada answered her, and is nobody’s customer.
      expect(await open.desk.waiting()).toEqual([]);
    },
  );

  it('keeps nobody else of the channel waiting for more than ten minutes where Teams never says it of one', async () => {
    await open.rig.writes('Ben Customer', 'I cannot log in');
    await open.settle();
    let broken = true;
    open.teams.misbehave({
      ...{ operation: 'member', how: { status: 500 }, times: 1_000 },
      when: (_, conversation) => broken && conversation === places.support,
    });
    await open.rig.writes('Nora Customer', PROBLEM);
    await open.rig.writes('Ben Customer', 'it says error 500, everything is down');
    await open.settle();
    // Of others Teams says it.
    await open.pass(30_000);
    await open.rig.presses('Ada Agent', 'take-over');
    const texts = async () =>
      (await open.desk.waiting()).flatMap(({ messages }) => messages.map(({ text }) => text));
    for (let i = 0; i < 18; i++) await open.pass(30_000);
    expect(await texts()).toHaveLength(1);
    for (let i = 0; i < 4; i++) await open.pass(30_000);
    broken = false;
    await open.pass(30_000);
    expect(await texts()).toHaveLength(3);
  });

  it('stays the same when a later look-up fails', async () => {
    await open.rig.writes('Nora Customer', PROBLEM);
    await open.pass(11 * 60_000);
    open.teams.misbehave({ operation: 'member', how: { status: 502 } });
    await open.rig.writes('Nora Customer', 'and the other invoice is wrong too');
    await open.settle();
    const found = await open.desk.waiting();
    expect(new Set(found.map((one) => one.customer.id)).size).toBe(1);
  });
});
