import type { Instant } from '../../../src/support/conversation.ts';
import type { Button, Pressed } from '../../../src/support/events.ts';
import type { Policy } from '../../../src/support/handbook.ts';
import type { Staffer } from '../../../src/support/ownership/staff.ts';
import type { Person } from '../../../src/support/roles.ts';
import { handbook } from '../stage.ts';
import { timeline } from '../time/timeline.ts';

/** One conversation through the shifts of a team; `staff` is what the desk knows of them, and may change. */
export function shiftStory(start: Instant, policy: Policy, staff: Staffer[]) {
  const line = timeline(start, { ...handbook, policy }, { staff });
  const story = {
    staff,
    effects: line.effects,
    facts: line.facts,
    get now() {
      return line.now;
    },
    get owner() {
      return line.now?.owner?.id;
    },
    /** Words to an agent that have left, oldest first. */
    get said() {
      return line.effects.flatMap((one) =>
        'text' in one && one.type !== 'send-reply' ? [one.text] : [],
      );
    },
    /** Lets time pass until then, with what is due on the way. */
    passTo(until: Instant) {
      line.passTo(until);
      return story;
    },
    pass: (hours: number) => story.passTo(line.at + hours * 3_600_000),
    writes(text: string) {
      line.writes(text);
      return story.passTo(line.at);
    },
    presses(actor: Person, button: Button, more: Partial<Pressed> = {}) {
      line.presses(button, actor, more);
      return story.passTo(line.at);
    },
    opens(actor: Person, others: readonly Person[], button: string) {
      line.happens({ type: 'dialog.opened', conversation: line.now.id, actor, others, button });
    },
    /** Somebody comes or goes. */
    turns() {
      line.happens({ type: 'presence.changed', conversation: line.now.id, staff });
      return story.passTo(line.at);
    },
  };
  return story;
}
