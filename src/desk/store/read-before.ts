import type { Conversation } from '../../support/conversation.ts';

/** One state of a conversation. */
export interface Version {
  readonly id: string;
  readonly version: number;
}

/** Characters of the documents whose conversations are remembered. */
const MOST = 8 * 1024 * 1024;

/** Reads a conversation at this version. */
interface ReadBefore {
  (row: Version): Conversation;
  /** It was just written, as a document of so many characters: nobody need read it. */
  written(conversation: Conversation, length: number): void;
}

/**
 * Conversations that were read or written before. A version is parsed once at most, and then is the very same object: a busy
 * channel is looked at for every message in it, and most of it has not changed since the one before.
 * @param load the document of a conversation
 */
export function readBefore(load: (id: string) => string, most = MOST): ReadBefore {
  const known = new Map<string, { conversation: Conversation; length: number }>();
  let kept = 0;

  const take = (id: string) => {
    const before = known.get(id);
    known.delete(id);
    kept -= before?.length ?? 0;
    return before;
  };

  const keep = (read: { conversation: Conversation; length: number }) => {
    known.set(read.conversation.id, read);
    kept += read.length;
    for (const oldest of known.keys()) {
      if (kept <= most) break;
      take(oldest);
    }
  };

  const read = ({ id, version }: Version) => {
    let before = take(id);
    if (before?.conversation.version !== version) {
      const document = load(id);
      before = { conversation: JSON.parse(document) as Conversation, length: document.length };
    }
    keep(before);
    return before.conversation;
  };

  return Object.assign(read, {
    written(conversation: Conversation, length: number) {
      take(conversation.id);
      keep({ conversation, length });
    },
  });
}
