import { describe, expect, it } from 'vitest';
import { openDraft } from '../../src/support/conversation.ts';
import { MONDAY_MORNING } from '../clock.ts';
import { ada, begin, person, type Scene, sam } from './stage.ts';

const TWICE = 'I was charged twice for invoice 4411';
const refund = { value: 'refund' };

/** Nora has her answer. */
const answered = (scene: Scene): Scene => {
  const { number } = openDraft(scene.now)!;
  return scene
    .presses(ada, 'send', { draft: number })
    .happens({ type: 'reply.delivered', conversation: scene.now.id, draft: number });
};

describe('an agent who corrects the category', () => {
  it('is believed: reading, reason, deed and fact say so, and a new draft takes the place of the old', () => {
    const { now, facts, effects } = begin(TWICE).presses(ada, 'correct-category', refund);
    expect(now.triage).toMatchObject({ category: 'refund', confidence: 1 });
    expect(now.triage!.reasons).toContainEqual({
      field: 'category',
      because: 'corrected by Ada',
    });
    expect(now.corrections?.category).toMatchObject({ from: 'billing', to: 'refund', by: ada });
    expect(now.deeds.at(-1)).toMatchObject({
      by: ada,
      did: 'corrected-category',
      detail: 'Billing and payment → Refund or return',
    });
    expect(facts).toMatchObject([
      { type: 'corrected', field: 'category', from: 'billing', to: 'refund', agent: 'ada' },
      { type: 'draft-settled', outcome: 'replaced' },
    ]);
    expect(JSON.stringify(facts)).not.toContain('invoice');
    expect(now.drafts.map(({ state }) => state.is)).toEqual(['void', 'open']);
    expect(now.drafts[1]!.text).not.toBe(now.drafts[0]!.text);
    expect(effects.map(({ type }) => type)).toEqual(['show-draft', 'show-draft', 'show-card']);
  });

  it('does not lose what they told the desk for the draft that stands', () => {
    const { now } = begin(TWICE)
      .presses(ada, 'regenerate', { draft: 1, text: 'the second charge was cancelled today' })
      .presses(ada, 'correct-category', refund);
    expect(now.drafts).toHaveLength(3);
    expect(openDraft(now)!.text).toContain('cancelled today');
  });

  it('does not take back words that were approved and could not be delivered', () => {
    const scene = begin(TWICE).presses(ada, 'edit', { draft: 1, text: 'My own words' });
    const { now } = scene
      .happens({
        type: 'delivery.failed',
        conversation: scene.now.id,
        draft: 1,
        because: 'archived',
        uncertain: true,
      })
      .presses(ada, 'correct-category', refund);
    expect(now.drafts).toHaveLength(1);
    expect(openDraft(now)).toMatchObject({ number: 1, text: 'My own words' });
  });

  it.each([
    ['answered', answered],
    ['resolved', (scene: Scene) => scene.presses(ada, 'resolve')],
    ['set-aside', (scene: Scene) => scene.presses(ada, 'not-a-request')],
  ] as const)('changes what is %s without stirring it', (status, rest) => {
    const { now } = rest(begin(TWICE)).presses(sam, 'correct-category', refund);
    expect(now).toMatchObject({ status, triage: { category: 'refund' } });
    expect(openDraft(now)).toBeUndefined();
    expect(now.timers.burst).toBeUndefined();
  });

  it('finds nothing to correct where the customer took everything back', () => {
    const { told, now } = begin(TWICE).deletes('m1').presses(ada, 'correct-category', refund);
    expect(told).toContain('nothing left here');
    expect(now.corrections).toBeUndefined();
  });

  it.each(['customer', 'bot', 'colleague'] as const)('is no %s', (role) => {
    const scene = begin(TWICE);
    const { now } = scene.presses(person('Eve', role), 'correct-category', refund);
    expect(now.triage).toEqual(scene.now.triage);
    expect(now.deeds).toEqual([]);
  });
});

describe('an agent who corrects the urgency', () => {
  it('changes the time that the draft promises, and nothing else in it', () => {
    const before = begin(TWICE);
    const { now } = before.presses(ada, 'correct-urgency', { value: 'p1' });
    const [was, is] = now.drafts.map(({ text, template }) => ({ text, template }));
    expect(is!.text).not.toBe(was!.text);
    expect(is!.template).toBe(was!.template);
    expect(now.triage!.urgency).toBe('p1');
  });

  it('leaves a draft as it is that says the same', () => {
    const scene = begin(TWICE).presses(ada, 'regenerate', {
      draft: 1,
      text: 'the second charge was cancelled today',
    });
    const { now, effects } = scene.presses(ada, 'correct-urgency', { value: 'p4' });
    expect(now.drafts).toEqual(scene.now.drafts);
    expect(effects.map(({ type }) => type)).toEqual(['show-card']);
  });
});

describe('a correction', () => {
  it('outlives whatever the customer writes on, even after our answer', () => {
    const once = begin(TWICE).presses(ada, 'correct-category', refund);
    const twice = answered(once).writes('it is broken, the app crashes');
    expect(twice.now.triage).toMatchObject({ category: 'refund' });
    const { template, text } = openDraft(twice.now)!;
    expect(template).not.toContain('bug_outage');
    expect(text).toContain('refund');
  });

  it('that was made after our answer answers the matter anew', () => {
    const { now } = answered(begin(TWICE))
      .writes('no, that is not what I asked')
      .presses(ada, 'correct-category', refund);
    expect(openDraft(now)!.template).toContain('refund');
  });

  it('of the urgency stays, and says what sounds worse since', () => {
    const { now } = begin(TWICE)
      .presses(ada, 'correct-urgency', { value: 'p4' })
      .writes('our whole production is down, nobody can work');
    expect(now.triage!.urgency).toBe('p4');
    const why = now.triage!.reasons.find(({ field }) => field === 'urgency')!.because;
    expect(why).toMatch(/^corrected by Ada; since then it reads like P1: /);
  });

  it('by somebody else comes after it, and both are named', () => {
    const { now, facts } = begin(TWICE)
      .presses(ada, 'correct-category', refund)
      .presses(sam, 'correct-category', { value: 'complaint' });
    expect(now.corrections!.category).toMatchObject({ from: 'billing', to: 'complaint', by: sam });
    expect(facts).toMatchObject([
      { from: 'refund', to: 'complaint', agent: 'sam' },
      { type: 'draft-settled', outcome: 'replaced' },
    ]);
    expect(now.deeds.map(({ by }) => by.name)).toEqual(['Ada', 'Sam']);
  });

  it('holds when a resolved matter comes back', () => {
    const { now } = begin(TWICE)
      .presses(ada, 'correct-category', refund)
      .presses(ada, 'resolve')
      .writes('it was charged twice again, please fix it');
    expect(now).toMatchObject({ triage: { category: 'refund' }, corrections: { category: {} } });
  });

  it('ends with the matter: what comes back about something else is read afresh', () => {
    const sent = answered(begin(TWICE).presses(ada, 'correct-category', refund));
    const { now } = sent
      .presses(ada, 'correct-urgency', { value: 'p1' })
      .presses(ada, 'resolve')
      // What was promised is asked about first.
      .presses(ada, 'resolve')
      .writes('How do I export my data to a spreadsheet?');
    expect(now.triage).toMatchObject({ category: 'how_to', urgency: 'p4' });
    expect(now.corrections).toBeUndefined();
  });
});

describe('whether it is a request', () => {
  it('is corrected by whoever sets it aside, and back by whoever drafts for it', () => {
    const aside = begin(TWICE).presses(ada, 'not-a-request');
    expect(aside.now.triage!.isRequest).toBe(false);
    expect(aside.facts).toMatchObject([
      { type: 'set-aside' },
      { type: 'corrected', field: 'isRequest', from: 'yes', to: 'no', agent: 'ada' },
      { type: 'draft-settled', outcome: 'ignored' },
    ]);
    const back = aside.presses(sam, 'regenerate');
    expect(back.now).toMatchObject({
      triage: { isRequest: true },
      corrections: { isRequest: { from: 'yes', to: 'yes', by: sam } },
    });
    expect(back.facts).toMatchObject([
      { field: 'isRequest', from: 'no', to: 'yes' },
      { type: 'brought-back' },
    ]);
  });

  it('is corrected by an agent who asks for a draft on words that opened nothing', () => {
    const message = {
      id: 'm1',
      at: 1,
      author: person('Nora', 'customer'),
      text: 'thanks!',
      files: [],
    };
    const { now, facts } = begin('good morning').happens({
      type: 'draft.requested',
      actor: ada,
      message,
    });
    expect(now.triage!.isRequest).toBe(true);
    expect(now.deeds).toMatchObject([{ by: ada, did: 'asked' }]);
    expect(facts).toMatchObject([
      { type: 'opened' },
      { type: 'corrected', field: 'isRequest', from: 'no', to: 'yes' },
    ]);
  });

  it('is no correction where it was read so anyway', () => {
    const message = {
      id: 'm1',
      at: MONDAY_MORNING,
      author: person('Nora', 'customer'),
      text: TWICE,
      files: [],
    };
    const { now, facts } = begin('good morning').happens({
      type: 'draft.requested',
      actor: ada,
      message,
    });
    expect(now.corrections).toBeUndefined();
    expect(facts.map(({ type }) => type)).toEqual(['opened']);
  });

  it('is asked again when the customer writes on in what was set aside', () => {
    const { now } = begin(TWICE)
      .presses(ada, 'not-a-request')
      .writes('why does nobody answer about invoice 4411?');
    expect(now.triage!.isRequest).toBe(true);
    expect(now.corrections).toBeUndefined();
  });
});
