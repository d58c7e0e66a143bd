import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, vi } from 'vitest';
import type { Charts } from '../../src/desk/ports.ts';
import type { SlackConfig } from '../../src/slack/config.ts';
import { createSlack, type SlackDoor } from '../../src/slack/slack.ts';
import type { Button } from '../../src/support/events.ts';
import { people, places } from '../fake-slack/cast.ts';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../fake-slack/fake-slack.ts';
import { manifestRights } from '../fake-slack/manifest.ts';
import { pressables, typed, wordsOf } from '../fake-slack/reading.ts';
import type { Block, Message, View } from '../fake-slack/state.ts';
import { type Actor, isNote, type MakeRig, type Rig, type RigParts, type Seen } from '../rig.ts';

const IDS: Readonly<Record<Actor, string>> = {
  'Nora Customer': people.nora,
  'Ben Customer': people.ben,
  'Ada Agent': people.ada,
  'Sam Agent': people.sam,
  'Lea Lead': people.lea,
  'Cole Colleague': people.cole,
  'Gus Guest': people.gus,
};

const AGENTS: readonly Actor[] = ['Ada Agent', 'Sam Agent', 'Lea Lead'];
const DIALOGS: readonly Button[] = [
  'edit',
  'regenerate',
  'split',
  'merge',
  'why',
  'edit-promise',
  'hand-on',
];

export interface SlackRig extends Rig {
  readonly slack: FakeSlack;
  readonly door: SlackDoor;
  /** Where the door listens. */
  readonly url: string;
}

/** How a test may want the door and its Slack to differ from the usual. */
export interface SlackRigOptions {
  readonly config?: Partial<SlackConfig>;
  readonly fake?: FakeSlackOptions;
  readonly socketMode?: boolean;
  /** Milliseconds the door waits for Slack's answers. */
  readonly patience?: number;
  /** In place of drawing, which takes a second. */
  readonly charts?: Charts;
}

/** The Slack door over HTTP, with a fake Slack on the other side. */
export const makeSlackRig: MakeRig = (parts) => makeSlack(parts);

/** The same over Socket Mode. */
export const makeSlackSocketRig: MakeRig = (parts) => makeSlack(parts, { socketMode: true });

/** The rig with its Slack in reach, for tests of the door itself. */
export async function makeSlack(parts: RigParts, options: SlackRigOptions = {}): Promise<SlackRig> {
  const slack = await startFakeSlack({ clock: parts.clock, ...manifestRights(), ...options.fake });
  const config: SlackConfig = {
    botToken: slack.botToken,
    ...(options.socketMode ? { appToken: slack.appToken } : { signingSecret: slack.signingSecret }),
    apiUrl: slack.apiUrl,
    supportChannels: [places.support],
    triageChannel: places.triage,
    agents: [people.ada, people.sam],
    leads: [people.lea],
    ...options.config,
  };
  const door = await createSlack({
    ...parts,
    ...(options.charts && { charts: options.charts }),
    config,
    patience: options.patience ?? 2_000,
  });
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const route = door.routes.find((one) => one.method === request.method && one.path === path);
    if (route) void route.handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (options.socketMode) await slack.sockets.connected();
  else slack.courier.botUrl = `${url}/slack/events`;

  const channelId = { support: places.support, triage: places.triage, elsewhere: places.elsewhere };
  const ours = (message: Message) => message.botId !== undefined;
  const cardAt = (n: number) => {
    const card = slack.roots(places.triage).filter(ours)[n];
    if (!card) throw new Error(`There is no card ${n} in the triage channel.`);
    return card;
  };
  const under = (card: Message) => slack.messages(places.triage, card.ts).filter(ours);
  /** Presses; the dialog that opens, where one does. */
  const opened = async (who: Actor, button: Button, press: () => Promise<{ ok: boolean }>) => {
    const before = new Set(slack.world.views.keys());
    await acknowledged(press());
    if (!DIALOGS.includes(button) || !AGENTS.includes(who)) return undefined;
    return filled(() =>
      [...slack.world.views.values()].find((v) => !before.has(v.id) && v.user === IDS[who]),
    );
  };
  const acknowledged = async (done: Promise<{ ok: boolean }>) => {
    const result = await done;
    if (!result.ok) throw new Error('The door did not acknowledge.');
  };

  const directly = (user: string) =>
    [...slack.world.channels.values()]
      .filter((one) => one.kind === 'im' && one.members.has(user))
      .flatMap((one) => slack.messages(one.id).filter(ours));
  /** What only they are shown once this is done. */
  const answered = async (who: Actor, ask: () => Promise<{ ok: boolean }>) => {
    const alone = () => slack.world.ephemerals.filter((one) => one.user === IDS[who]);
    const before = alone().length;
    await acknowledged(ask());
    await vi.waitFor(() => expect(alone().length).toBeGreaterThan(before), {
      timeout: 10_000,
      interval: 2,
    });
    return alone().at(-1)!;
  };
  /** The newest message to somebody alone with such a button. */
  const shownTo = (who: Actor, button: string) => {
    const has = (one: { readonly blocks: readonly Block[] }) =>
      pressables(one.blocks).some(({ actionId }) => actionId === button);
    const found = slack.world.ephemerals.findLast((one) => one.user === IDS[who] && has(one));
    if (!found) throw new Error(`${who} was shown nothing with ${button}.`);
    return found;
  };

  const toCustomers = () =>
    [...slack.world.channels.values()]
      .filter((one) => one.id !== places.triage)
      .filter(
        (one) => one.kind !== 'im' || [people.nora, people.ben].some((p) => one.members.has(p)),
      )
      .flatMap((one) =>
        slack
          .messages(one.id)
          .filter(ours)
          .map((message) => ({ channel: one.id, message })),
      )
      .toSorted((a, b) => (a.message.ts < b.message.ts ? -1 : 1));

  return {
    slack,
    door,
    url,
    async writes(who, text, { thread, channel = 'support' } = {}) {
      const done = slack.writes(IDS[who], channelId[channel], typed(text), {
        ...(thread === undefined ? {} : { thread }),
      });
      await acknowledged(done);
      return (await done).ts;
    },
    edits: (who, ts, text) =>
      acknowledged(slack.edits(IDS[who], { channel: places.support, ts }, typed(text))),
    deletes: (who, ts) => acknowledged(slack.deletes(IDS[who], { channel: places.support, ts })),
    async presses(who, button, { card: n = 0, draft, text, messages, into, value, to } = {}) {
      const card = cardAt(n);
      const shown = [...under(card).reverse(), card];
      const found =
        shown.find((message) => carries(message.blocks, button, draft)) ??
        shown.find((message) => message.earlier.some((one) => carries(one.blocks, button, draft)));
      if (!found) throw new Error(`No ${button} was ever shown on card ${n}.`);
      const choice = value === undefined ? {} : chosen(found, button, value);
      const view = await opened(who, button, () =>
        slack.presses(IDS[who], { channel: places.triage, ts: found.ts }, button, {
          stale: true,
          ...choice,
        }),
      );
      if (!view) return;
      const filling = {
        edit: { 'reply-0': text ?? '' },
        regenerate: { hint: text ?? '' },
        split: { 'messages-0': messages ?? [] },
        merge: { into: into === undefined ? '' : conversationOn(cardAt(into)) },
        'edit-promise': { due: text ?? '' },
        'hand-on': { to: to === undefined ? '' : IDS[to] },
      }[button as 'edit' | 'regenerate' | 'split' | 'merge' | 'edit-promise' | 'hand-on'];
      const { ack } = await slack.submits(IDS[who], view.id, filling);
      await acknowledged(Promise.resolve(ack));
    },
    async opens(who, button, n = 0) {
      const found = under(cardAt(n)).findLast((message) =>
        carries(message.blocks, button, undefined),
      );
      if (!found) throw new Error(`No ${button} is shown under card ${n}.`);
      await opened(who, button, () =>
        slack.presses(IDS[who], { channel: places.triage, ts: found.ts }, button),
      );
      return true;
    },
    async wondersWhy(who, n = 0) {
      const { ts } = cardAt(n);
      const view = await opened(who, 'why', () =>
        slack.presses(IDS[who], { channel: places.triage, ts }, 'why', { stale: true }),
      );
      return view ? wordsOf({ text: '', blocks: view.content.blocks }) : '';
    },
    async asks(who, words) {
      await acknowledged(slack.commands(IDS[who], places.triage, `/support ${words}`));
      return wordsOf(slack.world.ephemerals.findLast((one) => one.user === IDS[who])!);
    },
    reports: {
      async asks(who, words) {
        const done = await answered(who, () =>
          slack.commands(IDS[who], places.triage, `/support report ${words}`),
        );
        return wordsOf(done);
      },
      async asksAmongCustomers(who, words) {
        const before = directly(IDS[who]).length;
        const done = await answered(who, () =>
          slack.commands(IDS[who], places.support, `/support report ${words}`),
        );
        return {
          here: wordsOf(done),
          directly: directly(IDS[who]).slice(before).map(wordsOf).join('\n'),
        };
      },
      async shares(who) {
        const report = shownTo('Lea Lead', 'report-share');
        return wordsOf(await answered(who, () => slack.presses(IDS[who], report, 'report-share')));
      },
      async takes(who, as) {
        const report = shownTo('Lea Lead', `report-${as}`);
        const before = directly(IDS[who]).length;
        await answered(who, () => slack.presses(IDS[who], report, `report-${as}`));
        const files = directly(IDS[who])
          .slice(before)
          .flatMap((one) => one.files);
        return files[0]?.content?.toString('utf8');
      },
    },
    async judges(who, button, { nth = 0, of = who } = {}) {
      const list = slack.world.ephemerals.findLast(
        (one) => one.user === IDS[of] && pressables(one.blocks).length > 0,
      );
      if (!list) throw new Error(`${of} was shown no list.`);
      const { blocks } = list;
      await acknowledged(slack.presses(IDS[who], list, button, { nth }));
      // The list goes on without it a moment after a lead's press was taken.
      if (who === 'Lea Lead') await vi.waitFor(() => expect(list.blocks).not.toBe(blocks));
    },
    async answers(who, label) {
      for (const { channel, message } of toCustomers().toReversed()) {
        const stages = [message.blocks, ...message.earlier.map((one) => one.blocks)];
        const found = stages.flatMap(pressables).find((one) => one.label === label);
        if (!found) continue;
        const at = { channel, ts: message.ts };
        return acknowledged(slack.presses(IDS[who], at, found.actionId, { stale: true }));
      }
      throw new Error(`No ${label} was ever shown.`);
    },
    customerSees: async () =>
      toCustomers().map(({ message }) => ({
        text: wordsOf(message),
        thread: message.threadTs,
        buttons: pressables(message.blocks).map((one) => one.label),
      })),
    cards: async () =>
      slack
        .roots(places.triage)
        .filter(ours)
        .map(see)
        .filter((seen) => !isNote(seen)),
    notes: async () => slack.roots(places.triage).filter(ours).map(see).filter(isNote),
    under: async (n) => under(cardAt(n)).map(see),
    async told(who) {
      const alone = slack.world.ephemerals.filter((one) => one.user === IDS[who]);
      return [...alone, ...directly(IDS[who])]
        .toSorted((a, b) => (a.ts < b.ts ? -1 : 1))
        .map((one) => wordsOf(one));
    },
    async redelivers(seed) {
      const random = seeded(seed);
      const again = slack.courier.sent
        .map((one) => one.parcel)
        .flatMap((parcel) => Array.from({ length: 1 + Math.floor(random() * 4) }, () => parcel))
        .map((parcel) => ({ parcel, order: random() }))
        .toSorted((a, b) => a.order - b.order);
      await Promise.all(again.map(({ parcel }) => slack.courier.carry(parcel)));
    },
    async [Symbol.asyncDispose]() {
      await slack.courier.settled();
      await door[Symbol.asyncDispose]();
      await slack.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function see(message: Message): Seen {
  const buttons = pressables(message.blocks).map((one) => one.actionId as Button);
  return { id: message.ts, text: wordsOf(message), buttons };
}

/** A choice as its select offers it, or as somebody makes it up. */
function chosen(message: Message, button: Button, value: string) {
  const select = pressables(message.blocks).find((one) => one.actionId === button);
  const options = (select?.element['options'] ?? []) as { value: string }[];
  return options.some((one) => one.value === value) ? { option: value } : { overrideOption: value };
}

/** Whether this button stands here, on this draft where one is named. */
function carries(blocks: readonly Block[], button: Button, draft: number | undefined): boolean {
  return pressables(blocks).some(
    (one) =>
      one.actionId === button &&
      (draft === undefined ||
        (JSON.parse(one.value ?? '{}') as { draft?: number }).draft === draft),
  );
}

function conversationOn(card: Message): string {
  const stages = [card.blocks, ...card.earlier.map((one) => one.blocks)];
  const value = stages.flatMap(pressables).find((one) => one.value)?.value ?? '{}';
  return (JSON.parse(value) as { conversation: string }).conversation;
}

/** A dialog once its skeleton has been replaced by what belongs in it. */
async function filled(look: () => View | undefined): Promise<View> {
  const end = performance.now() + 5_000;
  for (;;) {
    const view = look();
    if (view && view.earlier.length > 0) return view;
    if (performance.now() > end) throw new Error('No dialog was opened.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Numbers from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
