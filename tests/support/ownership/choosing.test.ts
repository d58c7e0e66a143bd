import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseOwner } from '../../../src/support/ownership/choosing.ts';
import type { Staffer } from '../../../src/support/ownership/staff.ts';
import { ASSIGNMENTS } from '../../../src/support/time/policy.ts';
import { isOnShift } from '../../../src/support/time/shifts.ts';
import { MONDAY_MORNING } from '../../clock.ts';
import { daily, policyWith, staffer, team } from './staffing.ts';

const AT = MONDAY_MORNING;
const refund = { urgency: 'p3', category: 'refund', language: 'es' } as const;

const TEAMS = [
  team(['rosa'], { categories: ['refund'], speaks: ['es'] }),
  team(['bill'], { categories: ['refund'], speaks: ['en'] }),
  team(['luz'], { speaks: ['es'] }),
  team(['ann'], { speaks: ['en'] }),
  team(['owl'], { categories: ['refund'], speaks: ['es'], calendar: daily(22, 24) }),
];

describe('who gets a matter', () => {
  it.each([
    ['a team of its category that speaks the language', ['ann', 'luz', 'bill', 'rosa'], 'rosa'],
    ['then its category', ['ann', 'luz', 'bill'], 'bill'],
    ['then the language', ['ann', 'luz'], 'luz'],
    ['then whoever is there', ['ann'], 'ann'],
    ['and nobody who is off shift', ['owl'], undefined],
    ['nor somebody of no team', ['guest'], undefined],
  ])('%s', (_, there, chosen) => {
    for (const assign of ['round robin', 'least loaded'] as const) {
      const found = chooseOwner(
        there.map((name) => staffer(name)),
        refund,
        policyWith(TEAMS, assign),
        AT,
      );
      expect(found?.person.id).toBe(chosen);
    }
  });

  it('passes over whoever is away, even where the next best is of another trade', () => {
    const staff = [staffer('rosa', { away: {} }), staffer('ann')];
    const found = chooseOwner(staff, refund, policyWith(TEAMS, 'round robin'), AT);
    expect(found?.person.id).toBe('ann');
  });

  it.each([
    ['round robin', 'idle'],
    ['least loaded', 'free'],
  ] as const)('%s: among equals it is %s', (assign, chosen) => {
    const staff = [
      staffer('busy', { open: 3, assignedAt: AT - 20 }),
      staffer('free', { open: 0, assignedAt: AT - 10 }),
      staffer('idle', { open: 2, assignedAt: AT - 30 }),
    ];
    const policy = policyWith([team(['busy', 'free', 'idle'])], assign);
    expect(chooseOwner(staff, refund, policy, AT)?.person.id).toBe(chosen);
  });

  it.each(['round robin', 'least loaded'] as const)('%s: a newcomer is next', (assign) => {
    const staff = [staffer('ann', { assignedAt: AT - 10 }), staffer('new')];
    const policy = policyWith([team(['ann', 'new'])], assign);
    expect(chooseOwner(staff, refund, policy, AT)?.person.id).toBe('new');
  });

  it('leaves it to people where the policy does', () => {
    expect(chooseOwner([staffer('ann')], refund, policyWith(TEAMS, 'by hand'), AT)).toBeUndefined();
  });

  it('knows people by either name that a policy may have for them', () => {
    const found = chooseOwner(
      [staffer('tenant/ANN')],
      refund,
      policyWith([team(['Ann'])], 'round robin'),
      AT,
    );
    expect(found?.person.id).toBe('tenant/ann');
  });
});

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const someTeam = fc
  .record({
    people: fc.subarray(NAMES, { minLength: 1 }),
    from: fc.integer({ min: 0, max: 23 }),
    length: fc.integer({ min: 1, max: 24 }),
    categories: fc.subarray(['refund', 'billing']),
    speaks: fc.subarray(['es', 'en']),
  })
  .map(({ people, from, length, categories, speaks }) =>
    team(people, { calendar: daily(from, from + length), categories, speaks }),
  );
const someStaff = fc.subarray(NAMES).chain((names) =>
  fc.tuple(
    ...names.map((name) =>
      fc
        .record({ open: fc.nat(5), since: fc.option(fc.nat(99)), away: fc.boolean() })
        .map(({ open, since, away }) =>
          staffer(name, {
            open,
            ...(since === null ? {} : { assignedAt: since }),
            ...(away ? { away: {} } : {}),
          }),
        ),
    ),
  ),
);

it('is never somebody off shift or away; and somebody wherever somebody is there', () => {
  fc.assert(
    fc.property(
      fc.array(someTeam, { minLength: 1, maxLength: 4 }),
      someStaff,
      fc.constantFrom(...ASSIGNMENTS),
      fc.nat(7 * 24 * 60),
      (teams, staff: readonly Staffer[], assign, minute) => {
        const at = AT + minute * 60_000;
        const policy = policyWith(teams, assign);
        const named = (id: string) => teams.some(({ people }) => people.includes(id));
        const there = staff.filter(
          ({ person: { id }, away }) => !away && named(id) && isOnShift(policy, id, at),
        );
        const chosen = chooseOwner(staff, refund, policy, at);
        if (assign === 'by hand' || there.length === 0) expect(chosen).toBeUndefined();
        else expect(there).toContain(chosen);
        expect(chooseOwner(staff.toReversed(), refund, policy, at)).toBe(chosen);
      },
    ),
  );
});

it('comes round to everybody: nobody gets two more than anybody else', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('round robin', 'least loaded'),
      (people, matters, assign) => {
        const names = NAMES.slice(0, people);
        const policy = policyWith([team(names)], assign);
        let staff = names.map((name) => staffer(name));
        for (let n = 0; n < matters; n++) {
          const chosen = chooseOwner(staff, refund, policy, AT)!;
          staff = staff.map((one) =>
            one === chosen ? { ...one, open: one.open + 1, assignedAt: AT + n } : one,
          );
        }
        const counts = staff.map(({ open }) => open);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      },
    ),
  );
});
