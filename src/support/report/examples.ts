import type { Instant } from '../conversation.ts';
import type { Page } from './page.ts';

/** The latest conversation of each group, by which one can tell how its people are called. */
export interface Examples {
  see(page: Page, group: number, matter: number, at: Instant): void;
  /** A page is done with: nothing of it is held. */
  leave(page: Page): void;
  of(group: number): string;
}

export function createExamples(): Examples {
  const latest: { at: Instant; conversation: string }[] = [];
  let here = new Map<number, { at: Instant; matter: number }>();
  return {
    see({ matters }, group, matter, at) {
      const known = here.get(group);
      if (known === undefined) {
        here.set(group, { at, matter });
        return;
      }
      if (at < known.at || matter === known.matter) return;
      const later =
        at > known.at || matters.conversation(matter) > matters.conversation(known.matter);
      if (later) here.set(group, { at, matter });
    },
    leave({ matters }) {
      for (const [group, { at, matter }] of here) {
        const known = latest[group];
        const conversation = matters.conversation(matter);
        const later =
          known === undefined ||
          at > known.at ||
          (at === known.at && conversation > known.conversation);
        if (later) latest[group] = { at, conversation };
      }
      here = new Map();
    },
    of: (group) => latest[group]?.conversation ?? '',
  };
}
