import { delay } from './application.ts';
import type { Story } from './plan.ts';
import type { Agent, Sendable, Side, Told } from './side.ts';

/** Most conversations that customers have begun and not yet left alone. */
const MOST_AT_ONCE = 48;
/** How often agents look for drafts, in ms. */
const LOOK_EVERY = 100;
/** How often somebody presses again who was not told that it was heard. */
const MOST_PRESSES = 8;

/** What the application has said is safe. */
export interface Heard {
  /** Messages by platform and id, with what they may say in the end. */
  readonly messages: ReadonlyMap<string, readonly string[]>;
  /** Drafts on which a press was acknowledged: `conversation draft`. */
  readonly presses: ReadonlySet<string>;
  /** Drafts of which the agents were asked whether they had arrived. */
  readonly asked: ReadonlySet<string>;
  /** All of it: a draft may be pressed many times. */
  readonly events: number;
}

export interface Crowd {
  /** By now. */
  heard(): Heard;
  /** Conversations that customers have begun. */
  readonly begun: number;
  /** Has all customers come by, each when `may` lets them. */
  come(may: (customer: number) => Promise<void>): Promise<void>;
  /** Agents go on looking until then; a look may be under way still. */
  leave(): Promise<void>;
}

/** Customers who write, each their story, and two agents who send what was drafted. */
export function gatherCrowd(
  sides: readonly Side[],
  stories: readonly Story[],
  random: (below: number) => number,
): Crowd {
  const written: Written[] = [];
  const presses = new Set<string>();
  const asked = new Set<string>();
  let pressed = 0;
  const storyOf = new Map<string, Story>();
  /** Drafts that agents have looked at: one that is shown anew is still the same. */
  const decided = new Set<string>();
  let begun = 0;
  let leaving = false;

  const live = async (story: Story) => {
    const side = sides.find(({ platform }) => platform === story.platform) ?? sides[0]!;
    const say = async (text: string) => {
      const told = await side.writes(story.number, text);
      const name = `${side.platform} ${told.id}`;
      storyOf.set(name, story);
      const message: Written = { name, text, told };
      written.push(message);
      return message;
    };
    const together = story.atOnce ? 2 : 1;
    const first = await Promise.all(story.texts.slice(0, together).map(say));
    let last = first.at(-1)!;
    for (const text of story.texts.slice(together)) {
      await delay(random(400));
      last = await say(text);
    }
    if (story.edited === undefined) return;
    const told = await side.edits(story.number, last.told.id, story.edited);
    last.edit = { text: story.edited, told };
  };

  const press = async (side: Side, draft: Sendable, agent: Agent, button: 'send' | 'arrived') => {
    for (let tries = 0; tries < MOST_PRESSES; tries++) {
      const press = await side.presses(agent, draft, button);
      if (press === 'heard') {
        presses.add(nameOf(draft));
        pressed++;
      }
      if (press !== 'unheard') return;
      await delay(100 * 2 ** tries);
    }
  };

  const actOn = async (side: Side, draft: Sendable) => {
    if (draft.uncertain) {
      asked.add(nameOf(draft));
      return press(side, draft, 'sam', hasArrived(side, draft) ? 'arrived' : 'send');
    }
    if (decided.has(nameOf(draft))) return;
    decided.add(nameOf(draft));
    const story = storyOf.get(`${side.platform} ${draft.root}`);
    await delay(random(300));
    switch (story?.agents) {
      case 'race':
        await Promise.all([press(side, draft, 'ada', 'send'), press(side, draft, 'sam', 'send')]);
        return;
      case 'double click':
        await Promise.all([press(side, draft, 'ada', 'send'), press(side, draft, 'ada', 'send')]);
        return;
      case 'one':
        return press(side, draft, 'sam', 'send');
      default:
        return;
    }
  };

  const acting = new Set<Promise<void>>();
  const look = async () => {
    while (!leaving) {
      for (const side of sides) {
        for (const draft of side.drafts()) {
          const act = actOn(side, draft).finally(() => acting.delete(act));
          acting.add(act);
        }
      }
      await delay(LOOK_EVERY);
    }
  };
  const looking = look();

  return {
    heard() {
      const safe = written.filter(({ told }) => told.safe());
      const edits = safe.filter(({ edit }) => edit?.told.safe());
      return {
        messages: new Map(safe.map((message) => [message.name, textsOf(message)])),
        ...{ presses, asked },
        events: safe.length + edits.length + pressed,
      };
    },
    get begun() {
      return begun;
    },
    async come(may) {
      const here = new Set<Promise<void>>();
      for (const story of stories) {
        await may(story.number);
        begun = story.number;
        const stay = live(story).finally(() => here.delete(stay));
        here.add(stay);
        if (here.size >= MOST_AT_ONCE) await Promise.race(here);
      }
      await Promise.all(here);
    },
    async leave() {
      leaving = true;
      await looking;
      await Promise.all(acting);
    },
  };
}

/** A message, and what became of it. */
interface Written {
  readonly name: string;
  readonly text: string;
  readonly told: Told;
  edit?: { readonly text: string; readonly told: Told };
}

/** Of an edit that nobody said was safe, nobody can say whether it was kept. */
function textsOf({ text, edit }: Written): string[] {
  if (edit === undefined) return [text];
  return edit.told.safe() ? [edit.text] : [text, edit.text];
}

function nameOf({ conversation, number }: Sendable): string {
  return `${conversation} ${number}`;
}

/** Whether the customer's thread has the words that stand on the card. */
function hasArrived(side: Side, { root, words }: Sendable): boolean {
  const card = plain(words);
  return side.said().some((said) => said.root === root && card.includes(plain(said.text)));
}

/** Words without the space between them, which each platform lays out in its own way. */
export function plain(text: string): string {
  return text.replace(/\s+/g, '');
}
