import type { Delivery, Understood } from '../desk/ports.ts';
import { at, isJson, type Json, parseJson, textAt } from '../support/json.ts';
import { isTargeted } from './activity.ts';
import { answerIn, understandAnswer } from './answers.ts';
import {
  type MessageParts,
  understandDeletion,
  understandMessage,
  understandUpdate,
} from './messages.ts';
import { understandExtension, understandPress } from './presses.ts';

/** What a delivery says. Anything unknown is ignored, with the reason. */
export async function understand(delivery: Delivery, parts: MessageParts): Promise<Understood> {
  const activity = parseJson(delivery.body);
  if (!activity) return { ignored: 'not JSON' };
  const pressed = textAt(activity, 'type') === 'invoke' || isSubmit(activity);
  if (!pressed && isTargeted(activity)) {
    return { ignored: 'said to the bot alone, answered when it came' };
  }
  const answer = pressed ? answerIn(activity) : undefined;
  if (answer) return understandAnswer(activity, delivery.id, answer, parts);
  switch (textAt(activity, 'type')) {
    case 'message':
      // A press from a client that knows no Action.Execute is a message with a value and no words.
      return isSubmit(activity)
        ? understandPress(activity, delivery.id, parts)
        : understandMessage(activity, parts);
    case 'messageUpdate':
      return understandUpdate(activity, parts);
    case 'messageDelete':
      return understandDeletion(activity, parts);
    case 'invoke':
      return textAt(activity, 'name').startsWith('composeExtension/')
        ? understandExtension(activity, delivery.id, parts)
        : understandPress(activity, delivery.id, parts);
    default:
      return { ignored: `an activity of type ${textAt(activity, 'type')}` };
  }
}

export function isSubmit(activity: Json): boolean {
  return isJson(at(activity, 'value')) && textAt(activity, 'replyToId') !== '';
}
