/**
 * Numbers by which a conversation can be known without its id: equal ids have equal ones. Of two that are not, one in four thousand
 * million has the same mark; hardly any, one in 2⁶⁴, the same check as well.
 */

/** 32 bits, FNV-1a over UTF-16. */
export function markOf(conversation: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < conversation.length; i++) {
    hash = Math.imul(hash ^ conversation.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** 32 bits, mixed and finished as MurmurHash3 does over UTF-16: what makes two marks equal does not make these. */
export function checkOf(conversation: string): number {
  let hash = conversation.length;
  for (let i = 0; i < conversation.length; i++) {
    const sign = Math.imul(conversation.charCodeAt(i), 0xcc9e2d51);
    hash ^= Math.imul((sign << 15) | (sign >>> 17), 0x1b873593);
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
