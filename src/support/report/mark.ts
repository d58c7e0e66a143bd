/** A number by which a conversation can be known: equal ids have equal ones, others seldom. 32 bits, FNV-1a over UTF-16. */
export function markOf(conversation: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < conversation.length; i++) {
    hash = Math.imul(hash ^ conversation.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
