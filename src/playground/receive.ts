import type { Clock } from '../desk/clock.ts';
import type { Delivery, Desk, Time } from '../desk/ports.ts';
import type { Calendar } from '../support/handbook.ts';
import { sayToOthers } from '../support/questions.ts';
import { REPORT_MOVED, REPORTS_FOR_LEADS } from '../support/report/words.ts';
import { mayAct } from '../support/roles.ts';
import type { Labels } from '../support/wording.ts';
import { type Act, type Answer, ELSEWHERE, Refused } from './acts.ts';
import { answerCommand } from './commands.ts';
import { passTime } from './pass-time.ts';
import { type Player, personOf } from './people.ts';
import type { Reports } from './reports.ts';
import type { Room } from './room.ts';
import { HELP, type Said } from './state.ts';
import { deliver, type Notice, type Wording } from './understand.ts';
import { nameOf } from './wording.ts';

/** What an act needs around it. */
export interface Around {
  readonly room: Room;
  readonly desk: Desk;
  readonly reports: Reports;
  readonly labels: Labels;
  readonly clock: Clock;
  readonly cast: readonly Player[];
  readonly calendar: () => Calendar;
  readonly time: Time | undefined;
}

/** What became of an act: the message it concerns, hints that come first, or the whisper that holds a report. */
export interface Kept {
  readonly message?: string;
  readonly hints?: readonly string[];
  readonly report?: string;
}

/** Acts of which a repeat brings the very same delivery: retries of the last minutes. */
const REMEMBERED = 2_000;

/**
 * Makes acts happen: in the room at once, and through the desk's front door. The returned function resolves when
 * the desk has kept it, with the id of the message it concerns, if any; or with hints on a reply, which is kept when it comes
 * again. A repeated act is delivered again and shown once.
 * @throws Refused when nobody may do that here; anything else means that it was not kept: try again.
 */
export function receiver(around: Around): (act: Act) => Promise<Kept> {
  const { room, desk } = around;
  const delivered = new Map<string, { delivery: Delivery; said: Said | undefined }>();
  return async (act) => {
    if (act.do === 'clear') {
      room.clear();
      await room.save();
      return {};
    }
    if (act.do === 'command') {
      const report = await command(act, around);
      return report === undefined ? {} : { report };
    }
    if (act.do === 'share') {
      await share(act, around);
      return {};
    }
    if (act.do === 'pass-time') {
      await passTime(act.until, around);
      return {};
    }
    if (act.do === 'answer') await tellOthers(act, around);
    const hints = await hintsOn(act, around);
    if (hints.length > 0) return { hints };
    let known = delivered.get(act.id);
    if (!known) {
      known = happen(act, around);
      delivered.set(act.id, known);
      if (delivered.size > REMEMBERED) delivered.delete(delivered.keys().next().value!);
      await room.save();
    }
    const { delivery, said } = known;
    const written = act.do === 'write' ? said : undefined;
    try {
      await desk.accept(delivery);
    } catch (cause) {
      if (written) room.change(written, { delivery: 'failed' });
      throw cause;
    }
    if (written?.delivery) room.change(written, { delivery: undefined });
    return said ? { message: said.id } : {};
  };
}

/** What an agent may want to look at again before the reply they wrote is sent; once. */
async function hintsOn(act: Happening, { desk, cast }: Around): Promise<string[]> {
  if (act.do !== 'press' || act.button !== 'edit' || act.hinted) return [];
  const agent = known(cast, act.by);
  if (!mayAct(agent)) return [];
  const hints = await desk.hintsOn(act, act.text ?? '', agent);
  return hints.map(({ hint }) => hint);
}

/** Whoever pressed a button that somebody else was asked by learns that, alone. */
async function tellOthers(
  act: Extract<Act, { do: 'answer' }>,
  { room, desk, cast }: Around,
): Promise<void> {
  const actor = known(cast, act.by);
  const channel = channelOf(act, room);
  const place = { platform: 'playground', workspace: room.workspace(), channel } as const;
  const conversation = await desk.conversation(act.conversation);
  const text = sayToOthers(conversation, { question: act.question, place, actor });
  if (text === '' || room.state.whispers.some(({ effect }) => effect === act.id)) return;
  room.whisper({ to: actor.id, text, effect: act.id, beside: 'help' });
  await room.save();
}

type Happening = Exclude<Act, { do: 'clear' | 'command' | 'share' | 'pass-time' }>;

/** Lets it happen in the room and words the notice of it. */
function happen(
  act: Happening,
  { room, clock, cast }: Around,
): { delivery: Delivery; said: Said | undefined } {
  const by = known(cast, act.by).id;
  const from = { workspace: room.workspace(), by };
  switch (act.do) {
    case 'write': {
      if (![...room.state.channels, ...ELSEWHERE].includes(act.channel)) {
        throw new Refused(`There is no channel "${act.channel.slice(0, 40)}".`);
      }
      const said =
        room.state.said.find((one) => one.act === act.id) ??
        room.add({
          channel: act.channel,
          author: by,
          text: act.text,
          act: act.id,
          delivery: 'sending',
          ...(act.thread !== undefined && { thread: threadOf(room, act.channel, act.thread) }),
        });
      return told(act, said, { ...from, at: said.at, told: 'wrote', message: wording(said) });
    }
    case 'edit': {
      const said = own(room, act.message, by);
      if (said.text !== act.text) {
        room.change(said, { before: said.text, text: act.text, edits: (said.edits ?? 0) + 1 });
      }
      const at = clock.now();
      return told(act, said, {
        ...from,
        at,
        told: 'edited',
        message: wording(said),
        edits: said.edits ?? 0,
      });
    }
    case 'delete': {
      const said = own(room, act.message, by);
      const message = wording(said);
      room.change(said, { text: '', deleted: true });
      return told(act, said, { ...from, at: clock.now(), told: 'deleted', message });
    }
    case 'ask': {
      const said = room.said(act.message);
      if (!said || said.deleted) throw new Refused('This message is not here any more.');
      return told(act, said, {
        ...from,
        at: clock.now(),
        told: 'asked',
        message: wording(said),
        author: said.author,
      });
    }
    case 'press': {
      const { do: _, id: __, by: ___, hinted: ____, ...press } = act;
      const { button, value } = press;
      // Whether it counts is decided by the desk, and told if not.
      if (value && (button === 'learn' || button === 'decline-learning')) room.judged(by, value);
      return told(act, undefined, { ...from, at: clock.now(), told: 'pressed', press });
    }
    case 'answer': {
      const { do: _, id: __, by: ___, ...answer } = act;
      const channel = channelOf(answer, room);
      return told(act, undefined, { ...from, at: clock.now(), told: 'answered', channel, answer });
    }
    case 'open': {
      const { conversation, button } = act;
      return told(act, undefined, {
        ...from,
        at: clock.now(),
        told: 'opened',
        conversation,
        button,
      });
    }
    default:
      return act satisfies never;
  }
}

/**
 * Answered by the door alone, to the asker alone: nothing of it is the desk's to decide. Resolves with the whisper that holds a
 * report, if that was asked.
 */
async function command(act: Act & { do: 'command' }, around: Around): Promise<string | undefined> {
  const { room, desk, reports, labels, clock, cast } = around;
  const by = known(cast, act.by);
  const under = room.state.cards.find(({ id }) => id === act.card);
  const { report, ...answer } = await answerCommand(act.text, by, {
    workspace: room.workspace(),
    about: under?.conversation,
    desk,
    reports,
    zone: act.zone,
    labels,
    now: clock.now(),
  });
  const { id } = room.whisper({
    to: by.id,
    ...answer,
    command: act.text,
    ...(under && { card: under.id }),
    ...(report && { report: report.asked }),
  });
  if (report) reports.keep(id, report.made);
  if (report && act.beside) room.whisper({ to: by.id, text: REPORT_MOVED, beside: act.beside });
  await room.save();
  return report && id;
}

/** Posts a report in brief for the team, once: who may is asked again. What came of it only the presser is told. */
async function share(
  act: Act & { do: 'share' },
  { room, reports, cast, desk }: Around,
): Promise<void> {
  const by = known(cast, act.by);
  const tell = (text: string) => room.whisper({ to: by.id, text });
  const effect = `shared:${act.report}`;
  if (by.role !== 'lead') tell(REPORTS_FOR_LEADS);
  else {
    const of = { platform: 'playground', message: act.report, words: act.report } as const;
    const shared = await desk.shareOnce(of, async () => {
      const text = await reports.brief(act.report);
      room.note({ effect, lists: [], shared: { by: nameOf(by.name), text } });
      return true;
    });
    tell(`It stands in #triage ${shared ? 'now' : 'already'}.`);
  }
  await room.save();
}

function told(act: Happening, said: Said | undefined, notice: Notice) {
  return { delivery: deliver(act.id, notice), said };
}

function known(cast: readonly Player[], id: string) {
  const person = personOf(cast, id);
  if (!person) throw new Refused(`Nobody called "${id.slice(0, 40)}" plays here.`);
  return person;
}

/** Where the question stands that somebody answers. */
function channelOf({ conversation, question }: Answer, room: Room): string {
  const said = room.state.said.find(
    ({ asked }) => asked?.conversation === conversation && asked.question === question,
  );
  return said?.channel ?? HELP;
}

function own(room: Room, message: string, by: string): Said {
  const said = room.said(message);
  if (!said || said.deleted) throw new Refused('This message is not here any more.');
  if (said.author !== by) throw new Refused('Only its author can change a message.');
  return said;
}

/** The root of the thread somebody writes in: a reply to a reply is in the same thread. */
function threadOf(room: Room, channel: string, thread: string): string {
  if (channel === 'triage') {
    if (!room.state.cards.some((card) => card.id === thread)) {
      throw new Refused('This card is not here any more.');
    }
    return thread;
  }
  const root = room.said(thread);
  if (!root || root.channel !== channel) throw new Refused('This thread is not here any more.');
  return root.thread ?? root.id;
}

function wording({ id, at, channel, text, thread, before }: Said): Wording {
  return {
    id,
    at,
    channel,
    text,
    ...(thread !== undefined && { thread }),
    ...(before !== undefined && { before }),
  };
}
