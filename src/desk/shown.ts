import type { Conversation } from '../support/conversation.ts';
import { type KeptEffect, slotOf } from '../support/effects.ts';

/** So many parts of conversations are remembered, those shown last. */
const MOST = 2_000;

/** In which version the parts of conversations were shown last: by this process, and for a while. */
export interface Shown {
  /** Whether what an effect is to show stands there already, since it was shown as it stood later than the decision. */
  covers(conversation: Conversation, effect: KeptEffect): boolean;
  /** It was shown as it stands there. */
  keep(conversation: Conversation, effect: KeptEffect): void;
}

/**
 * Where a platform is slow or several decisions follow one another, one call shows what they all came to: platforms count calls.
 * What was forgotten, or shown by another process, is shown once more.
 */
export function createShown(): Shown {
  const versions = new Map<string, number>();
  const nameOf = ({ id }: Conversation, effect: KeptEffect) => `${id} ${slotOf(effect)}`;
  return {
    covers(conversation, effect) {
      const shown = versions.get(nameOf(conversation, effect)) ?? 0;
      // A store that has lost its last writes counts from where it stands.
      return shown >= versionOf(effect) && shown <= conversation.version;
    },
    keep(conversation, effect) {
      if (!effect.type.startsWith('show-')) return;
      const name = nameOf(conversation, effect);
      versions.delete(name);
      versions.set(name, conversation.version);
      if (versions.size <= MOST) return;
      versions.delete(versions.keys().next().value!);
    },
  };
}

/** Of the decision that it follows from: its id is `conversation/version/position`. */
function versionOf({ id }: KeptEffect): number {
  return Number(id.split('/').at(-2));
}
