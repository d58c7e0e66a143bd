import type { Conversation } from '../../support/conversation.ts';

/** One state of a conversation. */
export interface Version {
  readonly id: string;
  readonly version: number;
}

/** Characters of the documents whose conversations are remembered. */
const MOST = 8 * 1024 * 1024;

/** Conversations as they were when they were last read or written, until they are too many. */
export interface Remembered {
  /** The very same object as before, if it is of this version. */
  get(id: string, version: number): Conversation | undefined;
  keep(conversation: Conversation, length: number): void;
}

/** @param most characters of documents */
export function remembered(most = MOST): Remembered {
  const known = new Map<string, { conversation: Conversation; length: number }>();
  let kept = 0;

  const take = (id: string) => {
    const before = known.get(id);
    known.delete(id);
    kept -= before?.length ?? 0;
    return before;
  };
  const keep = (conversation: Conversation, length: number) => {
    take(conversation.id);
    known.set(conversation.id, { conversation, length });
    kept += length;
    for (const oldest of known.keys()) {
      if (kept <= most) break;
      take(oldest);
    }
  };

  return {
    keep,
    get(id, version) {
      const found = take(id);
      if (found?.conversation.version !== version) return undefined;
      keep(found.conversation, found.length);
      return found.conversation;
    },
  };
}

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
  const known = remembered(most);
  const read = ({ id, version }: Version) => {
    const found = known.get(id, version);
    if (found) return found;
    const document = load(id);
    const conversation = JSON.parse(document) as Conversation;
    known.keep(conversation, document.length);
    return conversation;
  };
  return Object.assign(read, { written: known.keep });
}
