import { type KeptEffect, slotOf } from '../support/effects.ts';

/** So many parts of conversations are remembered, those shown last. */
const MOST = 2_000;

/** In which version the parts of conversations were shown last: by this process, and for a while. */
export interface Shown {
  /** Whether what an effect is to show stands there already, since it was shown as it stood later than the decision. */
  covers(conversation: string, effect: KeptEffect): boolean;
  /** It was shown as it stood in this version. */
  keep(conversation: string, effect: KeptEffect, version: number): void;
}

/**
 * Where a platform is slow or several decisions follow one another, one call shows what they all came to: platforms count calls.
 * What was forgotten, or shown by another process, is shown once more.
 */
export function createShown(): Shown {
  const versions = new Map<string, number>();
  const nameOf = (conversation: string, effect: KeptEffect) => `${conversation} ${slotOf(effect)}`;
  return {
    covers(conversation, effect) {
      const shown = versions.get(nameOf(conversation, effect));
      return shown !== undefined && shown >= versionOf(effect);
    },
    keep(conversation, effect, version) {
      if (!effect.type.startsWith('show-')) return;
      const name = nameOf(conversation, effect);
      versions.delete(name);
      versions.set(name, version);
      if (versions.size <= MOST) return;
      const [oldest] = versions.keys();
      versions.delete(oldest!);
    },
  };
}

/** Of the decision that it follows from: its id is `conversation/version/position`. */
function versionOf({ id }: KeptEffect): number {
  return Number(id.split('/').at(-2));
}
