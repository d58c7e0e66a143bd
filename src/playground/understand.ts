import type { Delivery, Understood } from '../desk/ports.ts';
import type { Instant, Message, Place } from '../support/conversation.ts';
import type { WritingButton } from '../support/events.ts';
import { type Answer, ELSEWHERE, type Press } from './acts.ts';
import { type Player, personOf } from './people.ts';

/** What a delivery of the playground says. All of it is fixed when it happens, so a repeat says the same. */
export type Notice = { readonly workspace: string; readonly by: string; readonly at: Instant } & (
  | { readonly told: 'wrote'; readonly message: Wording }
  | { readonly told: 'edited'; readonly message: Wording; readonly edits: number }
  | { readonly told: 'deleted'; readonly message: Wording }
  | { readonly told: 'asked'; readonly message: Wording; readonly author: string }
  | { readonly told: 'pressed'; readonly press: Press }
  | {
      readonly told: 'opened';
      readonly conversation: string;
      readonly button: WritingButton;
    }
  | { readonly told: 'answered'; readonly channel: string; readonly answer: Answer }
);

/** A message as it read at that moment. */
export interface Wording {
  readonly id: string;
  readonly at: Instant;
  readonly channel: string;
  readonly text: string;
  readonly thread?: string;
  readonly before?: string;
}

/** The delivery that carries a notice. One lane: the room is small and its order is what people see. */
export function deliver(act: string, notice: Notice): Delivery {
  return {
    id: act,
    platform: 'playground',
    lane: 'playground:local:help',
    body: JSON.stringify(notice),
  };
}

/** Facts out of a delivery: who wrote or pressed is looked up again, whatever the delivery says. */
export function understand(delivery: Delivery, cast: readonly Player[]): Understood {
  const notice = JSON.parse(delivery.body) as Notice;
  const { workspace, at } = notice;
  const person = personOf(cast, notice.by);
  if (!person) return { ignored: 'nobody of this name plays here' };
  if (notice.told === 'pressed') {
    const { press } = notice;
    // Whom it goes to is looked up again too.
    const receiver = press.button === 'hand-on' && personOf(cast, press.value ?? '');
    const event = { type: 'agent.pressed', id: delivery.id, at, actor: person, ...press } as const;
    return { event: receiver ? { ...event, receiver } : event };
  }
  if (notice.told === 'opened') {
    const { conversation, button } = notice;
    return {
      event: { type: 'dialog.opened', id: delivery.id, at, actor: person, conversation, button },
    };
  }
  if (notice.told === 'answered') {
    const place: Place = { platform: 'playground', workspace, channel: notice.channel };
    const { answer } = notice;
    return {
      event: { type: 'customer.pressed', id: delivery.id, at, actor: person, place, ...answer },
    };
  }
  const { message } = notice;
  if (ELSEWHERE.includes(message.channel))
    return { ignored: `#${message.channel} is not a support channel` };
  const place: Place = {
    platform: 'playground',
    workspace,
    channel: message.channel,
    ...(message.thread !== undefined && { thread: message.thread }),
  };
  const id = `playground:${workspace}:${message.channel}:${message.id}`;
  const whole: Message = {
    id: message.id,
    author: person,
    at: message.at,
    text: message.text,
    files: [],
    ...(message.before !== undefined && { before: message.before }),
  };
  switch (notice.told) {
    case 'wrote': {
      const type = person.role === 'customer' ? 'customer.wrote' : 'team.wrote';
      return { event: { type, id, at, place, message: whole } };
    }
    case 'edited':
      if (person.role !== 'customer') return { ignored: 'the team edited its own words' };
      return {
        event: {
          type: 'customer.edited',
          id: `${id}:edited:${notice.edits}`,
          at,
          place,
          message: whole,
        },
      };
    case 'deleted':
      if (person.role !== 'customer') return { ignored: 'the team deleted its own words' };
      return {
        event: { type: 'customer.deleted', id: `${id}:deleted`, at, place, message: message.id },
      };
    case 'asked': {
      const author = personOf(cast, notice.author);
      if (!author) return { ignored: 'only words of a person can be answered' };
      return {
        event: {
          type: 'draft.requested',
          id: delivery.id,
          at,
          actor: person,
          place,
          message: { ...whole, author },
        },
      };
    }
    default:
      return notice satisfies never;
  }
}
