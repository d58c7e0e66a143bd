import type { Conversation } from '../../support/conversation.ts';

/** A row of a conversation. */
export interface Document {
  readonly id: string;
  readonly document: string;
}

/** Characters of documents whose conversations are remembered. */
const MOST = 8 * 1024 * 1024;

/**
 * Conversations out of their documents. One that is read again unchanged is the very same object: a busy channel is read
 * for every message in it, and most of it has not changed since the one before.
 */
export function createParser(most = MOST): (row: Document) => Conversation {
  const known = new Map<string, { document: string; conversation: Conversation }>();
  let kept = 0;

  const forget = (id: string) => {
    kept -= known.get(id)?.document.length ?? 0;
    known.delete(id);
  };

  return ({ id, document }) => {
    const before = known.get(id);
    const same = before?.document === document ? before : undefined;
    const conversation = same?.conversation ?? (JSON.parse(document) as Conversation);
    forget(id);
    known.set(id, { document, conversation });
    kept += document.length;
    for (const oldest of known.keys()) {
      if (kept <= most) break;
      forget(oldest);
    }
    return conversation;
  };
}
