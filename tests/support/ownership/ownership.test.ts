import { describe, expect, it } from 'vitest';
import { whyHeld } from '../../../src/support/automation.ts';
import { MONDAY_MORNING } from '../../clock.ts';
import { ada, handbook, lea, nora, person, sam } from '../stage.ts';
import { shiftStory } from './shift-story.ts';
import { daily, policyWith, staffer, team } from './staffing.ts';

const PROBLEM = 'My invoice 4411 was charged twice, please refund it';
const HOUR = 3_600_000;
const days = team(['ada', 'sam']);
const evenings = team(['eve'], { calendar: daily(17, 23) });

describe('a matter that comes in', () => {
  it('is given to somebody who is there, who alone is told; the rest read it on the card', () => {
    const story = shiftStory(MONDAY_MORNING, policyWith([days], 'round robin'), [
      staffer('ada', { assignedAt: 5 }),
      staffer('sam'),
    ]).writes(PROBLEM);
    expect(story.owner).toBe('sam');
    const calls = story.effects.filter(({ type }) => type === 'call');
    expect(calls).toMatchObject([{ whom: ['sam'], by: 'mention' }]);
    expect(story.said.join('\n')).toMatch(/Yours now: Nora\. First reply due by .+\./);
    expect(story.now.deeds).toMatchObject([{ did: 'assigned', detail: 'sam' }]);
    expect(story.facts.filter(({ type }) => type === 'assigned')).toMatchObject([
      { agent: 'sam', how: 'round robin' },
    ]);
  });

  it('at night stays nobody’s, and is given when the next shift begins', () => {
    const story = shiftStory(MONDAY_MORNING + 10 * HOUR, policyWith([days], 'least loaded'), [
      staffer('ada'),
      staffer('sam'),
    ]).writes(PROBLEM);
    expect(story.owner).toBeUndefined();
    story.pass(12);
    expect(story.owner).toBeUndefined();
    story.pass(2);
    expect(story.owner).toBe('ada');
    expect(story.facts.at(-1)).toMatchObject({ at: Date.parse('2026-03-03T09:00:00Z') });
  });

  it('is nobody’s while all are away, and given as soon as one of them is to be back', () => {
    const back = MONDAY_MORNING + HOUR;
    const story = shiftStory(MONDAY_MORNING, policyWith([days], 'round robin'), [
      staffer('ada', { away: { until: back } }),
      staffer('sam', { away: {} }),
    ]).writes(PROBLEM);
    expect(story.owner).toBeUndefined();
    story.staff[0] = staffer('ada');
    story.pass(1);
    expect(story.owner).toBe('ada');
  });

  it.each([
    ['the policy leaves it to people', policyWith([days], 'by hand')],
    ['there are no teams', policyWith([], 'round robin')],
    ['no team names its people', policyWith([team([])], 'least loaded')],
  ])('is left to whoever takes it where %s', (_, policy) => {
    const story = shiftStory(MONDAY_MORNING, policy, [staffer('ada')])
      .writes(PROBLEM)
      .pass(48);
    expect(story.owner).toBeUndefined();
  });

  it('that somebody took stays theirs', () => {
    const story = shiftStory(MONDAY_MORNING + 10 * HOUR, policyWith([days], 'round robin'), [
      staffer('ada'),
      staffer('sam'),
    ])
      .writes(PROBLEM)
      .presses(sam, 'take-over')
      .pass(14);
    expect(story.owner).toBe('sam');
  });

  it('that is closed before anybody is there is given to nobody', () => {
    const story = shiftStory(MONDAY_MORNING + 10 * HOUR, policyWith([days], 'round robin'), [
      staffer('ada'),
    ])
      .writes(PROBLEM)
      .presses(lea, 'resolve')
      .pass(48);
    expect(story.owner).toBeUndefined();
    expect(story.now.timers).toEqual({});
  });
});

it('somebody whose turn it was has had no hand in it yet: what the desk may answer, it still answers', () => {
  const policy = policyWith([days], 'round robin');
  const { now } = shiftStory(MONDAY_MORNING, policy, [staffer('ada')]).writes(PROBLEM);
  const candidate = { language: 'en', checks: [], doubts: [] };
  const held = (one: typeof now) =>
    whyHeld(one, candidate, { ...handbook, policy }, MONDAY_MORNING);
  const hand = 'somebody of the team has a hand in it';
  expect(held(now)).not.toContain(hand);
  expect(held({ ...now, deeds: [] })).toContain(hand);
});

describe('an owner who is not there', () => {
  const policy = policyWith([days, evenings], 'round robin');
  const owned = (staff = [staffer('ada'), staffer('eve')]) =>
    shiftStory(MONDAY_MORNING, { ...policy, warnAt: 0.999 }, staff).writes(PROBLEM);

  /** Seven and a half hours for the reply, in which the warning comes at the end. */
  const patient = () => {
    const long = { days: 0, minutes: 7 * 60 + 30 };
    const within = { p1: long, p2: long, p3: long, p4: long };
    const level = { ...policy.serviceLevels.at(-1)!, replyWithin: within };
    return { ...policy, calendar: daily(9, 23), serviceLevels: [level], warnAt: 0.99 };
  };

  it('is marked on the card when their shift ends, and not any more when the next one begins', () => {
    const slow = { ...patient(), calendar: daily(9, 12) };
    const story = shiftStory(MONDAY_MORNING, slow, [staffer('ada'), staffer('eve')]);
    story.writes(PROBLEM).passTo(Date.parse('2026-03-02T16:59:00Z'));
    expect(story.owner).toBe('ada');
    expect(story.now.ownerAbsent).toBeUndefined();
    story.pass(0.1);
    const until = Date.parse('2026-03-03T09:00:00Z');
    expect(story.now.ownerAbsent).toEqual({ is: 'off shift', until });
    expect(story.effects.at(-1)?.type).toBe('show-card');
    story.passTo(until);
    expect(story.now.ownerAbsent).toBeUndefined();
    expect(story.owner).toBe('ada');
  });

  it('keeps what waits while there is time, and loses it when that runs out to somebody who is there', () => {
    const story = shiftStory(MONDAY_MORNING, patient(), [staffer('ada'), staffer('eve')]);
    story.writes(PROBLEM).passTo(Date.parse('2026-03-02T17:10:00Z'));
    expect(story.owner).toBe('ada');
    expect(story.now.ownerAbsent?.is).toBe('off shift');
    story.passTo(Date.parse('2026-03-02T17:30:00Z'));
    expect(story.owner).toBe('eve');
    expect(story.now.ownerAbsent).toBeUndefined();
    expect(story.said.join('\n')).toContain('Yours now, since ada is off shift: Nora.');
  });

  it('who goes away keeps it too, and is there again when they are back', () => {
    const story = owned();
    story.staff[0] = staffer('ada', { away: { until: MONDAY_MORNING + 9 * HOUR } });
    story.turns();
    expect(story.owner).toBe('ada');
    expect(story.now.ownerAbsent).toMatchObject({ is: 'away' });
    story.staff[0] = staffer('ada');
    story.turns();
    expect(story.now.ownerAbsent).toBeUndefined();
    expect(story.owner).toBe('ada');
  });

  it('who is away when a closed matter comes back, loses it', () => {
    const staff = [staffer('ada'), staffer('sam', { assignedAt: 1 })];
    const story = owned(staff);
    expect(story.owner).toBe('ada');
    story.presses(ada, 'send').presses(ada, 'resolve');
    story.staff[0] = staffer('ada', { away: {} });
    story.pass(0.1).writes('The invoice is still wrong, please fix it');
    expect(story.facts.some(({ type }) => type === 'reopened')).toBe(true);
    expect(story.owner).toBe('sam');
  });

  it('who is no agent any more loses what waits', () => {
    const staff = [staffer('ada'), staffer('sam', { assignedAt: 1 })];
    const story = owned(staff);
    staff.shift();
    story.turns();
    expect(story.owner).toBe('sam');
    expect(story.said.join('\n')).toContain('since ada is no agent any more');
  });

  it('is not said to have left while nobody knows who is of the team', () => {
    const story = owned();
    story.staff.splice(0);
    story.turns();
    expect(story.owner).toBe('ada');
  });
});

describe('handing on', () => {
  const policy = policyWith([days, evenings], 'by hand');
  const handed = (receiver = sam, actor = ada, more = {}) =>
    shiftStory(MONDAY_MORNING, policy, [staffer('ada'), staffer('sam')])
      .writes(PROBLEM)
      .presses(actor, 'hand-on', { receiver, ...more });

  it('gives it to the receiver, who reads in private what it is about', () => {
    const story = handed();
    expect(story.owner).toBe('sam');
    const call = story.effects.find(({ type }) => type === 'call');
    expect(call).toMatchObject({ whom: ['sam'], by: 'direct message' });
    expect(story.said.at(-1)).toMatch(/Ada hands you[\s\S]*invoice 4411[\s\S]*due by/);
    expect(story.now.deeds.at(-1)).toMatchObject({ did: 'handed-on', by: ada, detail: 'Sam' });
    expect(story.facts.at(-1)).toMatchObject({ type: 'assigned', how: 'handed on', agent: 'sam' });
  });

  it.each([
    ['a customer', handed(nora), 'Nora is not one of the agents'],
    ['a colleague', handed(person('Cole', 'colleague')), 'Cole is not one of the agents'],
    ['themselves', handed(ada), 'Press Take over'],
    [
      'somebody off shift',
      handed(person('Eve', 'agent')),
      'Eve is off shift and back by 5 pm today',
    ],
    ['somebody away', handed(sam, ada, { away: {} }), 'Sam is away. Choose'],
    ['nobody', handed(undefined, ada, { receiver: undefined }), 'Choose whom'],
    ['its owner', handed().presses(ada, 'hand-on', { receiver: sam }), 'Sam has it already'],
    [
      'anybody once it is closed',
      handed(nora).presses(ada, 'resolve').presses(ada, 'hand-on', { receiver: sam }),
      'nothing to hand on',
    ],
  ])('to %s is refused with words, and changes nothing', (_, story, words) => {
    expect(story.said.at(-1)).toContain(words);
    expect(story.said.at(-1)).toContain('Nothing was changed.');
    expect([undefined, 'sam']).toContain(story.owner);
  });

  it('to somebody who is not there is a lead’s to decide', () => {
    expect(handed(sam, lea, { away: {} }).owner).toBe('sam');
    expect(handed(person('Eve', 'agent'), lea).owner).toBe('eve');
  });
});

describe('two at one reply', () => {
  const story = () => shiftStory(MONDAY_MORNING, policyWith([], 'by hand'), []).writes(PROBLEM);
  const opens = (actor = ada, others = [sam], button = 'edit') => {
    const one = story();
    one.opens(actor, others, button);
    return one.effects.filter(({ type }) => type === 'tell-agent');
  };

  it('learn of each other, each alone', () => {
    expect(opens()).toMatchObject([
      { person: 'ada', text: 'Sam is writing a reply to this as well.' },
      { person: 'sam', text: 'Ada is writing a reply to this as well.' },
    ]);
    expect(opens(ada, [sam], 'regenerate').at(-1)).toMatchObject({
      person: 'sam',
      text: 'Ada asks for another draft.',
    });
  });

  it('is nothing to whoever is alone at it, nor to who may not write', () => {
    expect(opens(ada, [])).toEqual([]);
    expect(opens(person('Cole', 'colleague'))).toEqual([]);
  });
});
