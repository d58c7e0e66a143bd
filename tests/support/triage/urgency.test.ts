import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHandbook } from '../../../src/handbook/handbook.ts';
import type { UrgencyRule } from '../../../src/support/handbook.ts';
import { type Context, triage } from '../../../src/support/triage/triage.ts';
import { weighUrgency } from '../../../src/support/triage/urgency.ts';
import { readWords } from '../../../src/support/triage/words.ts';
import { leastCpu } from '../../cpu-time.ts';

const HOUR = 3_600_000;
const handbook = await loadHandbook();
const urgencyOf = (text: string, context: Context = {}) => triage(text, handbook, context).urgency;
const whyOf = (text: string, context: Context = {}) =>
  triage(text, handbook, context).reasons.find(({ field }) => field === 'urgency')!.because;

describe('what must be dropped everything for', () => {
  it.each([
    'Nobody can log in since eight o’clock',
    'Our shop is down',
    'The crash last night wiped our whole archive, we lost all our data',
    'We can see the invoices of another customer in the portal',
    'Someone is using my card',
    'Your charger caught fire on my desk',
    'I cannot go on, I want to kill myself',
    'Niemand kann sich anmelden, bei uns steht alles still',
    'Unser Konto wurde gehackt',
    'Personne ne peut se connecter depuis ce matin',
    'Nous avons perdu toutes nos données',
    'Nadie puede entrar en el portal',
    'Me han hackeado la cuenta',
    'Ninguém consegue acessar o painel',
    'Nessuno riesce ad accedere al portale',
    'Niemand kan inloggen, alles ligt plat',
    '全員ログインできません',
    'アカウントが乗っ取られたようです',
    'データが全部消えました',
  ])('"%s"', (text) => expect(urgencyOf(text)).toBe('p1'));
});

describe('what holds people up', () => {
  it.each([
    'My account is locked and I need the report',
    'Our pipeline is failing because the endpoint answers with 500',
    'The agent leaks memory until the machine is out of memory',
    'We found a vulnerability in the login form',
    'We go live tomorrow and the certificate is missing',
    'This is the third time I write about the same thing',
    'You charged me twice',
    'My lawyer will write to you',
    'Ich kann mich nicht anmelden',
    'Je ne peux plus me connecter, c’est urgent',
    'Necesito una respuesta lo antes posible',
    'Fui cobrado duas vezes',
    'Ho bisogno di una risposta il prima possibile',
    'We hebben dit met spoed nodig',
    '至急ご対応をお願いします',
  ])('"%s"', (text) => expect(urgencyOf(text)).toBe('p2'));
});

describe('what can wait', () => {
  it.each([
    'There is a typo in a log message of the exporter',
    'Refactor the settings page please, the names are confusing',
    'How do I rename a board?',
    'No rush at all: the second heading is cut off',
    'Nicht dringend, aber im Titel fehlt ein Wort',
    'Ce n’est pas urgent, juste une remarque',
    '急ぎではありませんが、宛名を変更したいです',
  ])('"%s"', (text) => expect(urgencyOf(text)).toBe('p4'));
});

describe('who only asks is not held up', () => {
  it.each([
    'What happens if my card is stolen?',
    'How do you protect us against a data breach?',
    'Is it possible to mark a task as urgent?',
    'Can you tell me how backups protect against data loss?',
    'Does the plan cover emergency contacts?',
    'Was passiert, wenn mein Konto gehackt wird? Was passiert wenn jemand es benutzt?',
  ])('"%s"', (text) => expect(urgencyOf(text) > 'p2').toBe(true));
});

describe('words with two meanings', () => {
  it.each([
    'It arrived in brand new condition',
    'Die Rechnung betrug 50 Euro',
    'Livraison en retard de deux jours',
    'The price went down after I bought it',
    'I cannot wait to see the new version',
    'Could you get in touch? I cannot get in touch with anybody',
    'My name is Jenkins',
  ])('do not alarm: "%s"', (text) => expect(urgencyOf(text) > 'p2').toBe(true));
});

describe('loudness and politeness', () => {
  const trifles = ['this blue is ugly', 'the logo moved to the left', 'the icon is too round'];
  const blocks = ['we cannot sign in', 'nobody can open the till', 'our account is blocked'];
  const polite = fc.constantFrom('Good morning! If you find a minute: ', 'Sorry to bother you, ');
  const angry = fc.constantFrom('UNBELIEVABLE!!! ', 'This is the WORST, ');

  it('a polite customer who is blocked comes before an angry one with a trifle', () => {
    fc.assert(
      fc.property(
        polite,
        fc.constantFrom(...blocks),
        angry,
        fc.constantFrom(...trifles),
        (kind, block, loud, trifle) =>
          urgencyOf(`${kind}${block}. Many thanks!`) <
          urgencyOf(`${loud}${trifle.toUpperCase()}!!!`),
      ),
    );
  });
});

describe('how many they are', () => {
  it.each([
    '47 of us cannot log in',
    'Our 12 warehouses get error 500 when they print a label',
    'dozens of our customers are affected by the wrong price',
    '30 von uns können sich nicht anmelden',
    '社員47人がログインできません',
  ])('moves a matter up: "%s"', (text) => expect(whyOf(text)).toContain('many are held up'));

  it.each([
    'We are 40 people and would like a demo',
    'I would like to add 20 users to our plan',
    'I paid 500 US dollars',
    'Three of us cannot log in',
  ])('does not where nobody or few are held up: "%s"', (text) =>
    expect(whyOf(text)).not.toContain('many are held up'),
  );

  it('makes a lockout of many the most urgent matter there is', () => {
    expect(urgencyOf('I cannot log in')).toBe('p2');
    expect(urgencyOf('47 of us cannot log in')).toBe('p1');
  });
});

describe('what the conversation tells', () => {
  const question = 'The export is broken';

  it.each<[string, Context, string]>([
    ['nothing', {}, 'p3'],
    ['a short wait', { waited: HOUR }, 'p3'],
    ['a long wait', { waited: 5 * HOUR }, 'p2'],
    ['a second request', { contacts: 2 }, 'p3'],
    ['a third request', { contacts: 3 }, 'p2'],
    ['a VIP', { vip: 'C024BE91L' }, 'p2'],
    ['all of it at once', { waited: 99 * HOUR, contacts: 9, vip: 'U024BE7LH' }, 'p2'],
  ])('%s', (_, context, urgency) => expect(urgencyOf(question, context)).toBe(urgency));

  it('is in the reason, with who the VIP is', () => {
    const why = whyOf(question, { waited: 5 * HOUR, contacts: 4, vip: 'C024BE91L' });
    expect(why).toMatch(/5 hours/);
    expect(why).toMatch(/asked 4 times/);
    expect(why).toMatch(/C024BE91L/);
  });

  it('counts what the history left unanswered, greetings aside', () => {
    const asked = (...texts: string[]) => ({
      history: texts.map((text) => ({ role: 'customer' as const, text })),
    });
    expect(urgencyOf('Any news?', asked('My export fails', 'Does anybody read this?'))).toBe('p2');
    expect(urgencyOf('My export fails', asked('hi', 'good morning'))).toBe('p3');
    const answered = { role: 'agent' as const, text: 'We are looking at it' };
    const { history } = asked('My export fails', 'Does anybody read this?');
    expect(urgencyOf('Any news?', { history: [...history, answered] })).toBe('p3');
  });

  it('never makes a matter less urgent', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('hello', question, 'Nobody can log in', 'How do I export?', 'no rush'),
        fc.nat(100 * HOUR),
        fc.nat(9),
        (text, waited, contacts) => urgencyOf(text, { waited, contacts }) <= urgencyOf(text),
      ),
    );
  });
});

describe('the rules', () => {
  const rule = (written: Partial<UrgencyRule> & Pick<UrgencyRule, 'name' | 'urgency'>) => ({
    phrases: [],
    unless: [],
    ...written,
  });
  const weigh = (text: string, ...rules: UrgencyRule[]) =>
    weighUrgency(readWords(text), { ...handbook, urgency: rules }, 'bug_outage', { contacts: 3 });
  const fire = rule({ name: 'fire', urgency: 'p1', phrases: ['fire'], unless: ['drill'] });
  const flood = rule({ name: 'flood', urgency: 'p2', phrases: ['water'] });
  const shed = rule({ name: 'only the shed', urgency: 'one step down', phrases: ['shed'] });
  const again = rule({ name: 'asked again', urgency: 'one step up', contacts: 3 });

  it('that fire are all named, the most urgent first, with what was said', () => {
    const { because } = weigh('Water in the cellar, fire in the attic', flood, fire);
    expect(because).toBe('fire ("fire"); flood ("water")');
  });

  it('move by one step at most, and steps cancel out', () => {
    const twice = { ...again, name: 'again and again' };
    expect(weigh('Water', flood, again).urgency).toBe('p1');
    expect(weigh('Water in the shed', flood, again, shed).urgency).toBe('p2');
    expect(weigh('Hello', again, twice).urgency).toBe('p2');
    expect(weigh('Fire', fire, again).urgency).toBe('p1');
  });

  it('do not count a phrase that its own sentence takes back, but the same words in the next', () => {
    expect(weigh('It was a fire drill', fire).urgency).toBe('p3');
    expect(weigh('There was a drill. Now there is fire', fire).urgency).toBe('p1');
  });

  it('want all that they name', () => {
    const both = rule({ name: 'both', urgency: 'p1', phrases: ['smoke'], people: 10 });
    expect(weigh('Smoke, 20 people on the stairs', both).urgency).toBe('p1');
    expect(weigh('Smoke, 2 people on the stairs', both).urgency).toBe('p3');
    expect(weigh('20 people on the stairs', both).urgency).toBe('p3');
  });

  it('that step down count only where a message opens with their words', () => {
    const long = `Water. ${'and so on '.repeat(15)}`;
    expect(weigh(`The shed. ${long}`, flood, shed).urgency).toBe('p3');
    expect(weigh(`${long} and the shed`, flood, shed).urgency).toBe('p2');
  });

  it.each([
    ['not urgent ', 'takes back each'],
    ['our 12 warehouses ', 'counts each'],
    ['全員', 'finds in each'],
  ])('take a bounded time for %j over and over', (words) => {
    const text = words.repeat(40_000 / words.length);
    expect(leastCpu(() => triage(text, handbook))).toBeLessThan(20);
  });
});
