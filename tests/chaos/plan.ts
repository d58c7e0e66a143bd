import { seeded } from './seeded.ts';

/** What goes wrong with the processes, by a replica's place in the row. */
export type Fault =
  | { readonly is: 'kill' | 'roll'; readonly replica: number }
  | { readonly is: 'pause'; readonly replica: number; readonly beyondLease: boolean }
  | { readonly is: 'restart store' };

/** It happens when so many conversations have begun. */
export interface PlannedFault {
  readonly after: number;
  readonly fault: Fault;
}

/** What a customer says, and what agents make of the draft. */
export interface Story {
  /** From 1; also the customer's number. */
  readonly number: number;
  readonly platform: 'slack' | 'teams';
  readonly texts: readonly string[];
  /** The first two are sent at the same moment. */
  readonly atOnce: boolean;
  /** What the last text says after its author has edited it. */
  readonly edited?: string;
  /** Two agents press Send at once, one presses twice, one does so once, or nobody at all. */
  readonly agents: 'race' | 'double click' | 'one' | 'nobody';
}

const TROUBLES = [
  'was charged twice',
  'shows the wrong amount',
  'never arrived',
  'cannot be opened',
  'has the wrong address on it',
];

/** The story of one conversation: the same for the same seed, whatever becomes of the others. */
export function planStory(seed: number, number: number): Story {
  const random = seeded(seed * 1_000_003 + number);
  const case_ = `Case ${number}`;
  const trouble = TROUBLES[random(TROUBLES.length)]!;
  const texts = [
    `${case_}: my invoice ${number} ${trouble}, please help`,
    `${case_}: I need it by Friday, can you send me a corrected one?`,
    `${case_}: could you also tell me why that happened?`,
  ].slice(0, 1 + random(3));
  return {
    number,
    // A bot may send Teams' triage channel two messages a second, and no more.
    platform: random(10) === 0 ? 'teams' : 'slack',
    texts,
    atOnce: random(2) === 0,
    ...(random(8) === 0 ? { edited: `${texts.at(-1)} Sorry, I mean invoice ${number + 1}` } : {}),
    agents: (['race', 'race', 'double click', 'one', 'one', 'nobody'] as const)[random(6)]!,
  };
}

/** How often what goes wrong, in a whole run. */
export interface Toll {
  readonly kills: number;
  readonly pauses: number;
  readonly rolls: number;
  readonly storeRestarts: number;
}

/** Spread over the conversations as the seed has it, the earliest first. A roll is one by one over all replicas. */
export function planFaults(
  seed: number,
  conversations: number,
  replicas: number,
  toll: Toll,
): PlannedFault[] {
  const random = seeded(seed);
  const whenever = (fault: () => Fault) => ({ after: random(conversations), fault: fault() });
  const many = (count: number, fault: () => Fault) =>
    Array.from({ length: count }, () => whenever(fault));
  const replica = () => random(replicas);
  return [
    ...many(toll.kills, () => ({ is: 'kill', replica: replica() })),
    ...many(toll.pauses, () => ({
      ...{ is: 'pause' as const, replica: replica() },
      // Alone, nobody takes up what it leaves.
      beyondLease: replicas > 1 && random(3) > 0,
    })),
    ...many(toll.storeRestarts, () => ({ is: 'restart store' })),
    ...Array.from({ length: toll.rolls }, () => random(conversations)).flatMap((after) =>
      Array.from({ length: replicas }, (_, i) => ({
        after,
        fault: { is: 'roll' as const, replica: i },
      })),
    ),
  ].toSorted((a, b) => a.after - b.after);
}
