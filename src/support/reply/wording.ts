import { type Conversation, customerMessages } from '../conversation.ts';
import type { Handbook, Wording } from '../handbook.ts';
import type { Placeholder } from './situations.ts';

/** Wordings already picked for one reply, and those nobody should read again. */
export interface Picker {
  /** A wording of the situation, filled; undefined when the handbook has none. */
  pick(situation: string, values: Partial<Record<Placeholder, string>>): string | undefined;
  /** The ids of all that was picked, as a draft's `template`. */
  template(): string;
}

const SEPARATOR = ' + ';

/**
 * Picks wordings for a conversation: always the same ones for the same state of it, and of several the one that
 * it and `avoid` used least.
 */
export function createPicker(
  conversation: Conversation,
  handbook: Handbook,
  language: string,
  avoid: readonly string[] = [],
): Picker {
  const uses = new Map<string, number>();
  for (const template of [...avoid, ...conversation.drafts.map((draft) => draft.template)]) {
    for (const id of template.split(SEPARATOR)) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  // The same words by the same person get the same reply on every platform, whose ids differ.
  const said = `${conversation.customer.name}/${customerMessages(conversation)[0]?.text ?? ''}`;
  const picked: string[] = [];
  return {
    pick(situation, values) {
      const wordings = handbook.replies[language]?.[situation] ?? [];
      const start = hash(`${said}/${situation}`);
      const inTurn = wordings.map((_, i) => wordings[(start + i) % wordings.length]!);
      const [wording] = inTurn.sort((a, b) => (uses.get(a.id) ?? 0) - (uses.get(b.id) ?? 0));
      if (wording === undefined) return undefined;
      picked.push(wording.id);
      return fill(wording, values);
    },
    template: () => picked.join(SEPARATOR),
  };
}

/** Puts the values in. Without a name the sentence closes over the gap: "Hi {name}," becomes "Hi,". */
function fill({ text }: Wording, values: Partial<Record<Placeholder, string>>): string {
  const named = values.name ? text : text.replace(/,?[ \t]*\{name\}/g, '');
  const filled = named.replace(/\{(\w+)\}/g, (_, key: Placeholder) => values[key] ?? '');
  return filled.slice(0, 1).toUpperCase() + filled.slice(1);
}

/** FNV-1a: spreads conversations evenly over the wordings. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}
