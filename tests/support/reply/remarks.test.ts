import { describe, expect, it } from 'vitest';
import { remarksOn } from '../../../src/support/reply/remarks.ts';
import type { Replied } from '../../../src/support/reply/standards.ts';

const on = (replied: Partial<Replied>) =>
  remarksOn({
    customer: 'My parcel has not arrived',
    reply: '',
    upset: false,
    ...replied,
  });
const names = (replied: Partial<Replied>) => on(replied).map(({ name }) => name);

describe('the hints on what an agent wrote', () => {
  it.each<[string, Partial<Replied>]>([
    ['says what was done, and no more', { reply: 'Done, Nora.' }],
    ['is short', { reply: 'The parcel is at the depot, I fetch it.' }],
    ['does not ask whether it helped', { reply: 'I have sent a new parcel.' }],
    ['is long', { reply: `Your parcel is on its way. ${'It goes by ship. '.repeat(60)}` }],
    ['promises without a time', { reply: "I'll find your parcel." }],
    ['is short with somebody who is held up', { reply: 'It comes today.', upset: true }],
    ['gives a time that is theirs to give', { reply: "I'll call you by 3 pm." }],
    ['thanks for praise', { customer: 'You are great!', reply: 'Thank you!', praise: true }],
  ])('leave an agent in peace whose reply %s', (_, replied) => {
    expect(names(replied)).toEqual([]);
  });

  it.each<[Replied['reply'], string]>([
    ["Calm down, we'll look at it by noon.", 'fits'],
    ['You should have checked the address.', 'owns'],
    ['Please contact our courier department.', 'no-wall'],
    ['We are sorry for the inconvenience.', 'acknowledges'],
    ["We can't send it again.", 'options'],
    ['Dear customer, the parcel comes tomorrow.', 'personal'],
  ])('point at what is wrong with "%s"', (reply, name) => {
    expect(names({ reply })[0]).toBe(name);
  });

  it('say that somebody who is angry was not heard', () => {
    const replied = { customer: 'Where is my parcel?!', reply: 'At the depot.', upset: true };
    expect(remarksOn(replied, true)[0]?.name).toBe('acknowledges');
  });

  it('say what is missing beside what is wrong', () => {
    const reply = "Sorry for the inconvenience, I'll get back to you soon.";
    expect(names({ reply })).toEqual(['acknowledges', 'by-when']);
  });

  it('are two at most, the gravest first', () => {
    const reply =
      'Dear customer, calm down. You should have checked the address. Our policy does not allow that. Please DM us.';
    const remarks = on({ reply, upset: true, name: 'Nora' });
    expect(remarks.map(({ name }) => name)).toEqual(['fits', 'owns']);
    for (const { hint } of remarks) expect(hint.length).toBeLessThan(120);
  });

  it('know what was said in the conversation before', () => {
    const reply = 'Sorry for the inconvenience. You get $20 back.';
    expect(names({ reply })).toContain('grounded');
    expect(names({ reply, said: 'I promised her 20.00 USD.' })).not.toContain('grounded');
  });

  it('come in every language', () => {
    expect(
      names({
        customer: 'Wo ist mein Paket?',
        reply: 'Dafür ist eine andere Abteilung zuständig.',
      })[0],
    ).toBe('no-wall');
    expect(names({ customer: '荷物が届きません。', reply: '規約により返金できません。' })[0]).toBe(
      'no-wall',
    );
  });
});
