const SAID =
  /\b(?:pass ?word|passcode|pass ?phrase|pwd|api[ _-]?key|secret(?:[ _-]?key)?|access[ _-]?token|token)\s*(?:\bis\b\s*:?|[:=])\s*["'`]?(?!\w+(?:ed|ing)\b)([^\s"'`]{4,200})/gi;
/** The shapes that the keys of well-known services have. */
const SHAPED =
  /\b(?:sk|pk|rk)_(?:live|test)_\w{8,}|\bAKIA[0-9A-Z]{12,}|\bgh[pousr]_\w{16,}|\bxox[abprs]-[\w-]{10,}|\bsk-[\w-]{16,}|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/;

/** Whether somebody has put a password or a key into a message, where it can be read by others. */
export function showsSecret(text: string): boolean {
  const plain = text.slice(0, 8_000).replace(/[ \t]+/g, ' ');
  if (SHAPED.test(plain)) return true;
  // "My password is wrong" gives nothing away; a secret holds a digit or a sign.
  return [...plain.matchAll(SAID)].some(([, value]) => /\d|\w[^\w\s.,;:!?'’)-]/.test(value ?? ''));
}
