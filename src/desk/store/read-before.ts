import type { Conversation } from '../../support/conversation.ts';

/** One state of a conversation. */
export interface Version {
  readonly id: string;
  readonly version: number;
}

/** Characters of the documents whose conversations are remembered. */
const MOST = 8 * 1024 * 1024;

/**
 * Conversations that were read before. A version is read and parsed once, and then is the very same object: a busy channel
 * is looked at for every message in it, and most of it has not changed since the one before.
 * @param load the document of a conversation
 */
export function readBefore(
  load: (id: string) => string,
  most = MOST,
): (row: Version) => Conversation {
  const known = new Map<string, { conversation: Conversation; length: number }>();
  let kept = 0;

  const take = (id: string) => {
    const before = known.get(id);
    known.delete(id);
    kept -= before?.length ?? 0;
    return before;
  };

  return ({ id, version }) => {
    let read = take(id);
    if (read?.conversation.version !== version) {
      const document = load(id);
      read = { conversation: JSON.parse(document) as Conversation, length: document.length };
    }
    known.set(id, read);
    kept += read.length;
    for (const oldest of known.keys()) {
      if (kept <= most) break;
      take(oldest);
    }
    return read.conversation;
  };
}
