import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import { type Decision, decide } from '../../src/support/decide.ts';
import type { Effect } from '../../src/support/effects.ts';
import type { Button, Event, Pressed } from '../../src/support/events.ts';
import type { Fact } from '../../src/support/facts.ts';
import type { Person, Role } from '../../src/support/roles.ts';
import { MONDAY_MORNING } from '../clock.ts';

const shipped = await loadHandbook();
/** The shipped handbook; whoever writes is answered at once. */
export const handbook = { ...shipped, policy: { ...shipped.policy, burstPause: 0 } };

export const person = (name: string, role: Role): Person => ({
  id: name.toLowerCase(),
  name,
  role,
});
export const nora = person('Nora', 'customer');
export const ada = person('Ada', 'agent');
export const sam = person('Sam', 'agent');
export const lea = person('Lea', 'lead');

/** One conversation to which things happen, a minute apart. */
export interface Scene {
  readonly now: Conversation;
  readonly effects: readonly Effect[];
  readonly facts: readonly Fact[];
  /** What the last presser was told. */
  readonly told: string | undefined;
  writes(text: string, id?: string): Scene;
  edits(id: string, text: string): Scene;
  deletes(id: string): Scene;
  presses(who: Person, button: Button, more?: Partial<Pressed>): Scene;
  happens(event: Record<string, unknown> & { type: Event['type'] }): Scene;
}

const place = { platform: 'slack', workspace: 'T', channel: 'C', thread: 'm1' } as const;

/** A scene that begins with Nora's words. */
export function begin(text: string, id = 'm1'): Scene {
  const blank = sceneOf(undefined, 0, { ignored: '' });
  return blank.writes(text, id);
}

function sceneOf(known: Conversation | undefined, n: number, last: Decision): Scene {
  const at = MONDAY_MORNING + n * 60_000;
  const happens: Scene['happens'] = (event) => {
    const whole = { id: `event-${n}`, at, place, ...event } as unknown as Event;
    const decision = decide(known, whole, handbook);
    const next = 'ignored' in decision ? known : decision.conversation;
    return sceneOf(next, n + 1, decision);
  };
  const message = (id: string, words: string) => ({
    id,
    at,
    author: nora,
    text: words,
    files: [],
  });
  const effects = 'ignored' in last ? [] : last.effects;
  const told = effects.findLast((effect) => effect.type === 'tell-agent');
  return {
    now: known!,
    effects,
    facts: 'ignored' in last ? [] : last.facts,
    told: told?.text,
    happens,
    writes: (words, id = `m${n + 1}`) =>
      happens({ type: 'customer.wrote', message: message(id, words) }),
    edits: (id, words) => happens({ type: 'customer.edited', message: message(id, words) }),
    deletes: (id) => happens({ type: 'customer.deleted', message: id }),
    presses: (actor, button, more = {}) =>
      happens({ type: 'agent.pressed', conversation: known!.id, actor, button, ...more }),
  };
}
