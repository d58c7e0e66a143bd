import type { Room } from '../src/playground/room.ts';
import type { Said } from '../src/playground/state.ts';
import type { Conversation, Message, Place } from '../src/support/conversation.ts';
import type { Button, CustomerButton, Pressed } from '../src/support/events.ts';
import type { Person } from '../src/support/roles.ts';
import type { Stage } from './stage.ts';

/** What people do on a platform: in the room at once, and at the desk's front door. */
export interface Hands {
  /** Resolves with what was said, once the desk has it. */
  writes(by: Person, channel: string, text: string, thread?: string): Promise<Said>;
  edits(by: Person, said: Said, text: string): Promise<void>;
  deletes(by: Person, said: Said): Promise<void>;
  presses(by: Person, on: Conversation, button: Button, more?: Partial<Pressed>): Promise<void>;
  answers(
    by: Person,
    on: Conversation,
    question: number,
    choice: { readonly button: CustomerButton; readonly value?: string },
  ): Promise<void>;
}

export function openHands({ stage, room }: { stage: Stage; room: Room }): Hands {
  let presses = 0;
  const nextPress = () => `simulated-${stage.now()}-${presses++}`;
  const placeOf = ({ channel, thread }: Pick<Said, 'channel' | 'thread'>): Place => ({
    platform: 'playground',
    workspace: room.workspace(),
    channel,
    ...(thread === undefined ? {} : { thread }),
  });
  const idOf = ({ channel, id }: Said) => `playground:${room.workspace()}:${channel}:${id}`;
  const messageOf = (author: Person, { id, at, text, before }: Said): Message => ({
    ...{ id, author, at, text, files: [] },
    ...(before === undefined ? {} : { before }),
  });

  return {
    async writes(by, channel, text, thread) {
      const inThread = thread === undefined ? {} : { thread };
      const said = room.add({ channel, author: by.id, text, ...inThread });
      const type = by.role === 'customer' ? 'customer.wrote' : 'team.wrote';
      const message = messageOf(by, said);
      const event = { type, id: idOf(said), at: said.at, place: placeOf(said), message } as const;
      await stage.happens(event, channel);
      return said;
    },
    async edits(by, said, text) {
      room.change(said, { before: said.text, text, edits: (said.edits ?? 0) + 1 });
      const id = `${idOf(said)}:edited:${said.edits}`;
      const message = messageOf(by, said);
      const at = stage.now();
      const event = { type: 'customer.edited', id, at, place: placeOf(said), message } as const;
      await stage.happens(event, said.channel);
    },
    async deletes(_, said) {
      room.change(said, { text: '', deleted: true });
      await stage.happens(
        {
          type: 'customer.deleted',
          id: `${idOf(said)}:deleted`,
          at: stage.now(),
          place: placeOf(said),
          message: said.id,
        },
        said.channel,
      );
    },
    presses: (actor, { id: conversation, place }, button, more = {}) =>
      stage.happens(
        {
          ...{ type: 'agent.pressed', id: nextPress(), at: stage.now() },
          // Nobody is there who could be asked again.
          ...{ conversation, actor, button, meant: true },
          ...more,
        },
        place.channel,
      ),
    answers: (actor, { id: conversation, place }, question, { button, value }) =>
      stage.happens(
        {
          ...{ type: 'customer.pressed', id: nextPress(), at: stage.now() },
          ...{ conversation, actor, place, question, button },
          ...(value === undefined ? {} : { value }),
        },
        place.channel,
      ),
  };
}
