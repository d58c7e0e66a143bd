import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { visit } from '../fake-teams/cards.ts';
import { people, places } from '../fake-teams/cast.ts';
import type { Pressable } from '../fake-teams/reading.ts';
import type { Json } from '../fake-teams/state.ts';
import { type OpenTeams, openTeams } from './open.ts';

const PROBLEM = 'My invoice 4411 was charged twice and I need this fixed';
const PAUSE = 21_000;

describe('buttons and dialogs in Teams', () => {
  let open: OpenTeams;
  beforeEach(async () => {
    open = await openTeams({ policy: { acknowledge: false } });
    await open.rig.writes('Nora Customer', PROBLEM);
    await open.pass(PAUSE);
  });
  afterEach(async () => {
    expect(open.log.lines.filter((line) => line.level === 'error')).toEqual([]);
    await open[Symbol.asyncDispose]();
  });

  const card = () => open.teams.roots(places.triage)[0]!;
  const draft = () => open.teams.posts(places.triage, card().id).at(-1)!;
  const at = (id: string) => ({ conversation: places.triage, id });
  const named = (button: string) => (one: Pressable) => one.data['button'] === button;
  const said = async () => (await open.rig.customerSees()).map(({ text }) => text);

  it('an edit dialog holds the draft and what the customer said', async () => {
    const { dialog } = await open.teams.presses(people.ada, at(draft().id), named('edit'));
    const content = JSON.stringify(dialog!.value);
    const [conversation] = await open.desk.waiting();
    const values: unknown[] = [];
    visit(dialog!.value['card'] as Json, (node) => {
      if (node['type'] === 'Input.Text') values.push(node['value']);
    });
    expect(values).toEqual([conversation!.drafts[0]!.text]);
    expect(content).toContain(PROBLEM);
  });

  it('an empty reply is given back with a word about it, and nothing is sent', async () => {
    const { dialog } = await open.teams.presses(people.ada, at(draft().id), named('edit'));
    const again = await open.teams.submits(people.ada, dialog!.id, { filling: { reply: '  ' } });
    expect(JSON.stringify(again.dialog!.value)).toContain('this is empty');
    await open.settle();
    expect(await said()).toEqual([]);
    const done = await open.teams.submits(people.ada, dialog!.id, { filling: { reply: 'Hi!' } });
    expect(done.dialog).toBeUndefined();
    await open.settle();
    expect(await said()).toEqual(['Hi!']);
  });

  it('hints on what an agent wrote come once, and then it is sent as it stands', async () => {
    const unkind = 'Sorry for the inconvenience, please DM us.';
    const { dialog } = await open.teams.presses(people.ada, at(draft().id), named('edit'));
    const hinted = await open.teams.submits(people.ada, dialog!.id, { filling: { reply: unkind } });
    const content = JSON.stringify(hinted.dialog!.value);
    expect(content).toContain('only you see this');
    expect(content).toContain('Send anyway');
    expect(content).toContain(unkind);
    await open.settle();
    expect(await said()).toEqual([]);
    const done = await open.teams.submits(people.ada, hinted.dialog!.id);
    expect(done.dialog).toBeUndefined();
    await open.settle();
    expect(await said()).toEqual([unkind]);
  });

  it('an agent who wants no hints gets none', async () => {
    const unkind = 'Sorry for the inconvenience, please DM us.';
    const [conversation] = await open.desk.waiting();
    const about = { conversation: conversation!.id, draft: 1 };
    const ada = { id: people.ada, name: 'Ada', role: 'agent' as const };
    expect(await open.desk.hintsOn(about, unkind, ada)).not.toEqual([]);
    await open.desk.wantsHints('teams', ada, false);
    expect(await open.desk.hintsOn(about, unkind, ada)).toEqual([]);
  });

  it('a dialog says when the draft went stale, before anybody writes in vain', async () => {
    const stale = draft().id;
    await open.rig.writes('Nora Customer', 'it is invoice 4412, sorry');
    await open.settle();
    const pressed = await open.teams.presses(people.ada, at(stale), named('edit'), { stale: true });
    expect(JSON.stringify(pressed.dialog!.value)).toContain('cannot be sent any more');
  });

  it.each([people.nora, people.gus, people.cole])('opens no dialog for %s', async (who) => {
    const { dialog, said: told } = await open.teams.presses(who, at(draft().id), named('edit'));
    expect(dialog).toBeUndefined();
    expect(told).toContain('Only the support team');
    expect(told).not.toContain(PROBLEM);
  });

  it('a merge is offered into the same customer’s conversations in the same channel alone', async () => {
    const choices = async () => {
      const { dialog } = await open.teams.presses(people.ada, at(card().id), named('merge'));
      return JSON.stringify(dialog!.value);
    };
    await open.rig.writes('Ben Customer', 'I cannot log in to my account');
    await open.pass(PAUSE);
    expect(await choices()).toContain('no other conversation in this channel');
    await open.pass(open.handbook.policy.followUpWindow);
    await open.rig.writes('Nora Customer', 'The parcel of order 5512 has not arrived');
    await open.pass(PAUSE);
    expect(await choices()).toContain('5512');
    expect(await choices()).not.toContain('Ben Customer');
  });

  it('an agent may hand in another’s dialog only as themselves', async () => {
    const { dialog } = await open.teams.presses(people.ada, at(draft().id), named('edit'));
    const data = { button: 'edit', conversation: (await open.desk.waiting())[0]!.id, draft: 1 };
    expect(dialog).toBeDefined();
    const value = { data: { ...data, reply: 'pwned' } };
    await open.teams.invokes(people.cole, 'task/submit', value, at(draft().id));
    await open.settle();
    expect(await said()).toEqual([]);
    expect((await open.rig.told('Cole Colleague')).at(-1)).toContain('Only the support team');
  });

  it.each([
    [{ button: 'send' }],
    [{ button: 'explode', conversation: 'teams:a:b:c', draft: 1 }],
    [{ button: 'send', conversation: 'slack:T:C:1', draft: 1 }],
    [{ button: 'send', conversation: 'teams:nobody:nowhere:1', draft: 1 }],
    [{ button: 'send', conversation: 17, draft: 1 }],
    [{ button: 'send', conversation: `teams:${'x'.repeat(5_000)}`, draft: 1 }],
    [{ button: 'send', conversation: 'teams:a:b:c', draft: 1.5 }],
    [{ button: 'send', conversation: 'teams:a:b:c', draft: '1' }],
    [{}],
  ])('comes to nothing when somebody tampered with it: %j', async (overrideData) => {
    const pressed = await open.teams.presses(people.ada, at(draft().id), named('send'), {
      overrideData,
    });
    expect(pressed.ok).toBe(true);
    await open.settle();
    expect(await said()).toEqual([]);
  });

  it('a press in an old client, which knows no Action.Execute, does the same', async () => {
    await open.teams.presses(people.ada, at(draft().id), named('send'), { old: true });
    await open.settle();
    expect(await said()).toHaveLength(1);
  });

  it('a press is answered at once with a word to its presser', async () => {
    const pressed = await open.teams.presses(people.ada, at(draft().id), named('send'));
    expect(pressed.said).toContain('Got it');
  });

  it('an agent without a chat with the bot is told in the card’s thread', async () => {
    await open.rig.presses('Ada Agent', 'send');
    await open.settle();
    open.teams.misbehave({ operation: 'create', how: { status: 403 }, times: 5 });
    await open.rig.presses('Sam Agent', 'send', { draft: 1 });
    await open.settle();
    expect(await open.rig.told('Sam Agent')).toEqual([]);
    const thread = (await open.rig.under(0)).map(({ text }) => text);
    expect(thread.at(-1)).toMatch(/^Sam Agent: Ada Agent already sent this reply/);
  });

  it('“Draft a reply” drafts for a message the desk left alone, and says where', async () => {
    const { id } = await open.teams.writes(people.ben, places.support, 'thanks a lot');
    const asked = await open.teams.messageExtension(people.ada, 'draftReply', {
      conversation: places.support,
      id,
    });
    expect(asked.said).toContain('triage channel');
    await open.settle();
    const cards = await open.rig.cards();
    expect(cards).toHaveLength(2);
    expect(cards[1]!.text).toContain('Ben Customer');
    const [shown] = (await open.rig.under(1)).filter((seen) => seen.buttons.includes('send'));
    expect(shown).toBeDefined();
    await open.rig.presses('Ada Agent', 'send', { card: 1 });
    await open.settle();
    expect((await open.rig.customerSees()).at(-1)!.thread).toBe(id);
  });

  it.each([people.nora, people.cole])('“Draft a reply” drafts nothing for %s', async (who) => {
    const { id } = await open.teams.writes(people.ben, places.support, 'thanks a lot');
    const asked = await open.teams.messageExtension(who, 'draftReply', {
      conversation: places.support,
      id,
    });
    expect(asked.said).toContain('Only the support team');
    await open.settle();
    expect(await open.rig.cards()).toHaveLength(1);
  });
});
