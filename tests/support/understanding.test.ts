import { describe, expect, it } from 'vitest';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Conversation, Message } from '../../src/support/conversation.ts';
import { decide } from '../../src/support/decide.ts';
import type { Person, Role } from '../../src/support/roles.ts';
import { saidUntil, understand } from '../../src/support/understanding.ts';
import { MONDAY_MORNING } from '../clock.ts';

const handbook = await loadHandbook();
const person = (id: string, role: Role): Person => ({ id, name: id, role });
const message = (n: number, author: Person, text: string): Message => ({
  id: `m${n}`,
  at: MONDAY_MORNING + n * 60_000,
  author,
  text,
  files: [],
});
const nora = person('nora', 'customer');
const ada = person('ada', 'agent');

/** A conversation in channel C whose last word was ours. */
function answered(theirs: string, ours: string): Conversation {
  const open: Conversation = {
    id: 'c',
    version: 1,
    place: { platform: 'slack', workspace: 'T', channel: 'C', thread: 'm1' },
    customer: nora,
    status: 'answered',
    openedAt: MONDAY_MORNING,
    lastCustomerAt: MONDAY_MORNING,
    messages: [message(1, nora, theirs)],
    drafts: [],
    humanSpoke: true,
    timers: {},
    deeds: [],
  };
  const understood = understand(open, handbook, MONDAY_MORNING);
  return { ...understood, messages: [...understood.messages, message(2, ada, ours)] };
}

/** The conversation after the customer wrote this. */
function after(conversation: Conversation, text: string): Conversation {
  const { place } = conversation;
  const said = message(3, nora, text);
  const event = { type: 'customer.wrote', id: 'e', at: said.at, place, message: said } as const;
  const decided = decide(conversation, event, handbook);
  if ('ignored' in decided) throw new Error(decided.ignored);
  return decided.conversation!;
}

describe('an answer to our question', () => {
  const asked = answered('The export crashes', 'Which browser is it?');

  it('brings the conversation back, though it is no request by itself', () => {
    expect(after(asked, 'Chrome').status).toBe('gathering');
    expect(after(asked, 'thanks!').status).toBe('answered');
  });

  it('leaves what is understood of the matter', () => {
    const { triage } = understand(after(asked, 'Chrome'), handbook, MONDAY_MORNING);
    expect(triage).toMatchObject({ category: 'bug_outage', isRequest: true, wish: 'fix' });
  });
});

describe('the language of a short message', () => {
  it('is that of the conversation so far', () => {
    const french = answered('Je ne peux plus me connecter à mon compte', 'Quel navigateur ?');
    expect(understand(after(french, 'Chrome'), handbook, MONDAY_MORNING).triage?.language).toBe(
      'fr',
    );
  });

  it('is that of the channel', () => {
    const languages = { C: 'de' };
    const german = { ...handbook, policy: { ...handbook.policy, languages } };
    const open = answered('login', 'ok');
    const first = { ...open, messages: open.messages.slice(0, 1) };
    expect(understand(first, german, MONDAY_MORNING).triage?.language).toBe('de');
    expect(open.triage?.language).toBe('en');
  });
});

it('what both sides said holds the drafts that were sent', () => {
  const open = answered('The export crashes', 'One moment');
  const draft = {
    number: 1,
    text: 'Which browser?',
    language: 'en',
    template: 't',
    writtenAt: 0,
    checks: [],
  };
  const state = { is: 'sent', by: ada, at: MONDAY_MORNING + 150_000, edited: false } as const;
  const said = saidUntil({ ...open, drafts: [{ ...draft, state }] });
  expect(said.map(({ role, text }) => `${role}: ${text}`)).toEqual([
    'customer: The export crashes',
    'agent: One moment',
    'agent: Which browser?',
  ]);
});
