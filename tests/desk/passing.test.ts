import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movableClock, standingClock } from '../../src/desk/movable-clock.ts';
import { passingTime } from '../../src/desk/passing.ts';
import { MONDAY_MORNING, manualClock } from '../clock.ts';
import { makePlaygroundRig } from '../rigs/playground.ts';
import { openTestDesk } from '../test-desk.ts';

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('a clock that can be moved', () => {
  it('calls whoever’s time it was moved past, the earliest first, each once', async () => {
    const clock = movableClock(standingClock(100));
    const called: string[] = [];
    clock.wake(300, () => called.push('later'));
    clock.wake(200, () => called.push('earlier'));
    clock.wake(200, () => called.push('never'))();
    clock.wake(900, () => called.push('beyond'));
    clock.moveTo(400);
    await soon();
    clock.moveTo(500);
    await soon();
    expect(called).toEqual(['earlier', 'later']);
    expect(clock.now()).toBe(500);
  });

  it('never goes back', () => {
    const clock = movableClock(standingClock(100));
    clock.moveTo(50);
    expect(clock.now()).toBe(100);
  });

  it('goes on as the clock that it is ahead of', () => {
    const base = manualClock();
    const clock = movableClock(base);
    const called: number[] = [];
    clock.wake(MONDAY_MORNING + 1_000, () => called.push(clock.now()));
    clock.moveTo(MONDAY_MORNING + 600);
    base.advance(399);
    expect(called).toEqual([]);
    base.advance(1);
    expect(called).toEqual([MONDAY_MORNING + 1_000]);
  });
});

describe('time that passes', () => {
  /** A desk that does at each due instant nothing but set what is due later. */
  const deskOf = (due: number[], sets: (at: number) => number[]) => {
    const clock = movableClock(standingClock(0));
    const done: { due: number; at: number }[] = [];
    const next = () => (due.length === 0 ? undefined : Math.min(...due));
    const settle = async () => {
      for (let first = next(); first !== undefined && first <= clock.now(); first = next()) {
        due.splice(due.indexOf(first), 1);
        done.push({ due: first, at: clock.now() });
        due.push(...sets(first));
      }
    };
    const store = { nextDue: async () => next() };
    return { clock, done, time: passingTime({ desk: { settle }, store, clock }) };
  };

  it('does what is due at its own instant, in order, and what that sets as well', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(1_000), { maxLength: 20 }),
        fc.nat(300),
        fc.nat(1_500),
        async (due, step, end) => {
          const { clock, done, time } = deskOf([...due], (at) =>
            step > 20 && at < 900 ? [at + step] : [],
          );
          await time.passTo(end);
          expect(clock.now()).toBe(end);
          expect(done.every((one) => one.at === one.due && one.due <= end)).toBe(true);
          expect(done.map((one) => one.at)).toEqual(
            done.map((one) => one.at).toSorted((a, b) => a - b),
          );
          expect(done.length).toBeGreaterThanOrEqual(due.filter((one) => one <= end).length);
        },
      ),
    );
  });

  it('passes once where two ask for it at once', async () => {
    const { done, time } = deskOf([10, 20, 30], () => []);
    await Promise.all([time.passTo(25), time.passTo(40)]);
    expect(done.map((one) => one.due)).toEqual([10, 20, 30]);
  });
});

describe('a system clock that is set', () => {
  const MINUTE = 60_000;
  const PAUSE = 20_000;

  /** Nora has written; what her thread and her card show after the clock was set by each of these, and time went on. */
  const after = async (...jumps: number[]) => {
    await using stage = await openTestDesk(makePlaygroundRig);
    await stage.rig.writes('Nora Customer', 'I was charged twice for invoice 88');
    await stage.settle();
    for (const jump of jumps) {
      stage.clock.advance(jump);
      await stage.settle();
    }
    const acknowledged = (await stage.rig.customerSees()).length;
    await stage.pass(jumps.reduce((sum, jump) => sum + Math.abs(jump), 0) + MINUTE);
    expect(stage.log.lines).toEqual([]);
    return { acknowledged, atLast: (await stage.rig.customerSees()).length };
  };

  it.each([
    ['forward past a timer: it fires then, once', [60 * MINUTE], 1],
    ['back: it waits for as much longer', [-60 * MINUTE, PAUSE], 0],
    ['forward and back again: what has fired does not fire again', [60 * MINUTE, -60 * MINUTE], 1],
    ['back and forward again: it fires as if nothing had been', [-60 * MINUTE, 61 * MINUTE], 1],
    ['to and fro short of its time', [10_000, -5_000, 10_000, -60 * MINUTE], 0],
  ])('%s', async (_, jumps, acknowledged) => {
    expect(await after(...jumps)).toEqual({ acknowledged, atLast: 1 });
  });

  it('forward past many timers: they fire in the order of their time', async () => {
    await using stage = await openTestDesk(makePlaygroundRig);
    const nora = await stage.rig.writes('Nora Customer', 'I was charged twice for invoice 88');
    stage.clock.advance(5_000);
    const ben = await stage.rig.writes('Ben Customer', 'My parcel has not arrived, where is it?');
    await stage.settle();
    stage.clock.advance(60 * MINUTE);
    await stage.settle();
    const threads = (await stage.rig.customerSees()).map(({ thread }) => thread);
    expect(threads).toEqual([nora, ben]);
  });
});
