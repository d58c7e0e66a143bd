/** What may be asked of Warmline in private, the same on every door. */
export const COMMANDS = [
  'help',
  'queue',
  'mine',
  'why',
  'report',
  'define',
  'learn',
  'gaps',
  'hints',
  'kudos',
  'away',
  'back',
] as const;

export type Command = (typeof COMMANDS)[number];
