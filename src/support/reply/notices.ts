import type { Conversation, Instant } from '../conversation.ts';
import type { Intent, Occasion } from '../effects.ts';
import type { Handbook } from '../handbook.ts';
import { languageWith } from './language.ts';
import { firstNameOf } from './name.ts';
import { type Scene, setScene } from './scene.ts';
import { createPicker, type Picker, type Values } from './wording.ts';

/** What the desk itself says to the customer on an occasion, in the words of its situation; nothing where the handbook has no wording for it. */
export function notice(
  about: Occasion,
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
  situation: string = about,
): Intent[] {
  const text = noticePicker(conversation, handbook, at).pick(situation);
  return text ? [{ type: 'send-notice', place: conversation.place, text, about }] : [];
}

/** Picks what the desk itself says in this conversation as it stands; of several wordings one that is not in `avoid`. */
export function noticePicker(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
  avoid: readonly string[] = [],
): Picker {
  // What a matter is called is dear to find, and few of these words speak of it.
  let scene: Scene | undefined;
  const seen = () => {
    scene ??= setScene(conversation, handbook, at, '');
    return scene;
  };
  const values: Values = {
    name: firstNameOf(conversation.customer.name),
    team: handbook.policy.team,
    get problem() {
      return seen().problem.names[0] ?? '';
    },
    get by() {
      return seen().by;
    },
  };
  const language = languageWith(conversation, handbook);
  return createPicker(conversation, handbook, language, values, avoid);
}
