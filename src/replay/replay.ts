import type { Delivery, Desk, Door, Understood } from '../desk/ports.ts';
import type { Conversation, Place } from '../support/conversation.ts';
import { openDraft } from '../support/conversation.ts';
import { type Button, CUSTOMER_BUTTONS, type Event } from '../support/events.ts';
import type { Person } from '../support/roles.ts';
import type { Author, Input } from './input.ts';
import type { Journal } from './journal.ts';

type Message = Extract<Input, { type: 'message' }>;
type Press = Extract<Input, { type: 'press' }>;

/** The lead of a history in which none is named. */
const SOMEBODY = 'lead';

/** A history in place of a platform: its lines come in, and what would leave is written down. */
export interface ReplayDoor extends Door {
  /** The delivery of a line; its number names a press. */
  deliver(line: Input, number: number): Delivery;
  /** Why lines could not be played since somebody last looked, by their numbers. */
  takeFaults(): { readonly line: number; readonly error: string }[];
}

export function createReplay({ desk, journal }: { desk: Desk; journal: Journal }): ReplayDoor {
  /** Where each message stands, by its id. */
  const places = new Map<string, Place>();
  const leads = new Set<string>();
  let faults: { line: number; error: string }[] = [];

  const conversationOf = (message: string): Promise<Conversation | undefined> => {
    const place = places.get(message);
    return place ? desk.inThread({ ...place, thread: message }) : Promise.resolve(undefined);
  };

  const pressed = async (press: Press, number: number, id: string): Promise<Understood> => {
    const conversation = await conversationOf(press.of);
    const into = press.into == null ? undefined : await conversationOf(press.into);
    const missing = conversation
      ? press.into != null && !into
        ? press.into
        : undefined
      : press.of;
    if (!conversation || missing !== undefined) {
      const error = `no conversation has the message ${JSON.stringify(missing)} at that time`;
      faults.push({ line: number, error });
      return { ignored: error };
    }
    return { event: pressOn(conversation, into, press, id) };
  };

  return {
    platform: 'replay',
    deliver(line, number) {
      const { id } = personOf(line);
      if (line.role === 'lead') leads.add(id);
      if (line.type === 'message') places.set(line.id, placeOf(line));
      const name = line.type === 'message' ? `${line.channel}/${line.id}` : String(number);
      return {
        id: `${line.type}/${name}`,
        platform: 'replay',
        lane: 'replay',
        body: JSON.stringify({ line, number }),
      };
    },
    async understand({ id, body }) {
      const { line, number } = JSON.parse(body) as { line: Input; number: number };
      return line.type === 'press' ? pressed(line, number, id) : wrote(line, id);
    },
    async perform(effect, stage) {
      journal.left(effect, stage, 'person' in effect && leads.has(effect.person));
      return undefined;
    },
    // A history says nothing of who was of the team: whoever its policy names was.
    staff: async (ids) =>
      (ids === 'leads' ? (leads.size > 0 ? [...leads] : [SOMEBODY]) : ids).map((id) => {
        const role = leads.has(id) || id === SOMEBODY ? 'lead' : 'agent';
        return { id, name: id, role };
      }),
    find: async () => 'absent',
    async postNote(note, how) {
      journal.posted(note, how);
      return undefined;
    },
    takeFaults() {
      const taken = faults;
      faults = [];
      return taken;
    },
  };
}

function wrote(line: Message, id: string): Understood {
  const author = personOf(line);
  if (author.role === 'bot') return { ignored: 'a bot wrote it' };
  const type = author.role === 'customer' ? 'customer.wrote' : 'team.wrote';
  const { at, text } = line;
  const message = { id: line.id, author, at, text, files: [] };
  return { event: { type, id, at, place: placeOf(line), message } };
}

/** A press on the conversation as it stands: on the draft that agents see there, where the button is a draft's. */
function pressOn(
  { id: conversation, drafts, ...rest }: Conversation,
  into: Conversation | undefined,
  press: Press,
  id: string,
): Event {
  const { at, text, value, messages } = press;
  const answer = CUSTOMER_BUTTONS.find((one) => one === press.button);
  if (answer) {
    const asked = rest.questions?.findLast(({ choices }) =>
      choices.some((one) => one.button === answer),
    );
    return {
      type: 'customer.pressed',
      id,
      at,
      conversation,
      actor: personOf(press),
      place: rest.place,
      question: asked?.number ?? 0,
      button: answer,
      ...(value != null && { value }),
    };
  }
  const button = press.button as Button;
  const draft = openDraft({ id: conversation, drafts, ...rest }) ?? drafts.at(-1);
  return {
    type: 'agent.pressed',
    id,
    at,
    conversation,
    actor: personOf(press),
    button,
    // Whoever pressed in a history is not there to be asked again.
    meant: true,
    ...(draft && { draft: draft.number }),
    ...(text != null && { text }),
    ...(value != null && { value }),
    // A history says whom it went to, and that they could have it.
    ...(button === 'hand-on' &&
      value != null && { receiver: { id: value, name: value, role: 'agent' } }),
    ...(messages != null && { messages }),
    ...(into && { into: into.id }),
  };
}

function placeOf({ id, channel, thread }: Message): Place {
  const inThread = thread != null && thread !== id;
  return { platform: 'replay', workspace: 'history', channel, ...(inThread && { thread }) };
}

function personOf({ author, role }: { author: Author; role: Person['role'] }): Person {
  const { id, name = id } = typeof author === 'object' ? author : { id: author };
  return { id, name, role };
}
