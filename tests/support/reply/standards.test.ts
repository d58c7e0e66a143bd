import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkStandards,
  type Replied,
  type Standard,
} from '../../../src/support/reply/standards.ts';
import { leastCpu } from '../../cpu-time.ts';

const says = (name: Standard, replied: Partial<Replied>) => {
  const check = checkStandards({
    customer: 'My parcel has not arrived',
    reply: '',
    upset: false,
    ...replied,
  }).find((one) => one.name === name);
  return check === undefined ? 'left out' : check.pass ? 'passes' : 'fails';
};

describe('the service standards', () => {
  it.each<[Standard, 'passes' | 'fails' | 'left out', Partial<Replied>]>([
    ['personal', 'passes', { reply: 'Hi Nora, I have your parcel.', name: 'Nora' }],
    ['personal', 'fails', { reply: 'Hi, I have your parcel.', name: 'Nora' }],
    ['personal', 'fails', { reply: 'Dear customer, we are looking for your parcel.' }],
    ['listens', 'passes', { reply: 'I am looking for your delivery.' }],
    ['listens', 'fails', { reply: 'We have received your request.' }],
    ['listens', 'left out', { customer: 'ok??', reply: 'Hello.' }],
    [
      'listens',
      'left out',
      { customer: 'Gdzie jest moje zamówienie, czekam na paczkę od tygodnia', reply: 'Hello.' },
    ],
    [
      'listens',
      'fails',
      {
        customer: 'the blue parcel that I ordered for my aunt has not arrived in Leeds',
        reply: 'The blue parcel that I ordered for my aunt has not arrived in Leeds, I see.',
      },
    ],
    ['acknowledges', 'passes', { upset: true, reply: 'I can see how annoying that is.' }],
    ['acknowledges', 'fails', { upset: true, reply: 'I will check.' }],
    ['acknowledges', 'left out', { upset: false, reply: 'I will check.' }],
    ['acknowledges', 'fails', { upset: true, reply: 'We are sorry for the inconvenience caused.' }],
    ['acknowledges', 'fails', { upset: false, reply: 'We apologise for any inconvenience.' }],
    ['owns', 'passes', { upset: true, category: 'delivery_order', reply: "I'm sorry it is late." }],
    ['owns', 'fails', { upset: true, category: 'delivery_order', reply: 'It is late.' }],
    [
      'owns',
      'fails',
      { upset: true, category: 'complaint', reply: "I'm sorry if you feel that way." },
    ],
    ['owns', 'fails', { upset: false, reply: 'You should have read the terms.' }],
    ['owns', 'left out', { upset: false, reply: 'It is on the way.' }],
    ['next-step', 'passes', { reply: "I'll ask the courier by noon." }],
    ['next-step', 'fails', { reply: 'We have received your message.' }],
    ['next-step', 'left out', { reply: 'You can track it under Orders. Does that help?' }],
    ['by-when', 'passes', { reply: "I'll write to you by 3 pm today." }],
    ['by-when', 'passes', { reply: "I'll write to you within two hours." }],
    ['by-when', 'fails', { reply: "I'll get back to you soon." }],
    ['by-when', 'left out', { reply: 'Your parcel has been delivered.' }],
    ['options', 'fails', { reply: "We can't change the address." }],
    [
      'options',
      'passes',
      { reply: "We can't change the address, but I can send it back for you." },
    ],
    ['options', 'left out', { reply: 'I changed the address.' }],
    ['confirms', 'fails', { reply: 'We have refunded it. Is there anything else?' }],
    ['confirms', 'passes', { reply: 'We have refunded it. Does that settle it?' }],
    ['confirms', 'left out', { reply: "I'll check it by noon." }],
    ['plain', 'fails', { reply: 'Kindly revert back at your earliest convenience.' }],
    ['plain', 'fails', { reply: `I will ${'check and then '.repeat(20)}write.` }],
    ['plain', 'passes', { reply: 'I will check. You hear from me.' }],
    ['no-wall', 'fails', { reply: 'Unfortunately this is against our policy.' }],
    ['no-wall', 'fails', { reply: 'There is nothing we can do.' }],
    ['no-wall', 'fails', { reply: 'Please DM us your number.' }],
    ['no-wall', 'left out', { reply: 'I will send a new one.' }],
    ['grounded', 'fails', { reply: 'See https://example.com/track' }],
    [
      'grounded',
      'passes',
      { reply: 'See https://example.com/track', known: 'https://example.com/track' },
    ],
    ['grounded', 'fails', { reply: 'You get $20 back.' }],
    ['grounded', 'passes', { customer: 'I paid $20', reply: 'The $20 you paid.' }],
    ['grounded', 'fails', { reply: 'It comes on 4 March.' }],
    ['grounded', 'fails', { reply: "I'll write by 3 pm today.", promised: 'by noon' }],
    ['grounded', 'passes', { reply: "I'll write by 3 pm today." }],
    ['grounded', 'fails', { reply: "I'll write soon. It comes at 3 pm." }],
    ['grounded', 'left out', { reply: "I'll write by 3 pm today.", promised: 'by 3 pm today' }],
    ['grounded', 'fails', { reply: 'It takes 3-5 days.' }],
    ['grounded', 'left out', { reply: 'I will look for it.' }],
    ['fits', 'fails', { customer: 'Where is it?', reply: 'word '.repeat(120) }],
    ['fits', 'passes', { customer: 'word '.repeat(120), reply: 'word '.repeat(120) }],
    ['fits', 'fails', { reply: 'STOP SHOUTING RIGHT AWAY PLEASE!!!' }],
  ])('%s %s', (name, verdict, replied) => {
    expect(says(name, replied)).toBe(verdict);
  });

  it.each([
    ['figures', '1.1'.repeat(13_000)],
    ['figures and commas', '1,'.repeat(20_000)],
    ['a link that ends in commas', `https://a${','.repeat(39_000)}x`],
    ['one long word', 'a'.repeat(40_000)],
    ['dates', '4 march '.repeat(5_000)],
    ['amounts', '1 234,50 € '.repeat(3_600)],
    ['times', '10:10'.repeat(8_000)],
    ['question marks', '?'.repeat(40_000)],
    ['one phrase again and again', 'within the next '.repeat(2_500)],
    ['Japanese without a pause', '確認いたします'.repeat(5_700)],
    ['German promises', 'ich prüfe das '.repeat(2_800)],
  ])('are read quickly in a reply of 40,000 characters (%s)', (_, reply) => {
    const check = () => checkStandards({ customer: reply, reply, upset: true, name: 'Nora' });
    expect(leastCpu(check, 2)).toBeLessThan(150);
  });

  it('never fail to answer, whatever the strings hold, and hint where they are not met', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom('sorry ', 'if ', '$', '1', '.', '?', 'ja', 'お', '。', '\n'),
      }),
    );
    const language = fc.constantFrom('en', 'de', 'ja', 'fr', 'xx', '');
    fc.assert(
      fc.property(text, text, fc.boolean(), language, (customer, reply, upset, language) => {
        for (const { pass, hint } of checkStandards({ customer, reply, upset, language })) {
          expect(hint === '').toBe(pass);
        }
      }),
    );
  });

  it('take a reply of few words for one in the language of the customer', () => {
    const customer = 'Meine Bestellung ist nicht angekommen, wo bleibt das Paket?';
    expect(says('by-when', { customer, reply: 'Kläre das.' })).toBe('fails');
  });

  it('ask of a reply in a language nobody has written down what needs no words', () => {
    const replied = {
      customer: 'Gdzie jest moja paczka?',
      reply: 'Dzień dobry, paczka kosztuje 20 €.',
      upset: true,
      language: 'pl',
      name: 'Ola',
    };
    expect(checkStandards(replied).map(({ name }) => name)).toEqual([
      'personal',
      'grounded',
      'fits',
    ]);
  });

  it('give a hint with every failure and none with a pass', () => {
    const checks = checkStandards({
      customer: 'My parcel has not arrived and I am angry',
      reply:
        'Dear customer, sorry for the inconvenience. Per our policy we cannot help. Please DM us.',
      upset: true,
      category: 'delivery_order',
      name: 'Nora',
    });
    expect(checks.filter(({ pass }) => !pass).length).toBeGreaterThan(4);
    for (const { pass, hint } of checks) expect(hint === '').toBe(pass);
  });
});
