import { type Explored, explore } from './explore.ts';
import { GUARDED } from './guards.ts';
import { type World, world } from './world.ts';

const open = { version: 1, draft: 'open', timer: false } as const;
const waits = { version: 1, draft: 'none', timer: true } as const;
const stands = { holder: 'nobody', left: 0 } as const;

/** Beginnings from which everything that can happen is tried. */
export const SCENES = {
  'a customer writes twice': world({ outside: ['wrote:1', 'wrote:2'] }),
  'two notices wait to be sent': world({
    outside: [],
    troubles: ['lost'],
    effects: [
      { effect: 'notice:1', uncertain: false, ...stands },
      { effect: 'notice:2', uncertain: false, ...stands },
    ],
  }),
  'an agent approves what Slack may refuse': world({
    troubles: ['refused', 'lost'],
    outside: ['press:ada'],
    conversation: open,
  }),
  'two agents approve at once, in Slack': world({
    troubles: [],
    outside: ['press:ada', 'press:sam'],
    conversation: open,
  }),
  'an agent approves, in Teams': world({
    troubles: ['refused', 'lost'],
    platform: 'teams',
    outside: ['press:ada'],
    conversation: open,
  }),
  'a timer rings while it is cancelled, and set anew': world({
    troubles: [],
    outside: ['cancel:1', 'set:1'],
    conversation: waits,
    timer: stands,
  }),
} as const satisfies Readonly<Record<string, World>>;

export type Scene = keyof typeof SCENES;

export const SCENE_NAMES = Object.keys(SCENES) as Scene[];

const known = new Map<Scene, Explored>();

/** Everything that can happen from there, guarded; tried once for all who ask. */
export function explored(scene: Scene): Explored {
  const found = known.get(scene) ?? explore(SCENES[scene], GUARDED);
  known.set(scene, found);
  return found;
}
