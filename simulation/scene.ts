import type { Conversation, Instant } from '../src/support/conversation.ts';
import type { KeptEffect } from '../src/support/effects.ts';
import type { Fact } from '../src/support/facts.ts';
import type { Chance } from './chance.ts';
import type { Hands } from './hands.ts';
import type { Customer } from './people.ts';
import type { Span } from './rhythm.ts';
import type { Topic } from './words/words.ts';

/** What everybody who plays a part has to know. */
export interface Scene {
  readonly span: Span;
  readonly hands: Hands;
  readonly chanceOf: (occasion: string) => Chance;
  readonly now: () => Instant;
  readonly plan: (at: Instant, name: string, run: () => Promise<void>) => void;
  readonly conversation: (id: string) => Promise<Conversation | undefined>;
  /** By the id of a customer. */
  readonly customers: Map<string, Customer>;
  /** What they truly came with, by the id of their first message. */
  readonly matters: Map<string, Matter>;
}

export interface Matter {
  readonly topic: Topic;
  /** Nobody of the team looks at it: it waits when all is over. */
  readonly left?: true;
}

/** A decision that was kept. */
export interface Happening {
  readonly conversation: Conversation;
  readonly effects: readonly KeptEffect[];
  readonly facts: readonly Fact[];
}

/** A thread's root, by which a conversation is known to whoever wrote it. */
export function rootOf({ messages }: Conversation): string {
  return messages[0]!.id;
}

/** The words with a first name and a number in them. */
export function filled(words: string, name: string, chance: Chance): string {
  const first = name.split(' ')[0] ?? name;
  return words.replaceAll('{name}', first).replaceAll('{n}', String(1000 + chance(9000)));
}
