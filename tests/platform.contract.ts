import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftButtons } from '../src/support/buttons.ts';
import type { Policy } from '../src/support/handbook.ts';
import { ask } from '../src/support/questions.ts';
import type { Team } from '../src/support/time/policy.ts';
import { factsIn } from './facts.ts';
import { idsOf } from './ids.ts';
import type { Actor, MakeRig, Seen } from './rig.ts';
import { openTestDesk, type TestDesk } from './test-desk.ts';

const PROBLEM = 'My invoice 4411 was charged twice and I need this fixed';
/** The pause after which a burst is over, and a little: platforms stamp messages of one moment apart. */
const PAUSE = 21_000;

/** What every door promises, whatever the platform behind it. */
export function describePlatform(name: string, makeRig: MakeRig): void {
  describe(`the same desk on ${name}`, () => {
    let desk: TestDesk;

    beforeEach(async () => {
      desk = await openTestDesk(makeRig);
    });
    afterEach(async () => {
      expect(desk.log.lines.filter((line) => line.level === 'error')).toEqual([]);
      await desk[Symbol.asyncDispose]();
    });

    const writes: TestDesk['rig']['writes'] = (...said) => desk.rig.writes(...said);
    const drafts = async (card = 0) =>
      (await desk.rig.under(card)).filter((seen) => seen.buttons.includes('send'));
    /** A customer's problem with its draft on the table. */
    const problem = async (who: Actor = 'Nora Customer', text = PROBLEM) => {
      const id = await writes(who, text);
      await desk.pass(PAUSE);
      return id;
    };
    const said = async () => (await desk.rig.customerSees()).map(({ text }) => text);
    const only = (seen: readonly Seen[]) => {
      expect(seen).toHaveLength(1);
      return seen[0]!;
    };

    it('shows agents one card and one draft for three short lines of one customer', async () => {
      await writes('Nora Customer', 'Hello there');
      await writes('Nora Customer', 'my invoice is wrong');
      await desk.pass(5_000);
      await writes('Nora Customer', 'it says 40 euros but I pay 20');
      await desk.pass(5_000);
      await writes('Nora Customer', 'invoice number 4411');
      await desk.settle();
      expect(await drafts()).toEqual([]);
      await desk.pass(PAUSE);
      only(await desk.rig.cards());
      only(await drafts());
      const shown = [await desk.rig.cards(), await desk.rig.under(0)]
        .flat()
        .map((s) => s.text)
        .join('\n');
      for (const line of ['my invoice is wrong', 'it says 40 euros', 'invoice number 4411']) {
        expect(shown).toContain(line);
      }
    });

    it('reminds the team of all who wait in one note beside the cards, and hands them over at the end of the day', async () => {
      await problem();
      await problem('Ben Customer', 'How do I add <b>a colleague</b>?');
      await desk.rig.presses('Ada Agent', 'take-over', { card: 0 });
      expect(await desk.rig.notes()).toEqual([]);
      await desk.pass(2 * 3_600_000);
      const reminder = only(await desk.rig.notes());
      expect(reminder.text).toContain('2 customers wait');
      expect(reminder.text).toMatch(/Nora Customer.*owner: Ada Agent.*Ben Customer.*nobody’s yet/s);
      await desk.pass(6 * 3_600_000);
      const notes = await desk.rig.notes();
      expect(notes.at(-1)!.text).toContain('Hand-over from the office: 2 customers wait');
      expect(notes.at(-1)!.text).toMatch(/Next: the office/);
      await desk.rig.presses('Ada Agent', 'resolve', { card: 0 });
      await desk.rig.presses('Ada Agent', 'resolve', { card: 1 });
      await desk.pass(48 * 3_600_000);
      expect(await desk.rig.notes()).toHaveLength(notes.length);
      expect(await desk.rig.cards()).toHaveLength(2);
    });

    it('names the customer on the card', async () => {
      await problem();
      expect(only(await desk.rig.cards()).text).toContain('Nora Customer');
    });

    it('opens nothing for a greeting or thanks', async () => {
      await writes('Nora Customer', 'Good morning everyone!');
      await writes('Ben Customer', 'thanks a lot');
      await desk.pass(PAUSE);
      expect(await desk.rig.cards()).toEqual([]);
      expect(await desk.rig.customerSees()).toEqual([]);
    });

    it('tells the customer once, in their thread, when to expect an answer', async () => {
      const root = await problem();
      const [first, ...more] = await desk.rig.customerSees();
      expect(more).toEqual([]);
      expect(first?.thread).toBe(root);
      await writes('Nora Customer', 'are you there? this is urgent', { thread: root });
      await desk.pass(PAUSE);
      expect(await desk.rig.customerSees()).toHaveLength(1);
    });

    it('sends the draft to the customer, word for word and in their thread, when an agent presses Send', async () => {
      const root = await problem();
      const draft = only(await drafts());
      await desk.rig.presses('Ada Agent', 'send');
      await desk.settle();
      const last = (await desk.rig.customerSees()).at(-1)!;
      expect(last.thread).toBe(root);
      expect(draft.text).toContain(last.text.slice(0, 40));
      expect(await drafts()).toEqual([]);
    });

    it('takes the buttons away and says who sent it', async () => {
      await problem();
      await desk.rig.presses('Ada Agent', 'send');
      await desk.settle();
      const thread = await desk.rig.under(0);
      expect(thread.every((seen) => !seen.buttons.includes('send'))).toBe(true);
      expect(
        thread.some((seen) => /sent/i.test(seen.text) && seen.text.includes('Ada Agent')),
      ).toBe(true);
    });

    it('sends exactly the words the agent wrote', async () => {
      await problem();
      const mine =
        'Hi Nora, I have refunded the second charge: you will see it tomorrow.\n\n— Ada <3 & co.';
      await desk.rig.presses('Ada Agent', 'edit', { text: mine });
      await desk.settle();
      expect((await said()).at(-1)).toBe(mine);
    });

    it('sends one reply when two agents press at once, and tells the second who was first', async () => {
      await problem();
      const before = (await said()).length;
      await Promise.all([
        desk.rig.presses('Ada Agent', 'send', { draft: 1 }),
        desk.rig.presses('Sam Agent', 'send', { draft: 1 }),
        desk.rig.presses('Ada Agent', 'send', { draft: 1 }),
      ]);
      await desk.settle();
      expect(await said()).toHaveLength(before + 1);
      const told = [...(await desk.rig.told('Ada Agent')), ...(await desk.rig.told('Sam Agent'))];
      expect(told.filter((text) => text.includes('already sent'))).toHaveLength(2);
    });

    it('sends nothing from a draft after the customer wrote again, and drafts anew', async () => {
      const root = await problem();
      const before = (await said()).length;
      await writes('Nora Customer', 'oh wait, it is invoice 4412', { thread: root });
      await desk.settle();
      await desk.rig.presses('Ada Agent', 'send', { draft: 1 });
      await desk.settle();
      expect(await said()).toHaveLength(before);
      expect((await desk.rig.told('Ada Agent')).at(-1)).toContain('Nora Customer wrote again');
      await desk.pass(PAUSE);
      only(await drafts());
      expect(await desk.rig.cards()).toHaveLength(1);
    });

    it('gives an agent their words back when the draft went stale while they typed', async () => {
      const root = await problem();
      await writes('Nora Customer', 'it is invoice 4412, sorry', { thread: root });
      await desk.settle();
      await desk.rig.presses('Ada Agent', 'edit', { draft: 1, text: 'My careful words' });
      await desk.settle();
      expect((await desk.rig.told('Ada Agent')).at(-1)).toContain('My careful words');
    });

    it('shows agents what a customer changed and voids the draft', async () => {
      const root = await problem();
      await desk.rig.edits('Nora Customer', root, 'My invoice 9999 was charged twice');
      await desk.settle();
      expect(await drafts()).toEqual([]);
      const thread = (await desk.rig.under(0)).map((s) => s.text).join('\n');
      expect(thread).toContain('9999');
      await desk.pass(PAUSE);
      only(await drafts());
    });

    it('withdraws the request when the customer deletes it', async () => {
      const root = await problem();
      const before = (await said()).length;
      await desk.rig.deletes('Nora Customer', root);
      await desk.settle();
      expect(await drafts()).toEqual([]);
      await desk.rig.presses('Ada Agent', 'send', { draft: 1 });
      await desk.settle();
      expect(await said()).toHaveLength(before);
      const shown = [await desk.rig.cards(), await desk.rig.under(0)]
        .flat()
        .map((s) => s.text)
        .join('\n');
      expect(shown).not.toContain('charged twice');
    });

    it('withdraws the draft when a human answers in the customer’s thread, and says nothing more by itself', async () => {
      const root = await writes('Nora Customer', PROBLEM);
      await desk.settle();
      await writes('Sam Agent', 'Hi Nora, I am on it.', { thread: root });
      await desk.pass(PAUSE);
      expect(await drafts()).toEqual([]);
      expect(await desk.rig.customerSees()).toEqual([]);
      await writes('Nora Customer', 'Thank you! It also happened in May, can you check?', {
        thread: root,
      });
      await desk.pass(PAUSE);
      expect(await desk.rig.customerSees()).toEqual([]);
      expect(await desk.rig.cards()).toHaveLength(1);
    });

    it('keeps what agents say in the triage thread internal', async () => {
      await problem();
      const before = await said();
      await writes('Ada Agent', 'this customer again…', { channel: 'triage' });
      await writes('Ada Agent', 'send', { channel: 'triage' });
      await desk.pass(PAUSE);
      expect(await said()).toEqual(before);
      expect(await desk.rig.cards()).toHaveLength(1);
    });

    it('hears nothing outside the support channel', async () => {
      await writes('Nora Customer', PROBLEM, { channel: 'elsewhere' });
      await desk.pass(PAUSE);
      expect(await desk.rig.cards()).toEqual([]);
    });

    it('does not triage agents or colleagues as customers', async () => {
      await writes('Ada Agent', 'My invoice is wrong, can somebody help?');
      await writes('Cole Colleague', 'My invoice is wrong, can somebody help?');
      await desk.pass(PAUSE);
      expect(await desk.rig.cards()).toEqual([]);
    });

    it.each(['Nora Customer', 'Gus Guest', 'Cole Colleague'] as const)(
      'sends nothing when %s presses Send, Edit or Not a request',
      async (who) => {
        await problem();
        const before = await said();
        await desk.rig.presses(who, 'send', { draft: 1 });
        await desk.rig.presses(who, 'edit', { draft: 1, text: 'pwned' });
        await desk.rig.presses(who, 'not-a-request', { draft: 1 });
        await desk.settle();
        expect(await said()).toEqual(before);
        only(await drafts());
      },
    );

    it('sets a message aside when an agent says that it is not a request', async () => {
      await problem();
      await desk.rig.presses('Ada Agent', 'not-a-request');
      await desk.settle();
      expect(await drafts()).toEqual([]);
      expect(await desk.desk.waiting()).toEqual([]);
      await writes('Nora Customer', 'And my password does not work, I cannot log in');
      await desk.pass(PAUSE);
      expect(await desk.rig.cards()).toHaveLength(2);
    });

    it('writes another draft from the agent’s hint', async () => {
      await problem();
      const first = only(await drafts());
      await desk.rig.presses('Ada Agent', 'regenerate', {
        text: 'the second charge was refunded this morning',
      });
      await desk.settle();
      const second = only(await drafts());
      expect(second.text).not.toBe(first.text);
      expect(second.text).toContain('refunded this morning');
    });

    it('hands the conversation to whoever takes it over', async () => {
      await problem();
      await desk.rig.presses('Sam Agent', 'take-over');
      await desk.settle();
      expect(only(await desk.rig.cards()).text).toContain('Sam Agent');
    });

    /** A team whose people are there in office hours. */
    const shifts = (...people: Actor[]): Team => {
      const week = Array.from({ length: 7 }, () => [{ from: 540, to: 1020 }]);
      const calendar = { zone: 'Etc/UTC', week, holidays: [] };
      return { name: 'desk', calendar, people: idsOf(...people), categories: [], speaks: [] };
    };
    const reopen = async (policy: Partial<Policy>) => {
      await desk[Symbol.asyncDispose]();
      desk = await openTestDesk(makeRig, { policy });
    };
    const ownerOf = async (card = 0) =>
      /owner: ([^,\n·]*?)(?: *$| off shift| away|,| *·)/im.exec(
        (await desk.rig.cards())[card]!.text,
      )?.[1];

    it('hands a conversation to a colleague, who is told in private what it is about', async () => {
      await problem();
      await desk.rig.presses('Ada Agent', 'hand-on', { to: 'Sam Agent' });
      await desk.settle();
      const card = only(await desk.rig.cards()).text;
      expect(card).toContain('Sam Agent');
      const told = (await desk.rig.told('Sam Agent')).join('\n');
      expect(told).toContain('Ada Agent hands you');
      expect(told).toContain('the double charge (invoice 4411)');
      expect(await desk.rig.told('Lea Lead')).toEqual([]);
    });

    it.each(['Nora Customer', 'Gus Guest', 'Cole Colleague'] as const)(
      'hands nothing to %s, who is no agent, whatever was chosen',
      async (to) => {
        await problem();
        await desk.rig.presses('Ada Agent', 'hand-on', { to });
        await desk.settle();
        expect(await ownerOf()).toBeUndefined();
        expect((await desk.rig.told('Ada Agent')).join('\n')).toContain('not one of the agents');
        expect((await desk.rig.told(to)).join('\n')).not.toContain('hands you');
      },
    );

    it('lets nobody but the team hand anything on', async () => {
      await problem();
      await desk.rig.presses('Cole Colleague', 'hand-on', { to: 'Sam Agent' });
      await desk.settle();
      expect(await ownerOf()).toBeUndefined();
      expect((await desk.rig.told('Sam Agent')).join('\n')).not.toContain('hands you');
    });

    it('gives what comes in to each in turn, and each learns what is theirs', async () => {
      await reopen({ assign: 'round robin', teams: [shifts('Ada Agent', 'Sam Agent')] });
      await problem();
      await problem('Ben Customer', 'The parcel I ordered has not arrived');
      const owners = [await ownerOf(0), await ownerOf(1)];
      expect(owners.toSorted()).toEqual(['Ada Agent', 'Sam Agent']);
      const thread = (await desk.rig.under(0)).map(({ text }) => text).join('\n');
      expect(thread).toContain('Yours now: Nora Customer');
    });

    it('gives nothing to who is away until they are back, and marks what waits for them', async () => {
      await reopen({ assign: 'least loaded', teams: [shifts('Ada Agent')] });
      await problem();
      expect(await ownerOf()).toBe('Ada Agent');
      expect(await desk.rig.asks('Ada Agent', 'away 2h')).toContain('You are away');
      await desk.settle();
      expect((await desk.rig.cards())[0]!.text).toMatch(/Ada Agent,? away/i);
      await problem('Ben Customer', 'The parcel I ordered has not arrived');
      expect(await ownerOf(1)).toBeUndefined();
      expect(await desk.rig.asks('Ada Agent', 'back')).toContain('Welcome back');
      await desk.settle();
      expect(await ownerOf(1)).toBe('Ada Agent');
      expect((await desk.rig.cards())[0]!.text).not.toMatch(/Ada Agent,? away/i);
    });

    it('takes whoever is away to be back when they said', async () => {
      await reopen({ assign: 'least loaded', teams: [shifts('Ada Agent')] });
      await desk.rig.asks('Ada Agent', 'away 1h');
      await problem();
      expect(await ownerOf()).toBeUndefined();
      await desk.pass(3_600_000);
      expect(await ownerOf()).toBe('Ada Agent');
    });

    it('spreads what came in the night over those who begin in the morning', async () => {
      await reopen({ assign: 'least loaded', teams: [shifts('Ada Agent', 'Sam Agent')] });
      await desk.pass(10 * 3_600_000);
      await problem();
      await problem('Ben Customer', 'The parcel I ordered has not arrived');
      expect([await ownerOf(0), await ownerOf(1)]).toEqual([undefined, undefined]);
      await desk.pass(14 * 3_600_000);
      const owners = [await ownerOf(0), await ownerOf(1)];
      expect(owners.toSorted()).toEqual(['Ada Agent', 'Sam Agent']);
    });

    it('marks in the queue what is nobody’s, and lists what is one’s own with its time', async () => {
      await problem();
      await problem('Ben Customer', 'The parcel I ordered has not arrived');
      await desk.rig.presses('Ada Agent', 'take-over');
      await desk.settle();
      const queue = await desk.rig.asks('Sam Agent', 'queue');
      expect(queue).toContain('nobody’s yet');
      expect(queue).toContain('owner: Ada Agent');
      const mine = await desk.rig.asks('Ada Agent', 'mine');
      expect(mine).toContain('Nora Customer');
      expect(mine).not.toContain('Ben Customer');
      expect(mine).toContain('on track: first reply due');
    });

    it('tells two agents who write at one reply of each other, alone, and holds up neither', async () => {
      await problem();
      if (!(await desk.rig.opens('Ada Agent', 'edit'))) return;
      await desk.settle();
      expect((await desk.rig.told('Ada Agent')).join('\n')).not.toContain('writing');
      await desk.rig.opens('Sam Agent', 'edit');
      await desk.settle();
      expect((await desk.rig.told('Sam Agent')).join('\n')).toContain(
        'Ada Agent is writing a reply',
      );
      expect((await desk.rig.told('Ada Agent')).join('\n')).toContain(
        'Sam Agent is writing a reply',
      );
      await desk.rig.presses('Sam Agent', 'edit', { text: 'Hi Nora, it is refunded.' });
      await desk.settle();
      expect(await said()).toContain('Hi Nora, it is refunded.');
    });

    it('says nothing of who wrote long ago', async () => {
      await problem();
      if (!(await desk.rig.opens('Ada Agent', 'edit'))) return;
      await desk.pass(6 * 60_000);
      await desk.rig.opens('Sam Agent', 'regenerate');
      await desk.settle();
      for (const who of ['Ada Agent', 'Sam Agent'] as const) {
        expect((await desk.rig.told(who)).join('\n')).not.toContain('writing a reply');
      }
    });

    it('keeps a thread its own conversation', async () => {
      const root = await problem();
      const other = await writes('Ben Customer', 'The parcel I ordered has not arrived');
      await writes('Nora Customer', 'the amount is 40 euros', { thread: root });
      await writes('Ben Customer', 'tracking says it is lost', { thread: other });
      await desk.pass(PAUSE);
      expect(await desk.rig.cards()).toHaveLength(2);
      const ben = (await desk.rig.under(1)).map((s) => s.text).join('\n');
      expect(ben).toContain('tracking says it is lost');
      expect(ben).not.toContain('40 euros');
    });

    it('reopens nothing for thanks after the answer, and goes on when the customer asks again', async () => {
      const root = await problem();
      await desk.rig.presses('Ada Agent', 'send');
      await desk.pass(60_000);
      await writes('Nora Customer', 'Thanks!', { thread: root });
      await desk.pass(PAUSE);
      expect(await desk.desk.waiting()).toEqual([]);
      expect(await drafts()).toEqual([]);
      await writes('Nora Customer', 'It still does not work, why is it charged again?', {
        thread: root,
      });
      await desk.pass(PAUSE);
      only(await desk.rig.cards());
      only(await drafts());
    });

    it('splits another matter off into a card of its own', async () => {
      await writes('Nora Customer', PROBLEM);
      const second = await writes('Nora Customer', 'Also I cannot log in to my account');
      await desk.pass(PAUSE);
      await desk.rig.presses('Ada Agent', 'split', { messages: [second] });
      await desk.pass(PAUSE);
      expect(await desk.rig.cards()).toHaveLength(2);
      only(await drafts(0));
      only(await drafts(1));
      expect((await desk.rig.cards())[1]!.text + (await desk.rig.under(1))[0]!.text).toContain(
        'log in',
      );
      expect(await desk.rig.customerSees()).toHaveLength(1);
    });

    it('merges two cards of the same matter into one', async () => {
      const root = await problem();
      await desk.pass(desk.handbook.policy.followUpWindow);
      await problem('Nora Customer', 'That invoice is charged twice again, I need this fixed');
      expect(await desk.rig.cards()).toHaveLength(2);
      await desk.rig.presses('Ada Agent', 'merge', { card: 1, into: 0 });
      await desk.pass(PAUSE);
      expect(await drafts(1)).toEqual([]);
      only(await drafts(0));
      const waiting = await desk.desk.waiting();
      expect(waiting).toHaveLength(1);
      expect(waiting[0]!.messages.map((m) => m.text).join('\n')).toContain('That invoice');
      await desk.rig.presses('Ada Agent', 'send', { card: 0 });
      await desk.settle();
      expect((await desk.rig.customerSees()).at(-1)!.thread).toBe(root);
    });

    it('takes what a human answered along when it merges, and when it splits', async () => {
      await problem();
      await desk.pass(desk.handbook.policy.followUpWindow);
      const root = await problem(
        'Nora Customer',
        'That invoice is charged twice again, please fix',
      );
      await writes('Sam Agent', 'I look into it', { thread: root });
      await writes('Nora Customer', 'Also I cannot log in to my account', { thread: root });
      await desk.pass(PAUSE);
      await desk.rig.presses('Ada Agent', 'merge', { card: 1, into: 0 });
      await desk.pass(PAUSE);
      const [merged] = await desk.desk.waiting();
      expect(merged!.messages.map((m) => m.text)).toContain('I look into it');
      const leaving = merged!.messages.filter((m) => /look into|log in/.test(m.text));
      await desk.rig.presses('Ada Agent', 'split', { messages: leaving.map((m) => m.id) });
      await desk.pass(PAUSE);
      const waiting = await desk.desk.waiting();
      expect(waiting.map((one) => one.messages.length).toSorted()).toEqual([2, 2]);
      expect(desk.log.lines).toEqual([]);
    });

    it('takes up again what was set aside by mistake, when an agent asks for a draft', async () => {
      await problem();
      await desk.rig.presses('Ada Agent', 'not-a-request');
      await desk.settle();
      await desk.rig.presses('Ada Agent', 'regenerate');
      await desk.settle();
      only(await drafts());
      expect(await desk.desk.waiting()).toHaveLength(1);
    });

    it('does not take a matter for less urgent because the customer says less the second time', async () => {
      const root = await problem(
        'Nora Customer',
        'Our whole system is down, nobody in the company can work!',
      );
      const before = (await desk.desk.waiting())[0]!.triage!;
      await desk.rig.presses('Ada Agent', 'send');
      await desk.pass(60_000);
      await writes('Nora Customer', 'Not solved, it still happens', { thread: root });
      await desk.pass(PAUSE);
      const after = (await desk.desk.waiting())[0]!.triage!;
      expect([after.urgency <= before.urgency, after.category]).toEqual([true, before.category]);
    });

    it('closes a conversation without a word to the customer when an agent resolves it', async () => {
      await problem();
      const before = await said();
      await desk.rig.presses('Ada Agent', 'resolve');
      await desk.settle();
      expect(await drafts()).toEqual([]);
      expect(await desk.desk.waiting()).toEqual([]);
      expect(await said()).toEqual(before);
    });

    /** The customer is asked something by buttons, whatever for. */
    const asksNora = async (text = 'Did this solve it?') => {
      const [before] = await desk.desk.waiting();
      const asked = ask(before!, {
        text,
        choices: [
          { button: 'solved', label: 'Yes' },
          { button: 'person', label: 'I need a person' },
        ],
        others: 'This question is for Nora.',
      });
      const next = { ...asked.conversation, version: before!.version + 1 };
      const { question } = asked;
      const sends = {
        type: 'send-notice',
        about: 'survey',
        place: before!.place,
        text,
        question,
      } as const;
      await desk.store.commit({
        event: 'asked',
        at: desk.clock.now(),
        raised: [],
        claims: [],
        facts: [],
        conversation: { before: before!, next },
        effects: [{ ...sends, id: `${next.id}/${next.version}/0` }],
      });
      await desk.settle();
      return before!.id;
    };
    const last = async () => (await desk.rig.customerSees()).at(-1)!;

    it('shows a customer buttons under a question, and what they chose in their place', async () => {
      const root = await problem();
      await asksNora('Did <this> solve it? See https://example.com/a_b & *more*');
      expect(await last()).toEqual({
        text: 'Did <this> solve it? See https://example.com/a_b & *more*',
        thread: root,
        buttons: ['Yes', 'I need a person'],
      });
      await desk.rig.answers('Nora Customer', 'Yes');
      await desk.settle();
      const asked = (await desk.rig.customerSees()).find(({ text }) =>
        text.includes('Did <this>'),
      )!;
      expect(asked.buttons).toEqual([]);
      expect(asked.text).toContain('✓ Yes');
      expect(await desk.desk.waiting()).toEqual([]);
      expect(only(await desk.rig.cards()).text).toContain('Nora Customer said that it is solved');
    });

    it('takes one answer, however often it is pressed', async () => {
      await problem();
      const id = await asksNora();
      await Promise.all([
        desk.rig.answers('Nora Customer', 'I need a person'),
        desk.rig.answers('Nora Customer', 'I need a person'),
        desk.rig.answers('Nora Customer', 'Yes'),
      ]);
      await desk.settle();
      const posts = (await said()).length;
      await desk.rig.answers('Nora Customer', 'Yes');
      await desk.rig.redelivers(7);
      await desk.settle();
      expect(await said()).toHaveLength(posts);
      const { deeds } = (await desk.desk.conversation(id))!;
      const theirs = deeds.filter(({ did }) => did === 'solved' || did === 'called-person');
      expect(theirs).toHaveLength(1);
    });

    it.each(['Ben Customer', 'Gus Guest', 'Ada Agent', 'Cole Colleague'] as const)(
      'takes no answer from %s, and tells them alone whose question it is',
      async (who) => {
        await problem();
        const id = await asksNora();
        const before = await said();
        await desk.rig.answers(who, 'Yes');
        await desk.rig.answers(who, 'I need a person');
        await desk.settle();
        expect(await said()).toEqual(before);
        expect((await last()).buttons).toEqual(['Yes', 'I need a person']);
        expect((await desk.desk.conversation(id))!.status).toBe('waiting');
        await vi.waitFor(async () =>
          expect(await desk.rig.told(who)).toContain('This question is for Nora.'),
        );
      },
    );

    it('takes the buttons away when a human of the team answers, and a late press has no effect', async () => {
      const root = await problem();
      const id = await asksNora();
      await writes('Sam Agent', 'Hi Nora, I am on it.', { thread: root });
      await desk.settle();
      expect((await desk.rig.customerSees()).flatMap(({ buttons }) => buttons)).toEqual([]);
      await desk.rig.answers('Nora Customer', 'Yes');
      await desk.settle();
      expect((await desk.desk.conversation(id))!.status).toBe('answered');
    });

    it('calls a person for a customer who presses for one: they learn by when, and agents what was asked', async () => {
      await problem();
      await asksNora();
      await desk.rig.answers('Nora Customer', 'I need a person');
      await desk.settle();
      expect((await last()).text).toMatch(/by|within|tomorrow|today/);
      const shown = [await desk.rig.cards(), await desk.rig.under(0)].flat();
      const words = shown.map(({ text }) => text).join('\n');
      expect(words).toContain('Nora Customer asked for a person');
      only(await drafts());
      expect(await desk.desk.waiting()).toHaveLength(1);
    });

    /** Twice: what the reply promises is asked about first. */
    const resolves = async (card = 0) => {
      for (let press = 0; press < 2; press++) {
        await desk.rig.presses('Ada Agent', 'resolve', { card });
        await desk.settle();
      }
    };

    /** Nora's matter, answered and resolved; an hour later she is asked how it was. */
    const isAsked = async () => {
      const root = await problem();
      await desk.rig.presses('Ada Agent', 'send');
      await desk.settle();
      await resolves();
      await desk.pass(24 * 3_600_000);
      return root;
    };

    it('asks a customer once how it was, in their thread, and takes one rating however often it is pressed', async () => {
      const root = await isAsked();
      const asked = await last();
      expect(asked).toMatchObject({ thread: root });
      expect(asked.buttons).toHaveLength(5);
      await Promise.all([
        desk.rig.answers('Nora Customer', '5 · Very good'),
        desk.rig.answers('Nora Customer', '5 · Very good'),
      ]);
      await desk.settle();
      const posts = (await said()).length;
      await desk.rig.redelivers(3);
      await desk.settle();
      expect(await said()).toHaveLength(posts);
      expect(await factsIn(desk.store, ['rated'])).toHaveLength(1);
      expect(only(await desk.rig.cards()).text).toContain('rated');
      await desk.pass(40 * 24 * 3_600_000);
      expect(await said()).toHaveLength(posts);
    });

    it('lets an agent skip the survey, and calls the leads for a low rating with a draft that only an agent sends', async () => {
      const root = await isAsked();
      await writes('Nora Customer', '1', { thread: root });
      await desk.settle();
      only(await drafts());
      const shown = (await desk.rig.under(0)).map(({ text }) => text).join('\n');
      expect(shown).toContain('1 of 5 in CSAT');
      expect(await desk.desk.waiting()).toHaveLength(1);
      await desk.rig.presses('Ada Agent', 'skip-survey');
      await desk.settle();
      expect((await desk.rig.told('Ada Agent')).at(-1)).toContain('has been asked already');
    });

    it('asks a customer of several matters about one of them', async () => {
      await problem();
      await problem('Nora Customer', 'Another matter: the export fails with error 500');
      const cards = await desk.rig.cards();
      for (const [card] of cards.entries()) {
        await desk.rig.presses('Ada Agent', 'send', { card });
        await desk.settle();
        await resolves(card);
      }
      expect(cards.length).toBeGreaterThan(1);
      await desk.pass(24 * 3_600_000);
      expect(await factsIn(desk.store, ['survey-asked'])).toHaveLength(1);
    });

    it('never lets thanks become a mention, a link or markup where they are listed or shared', async () => {
      const root = await isAsked();
      const words = 'Ada was <!channel> *wonderful* [x](https://evil.example) <@U1>';
      await writes('Nora Customer', words, { thread: root });
      await desk.settle();
      const listed = await desk.rig.asks('Lea Lead', 'kudos');
      expect(listed).toContain('*wonderful*');
    });

    /** What this person is shown of why, wherever their platform shows it. */
    const why = async (who: Actor, card = 0) => {
      const before = (await desk.rig.told(who)).length;
      const shown = await desk.rig.wondersWhy(who, card);
      await desk.settle();
      return [shown, ...(await desk.rig.told(who)).slice(before)].join('\n');
    };
    const corrects = async (who: Actor, what: 'category' | 'urgency', value: string, card = 0) => {
      await desk.rig.presses(who, `correct-${what}`, { value, card });
      await desk.settle();
    };
    const triage = async (n = 0) => (await desk.desk.waiting())[n]!.triage!;
    const label = (name: string) =>
      desk.handbook.categories.find((one) => one.name === name)!.label;

    it('takes another category from an agent: the card says so and by whom, and a new draft replaces the old', async () => {
      await problem();
      const first = only(await drafts());
      expect(only(await desk.rig.cards()).buttons).toContain('correct-category');
      await corrects('Ada Agent', 'category', 'refund');
      const card = only(await desk.rig.cards());
      expect(card.text).toContain(label('refund'));
      expect(card.text).toContain('corrected by Ada Agent');
      expect(card.text).toContain(`${label('billing')} → ${label('refund')}`);
      expect(only(await drafts()).text).not.toBe(first.text);
      const before = (await said()).length;
      await desk.rig.presses('Ada Agent', 'send', { draft: 1 });
      await desk.settle();
      expect(await said()).toHaveLength(before);
      await desk.rig.presses('Ada Agent', 'send');
      await desk.settle();
      expect(await said()).toHaveLength(before + 1);
    });

    it('takes another urgency from an agent', async () => {
      await problem();
      await corrects('Sam Agent', 'urgency', 'p1');
      const card = only(await desk.rig.cards());
      expect(card.text).toContain('corrected by Sam Agent');
      expect((await triage()).urgency).toBe('p1');
      only(await drafts());
    });

    it('never overrides what an agent corrected, whatever the customer writes on', async () => {
      const root = await problem();
      await corrects('Ada Agent', 'category', 'security_privacy');
      await corrects('Ada Agent', 'urgency', 'p4');
      await writes('Nora Customer', 'My card was charged again on invoice 4411, refund me!', {
        thread: root,
      });
      await desk.pass(PAUSE);
      expect(await triage()).toMatchObject({ category: 'security_privacy', urgency: 'p4' });
      only(await drafts());
    });

    it('drafts for what an agent corrected while the customer was still writing', async () => {
      await writes('Nora Customer', PROBLEM);
      await desk.settle();
      await corrects('Ada Agent', 'category', 'refund');
      expect(await drafts()).toEqual([]);
      await writes('Nora Customer', 'it is invoice 4411');
      await desk.pass(PAUSE);
      expect((await triage()).category).toBe('refund');
      expect(only(await drafts()).text).toMatch(/refund/i);
    });

    it('changes nothing for what is so already, nor for what nobody knows, and says so to the presser alone', async () => {
      await problem();
      const before = [await desk.rig.cards(), await desk.rig.under(0)];
      const { category } = await triage();
      for (const [value, says] of [
        [category, 'already'],
        ['nonsense', 'There is no category'],
        ['__proto__', 'There is no category'],
        ['constructor', 'There is no category'],
        ['<!channel>', 'There is no category'],
      ] as const) {
        await corrects('Ada Agent', 'category', value);
        expect((await desk.rig.told('Ada Agent')).at(-1)).toContain(says);
      }
      for (const value of ['p5', 'toString', '']) {
        await corrects('Ada Agent', 'urgency', value);
        expect((await desk.rig.told('Ada Agent')).at(-1)).toContain('There is no urgency');
      }
      expect([await desk.rig.cards(), await desk.rig.under(0)]).toEqual(before);
      expect(await desk.rig.told('Sam Agent')).toEqual([]);
    });

    it.each(['Nora Customer', 'Gus Guest', 'Cole Colleague'] as const)(
      'lets %s correct nothing and shows them no reasons',
      async (who) => {
        await problem();
        const before = [await triage(), await desk.rig.cards()];
        await corrects(who, 'category', 'refund');
        await corrects(who, 'urgency', 'p1');
        expect([await triage(), await desk.rig.cards()]).toEqual(before);
        expect(await why(who)).not.toMatch(/charged|Billing|P3/);
      },
    );

    it('says why to an agent alone: category, urgency and the rest with their reasons, and who corrected what', async () => {
      await problem();
      const words = await why('Ada Agent');
      for (const part of [label('billing'), 'charged twice', 'Urgency', 'Mood', 'English']) {
        expect(words).toContain(part);
      }
      await corrects('Sam Agent', 'category', 'refund');
      expect(await why('Ada Agent')).toMatch(/Sam Agent corrected the category to .*read as/);
      expect(await desk.rig.told('Sam Agent')).toEqual([]);
      expect(await desk.rig.asks('Ada Agent', 'why')).toContain('charged twice');
    });

    it('lets the last of two agents have their way, and names both', async () => {
      await problem();
      await Promise.all([
        desk.rig.presses('Ada Agent', 'correct-category', { value: 'refund' }),
        desk.rig.presses('Sam Agent', 'correct-category', { value: 'complaint' }),
      ]);
      await desk.settle();
      const { text } = only(await desk.rig.cards());
      expect(text).toMatch(/Ada Agent corrected/);
      expect(text).toMatch(/Sam Agent corrected/);
      const [conversation] = await desk.desk.waiting();
      const last = conversation!.deeds.findLast((deed) => deed.did === 'corrected-category')!;
      expect(conversation!.triage!.category).toBe(conversation!.corrections!.category!.to);
      expect(conversation!.corrections!.category!.by.name).toBe(last.by.name);
      only(await drafts());
    });

    it('corrects the conversation as it is now when the card that was pressed is an old one', async () => {
      await problem();
      await desk.pass(desk.handbook.policy.followUpWindow);
      await problem('Nora Customer', 'That invoice is charged twice again, I need this fixed');
      await desk.rig.presses('Ada Agent', 'merge', { card: 1, into: 0 });
      await desk.pass(PAUSE);
      await corrects('Ada Agent', 'category', 'complaint', 1);
      expect((await desk.rig.cards())[0]!.text).toContain('corrected by Ada Agent');
      expect(await triage()).toMatchObject({ category: 'complaint' });
    });

    it('learns from a correction once a lead accepts it, and from nobody else', async () => {
      await problem();
      await corrects('Ada Agent', 'category', 'refund');
      const list = await desk.rig.asks('Lea Lead', 'learn');
      for (const part of ['0 accepted, 1 waiting', PROBLEM, label('refund'), 'Ada Agent']) {
        expect(list).toContain(part);
      }
      expect(list).toContain('the category was right in 0 of 1');
      expect(await desk.rig.asks('Ada Agent', 'learn')).toContain('for the leads');
      expect(await desk.rig.asks('Cole Colleague', 'learn')).not.toContain('invoice');
      for (const who of ['Ada Agent', 'Cole Colleague', 'Gus Guest'] as const) {
        await desk.rig.judges(who, 'learn', { of: 'Lea Lead' });
      }
      await desk.settle();
      expect((await desk.desk.lessons()).accepted).toEqual([]);
      expect((await desk.rig.told('Ada Agent')).at(-1)).toContain('Only leads');
      await desk.rig.judges('Lea Lead', 'learn');
      await desk.settle();
      const { accepted, waiting } = await desk.desk.lessons();
      expect(waiting).toEqual([]);
      expect(only(accepted as never[])).toMatchObject({ text: PROBLEM, category: 'refund' });
      expect(await desk.rig.asks('Lea Lead', 'learn')).toContain('1 accepted, 0 waiting');
    });

    it('judges each lesson once, and teaches nothing that was declined', async () => {
      await problem();
      await problem('Ben Customer', 'My parcel 77 has not arrived, where is it?');
      await corrects('Ada Agent', 'category', 'refund', 0);
      await corrects('Ada Agent', 'category', 'complaint', 1);
      await desk.rig.asks('Lea Lead', 'learn');
      await desk.rig.judges('Lea Lead', 'decline-learning');
      await desk.settle();
      await desk.rig.judges('Lea Lead', 'learn');
      await desk.settle();
      const { accepted, waiting } = await desk.desk.lessons();
      expect(waiting).toEqual([]);
      expect(accepted.map(({ category }) => category)).toEqual(['complaint']);
      expect(await desk.rig.told('Lea Lead')).toHaveLength(1);
    });

    it('lets agents alone say by when something is promised, in the words of their own', async () => {
      const root = await problem();
      await writes('Ada Agent', 'I’ll check it and get back to you by 3 pm.', { thread: root });
      await writes('Nora Customer', 'Where is my refund? I need it today.', { thread: root });
      await desk.pass(PAUSE);
      const promised = async () => (await desk.desk.waiting())[0]!.promises![0]!;
      const { due } = await promised();
      await desk.rig.presses('Cole Colleague', 'drop-promise');
      await desk.rig.presses('Ada Agent', 'edit-promise', { text: 'whenever' });
      await desk.settle();
      expect(await promised()).toMatchObject({ state: 'suggested', due });
      expect((await desk.rig.told('Ada Agent')).join()).toContain('“whenever” is no time');
      await desk.rig.presses('Ada Agent', 'edit-promise', { text: '4 pm' });
      await desk.settle();
      expect(await promised()).toMatchObject({ state: 'confirmed', due: due! + 3_600_000 });
      await desk.rig.presses('Ada Agent', 'drop-promise');
      await desk.settle();
      const [card] = await desk.rig.cards();
      expect(card!.text).not.toContain('promised by');
    });

    it('forgets what a deleted message taught, accepted or not', async () => {
      const root = await problem();
      await corrects('Ada Agent', 'category', 'refund');
      await desk.rig.asks('Lea Lead', 'learn');
      await desk.rig.judges('Lea Lead', 'learn');
      await desk.settle();
      expect((await desk.desk.lessons()).accepted).toHaveLength(1);
      await desk.rig.deletes('Nora Customer', root);
      await desk.settle();
      expect(await desk.desk.lessons()).toEqual({ accepted: [], waiting: [] });
    });

    it('offers leads a wording that agents keep changing in the same way, until one declines it', async () => {
      const [said, better] = ['and say plainly what happened', 'with a full answer'];
      let edits = 0;
      const changed = async (most: number) => {
        for (let n = 0; edits < most; n++) {
          await desk.pass(desk.handbook.policy.followUpWindow);
          const who = n % 2 === 0 ? 'Nora Customer' : 'Ben Customer';
          await problem(who, `Invoice 44${most}${n} was charged twice, please look into it`);
          const [{ drafts: proposed } = { drafts: [] }] = await desk.desk.waiting();
          const text = proposed.at(-1)!.text.replace(said, better);
          const isChanged = text !== proposed.at(-1)!.text;
          const card = (await desk.rig.cards()).length - 1;
          await desk.rig.presses('Ada Agent', isChanged ? 'edit' : 'send', { card, text });
          await desk.settle();
          if (isChanged) edits++;
        }
      };
      await changed(2);
      expect(await desk.rig.asks('Lea Lead', 'learn')).toContain('0 accepted, 0 waiting');
      await changed(3);
      const list = await desk.rig.asks('Lea Lead', 'learn');
      for (const part of ['0 accepted, 1 waiting', '{by}', said, better, 'in 3 conversations']) {
        expect(list).toContain(part);
      }
      expect(list).toMatch(/edited \(\d\d % of the words kept\)/);
      await desk.rig.judges('Lea Lead', 'decline-learning');
      await desk.settle();
      await changed(4);
      expect(await desk.rig.asks('Lea Lead', 'learn')).toContain('0 accepted, 0 waiting');
    });

    const HOW = 'Hello, how do I export my invoices as CSV?';
    const ANSWER = 'Open Settings, choose Billing and press “Export as CSV”.';
    /** Nobody knew, an agent answered, and it helped. */
    const answered = async () => {
      const root = await problem('Nora Customer', HOW);
      await writes('Ada Agent', `Hi Nora,\n${ANSWER}\nAda`, { thread: root });
      await desk.settle();
      await writes('Nora Customer', 'Thanks, that worked!', { thread: root });
      await desk.pass(PAUSE);
      return root;
    };
    const article = async () =>
      (await desk.rig.under(0)).filter(({ text }) => /\barticle\b/.test(text)).at(-1)!;

    it('tells leads, and nobody else, what is asked that no article answers', async () => {
      await problem('Nora Customer', `${HOW} <!channel> <https://evil.example|here> *now*`);
      await desk.pass(desk.handbook.policy.followUpWindow);
      await problem('Ben Customer', 'How can I export my invoices as a CSV?');
      const gaps = await desk.rig.asks('Lea Lead', 'gaps');
      expect(gaps).toMatch(/how do I export my invoices as CSV.*\(2 times, en\)/);
      expect(await desk.rig.asks('Ada Agent', 'gaps')).toContain('for the leads');
      expect(await desk.rig.asks('Cole Colleague', 'gaps')).not.toContain('invoices');
      expect(await desk.rig.asks('Ada Agent', 'help')).toContain('gaps');
    });

    it('offers an agent’s answer as an article in the card’s thread, and believes only a lead', async () => {
      await answered();
      const { text, buttons } = await article();
      expect(text).toContain('Ada Agent answered');
      expect(text).toContain(ANSWER);
      expect(text).not.toContain('Hi Nora');
      expect(buttons).toEqual(['learn', 'decline-learning']);
      expect(await desk.rig.asks('Lea Lead', 'learn')).toContain(ANSWER);
      for (const who of ['Ada Agent', 'Cole Colleague', 'Gus Guest'] as const) {
        await desk.rig.presses(who, 'learn');
      }
      await desk.settle();
      expect((await desk.desk.lessons()).accepted).toEqual([]);
      expect((await desk.rig.told('Ada Agent')).at(-1)).toContain('Only leads');
      await desk.rig.presses('Lea Lead', 'learn');
      await desk.settle();
      expect((await desk.desk.lessons()).accepted).toMatchObject([
        { kind: 'article', text: ANSWER, question: HOW, judge: { name: 'Lea Lead' } },
      ]);
      expect(await article()).toMatchObject({
        text: expect.stringContaining('Lea Lead accepted this'),
        buttons: [],
      });
    });

    it('declines an answer for good, and lets go of one whose question is taken back', async () => {
      const root = await answered();
      await desk.rig.presses('Lea Lead', 'decline-learning');
      await desk.settle();
      expect((await article()).text).toContain('Lea Lead declined this');
      expect(await desk.desk.lessons()).toEqual({ accepted: [], waiting: [] });
      await desk.rig.deletes('Nora Customer', root);
      await desk.settle();
      expect((await article()).text).toContain('taken back');
      expect((await article()).text).not.toContain('CSV');
      expect(await desk.rig.asks('Lea Lead', 'gaps')).toContain('Nothing was asked');
    });

    /** Two customers have written, and one has her answer after ten minutes. */
    const twoMatters = async () => {
      await problem();
      await problem('Ben Customer', 'The parcel I ordered has not arrived');
      await desk.pass(10 * 60_000);
      await desk.rig.presses('Ada Agent', 'send', { card: 0 });
      await desk.pass(60_000);
    };

    it('tells a lead how it went, in the same numbers everywhere, and asks back what it did not understand', async ({
      skip,
    }) => {
      const { reports } = desk.rig;
      if (!reports) return skip();
      await twoMatters();
      const today = await reports.asks('Lea Lead', 'today');
      expect(today).toContain('Today');
      expect(today).toMatch(/1 customer waits, the longest 1[12] min/);
      expect(today).toMatch(/Conversations\W+2\W+n 2/);
      expect(today).toMatch(/First reply time\W+too few to say\W+n 1/);
      expect(today).toContain('Ben Customer: The parcel I ordered has not arrived');
      const broken = await reports.asks('Lea Lead', 'today by category');
      expect(broken).toContain('Billing and payment');
      expect(await reports.asks('Lea Lead', 'lst month')).toContain('last month');
    });

    it.each(['Ada Agent', 'Cole Colleague'] as const)(
      'tells %s nothing of how it went, nor does what stands under a lead’s report',
      async (who) => {
        const { reports } = desk.rig;
        if (!reports) return;
        await twoMatters();
        expect(await reports.asks(who, 'today')).not.toMatch(/Ben|parcel|1 customer/);
        await reports.asks('Lea Lead', 'today');
        const before = await desk.rig.notes();
        await reports.shares(who);
        expect(await reports.takes(who, 'csv')).toBeUndefined();
        expect(await desk.rig.notes()).toEqual(before);
      },
    );

    it('shows a report to a lead directly where people of other organisations read along', async ({
      skip,
    }) => {
      const { reports } = desk.rig;
      if (!reports) return skip();
      await twoMatters();
      const before = await desk.rig.customerSees();
      const { here, directly } = await reports.asksAmongCustomers('Lea Lead', 'today');
      expect(here).toContain('direct messages');
      expect(here).not.toMatch(/Ben|waits/);
      expect(directly).toContain('1 customer waits');
      expect(await desk.rig.customerSees()).toEqual(before);
    });

    it('shows the team a report once a lead shares it, and gives the lead its numbers as a file', async ({
      skip,
    }) => {
      const { reports } = desk.rig;
      if (!reports) return skip();
      await twoMatters();
      await reports.asks('Lea Lead', 'today');
      await reports.shares('Lea Lead');
      const shared = only(await desk.rig.notes()).text;
      expect(shared).toContain('Lea Lead');
      expect(shared).toContain('1 customer waits');
      expect(await reports.shares('Lea Lead')).toContain('already');
      expect(await desk.rig.notes()).toHaveLength(1);
      expect(await reports.takes('Lea Lead', 'csv')).toMatch(/,volume,count,2,2,/);
      const json = JSON.parse((await reports.takes('Lea Lead', 'json'))!);
      expect(json.measures).toMatchObject({ volume: { n: 2 }, 'first-reply': { n: 1 } });
      expect(json.measures['first-reply'].median).toBeGreaterThan(600);
    });

    it('comes to the same end when everything is delivered again, shuffled', async () => {
      const root = await writes('Nora Customer', 'my invoice is wrong');
      await writes('Nora Customer', 'it was charged twice');
      await desk.pass(PAUSE);
      await desk.rig.presses('Ada Agent', 'correct-category', { value: 'refund' });
      await desk.settle();
      await desk.rig.presses('Ada Agent', 'send');
      await desk.settle();
      await writes('Nora Customer', 'thanks', { thread: root });
      await desk.pass(PAUSE);
      const before = {
        said: await said(),
        cards: await desk.rig.cards(),
        under: await desk.rig.under(0),
        told: await desk.rig.told('Ada Agent'),
      };
      for (const seed of [1, 2, 3]) await desk.rig.redelivers(seed);
      await desk.pass(PAUSE);
      expect({
        said: await said(),
        cards: await desk.rig.cards(),
        under: await desk.rig.under(0),
        told: await desk.rig.told('Ada Agent'),
      }).toEqual(before);
    });

    it('shows an oversized message without failing', async () => {
      await problem(
        'Nora Customer',
        `My invoice is wrong. ${'Look at this, please. '.repeat(1500)}`,
      );
      only(await desk.rig.cards());
      only(await drafts());
    });

    it('refuses an empty reply and keeps the draft', async () => {
      await problem();
      const before = await said();
      await desk.rig.presses('Ada Agent', 'edit', { text: '   ' });
      await desk.settle();
      expect(await said()).toEqual(before);
      only(await drafts());
    });

    it('never lets words of a customer become a mention, a link or markup in the triage channel', async () => {
      await problem(
        'Nora Customer',
        'Help <!channel> @everyone <https://evil.example|your bank> *now* my invoice is wrong',
      );
      const conversation = (await desk.desk.waiting())[0]!;
      expect(draftButtons(conversation, conversation.drafts[0]!)).toContain('send');
      const [card] = await desk.rig.cards();
      expect(card!.text).toContain('@everyone');
    });
  });
}
