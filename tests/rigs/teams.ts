import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Button } from '../../src/support/events.ts';
import type { TeamsConfig } from '../../src/teams/config.ts';
import { createTeams, type TeamsDoor } from '../../src/teams/teams.ts';
import { homeTenant, objectIds, people, places } from '../fake-teams/cast.ts';
import { type FakeTeams, type FakeTeamsOptions, startFakeTeams } from '../fake-teams/fake-teams.ts';
import { FILE_INFO } from '../fake-teams/files.ts';
import { type Pressable, pressables, wordsOf } from '../fake-teams/reading.ts';
import type { Post, Words } from '../fake-teams/state.ts';
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

export interface TeamsRig extends Rig {
  readonly teams: FakeTeams;
  readonly door: TeamsDoor;
  /** Where the door listens. */
  readonly url: string;
}

/** How a test may want the door and its Teams to differ from the usual. */
export interface TeamsRigOptions {
  readonly config?: Partial<TeamsConfig>;
  readonly fake?: FakeTeamsOptions;
  /** Milliseconds the door waits for Teams' answers. */
  readonly patience?: number;
  /** Whether dialogs can be opened; where not, the forms stand in the cards. */
  readonly dialogs?: boolean;
}

/** The Teams door, with a fake Teams on the other side. */
export const makeTeamsRig: MakeRig = (parts) => makeTeams(parts);

/** The same where dialogs cannot be opened. */
export const makeTeamsRigWithoutDialogs: MakeRig = (parts) => makeTeams(parts, { dialogs: false });

/** The rig with its Teams in reach, for tests of the door itself. */
export async function makeTeams(parts: RigParts, options: TeamsRigOptions = {}): Promise<TeamsRig> {
  const teams = await startFakeTeams({ clock: parts.clock, ...options.fake });
  const config: TeamsConfig = {
    auth: 'password',
    appId: teams.appId,
    tenantId: homeTenant,
    openIdMetadataUrl: teams.openIdMetadataUrl,
    supportChannels: [places.support],
    triageChannel: places.triage,
    targetedMessages: false,
    agents: [objectIds.ada, objectIds.sam],
    leads: [objectIds.lea],
    ...options.config,
  };
  const { dialogs = true, patience = 2_000 } = options;
  const signIn = config.auth === 'anonymous' ? {} : { credentials: teams.credentials as never };
  const door = await createTeams({ ...parts, config, patience, dialogs, ...signIn });
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const route = door.routes.find((one) => one.method === request.method && one.path === path);
    if (route) void route.handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  teams.courier.botUrl = `${url}/api/messages`;

  const channelId = { support: places.support, triage: places.triage, elsewhere: places.elsewhere };
  const ours = (post: Post) => post.from === teams.world.bot.id;
  const cardAt = (n: number) => {
    const card = teams.roots(places.triage).filter(ours)[n];
    if (!card) throw new Error(`There is no card ${n} in the triage channel.`);
    return card;
  };
  const under = (card: Post) => teams.posts(places.triage, card.id).filter(ours);
  const direct = (who: string) => teams.posts(who).filter(ours);
  const acknowledged = <T extends { ok: boolean }>(result: T): T => {
    if (!result.ok) throw new Error(`The door did not acknowledge: ${JSON.stringify(result)}`);
    return result;
  };

  const answered = async (who: Actor, ask: () => Promise<{ ok: boolean }>) => {
    const before = direct(IDS[who]).length;
    acknowledged(await ask());
    await until(() => direct(IDS[who]).length > before);
    return wordsOf(direct(IDS[who]).at(-1)!.words);
  };
  /** Such a button under the newest report that a lead was shown. */
  const underReport = (does: string) => {
    const is = (one: Pressable) => one.data['does'] === does;
    const post = direct(IDS['Lea Lead']).findLast((one) => pressables(one.words).some(is));
    if (!post) throw new Error(`No report with ${does} was shown.`);
    return { post, is };
  };

  /** What pressers under a question read at once. */
  const atOnce: { readonly who: Actor; readonly said: string }[] = [];
  const toCustomers = () =>
    [...teams.world.conversations.values()]
      .filter(
        (one) =>
          one.id !== places.triage &&
          (one.kind !== 'personal' || [people.nora, people.ben].some((p) => one.members.has(p))),
      )
      .flatMap((one) => teams.posts(one.id).filter(ours))
      .toSorted((a, b) => Number(a.id) - Number(b.id));

  return {
    teams,
    door,
    url,
    async writes(who, text, { thread, channel = 'support' } = {}) {
      const where = thread === undefined ? {} : { thread };
      const done = await teams.writes(IDS[who], channelId[channel], text, where);
      return acknowledged(done).id;
    },
    async edits(who, id, text) {
      acknowledged(await teams.edits(IDS[who], { conversation: places.support, id }, text));
    },
    async deletes(who, id) {
      acknowledged(await teams.softDeletes(IDS[who], { conversation: places.support, id }));
    },
    async presses(who, button, { card: n = 0, draft, text, messages, into, value, to } = {}) {
      const card = cardAt(n);
      const ref = { conversation: places.triage, id: card.id };
      if (to !== undefined && !STAFF.includes(to)) {
        const data = { button, conversation: conversationOn(card), to: idOf(to) };
        const action = { type: 'Action.Execute', verb: button, data };
        acknowledged(await teams.invokes(IDS[who], 'adaptiveCard/action', { action }, ref));
        return;
      }
      if (value !== undefined && !isOffered(parts, button, value)) {
        const data = { button, conversation: conversationOn(card), [INPUTS[button]!]: value };
        const action = { type: 'Action.Execute', verb: button, data };
        acknowledged(await teams.invokes(IDS[who], 'adaptiveCard/action', { action }, ref));
        return;
      }
      const shown = [...under(card).reverse(), card];
      const is = (one: Pressable) =>
        one.type !== 'Action.ShowCard' &&
        one.data['button'] === button &&
        (draft === undefined || one.data['draft'] === draft);
      const found =
        shown.find((post) => pressables(post.words).some(is)) ??
        shown.find((post) => post.earlier.some((words) => pressables(words).some(is)));
      if (!found) throw new Error(`No ${button} was ever shown on card ${n}.`);
      const filling = {
        edit: { reply: text ?? '' },
        regenerate: { hint: text ?? '' },
        split: { messages: messages ?? [] },
        merge: { into: into === undefined ? '' : conversationOn(cardAt(into)) },
        'correct-category': { category: value ?? '' },
        'correct-urgency': { urgency: value ?? '' },
        snooze: { until: value ?? '' },
        'edit-promise': { due: text ?? '' },
        'hand-on': { to: to === undefined ? '' : idOf(to) },
      }[button as string];
      const embedded = !dialogs && filling ? { filling } : {};
      const pressed = await teams.presses(
        IDS[who],
        { conversation: places.triage, id: found.id },
        is,
        { stale: true, ...embedded },
      );
      acknowledged(pressed);
      if (!pressed.dialog || !filling) return;
      acknowledged(await teams.submits(IDS[who], pressed.dialog.id, { filling }));
    },
    async opens(who, button, n = 0) {
      if (!dialogs) return false;
      const is = (one: Pressable) => one.data['button'] === button;
      const found = under(cardAt(n)).findLast((post) => pressables(post.words).some(is));
      if (!found) throw new Error(`No ${button} is shown under card ${n}.`);
      acknowledged(
        await teams.presses(IDS[who], { conversation: places.triage, id: found.id }, is),
      );
      return true;
    },
    async wondersWhy(who, n = 0) {
      const ref = { conversation: places.triage, id: cardAt(n).id };
      const is = (one: Pressable) => one.data['button'] === 'why';
      const pressed = acknowledged(await teams.presses(IDS[who], ref, is, { stale: true }));
      const content = (pressed.dialog?.value['card'] as { content?: object } | undefined)?.content;
      return content ? cardWords(content) : (pressed.said ?? '');
    },
    asks: (who, words) => answered(who, () => teams.writes(IDS[who], IDS[who], words)),
    reports: {
      asks: (who, words) =>
        answered(who, () => teams.writes(IDS[who], IDS[who], `report ${words}`)),
      async asksAmongCustomers(who, words) {
        const before = direct(IDS[who]).length;
        const options = { mention: true };
        acknowledged(await teams.writes(IDS[who], places.support, `report ${words}`, options));
        await until(() => direct(IDS[who]).length > before + 1);
        const told = direct(IDS[who]).slice(before);
        const [directly, here] = told.map((post) => wordsOf(post.words));
        return { here: here!, directly: directly! };
      },
      async shares(who) {
        const { post, is } = underReport('share');
        return acknowledged(await teams.presses(IDS[who], post, is)).said ?? '';
      },
      async takes(who, as) {
        const before = direct(IDS[who]).length;
        const { post, is } = underReport(as);
        acknowledged(await teams.presses(IDS[who], post, is));
        const offer = direct(IDS[who])[before];
        if (!offer) return undefined;
        const ack = await teams.consents(IDS[who], offer, 'accept');
        acknowledged(ack);
        await until(() => offer.words.attachments[0]?.contentType === FILE_INFO);
        const { uniqueId } = offer.words.attachments[0]!.content as { uniqueId: string };
        return teams.world.drives.get(uniqueId)?.content?.toString('utf8');
      },
    },
    async judges(who, button, { nth = 0, of = who } = {}) {
      const is = (one: Pressable) => one.data['button'] === button;
      const list = direct(IDS[of]).findLast((post) => pressables(post.words).some(is));
      if (!list) throw new Error(`${of} was shown no list.`);
      const ref = { conversation: list.conversation, id: list.id };
      acknowledged(await teams.presses(IDS[who], ref, is, { nth }));
    },
    async answers(who, label) {
      const is = (one: Pressable) => one.title === label;
      const found = toCustomers().findLast((post) =>
        [post.words, ...post.earlier].some((words) => pressables(words).some(is)),
      );
      if (!found) throw new Error(`No ${label} was ever shown.`);
      const at = { conversation: found.conversation, id: found.id };
      const { said, ack } = acknowledged(await teams.presses(IDS[who], at, is, { stale: true }));
      if (said !== undefined && ack.ok) atOnce.push({ who, said });
    },
    customerSees: async () =>
      toCustomers().map((post) => ({
        text: wordsOf(post.words).replace(/\n$/, ''),
        thread: post.thread,
        buttons: pressables(post.words).map((one) => one.title),
      })),
    cards: async () =>
      teams
        .roots(places.triage)
        .filter(ours)
        .map(see)
        .filter((seen) => !isNote(seen)),
    notes: async () => teams.roots(places.triage).filter(ours).map(see).filter(isNote),
    under: async (n) => under(cardAt(n)).map(see),
    told: async (who) => [
      ...direct(IDS[who]).map((post) => wordsOf(post.words)),
      ...atOnce.filter((one) => one.who === who).map(({ said }) => said),
    ],
    async redelivers(seed) {
      const random = seeded(seed);
      const again = teams.courier.sent
        .flatMap(({ activity }) =>
          Array.from({ length: 1 + Math.floor(random() * 4) }, () => activity),
        )
        .map((activity) => ({ activity, order: random() }))
        .toSorted((a, b) => a.order - b.order);
      await Promise.all(again.map(({ activity }) => teams.courier.carry(activity)));
    },
    async [Symbol.asyncDispose]() {
      await teams.courier.settled();
      await door[Symbol.asyncDispose]();
      await teams.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const STAFF: readonly Actor[] = ['Ada Agent', 'Sam Agent', 'Lea Lead'];

/** What the door calls somebody. */
function idOf(who: Actor): string {
  const key = who.split(' ')[0]!.toLowerCase() as keyof typeof objectIds;
  return `${homeTenant}/${objectIds[key]}`;
}

function see(post: Post): Seen {
  const buttons = pressables(post.words)
    .filter((one) => one.type !== 'Action.OpenUrl' && one.type !== 'Action.ShowCard')
    .map((one) => one.data['button'] as Button);
  // A line with nothing but a space is a blank line.
  return { id: post.id, text: wordsOf(post.words).replace(/^ +$/gm, ''), buttons };
}

/** Where a choice travels in a form. */
const INPUTS: Readonly<Partial<Record<Button, string>>> = {
  'correct-category': 'category',
  'correct-urgency': 'urgency',
  snooze: 'until',
};

/** Whether a form offers this, or somebody makes it up. */
function isOffered({ handbook }: RigParts, button: Button, value: string): boolean {
  const names = handbook.categories.map(({ name }) => name);
  const offered: Readonly<Partial<Record<Button, readonly string[]>>> = {
    'correct-category': names,
    snooze: ['1h', 'tomorrow', 'next week'],
  };
  return (offered[button] ?? ['p1', 'p2', 'p3', 'p4']).includes(value);
}

function cardWords(content: object): string {
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content };
  return wordsOf({ text: '', textFormat: 'plain', attachments: [attachment], entities: [] });
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 5_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error('No answer came.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function conversationOn(card: Post): string {
  const stages: Words[] = [card.words, ...card.earlier];
  const found = stages.flatMap(pressables).find((one) => one.data['conversation']);
  return String(found?.data['conversation'] ?? '');
}

/** Numbers from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
