import { type Conversation, customerMessages } from '../conversation.ts';
import type { Handbook, Wording } from '../handbook.ts';
import type { Placeholder } from './situations.ts';

/** Wordings already picked for one reply, and those nobody should read again. */
export interface Picker {
  /** A wording of the situation, filled; undefined when the handbook has none. */
  pick(situation: string): string | undefined;
  /** The ids of all that was picked, as a draft's `template`. */
  template(): string;
}

/** What fills the placeholders: an empty name where none is known, and nothing that the situation does not know. */
export type Values = Readonly<Partial<Record<Placeholder, string>>>;

/** Between the ids of a draft's wordings. */
export const TEMPLATE_SEPARATOR = ' + ';

/**
 * Picks wordings for a conversation: always the same ones for the same state of it, and of several the one that
 * it and `avoid` used least.
 */
export function createPicker(
  conversation: Conversation,
  handbook: Handbook,
  language: string,
  values: Values,
  avoid: readonly string[] = [],
): Picker {
  const uses = new Map<string, number>();
  for (const template of [...avoid, ...conversation.drafts.map((draft) => draft.template)]) {
    for (const id of template.split(TEMPLATE_SEPARATOR)) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  // The same words by the same person get the same reply on every platform, whose ids differ.
  const said = `${conversation.customer.name}/${customerMessages(conversation)[0]?.text ?? ''}`;
  const picked: string[] = [];
  return {
    pick(situation) {
      const wordings = handbook.replies[language]?.[situation] ?? [];
      const start = hash(`${said}/${situation}`);
      const inTurn = wordings.map((_, i) => wordings[(start + i) % wordings.length]!);
      const [wording] = inTurn.sort((a, b) => (uses.get(a.id) ?? 0) - (uses.get(b.id) ?? 0));
      if (wording === undefined) return undefined;
      picked.push(wording.id);
      return fill(wording, values);
    },
    template: () => picked.join(TEMPLATE_SEPARATOR),
  };
}

/** A template's wordings of questions: what the reply asks the customer for. */
export function asksFor(template: string): string[] {
  return template
    .split(TEMPLATE_SEPARATOR)
    .flatMap((id) => /\/ask-([^/]+)\/\d+$/.exec(id)?.[1] ?? []);
}

/** Where a name would stand, with what only makes sense beside it. */
const NAME = /[,、]?[ \t\u202f]*\{name\}(?:様|さん)?/g;

/** Puts the values in. Without a name the sentence closes over the gap: "Hi {name}," becomes "Hi,". */
function fill({ text }: Wording, values: Values): string {
  const named = values.name ? text : text.replace(NAME, '').replace(/^[,、\s]+/, '');
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
