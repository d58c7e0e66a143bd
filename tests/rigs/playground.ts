import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Player, STANDINGS } from '../../src/playground/people.ts';
import { createPlayground, type PlaygroundParts } from '../../src/playground/playground.ts';
import type { CellView, SheetView } from '../../src/playground/sheet-view.ts';
import type { RoomState } from '../../src/playground/state.ts';
import type { CardView, ItemView } from '../../src/playground/views.ts';
import type { Actor, MakeRig, Rig, RigParts, Seen } from '../rig.ts';

const CAST: readonly (Player & { readonly name: Actor })[] = [
  { id: 'nora', name: 'Nora Customer', standing: STANDINGS.customer },
  { id: 'ben', name: 'Ben Customer', standing: STANDINGS.customer },
  { id: 'gus', name: 'Gus Guest', standing: STANDINGS.guest },
  { id: 'ada', name: 'Ada Agent', standing: STANDINGS.agent },
  { id: 'sam', name: 'Sam Agent', standing: STANDINGS.agent },
  { id: 'lea', name: 'Lea Lead', standing: STANDINGS.lead },
  { id: 'cole', name: 'Cole Colleague', standing: STANDINGS.colleague },
];

/** The playground behind a real HTTP port, played as its page plays it. */
export const makePlaygroundRig: MakeRig = async (parts) => makePlayground(parts);

/** The rig with its address, for tests of the port itself. */
export async function makePlayground(
  parts: RigParts & Pick<PlaygroundParts, 'time'>,
): Promise<Rig & { readonly url: string }> {
  const door = await createPlayground({ ...parts, cast: CAST });
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const route = door.routes.find((one) => one.method === request.method && one.path === path);
    if (route) void route.handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const acts: object[] = [];

  const post = async (act: object): Promise<{ message?: string }> => {
    const response = await fetch(`${url}/playground/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`The playground answered ${response.status}: ${answer}`);
    return JSON.parse(answer) as { message?: string };
  };
  const play = async (act: object) => {
    const whole = { id: crypto.randomUUID(), ...act };
    acts.push(whole);
    return post(whole);
  };
  const room = () => readRoom(url);
  const cardAt = async (n: number) => {
    const card = (await room()).cards[n];
    if (!card) throw new Error(`There is no card ${n} in the triage channel.`);
    return card;
  };

  const asksReport = async (who: Actor, words: string, where: object = {}) => {
    await play({ do: 'command', by: idOf(who), text: `/support report ${words}`, ...where });
    const { whispers } = await room();
    const answer = whispers.findLast((one) => one.to === idOf(who) && !one.beside)!;
    if (!answer.report) return answer.text;
    const response = await fetch(`${url}/playground/report?id=${answer.id}`);
    return [answer.text, ...wordsIn((await response.json()) as SheetView)].join('\n');
  };
  const newestReport = async () => (await room()).whispers.findLast((one) => one.report)!;

  return {
    url,
    door,
    async writes(who, text, { thread, channel = 'support' } = {}) {
      const name = { support: 'help', triage: 'triage', elsewhere: 'random' }[channel];
      const { message } = await play({
        do: 'write',
        by: idOf(who),
        channel: name,
        text,
        ...(thread !== undefined && { thread }),
      });
      return message!;
    },
    async edits(who, message, text) {
      await play({ do: 'edit', by: idOf(who), message, text });
    },
    async deletes(who, message) {
      await play({ do: 'delete', by: idOf(who), message });
    },
    async presses(who, button, { card = 0, draft, text, messages, into, value, to } = {}) {
      const { conversation, items } = await cardAt(card);
      const newest = items.map((item) => item.view).findLast((view) => view.is === 'draft');
      // Without an open draft, "regenerate" stands on the card itself.
      const onDraft = button === 'send' || button === 'edit' || newest?.buttons.includes(button);
      const promise = items.map((item) => item.view).findLast((view) => view.is === 'promise');
      const number = draft ?? (onDraft ? newest?.number : undefined);
      const posts = items.flatMap((item) => (item.view.is === 'lesson' ? [item.view.lesson] : []));
      const judges = button === 'learn' || button === 'decline-learning';
      const about = judges ? posts.at(-1) : undefined;
      const meant = button.endsWith('-promise') ? promise?.id : (value ?? about);
      await play({
        do: 'press',
        by: idOf(who),
        button,
        conversation,
        ...(number !== undefined && { draft: number }),
        ...(text !== undefined && { text }),
        ...(messages !== undefined && { messages }),
        ...(meant !== undefined && { value: meant }),
        ...(to !== undefined && { value: idOf(to) }),
        ...(into !== undefined && { into: (await cardAt(into)).conversation }),
      });
    },
    async opens(who, button, card = 0) {
      const { conversation } = await cardAt(card);
      await play({ do: 'open', by: idOf(who), button, conversation });
      return true;
    },
    async wondersWhy(who, n = 0) {
      const { conversation, view } = await cardAt(n);
      const { onAgentRoster } = CAST.find((one) => one.name === who)!.standing;
      // As the page does: whoever may not know asks in vain.
      if (onAgentRoster) return view.why.map(({ about, words }) => `${about}: ${words}`).join('\n');
      await play({ do: 'press', by: idOf(who), button: 'why', conversation });
      return '';
    },
    async asks(who, words) {
      await play({ do: 'command', by: idOf(who), text: `/support ${words}` });
      const { whispers } = await room();
      const answer = whispers.findLast((one) => one.to === idOf(who))!;
      return [answer.text, ...(answer.lessons ?? []).flatMap((one) => [one.text, one.words])].join(
        '\n',
      );
    },
    reports: {
      asks: (who, words) => asksReport(who, words),
      async asksAmongCustomers(who, words) {
        const directly = await asksReport(who, words, { beside: 'help' });
        const { whispers } = await room();
        const beside = whispers.filter((one) => one.to === idOf(who) && one.beside === 'help');
        return { here: beside.map((one) => one.text).join('\n'), directly };
      },
      async shares(who) {
        const { id } = await newestReport();
        await play({ do: 'share', by: idOf(who), report: id });
        return (await room()).whispers.findLast((one) => one.to === idOf(who))!.text;
      },
      async takes(who, as) {
        const { id, to } = await newestReport();
        // The page shows what was whispered to its reader, and no button of others.
        if (to !== idOf(who)) return undefined;
        const response = await fetch(`${url}/playground/report/file?id=${id}&as=${as}`);
        return response.ok ? response.text() : undefined;
      },
    },
    async judges(who, button, { nth = 0, of = who } = {}) {
      const { whispers } = await room();
      const list = whispers.findLast((one) => one.to === idOf(of) && one.lessons)?.lessons;
      const { id: value, conversation } = list![nth]!;
      await play({ do: 'press', by: idOf(who), button, conversation, value });
    },
    async answers(who, label) {
      const { said } = await room();
      for (const { asked } of said.toReversed()) {
        if (!asked) continue;
        const { conversation, question: number } = asked;
        const { questions } = (await parts.desk.conversation(conversation))!;
        const question = questions!.find((one) => one.number === number)!;
        const choice = question.choices.find((one) => one.label === label);
        if (!choice) continue;
        const { button, value } = choice;
        const act = { by: idOf(who), conversation, question: number, button, value };
        return void (await play({ do: 'answer', ...act }));
      }
      throw new Error(`No ${label} was ever shown.`);
    },
    async customerSees() {
      const { said } = await room();
      return said
        .filter((one) => one.author === 'warmline')
        .map(({ text, thread, asked }) => ({
          text: [text, asked?.chosen].filter(Boolean).join('\n\n'),
          thread,
          buttons: (asked?.choices ?? []).map((choice) => choice.label),
        }));
    },
    async cards() {
      return (await room()).cards.map(({ id, view }) => ({ id, ...seeCard(view) }));
    },
    async under(card) {
      return (await cardAt(card)).items.map(({ id, view }) => ({ id, ...seeItem(view) }));
    },
    async notes() {
      return (await room()).notes.map(({ id, lists, shared }) => ({
        id,
        text: [
          ...(shared ? [`📊 ${shared.by} shares a report`, shared.text] : []),
          ...lists.flatMap(({ title, next, lines }) => [
            title,
            next,
            ...lines.map(({ who, says }) => `${who} · ${says}`),
          ]),
        ].join('\n'),
        buttons: [],
      }));
    },
    async told(who) {
      const { whispers } = await room();
      return whispers.filter((one) => one.to === idOf(who)).map((one) => one.text);
    },
    async redelivers(seed) {
      const random = seeded(seed);
      const again = acts.flatMap((act) =>
        Array.from({ length: 1 + Math.floor(random() * 4) }, () => act),
      );
      for (let i = again.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [again[i], again[j]] = [again[j]!, again[i]!];
      }
      await Promise.all(again.map(post));
    },
    async [Symbol.asyncDispose]() {
      await door[Symbol.asyncDispose]();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The room as a page that was just opened sees it. */
export async function readRoom(url: string): Promise<RoomState> {
  const abort = new AbortController();
  const response = await fetch(`${url}/playground/live`, { signal: abort.signal });
  let text = '';
  for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
    text += part;
    if (/^data: .*\n\n/m.test(text)) break;
  }
  abort.abort();
  return JSON.parse(/^data: (.*)$/m.exec(text)![1]!) as RoomState;
}

/** All words of a sheet as the page lays it out, but for those that its pictures draw. */
function wordsIn({ title, about, parts }: SheetView): string[] {
  const words = (cell: CellView) =>
    typeof cell === 'string' ? cell : 'text' in cell ? cell.text : String(cell.at);
  const body = parts.flatMap((part): string[] => {
    switch (part.is) {
      case 'figures':
        return part.figures.map(({ name, value, change, n }) => `${name} ${value} ${n} ${change}`);
      case 'table': {
        const rows = part.table.rows.map((row) => row.map(words).join(' '));
        return [part.table.title, part.table.columns.map((one) => one.title).join(' '), ...rows];
      }
      case 'chart':
        return [part.chart.title, part.chart.alt];
      default:
        return [part.text];
    }
  });
  return [title, about.map(words).join(''), ...body];
}

/** All words of a card as the page lays it out. */
function seeCard(view: CardView): Omit<Seen, 'id'> {
  const owner = view.owner ? `Owner: ${view.owner} ${view.ownerAbsent?.is ?? ''}`.trim() : '';
  const words = [
    view.customer,
    '#help',
    view.category,
    view.urgencyWords,
    view.pace ? `${view.pace.is} ${view.pace.clock}` : '',
    view.snoozedUntil === undefined ? '' : '💤 snoozed',
    ...view.flags,
    ...view.escalations.map((one) => one.words),
    view.said,
    view.statusWords,
    owner,
    view.because,
    ...view.promises,
    ...view.deeds.map((deed) => deed.words),
  ];
  const buttons = [...view.triageButtons, ...view.buttons];
  return { text: words.filter(Boolean).join('\n'), buttons };
}

function seeItem(view: ItemView): Omit<Seen, 'id'> {
  switch (view.is) {
    case 'draft': {
      const hints = view.hints.map((one) => one.hint);
      const notes = view.buttons.length > 0 ? view.notes : [];
      return {
        text: [view.text, view.words, ...notes, ...hints].join('\n'),
        buttons: view.buttons,
      };
    }
    case 'message': {
      const files = view.files.map((file) => `${file.name} ${file.url}`);
      const words = [view.words, view.before, view.text, ...files];
      return { text: words.filter(Boolean).join('\n'), buttons: [] };
    }
    case 'lesson':
      return { text: view.text, buttons: view.buttons };
    case 'promise':
      return { text: view.words, buttons: view.buttons };
    case 'note':
      return { text: view.text, buttons: [] };
    default:
      return view satisfies never;
  }
}

function idOf(who: Actor): string {
  return CAST.find((one) => one.name === who)!.id;
}

/** Numbers from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
