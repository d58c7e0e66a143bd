import type { Ref } from '../../src/desk/ports.ts';
import type { DueTimer, Kept } from '../../src/desk/store/store.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import type { KeptEffect } from '../../src/support/effects.ts';
import type { Event } from '../../src/support/events.ts';
import { MONDAY_MORNING } from '../clock.ts';
import type { Conversation as Modelled, Name } from './world.ts';

/** The words of the model in those of the desk, for one conversation. */
export interface Speaking {
  readonly ring: DueTimer;
  real(conversation: Modelled): Conversation;
  modelled(conversation: Conversation): Modelled;
  effect(name: Name): KeptEffect;
  ref(effect: Name): Ref;
  /** Which event a kept delivery brings. */
  event(kept: Kept): Name;
}

const place = { platform: 'playground', workspace: 'w', channel: 'help' } as const;

export function speak(id: string, due: number): Speaking {
  const nameIn = (name: string) => name.slice(id.length + 1);
  return {
    ring: { conversation: id, name: 'burst', due },
    real: ({ version, draft, timer }) => ({
      id,
      version,
      place,
      customer: { id: 'nora', name: 'Nora', role: 'customer' },
      status: 'waiting',
      openedAt: MONDAY_MORNING,
      lastCustomerAt: MONDAY_MORNING,
      messages: [],
      drafts: [{ ...DRAFT, text: draft }],
      humanSpoke: false,
      timers: timer ? { burst: due } : {},
      deeds: [],
    }),
    modelled: ({ version, drafts, timers }) => ({
      version,
      // No store looks at it.
      draft: drafts[0]!.text as Modelled['draft'],
      timer: timers.burst === due,
    }),
    effect(name) {
      const said = { id: `${id}/${name}`, place, text: name };
      return name.startsWith('reply')
        ? { type: 'send-reply', draft: 1, ...said }
        : { type: 'send-acknowledgement', ...said };
    },
    ref: (effect) => ({ channel: place.channel, id: `${id}/${effect}` }),
    event({ id: delivery, platform, body }) {
      if (platform !== 'desk') return nameIn(delivery);
      const event = JSON.parse(body) as Event;
      const [effect] = nameIn(delivery).split('/');
      if (event.type === 'reply.delivered') return `delivered:${effect}`;
      const unsure = event.type === 'delivery.failed' && event.uncertain;
      return `${unsure ? 'unknown' : 'failed'}:${effect}`;
    },
  };
}

const DRAFT = {
  number: 1,
  language: 'en',
  template: '',
  writtenAt: MONDAY_MORNING,
  checks: [],
  state: { is: 'open' },
} as const;
