import { describe, expect, it } from 'vitest';
import { openMemory } from '../../src/desk/store/memory.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { describeProtocol } from '../protocol.contract.ts';
import { explore, interleavings } from './explore.ts';
import { GUARDS, type Guard } from './guards.ts';
import { explored, SCENE_NAMES, SCENES, type Scene } from './scenes.ts';

const ALL = Object.keys(GUARDS) as Guard[];
const without = (...gone: Guard[]) => new Set(ALL.filter((guard) => !gone.includes(guard)));
/** Steps of the interleavings that are counted: nearly all have come to rest by then, or gone in circles. */
const LENGTH = 30;

describe('the commit protocol, whatever happens between any two steps of two workers', () => {
  it.each(SCENE_NAMES)('keeps every promise when %s', (scene) => {
    const found = explored(scene);
    expect(found.broken).toBeUndefined();
    const steps = found.edges.reduce((sum, { length }) => sum + length, 0);
    const orders = interleavings(found, LENGTH).toExponential(1);
    console.log(
      `${scene}: ${found.states.length} states, ${steps} steps between them, ${orders} interleavings of ${LENGTH} steps`,
    );
  });
});

describeProtocol('SQLite', async () => openSqlite(':memory:'));
describeProtocol('plain memory', async () => openMemory());

/** Where it shows first that a guard is missing, and by which promise. */
const FALLS: readonly (readonly [Guard[], Scene, string])[] = [
  [
    ['kept before acknowledged'],
    'a customer writes twice',
    'whatever a platform was told is safe is decided',
  ],
  [['lanes in order'], 'a customer writes twice', 'events of a lane are decided in their order'],
  [['event check'], 'a customer writes twice', 'an event is decided once'],
  [
    ['version check'],
    'a timer rings while it is cancelled, and set anew',
    'a timer rings once, and not when it was cancelled',
  ],
  [
    ['version check of what is ignored'],
    'a timer rings while it is cancelled, and set anew',
    'a timer stands where its conversation says so',
  ],
  [
    ['one write'],
    'an agent approves what Slack may refuse',
    'an approval reaches the customer, or agents know',
  ],
  [['one at a time'], 'two notices wait to be sent', 'nothing arrives twice'],
  [['one lane, one head'], 'two notices wait to be sent', 'effects leave in their order'],
  [['marked before sent'], 'two notices wait to be sent', 'nothing arrives twice'],
  [['look before repeating'], 'two notices wait to be sent', 'nothing arrives twice'],
  [['look at the clock'], 'two notices wait to be sent', 'nothing arrives twice'],
  [['wait before looking'], 'two notices wait to be sent', 'nothing arrives twice'],
  [['holder puts back'], 'an agent approves what Slack may refuse', 'agents are told the truth'],
  [['short way'], 'two notices wait to be sent', 'nothing arrives twice'],
  [['repeats absorbed', 'event check'], 'a customer writes twice', 'an event is decided once'],
  [
    ['timer check', 'decide knows its timers'],
    'a timer rings while it is cancelled, and set anew',
    'a timer rings once, and not when it was cancelled',
  ],
];

describe('every guard of it is needed', () => {
  it.each(FALLS)('without %j, when %s, it does not hold that %s', (gone, scene, promise) => {
    const { broken } = explore(SCENES[scene], without(...gone));
    expect(broken?.promise, broken?.by.join(', ')).toBe(promise);
  });

  it.each([
    ['repeats absorbed', 'a customer writes twice'],
    ['one to a lane', 'a customer writes twice'],
    ['one to a lane', 'an agent approves what Slack may refuse'],
    ['timer check', 'a timer rings while it is cancelled, and set anew'],
    ['decide knows its timers', 'a timer rings while it is cancelled, and set anew'],
  ] as const)('%s is a second belt: without it alone, when %s, all holds', (gone, scene) => {
    expect(explore(SCENES[scene], without(gone)).broken).toBeUndefined();
  });

  it('no guard is left out above', () => {
    const belts = ['one to a lane'];
    expect(new Set([...FALLS.flatMap(([gone]) => gone), ...belts])).toEqual(new Set(ALL));
  });
});
