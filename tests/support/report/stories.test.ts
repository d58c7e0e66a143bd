import { describe, expect, it } from 'vitest';
import { ada, lea, nora, person, sam } from '../stage.ts';
import { handbookThatAnswers, openHistory } from './history.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** A week in Berlin, which is an hour before UTC in it. */
const WEEK = ['2026-03-01T23:00:00Z', '2026-03-08T23:00:00Z'] as const;

describe('a first reply', () => {
  it('is a human’s: neither what acknowledges nor what the desk answers counts', () => {
    const history = openHistory();
    // Monday 10:00 in Berlin; acknowledged at once; Ada's draft at 10:20; Nora writes on at 11:00, Sam answers at 11:30.
    const id = history.opens('2026-03-02T09:00:00Z');
    history.sends('2026-03-02T09:20:00Z', id);
    history.writes('2026-03-02T10:00:00Z', id, 'It is still wrong, can you please look again?');
    history.answers('2026-03-02T10:30:00Z', id, 'I have looked again: it is refunded.', sam);
    const { results } = history.report(...WEEK);
    expect(results['first-reply']).toMatchObject({ n: 1, median: 20 * MINUTE });
    expect(results['next-reply']).toMatchObject({ n: 1, median: 30 * MINUTE });
    expect(results.acknowledgement).toMatchObject({ n: 1, median: 0 });
    expect(results['own-answers']).toBeUndefined();
  });

  it('waits through the night on the wall, and not in opening time', () => {
    const history = openHistory();
    // Friday 16:30 to Monday 09:15: 64 h 45 min on the wall; half an hour on Friday and a quarter on Monday are open.
    const id = history.opens('2026-03-06T15:30:00Z');
    history.answers('2026-03-09T08:15:00Z', id);
    const { results } = history.report('2026-03-08T23:00:00Z', '2026-03-09T23:00:00Z');
    expect(results['first-reply']).toMatchObject({
      n: 1,
      median: 64.75 * HOUR,
      business: { median: 45 * MINUTE },
    });
  });

  it('lies between two values where there are two, and at nine tenths of the way for one in ten', () => {
    const history = openHistory();
    // 10 min and 30 min: median 20; nine tenths of the way from 10 to 30 is 28.
    for (const [opened, answered] of [
      ['09:00', '09:10'],
      ['12:00', '12:30'],
    ]) {
      const id = history.opens(`2026-03-03T${opened}:00Z`);
      history.answers(`2026-03-03T${answered}:00Z`, id);
    }
    expect(history.report(...WEEK).results['first-reply']).toMatchObject({
      n: 2,
      median: 20 * MINUTE,
      p90: 28 * MINUTE,
      mean: 20 * MINUTE,
    });
  });

  it('belongs to the day of the zone that asks: 23:30 UTC on Monday is Tuesday in Berlin', () => {
    const history = openHistory();
    const id = history.opens('2026-03-02T22:30:00Z');
    history.answers('2026-03-02T23:30:00Z', id);
    const utc = history.report('2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z', {
      zone: 'Etc/UTC',
      by: 'hour',
    });
    expect(utc.results['first-reply']?.n).toBe(1);
    expect(utc.groups?.[23]?.results['first-reply']?.n).toBe(1);
    const monday = history.report('2026-03-01T23:00:00Z', '2026-03-02T23:00:00Z');
    expect(monday.results).toMatchObject({ volume: { n: 1 } });
    expect(monday.results['first-reply']).toBeUndefined();
    const tuesday = history.report('2026-03-02T23:00:00Z', '2026-03-03T23:00:00Z', { by: 'hour' });
    expect(tuesday.groups?.[0]?.results['first-reply']?.n).toBe(1);
    expect(tuesday.before).toMatchObject({ volume: { n: 1 } });
  });

  it('that did not arrive stops no clock', () => {
    const history = openHistory();
    const id = history.opens('2026-03-02T09:00:00Z');
    const draft = history.of(id).drafts.at(-1)!.number;
    history.losesReplies();
    history.sends('2026-03-02T09:20:00Z', id);
    history.happens('2026-03-02T09:21:00Z', id, {
      type: 'delivery.failed',
      draft,
      because: 'archived',
    });
    expect(
      history.report(...WEEK, { now: '2026-03-02T09:30:00Z' }).results['sla-met'],
    ).toMatchObject({ n: 0 });
    history.answers('2026-03-02T10:00:00Z', id);
    const { results } = history.report(...WEEK, { now: '2026-03-02T11:00:00Z' });
    expect(results['first-reply']).toMatchObject({ n: 1, median: HOUR });
    expect(results['sla-met']).toMatchObject({ n: 1, value: 1 });
  });
});

describe('what the desk answers by itself', () => {
  const ASKS = 'How do I export my data?';
  const answering = handbookThatAnswers();

  it('is told apart, and a first reply that comes after it runs from when the customer wrote on', () => {
    const history = openHistory(answering);
    // The desk answers at once; Nora asks for a person at 10:10, and Ada answers at 10:40.
    const id = history.opens('2026-03-02T09:00:00Z', ASKS);
    history.writes('2026-03-02T09:10:00Z', id, 'I want to talk to a human, please');
    history.answers('2026-03-02T09:40:00Z', id, 'Here I am: it is under Settings.');
    history.presses('2026-03-02T10:00:00Z', id, 'resolve');
    expect(history.report(...WEEK).results).toMatchObject({
      'own-answers': { n: 1, median: 0 },
      'first-reply': { n: 1, median: 30 * MINUTE },
      'self-service': { n: 1, value: 0, parts: [{ name: 'agent', n: 1 }] },
      'one-touch': { n: 1, value: 1 },
    });
  });

  it('has solved it where its customer says so, and is nobody’s first reply', () => {
    const history = openHistory(answering);
    const id = history.opens('2026-03-02T09:00:00Z', ASKS);
    const press = { type: 'customer.pressed', button: 'solved', question: 1, actor: nora } as const;
    history.happens('2026-03-02T09:05:00Z', id, press);
    const { results } = history.report(...WEEK);
    expect(results).toMatchObject({
      volume: { n: 1 },
      resolution: { n: 1, median: 5 * MINUTE },
      'self-service': { n: 1, value: 1, parts: [{ name: 'self-service', n: 1 }] },
      'one-touch': { n: 0, value: undefined },
    });
    expect(results['first-reply']).toBeUndefined();
  });
});

describe('a resolution', () => {
  it('is none while the matter is open again, and then goes back to its opening', () => {
    const history = openHistory();
    // Opened 10:00, answered 10:10, resolved 11:00: an hour. Reopened 12:00, answered 12:30, resolved 14:00: four hours.
    const id = history.opens('2026-03-02T09:00:00Z');
    history.answers('2026-03-02T09:10:00Z', id);
    history.presses('2026-03-02T10:00:00Z', id, 'resolve');
    expect(history.report(...WEEK, { now: '2026-03-02T10:30:00Z' }).results).toMatchObject({
      resolution: { n: 1, median: HOUR },
      reopened: { n: 1, value: 0 },
      'one-touch': { n: 1, value: 1 },
    });
    history.writes('2026-03-02T11:00:00Z', id, 'I was charged again, please help');
    const reopened = history.report(...WEEK, { now: '2026-03-02T11:15:00Z' }).results;
    expect(reopened.resolution).toBeUndefined();
    expect(reopened).toMatchObject({ volume: { n: 1 }, reopened: { n: 1, value: 1 } });
    history.answers('2026-03-02T11:30:00Z', id);
    history.presses('2026-03-02T13:00:00Z', id, 'resolve', {}, sam);
    expect(history.report(...WEEK, { now: '2026-03-02T13:30:00Z' }).results).toMatchObject({
      resolution: { n: 1, median: 4 * HOUR, business: { median: 4 * HOUR } },
      reopened: { n: 2, value: 1 / 2 },
      'one-touch': { n: 1, value: 0, parts: [{ name: 'several', n: 1 }] },
      'self-service': { n: 1, value: 0, parts: [{ name: 'agent', n: 1 }] },
    });
  });

  it('that silence brought is one, and no other measure takes its customer for content', () => {
    const history = openHistory();
    const id = history.opens('2026-03-02T09:00:00Z');
    history.answers('2026-03-02T09:10:00Z', id, 'Which bank did you pay from?');
    history.waits('2026-03-20T09:00:00Z');
    const { results } = history.report('2026-03-01T23:00:00Z', '2026-03-20T23:00:00Z');
    expect(history.of(id).status).toBe('resolved');
    expect(results['self-service']).toMatchObject({
      n: 1,
      value: 0,
      parts: [{ name: 'silence', n: 1 }],
    });
    expect(results['survey-response']).toMatchObject({ n: 0, value: undefined });
  });
});

describe('volume', () => {
  it('is what a customer wanted: a merged conversation counts once, a split one twice', () => {
    const history = openHistory();
    const first = history.opens('2026-03-02T09:00:00Z');
    const second = history.opens('2026-03-02T09:05:00Z', 'My parcel has not come, where is it?');
    history.writes('2026-03-02T09:06:00Z', second, 'How do I change the address of my account?');
    expect(history.report(...WEEK, { now: '2026-03-02T09:07:00Z' }).results.volume).toMatchObject({
      n: 2,
    });
    const last = history.of(second).messages.at(-1)!.id;
    history.presses('2026-03-02T09:10:00Z', second, 'split', { messages: [last] });
    expect(history.report(...WEEK, { now: '2026-03-02T09:11:00Z' }).results.volume).toMatchObject({
      n: 3,
    });
    history.presses('2026-03-02T09:12:00Z', second, 'merge', { into: first });
    const { results } = history.report(...WEEK, { now: '2026-03-02T10:00:00Z' });
    expect(results.volume).toMatchObject({ n: 2 });
    expect(results.waiting).toMatchObject({ n: 2 });
  });

  it('is not what was set aside or taken back, unless it is brought back', () => {
    const history = openHistory();
    const aside = history.opens('2026-03-02T09:00:00Z');
    const gone = history.opens('2026-03-02T09:01:00Z');
    history.presses('2026-03-02T09:10:00Z', aside, 'not-a-request');
    const message = history.of(gone).messages[0]!.id;
    history.happens('2026-03-02T09:11:00Z', gone, { type: 'customer.deleted', message });
    expect(history.report(...WEEK, { now: '2026-03-02T09:12:00Z' }).results.volume).toMatchObject({
      n: 0,
    });
    history.presses('2026-03-02T09:20:00Z', aside, 'regenerate');
    expect(history.report(...WEEK, { now: '2026-03-02T09:21:00Z' }).results.volume).toMatchObject({
      n: 1,
    });
  });

  it('counts under what the matter was corrected to, also what happened before', () => {
    const history = openHistory();
    const id = history.opens('2026-03-02T09:00:00Z');
    history.answers('2026-03-02T09:10:00Z', id);
    history.presses('2026-03-05T09:00:00Z', id, 'correct-category', { value: 'refund' });
    const monday = ['2026-03-01T23:00:00Z', '2026-03-02T23:00:00Z'] as const;
    const { groups, results } = history.report(...monday, { by: 'category' });
    expect(groups).toMatchObject([
      { key: 'refund', results: { volume: { n: 1 }, 'first-reply': { n: 1 } } },
    ]);
    expect(results['triage-accuracy']).toMatchObject({ n: 1, value: 0 });
    const only = history.report(...monday, { only: { category: ['billing'] } });
    expect(only.results.volume).toMatchObject({ n: 0 });
    history.presses('2026-03-05T10:00:00Z', id, 'correct-category', { value: 'billing' });
    expect(history.report(...monday).results['triage-accuracy']).toMatchObject({ n: 1, value: 1 });
  });

  it('of an agent is what they took up, also of one who has left', () => {
    const history = openHistory();
    const gone = person('Gil', 'agent');
    const mine = history.opens('2026-03-02T09:00:00Z');
    history.answers('2026-03-02T09:10:00Z', mine, 'It is refunded.', gone);
    const other = history.opens('2026-03-02T10:00:00Z');
    history.sends('2026-03-02T10:30:00Z', other, 'It is refunded, Nora.', lea);
    history.presses('2026-03-02T10:31:00Z', other, 'resolve', {}, ada);
    history.opens('2026-03-02T11:00:00Z');
    const { results, groups } = history.report(...WEEK, {
      by: 'agent',
      now: '2026-03-02T12:00:00Z',
    });
    expect(results.volume).toMatchObject({ n: 3 });
    expect(
      groups?.map(({ key, results }) => [key, results.volume?.n, results.resolution?.n]),
    ).toEqual([
      ['gil', 1, undefined],
      ['lea', 1, undefined],
      ['', undefined, undefined],
      ['ada', undefined, 1],
    ]);
    expect(history.report(...WEEK, { only: { agent: ['gil'] } }).results).toMatchObject({
      volume: { n: 1 },
      'first-reply': { n: 1, median: 10 * MINUTE },
    });
  });
});

describe('how it was', () => {
  /** Opened and answered, resolved at 11:00, asked at 12:00 in Berlin. */
  function served() {
    const history = openHistory();
    const id = history.opens('2026-03-02T09:00:00Z');
    history.answers('2026-03-02T09:10:00Z', id);
    history.presses('2026-03-02T10:00:00Z', id, 'resolve');
    history.waits('2026-03-02T11:00:00Z');
    return { history, id };
  }

  it('is what they said last', () => {
    const { history, id } = served();
    history.taps('2026-03-02T11:30:00Z', id, 3);
    history.taps('2026-03-02T11:31:00Z', id, 5);
    expect(history.report(...WEEK).results).toMatchObject({
      csat: { n: 1, value: 5, parts: [{ name: '5', n: 1 }] },
      satisfied: { n: 1, value: 1 },
      'survey-response': { n: 1, value: 1 },
      ces: { n: 0, value: undefined },
    });
  });

  it('stands apart while we make up for it, and counts when that is settled; the resolution stays what it was', () => {
    const { history, id } = served();
    history.taps('2026-03-02T12:00:00Z', id, 1);
    const open = history.report(...WEEK, { now: '2026-03-02T12:30:00Z' }).results;
    expect(open.csat).toMatchObject({
      n: 0,
      value: undefined,
      parts: [{ name: 'in recovery', n: 1 }],
    });
    expect(open.recoveries).toMatchObject({ n: 1, value: 0, parts: [{ name: 'open', n: 1 }] });
    expect(open.reopened).toMatchObject({ n: 1, value: 0 });
    history.answers('2026-03-03T09:00:00Z', id, 'I am sorry, Nora. It is made good.', lea);
    history.presses('2026-03-03T10:00:00Z', id, 'resolve', {}, lea);
    const { results } = history.report(...WEEK);
    expect(results).toMatchObject({
      csat: { n: 1, value: 1 },
      satisfied: { n: 1, value: 0 },
      recoveries: { n: 1, value: 1, parts: [{ name: 'agent', n: 1 }] },
      resolution: { n: 1, median: HOUR },
    });
  });
});

describe('what waits now', () => {
  it('is as old as its first unanswered message, by the wall and by the hours', () => {
    const history = openHistory();
    // Friday 16:00; on Monday at 10:00 that is 66 hours, and one plus one of opening time.
    const id = history.opens('2026-03-06T15:00:00Z');
    const { results, waiting, groups } = history.report(...WEEK, {
      now: '2026-03-09T09:00:00Z',
      by: 'channel',
    });
    expect(results.waiting).toMatchObject({ n: 1, value: 1 });
    expect(results['backlog-age']).toMatchObject({
      n: 1,
      median: 66 * HOUR,
      business: { median: 2 * HOUR },
    });
    expect(results['sla-at-risk']).toMatchObject({ n: 1 });
    expect(waiting).toMatchObject({ first: [{ id }], count: 1 });
    expect(groups).toMatchObject([{ key: 'C', results: { waiting: { n: 1 } } }]);
  });
});
