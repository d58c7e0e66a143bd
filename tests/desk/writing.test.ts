import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWriter } from '../../src/openai/writer.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../fake-openai/fake-openai.ts';
import type { MakeRig } from '../rig.ts';
import { makePlaygroundRig } from '../rigs/playground.ts';
import { makeSlackRig } from '../rigs/slack.ts';
import { makeTeamsRig } from '../rigs/teams.ts';
import { article, shelve } from '../support/knowledge/shelves.ts';
import { openTestDesk, type TestDesk } from '../test-desk.ts';

const DOORS: readonly (readonly [string, MakeRig])[] = [
  ['the playground', makePlaygroundRig],
  ['Slack', makeSlackRig],
  ['Teams', makeTeamsRig],
];
const KNOWLEDGE = shelve([
  article('billing/invoices', 'Every invoice stands under Billing, as a PDF.', {
    title: 'Where invoices are',
    questions: ['Where do I find my invoice?'],
  }),
]);
const ASKS = 'Where do I find my invoice of March?';
const BETTER =
  'Hi [PERSON 1], every invoice stands under Billing, as a PDF. Is that what you need?';
const SHOWN = 'every invoice stands under Billing, as a PDF. Is that what you need?';

const FINDING = {
  verdict: 'answerable',
  passages: ['billing/invoices'],
  known: ['Invoices stand under Billing.'],
  unknown: [],
  question: '',
  sure: 'high',
};

describe.each(DOORS)('a desk with a model, at the door of %s', (_, makeRig) => {
  let model: FakeOpenAi;
  let desk: TestDesk;
  beforeEach(async () => {
    model = await startFakeOpenAi({
      finding: () => ({ says: FINDING }),
      draft: () => ({ says: { text: BETTER, citations: ['billing/invoices'] } }),
      judgement: () => ({ says: { supported: true, unsupported: [], solves: true, sure: 'high' } }),
    });
    desk = await openTestDesk(makeRig, { policy: { burstPause: 0 }, knowledge: KNOWLEDGE });
    const { handbook, clock, log } = desk;
    desk.desk.ask(
      openWriter(
        { apiKey: 'sk-planted', baseUrl: model.url, model: 'fake' },
        { limits: () => handbook.policy.model, shelf: desk.desk.shelf('model'), clock, log },
      ),
    );
  });
  afterEach(async () => {
    await desk[Symbol.asyncDispose]();
    await model[Symbol.asyncDispose]();
  });

  const asks = async () => {
    await desk.rig.writes('Nora Customer', ASKS);
    await desk.settle();
  };
  const drafts = async () =>
    (await desk.rig.under(0)).filter(({ buttons }) => buttons.includes('send'));
  const replies = async () =>
    (await desk.rig.customerSees()).filter(({ text }) => text.includes('Billing'));

  it('shows the better draft in the place of the one from the handbook, with where it is from', async () => {
    await asks();
    const shown = await drafts();
    expect(shown).toHaveLength(1);
    expect(shown[0]!.text).toContain(SHOWN);
    expect(shown[0]!.text).toContain('From Where invoices are');
    expect(shown[0]!.text).toContain('Written by the model');
    expect((await desk.rig.under(0)).filter(({ text }) => text.includes('Hi Nora'))).toHaveLength(
      1,
    );
    expect(await replies()).toEqual([]);
  });

  it('sends it to the customer once an agent approves it, and not before', async () => {
    await asks();
    await desk.rig.presses('Ada Agent', 'send');
    await desk.settle();
    expect(await replies()).toHaveLength(1);
  });

  it('keeps the draft from the handbook where the model is away, and says so quietly', async () => {
    model.script['finding'] = () => ({ status: 500 });
    await asks();
    const [draft, ...more] = await drafts();
    expect(more).toEqual([]);
    expect(draft!.text).toContain('The model was not available');
    await desk.rig.presses('Ada Agent', 'send');
    await desk.settle();
    expect((await desk.rig.customerSees()).map(({ text }) => text).join()).not.toContain('model');
  });

  it('shows agents what was found where that is no answer, and keeps the draft', async () => {
    model.script['finding'] = () => ({
      says: { ...FINDING, verdict: 'partly', unknown: ['Whether March is billed yet.'] },
    });
    model.script['draft'] = () => ({
      says: { text: 'Hi [PERSON 1], see https://evil.example/march.', citations: [] },
    });
    await asks();
    const [draft] = await drafts();
    expect(draft!.text).toContain('for you alone');
    expect(draft!.text).toContain('Whether March is billed yet.');
    expect(draft!.text).not.toContain('evil.example');
  });

  it('lets an agent who was editing meanwhile send their own words', async () => {
    await asks();
    await desk.rig.presses('Ada Agent', 'edit', { draft: 1, text: 'Look under Billing, Nora.' });
    await desk.settle();
    expect((await replies()).map(({ text }) => text)).toEqual(['Look under Billing, Nora.']);
  });

  it('does nothing with a draft that comes after the customer wrote again', async () => {
    let wrote = false;
    model.script['judgement'] = () => {
      if (!wrote) void desk.rig.writes('Nora Customer', 'Never mind, I mean April!');
      wrote = true;
      return { says: { supported: true, unsupported: [], solves: true, sure: 'high' } };
    };
    await asks();
    await desk.settle();
    const [conversation] = await desk.desk.waiting();
    const open = conversation!.drafts.filter(({ state }) => state.is === 'open');
    expect(open).toHaveLength(1);
    expect(open[0]!.number).toBe(conversation!.drafts.at(-1)!.number);
  });
});
