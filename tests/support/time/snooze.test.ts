import { describe, expect, it } from 'vitest';
import { snoozeButtons } from '../../../src/support/buttons.ts';
import { saySnooze, snoozeChoices } from '../../../src/support/time/snooze.ts';
import { handbookWith, openCustomer } from './follow-up/customer.ts';
import { DAY, HOUR } from './matters.ts';

/** A Thursday, ten in the morning in Berlin. */
const THURSDAY = Date.parse('2026-03-05T09:00:00Z');
const shipped = handbookWith();
const calendar = { ...shipped.policy.calendar, zone: 'Europe/Berlin', holidays: ['2026-03-09'] };
const handbook = { ...shipped, policy: { ...shipped.policy, calendar } };

const open = () => {
  const desk = openCustomer({ begins: THURSDAY, zone: 'Europe/Berlin', handbook });
  desk.writes('I was charged twice for invoice 4411');
  return desk;
};
const told = (desk: ReturnType<typeof open>) =>
  desk.effects().flatMap((effect) => (effect.type === 'tell-agent' ? [effect.text] : []))[0];

describe('a matter that an agent puts off', () => {
  it.each([
    ['1h', '2026-03-05T10:00:00.000Z'],
    ['90m', '2026-03-05T10:30:00.000Z'],
    ['2d', '2026-03-07T09:00:00.000Z'],
    ['tomorrow', '2026-03-06T08:00:00.000Z'],
    // Monday is a holiday.
    ['next week', '2026-03-10T08:00:00.000Z'],
    ['Next Week', '2026-03-10T08:00:00.000Z'],
    ['2026-03-06T15:30:00+01:00', '2026-03-06T14:30:00.000Z'],
  ])('sleeps until then: %s', (value, until) => {
    const desk = open();
    desk.presses('snooze', value);
    expect(new Date(desk.matter().snooze!.until).toISOString()).toBe(until);
    expect(desk.matter().timers.snooze).toBe(Date.parse(until));
    expect(saySnooze(desk.matter(), String)).toContain('snoozed until');
    expect(desk.facts).toContainEqual(
      expect.objectContaining({ type: 'snoozed', agent: 'ada', until: Date.parse(until) }),
    );
  });

  it.each([
    ['soon', 'is no time to snooze until'],
    ['constructor', 'is no time to snooze until'],
    ['2026-03-06', 'is no time to snooze until'],
    ['2026-13-45T99:99:00Z', 'is no time to snooze until'],
    ['2026-03-05T08:00:00Z', 'has passed'],
    ['0h', 'has passed'],
    ['9999d', 'longer than 90 days'],
    ['off', 'is not snoozed'],
    [undefined, 'Nothing says until when'],
    ['1'.repeat(500), 'is no time to snooze until'],
  ])('stays as it is where nobody could tell until when: %s', (value, says) => {
    const desk = open();
    desk.presses('snooze', value);
    expect(desk.matter().snooze).toBeUndefined();
    expect(told(desk)).toContain(says);
  });

  it('wakes with a note to whoever snoozed it', () => {
    const desk = open();
    desk.presses('snooze', '1h');
    desk.passes(2 * HOUR);
    expect(desk.matter().snooze).toBeUndefined();
    expect(desk.calls[0]).toBe('⏰ No longer snoozed: Nora waits for us.');
  });

  it('wakes at once when the customer writes', () => {
    const desk = open();
    desk.presses('snooze', 'tomorrow');
    desk.writes('Any news?');
    expect(desk.matter().snooze).toBeUndefined();
    expect(desk.matter().timers.snooze).toBeUndefined();
    expect(desk.calls).toEqual(['⏰ No longer snoozed: Nora wrote again.']);
    desk.passes(DAY);
    expect(desk.calls.filter((text) => text.startsWith('⏰'))).toHaveLength(1);
  });

  it('is woken by hand', () => {
    const desk = open();
    expect([...snoozeChoices(desk.matter()).keys()]).not.toContain('off');
    desk.presses('snooze', 'tomorrow');
    expect([...snoozeChoices(desk.matter()).keys()]).toContain('off');
    desk.presses('snooze', 'off');
    expect(desk.matter().snooze).toBeUndefined();
    expect(desk.matter().deeds.map(({ did }) => did)).toEqual(['snoozed', 'woke']);
  });

  it('asks nothing of the customer meanwhile, nor right after', () => {
    const desk = open();
    desk.answers('Could you send me the number of the second charge?');
    desk.presses('snooze', '3d');
    desk.passes(3 * DAY + HOUR / 2);
    expect(desk.said).toEqual([]);
    desk.passes(HOUR);
    expect(desk.said.map(({ about }) => about)).toEqual(['nudge']);
  });

  it('is owed its answer all the same', () => {
    const desk = open();
    desk.presses('snooze', '3d');
    desk.passes(2 * DAY);
    expect(desk.facts.map(({ type }) => type)).toContain('sla-breached');
  });

  it('needs no snooze once it rests', () => {
    const desk = open();
    desk.presses('snooze', 'tomorrow');
    desk.presses('resolve');
    expect(desk.matter().snooze).toBeUndefined();
    expect(desk.calls).toEqual([]);
    expect(snoozeButtons(desk.matter())).toEqual([]);
    desk.presses('snooze', '1h');
    expect(told(desk)).toContain('closed');
  });
});
