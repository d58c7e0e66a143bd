import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../../src/support/conversation.ts';
import type { Handbook, Policy } from '../../../../src/support/handbook.ts';
import { escalate, openEscalations } from '../../../../src/support/time/escalation/escalation.ts';
import { keepEscalations } from '../../../../src/support/time/escalation/keeping.ts';
import { saysTheyLeave } from '../../../../src/support/time/escalation/leaving.ts';
import { threatIn } from '../../../../src/support/time/escalation/legal.ts';
import { whomToCall } from '../../../../src/support/time/escalation/whom.ts';
import type {
  EscalationReason,
  EscalationStep,
  EscalationTarget,
} from '../../../../src/support/time/policy.ts';
import { readWords } from '../../../../src/support/triage/words.ts';
import { MONDAY_MORNING } from '../../../clock.ts';
import { leastCpu } from '../../../cpu-time.ts';
import { ada, lea, nora, person, sam, handbook as shipped } from '../../stage.ts';
import { timeline } from '../timeline.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BILLING = 'I was charged twice for invoice 4411';
const ASKS = 'I want to talk to a real person about invoice 4411, please';

const step = (to: EscalationTarget, by: EscalationStep['by'], minutes: number): EscalationStep => ({
  to,
  by,
  after: { days: 0, minutes },
});

function using(more: Partial<Policy>): Handbook {
  return { ...shipped, policy: { ...shipped.policy, ...more } };
}

/** Only this reason calls anybody, on this ladder. */
function only(reason: EscalationReason, steps: readonly EscalationStep[], more = {}): Handbook {
  const none = Object.keys(shipped.policy.escalation).map((name) => [name, []]);
  const escalation = { ...Object.fromEntries(none), [reason]: steps };
  return using({ escalation, ...more });
}

const begun = (text: string, handbook: Handbook = shipped, at = MONDAY_MORNING) =>
  timeline(at, handbook).writes(text);
const reasonsOf = (conversation: Conversation) =>
  openEscalations(conversation).map(({ reason }) => reason);
const stepsOf = (line: ReturnType<typeof begun>) =>
  line.facts.flatMap((fact) =>
    fact.type === 'escalation-climbed' ? [[fact.reason, fact.step, fact.at]] : [],
  );
const called = (line: ReturnType<typeof begun>) =>
  line.effects.flatMap((one) => (one.type === 'call' ? [[one.whom, one.by]] : []));
const said = (line: ReturnType<typeof begun>) =>
  line.effects.flatMap((one) => (one.type.startsWith('send-') && 'text' in one ? [one.text] : []));

describe('what calls a human in', () => {
  it.each<[EscalationReason, string]>([
    ['asked for a person', ASKS],
    ['urgent', 'Production is down, nobody can log in'],
    ['security', 'Hackers changed my password'],
    ['security', 'My api key is sk-live12345678abc, can you check it?'],
    ['churn', 'Please cancel my subscription, we are leaving you'],
    ['churn', 'The export is broken again and we are looking for an alternative'],
    ['legal', 'If the refund is not here tomorrow, you will hear from my lawyer'],
  ])('%s: %s', (reason, text) => {
    const line = begun(text);
    expect(reasonsOf(line.now)).toContain(reason);
    expect(line.facts.filter(({ type }) => type === 'escalated')).toMatchObject([
      { at: MONDAY_MORNING, conversation: line.now.id, reason },
    ]);
  });

  it.each([
    BILLING,
    'How do I add our lawyer as a user?',
    'Where do I find the privacy settings?',
    'Can I move a seat from one team to another?',
  ])('is not: %s', (text) => {
    expect(reasonsOf(begun(text).now)).toEqual([]);
  });

  it.each([
    ['de', 'Wenn ich mein Geld nicht bis Freitag habe, schalte ich meinen Anwalt ein.'],
    ['fr', 'Si rien ne bouge, je vais saisir le médiateur et porter plainte.'],
    ['es', 'Si no me devuelven el dinero, voy a tomar acciones legales.'],
    ['pt', 'Se não resolverem, vou ao Procon e entro com ação judicial.'],
    ['it', 'Se non mi rimborsate mi rivolgo al mio avvocato.'],
    ['nl', 'Als dit niet wordt opgelost onderneem ik juridische stappen.'],
    ['ja', '返金されない場合は、弁護士に相談し、消費者センターにも連絡します。'],
  ])('a threat with the law in %s', (_, text) => {
    expect(reasonsOf(begun(text).now)).toContain('legal');
  });

  it('a second message in which they are upset, not a second line of the first', () => {
    const upset = 'This is ridiculous, your useless export has failed me AGAIN and I am furious!';
    const handbook = using({ burstPause: 20_000 });
    const burst = begun(upset, handbook).pass(5_000).writes('I am so angry, this is a disgrace!');
    expect(reasonsOf(burst.now)).not.toContain('upset twice');
    const twice = burst.pass(HOUR / 2).writes('Still broken. I am furious, this is a disgrace!');
    expect(reasonsOf(twice.now)).toContain('upset twice');
  });

  it('a reply that is overdue', () => {
    const line = begun(BILLING).pass(8 * HOUR);
    expect(reasonsOf(line.now)).toEqual(['nobody answered']);
  });

  it('a customer on the VIP list', () => {
    expect(reasonsOf(begun(BILLING, using({ vip: ['nora'] })).now)).toContain('vip');
  });

  it('a model that found no article for it', () => {
    const line = begun(BILLING);
    const written = {
      is: 'written',
      outcome: 'none',
      text: '',
      because: 'no article',
      citations: [],
      masked: [],
      usage: { input: 0, output: 0, cached: 0 },
    };
    line.happens({ type: 'draft.written', conversation: line.now.id, draft: 1, written });
    expect(reasonsOf(line.now)).toEqual(['model unsure']);
  });

  it('the button by which they ask for a person', () => {
    const line = begun(BILLING);
    const { conversation } = keepEscalations(
      {
        conversation: {
          ...line.now,
          handedOverAt: line.at,
          triage: { ...line.now.triage!, wantsHuman: true },
        },
        intents: [],
      },
      { event: { type: 'customer.pressed', at: line.at } as never, before: line.now },
      shipped,
    );
    expect(openEscalations(conversation)).toMatchObject([
      { reason: 'asked for a person', because: 'they say so' },
    ]);
  });

  it('what others raise, once while it is open and never at rest', () => {
    const line = begun(BILLING);
    const change = { conversation: line.now, intents: [] };
    const once = escalate(change, 'promise passed', 'by noon', line.at);
    expect(escalate(once, 'promise passed', 'again', line.at)).toBe(once);
    line.presses('resolve');
    const resolved = { conversation: line.now, intents: [] };
    expect(escalate(resolved, 'low rating', '1 of 5', line.at)).toBe(resolved);
  });

  it('nothing where the policy has no steps for it', () => {
    const line = begun(ASKS, only('vip', [step('leads', 'mention', 0)]));
    expect(line.now.escalations).toBeUndefined();
    expect(line.now.timers.escalation).toBeUndefined();
    expect(line.facts.map(({ type }) => type)).not.toContain('escalated');
  });

  it('the same again once we have answered, and not before', () => {
    const line = begun(ASKS).pass(MINUTE).writes('a real person please, hello?');
    expect(line.now.escalations).toHaveLength(1);
    line.pass(MINUTE).sends();
    line.pass(MINUTE).writes('No, I want to speak to a human being');
    expect(line.now.escalations).toMatchObject([
      { ended: { by: ada } },
      { reason: 'asked for a person', climbed: 1 },
    ]);
  });
});

describe('the ladder', () => {
  const ladder = [
    step('on shift', 'card', 0),
    step('owner', 'mention', 15),
    step('leads', 'mention', 30),
    step('leads', 'direct message', 60),
  ];
  const handbook = only('asked for a person', ladder);

  it('is climbed in its order, each step once, in opening time', () => {
    const line = begun(ASKS, handbook).pass(5 * HOUR);
    expect(stepsOf(line)).toEqual(
      [0, 15, 30, 60].map((minutes, i) => [
        'asked for a person',
        i + 1,
        MONDAY_MORNING + minutes * MINUTE,
      ]),
    );
    expect(line.now.timers.escalation).toBeUndefined();
  });

  it('waits for the morning where the reason arises at night, and not where the urgency knows no night', () => {
    const night = Date.UTC(2026, 2, 2, 22);
    const urgent = [step('leads', 'mention', 0)];
    const text = 'Production is down, nobody can log in';
    const line = begun(text, only('urgent', urgent), night);
    expect(called(line)).toEqual([]);
    expect(line.now.timers.escalation).toBe(Date.UTC(2026, 2, 3, 9));
    expect(called(line.passTo(Date.UTC(2026, 2, 3, 9)))).toEqual([['leads', 'mention']]);
    const always = only('urgent', urgent, { aroundTheClock: ['p1'] });
    expect(called(begun(text, always, night))).toEqual([['leads', 'mention']]);
  });

  it('takes every step that fell due while the desk was down, once each', () => {
    const line = begun(ASKS, handbook);
    const due = line.now.timers.escalation!;
    line.happens({
      type: 'timer.fired',
      at: due + 3 * HOUR,
      conversation: line.now.id,
      name: 'escalation',
      due,
    });
    expect(stepsOf(line).map(([, number]) => number)).toEqual([1, 2, 3, 4]);
  });

  it.each<[string, (line: ReturnType<typeof begun>) => unknown]>([
    ['sends the draft', (line) => line.presses('send')],
    ['edits and sends it', (line) => line.presses('edit', ada, { text: 'Hi Nora, Ada here.' })],
    ['answers directly', (line) => line.writes('Hi Nora, Ada here.', ada)],
    [
      'of the team writes in the thread',
      (line) => line.writes('I know it', person('Cole', 'colleague')),
    ],
    ['takes over', (line) => line.presses('take-over')],
    ['resolves it', (line) => line.presses('resolve')],
    ['sets it aside', (line) => line.presses('not-a-request')],
  ])('ends when a human %s', (_, acts) => {
    const line = begun(ASKS, handbook).pass(20 * MINUTE);
    const climbed = stepsOf(line).length;
    acts(line);
    expect(openEscalations(line.now)).toEqual([]);
    expect(line.now.timers.escalation).toBeUndefined();
    expect(line.facts).toContainEqual(
      expect.objectContaining({
        type: 'escalation-ended',
        reason: 'asked for a person',
        after: 20 * MINUTE,
      }),
    );
    expect(line.now.deeds.at(-1)).toMatchObject({ did: 'ended-escalation' });
    expect(stepsOf(line.pass(3 * HOUR))).toHaveLength(climbed);
  });

  it.each<[string, (line: ReturnType<typeof begun>) => unknown]>([
    ['asks for another draft', (line) => line.presses('regenerate')],
    ['asks why', (line) => line.presses('why')],
    ['is refused', (line) => line.presses('send', ada, { draft: 99 })],
    ['is the customer', (line) => line.writes('hello? are you there?')],
    ['is a customer who presses', (line) => line.presses('take-over', nora)],
  ])('goes on when somebody %s', (_, acts) => {
    const line = begun(ASKS, handbook).pass(20 * MINUTE);
    acts(line);
    expect(reasonsOf(line.now)).toEqual(['asked for a person']);
    expect(stepsOf(line.pass(HOUR)).map(([, number]) => number)).toEqual([1, 2, 3, 4]);
  });

  it('goes on while the owner is silent, until they say that they are on it', () => {
    const line = begun(BILLING, handbook).presses('take-over').pass(MINUTE).writes(ASKS);
    expect(reasonsOf(line.now)).toEqual(['asked for a person']);
    line.pass(15 * MINUTE);
    expect(called(line)).toEqual([[['ada'], 'mention']]);
    line.presses('take-over');
    expect(reasonsOf(line.now)).toEqual([]);
  });

  it('ends where the triage that called was set right', () => {
    const urgent = only('urgent', [step('leads', 'mention', 30)]);
    const line = begun('Production is down, nobody can log in', urgent);
    line.presses('correct-urgency', ada, { value: 'p3' });
    expect(line.now.escalations).toMatchObject([{ reason: 'urgent', ended: { by: ada } }]);
    expect(called(line.pass(HOUR))).toEqual([]);
  });

  it('names who, why, since when and what to do, and none of the customer’s words', () => {
    const line = begun(`${ASKS} <!channel> *now*`, handbook).pass(HOUR / 2);
    const calls = line.effects.filter(({ type }) => type === 'call');
    expect(calls).toMatchObject([
      {
        whom: 'leads',
        text: '🔺 Still open: Nora asked for a person (they say so), waiting for 30 minutes. Nobody has it yet. Take it over and answer in your own name.',
      },
    ]);
  });

  it('says one thing where several reasons call the same people at once', () => {
    const line = begun('Hackers changed my password, you will hear from my lawyer');
    expect(called(line)).toEqual([['leads', 'mention']]);
    expect(line.effects.filter(({ type }) => type === 'call')).toMatchObject([
      { text: expect.stringMatching(/security[\s\S]*\n.*the law|the law[\s\S]*\n.*security/) },
    ]);
  });

  it('gives whoever is called first a summary, once', () => {
    const notes = begun(ASKS, handbook)
      .pass(5 * HOUR)
      .effects.filter((one) => one.type === 'show-note' && one.text.startsWith('📋'));
    expect(notes).toHaveLength(1);
  });
});

describe('whom a step reaches', () => {
  const nine = shipped.policy.calendar;
  const team = (name: string, people: string[], week = nine.week) => ({
    name,
    calendar: { ...nine, week },
    people,
    categories: name === 'billing' ? ['billing'] : [],
    speaks: [],
  });
  const never = Array.from({ length: 7 }, () => []);
  const night = Date.UTC(2026, 2, 2, 23);
  const owned = { owner: ada };

  it.each<
    [string, EscalationTarget, Partial<Conversation>, Partial<Policy>, number, string | string[]]
  >([
    ['the owner', 'owner', owned, {}, MONDAY_MORNING, ['ada']],
    ['whoever is there for nobody’s', 'owner', {}, {}, MONDAY_MORNING, 'everybody'],
    ['the leads where nobody is there', 'owner', owned, {}, night, 'leads'],
    [
      'the team for an owner who is off',
      'owner',
      owned,
      { teams: [team('others', ['ada'], never), team('billing', ['sam'])] },
      MONDAY_MORNING,
      ['sam'],
    ],
    [
      'its own team before others',
      'on shift',
      {},
      { teams: [team('others', ['ada']), team('billing', ['sam'])] },
      MONDAY_MORNING,
      ['sam'],
    ],
    [
      'others where its own is not there',
      'on shift',
      {},
      { teams: [team('others', ['ada']), team('billing', ['sam'], never)] },
      MONDAY_MORNING,
      ['ada'],
    ],
    ['the leads', 'leads', owned, {}, MONDAY_MORNING, 'leads'],
    [
      'a team',
      { team: 'billing' },
      {},
      { teams: [team('billing', ['sam'])] },
      MONDAY_MORNING,
      ['sam'],
    ],
    [
      'the leads for a team of nobody',
      { team: 'billing' },
      {},
      { teams: [team('billing', [])] },
      MONDAY_MORNING,
      'leads',
    ],
    ['the leads for no team', { team: 'gone' }, {}, {}, MONDAY_MORNING, 'leads'],
  ])('%s', (_, to, more, policy, at, whom) => {
    const conversation = { ...begun(BILLING).now, ...more };
    expect(whomToCall(to, conversation, { ...shipped.policy, ...policy }, at)).toEqual(whom);
  });
});

describe('a customer who asked for a person', () => {
  it('reads who comes and by when, in the place of the acknowledgement, once', () => {
    const line = begun(ASKS).pass(3 * HOUR);
    expect(said(line)).toHaveLength(1);
    expect(said(line)[0]).toMatch(/person[\s\S]*by (12|noon|1:|2 )/i);
  });

  it('reads it later on as well, by the owner’s name where they are there, in their language', () => {
    const line = begun('Ich wurde zweimal belastet für Rechnung 4411').presses('take-over', sam);
    line.pass(MINUTE).writes('Ich möchte bitte mit einem Menschen sprechen');
    expect(said(line)).toHaveLength(2);
    expect(said(line)[1]).toContain('Sam');
    expect(said(line)[1]).toMatch(/bis heute/);
  });

  it('reads nothing where the team wants no acknowledgements, nor where a human has the word', () => {
    expect(said(begun(ASKS, using({ acknowledge: false })).pass(HOUR))).toEqual([]);
    const line = begun(BILLING).writes('Hi Nora, Lea here.', lea);
    const before = said(line).length;
    line.pass(MINUTE).writes('I want to speak to a real person');
    expect(said(line.pass(HOUR))).toHaveLength(before);
  });

  it('is told when they have finished writing', () => {
    const line = begun(BILLING, using({ burstPause: 20_000 }))
      .pass(MINUTE)
      .writes(ASKS);
    expect(said(line)).toHaveLength(1);
    expect(said(line.pass(30_000))).toHaveLength(2);
  });
});

describe('the words that are looked for', () => {
  it.each([
    ['one word', 'lawyer '.repeat(5_800)],
    ['beginnings', 'i will contact my '.repeat(2_200)],
    ['gaps', 'schalte '.repeat(5_000)],
    ['no spaces', '弁護士に'.repeat(10_000)],
    ['letters', 'a'.repeat(40_000)],
  ])('are found or not in under 20 ms in 40,000 characters of %s', (_, text) => {
    const looking = () => {
      const words = readWords(text);
      return [threatIn(words), saysTheyLeave(words)];
    };
    expect(leastCpu(looking, 10)).toBeLessThan(20);
  });
});
