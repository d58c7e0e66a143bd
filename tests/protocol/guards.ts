/** What holds the promises up. A test takes each away and sees which promise falls. */
export const GUARDS = {
  'kept before acknowledged': 'a platform is told that an event is safe only after it was stored',
  'repeats absorbed': 'a delivery whose id is known is not kept again',
  'lanes in order': 'deliveries of one lane are decided one after the other',
  'one to a lane': 'nobody else gets a delivery of a lane before the lease of whoever has it ends',
  'event check': 'a commit is refused when its event was decided before',
  'version check': 'a commit is refused when somebody committed since it read',
  'version check of what is ignored': 'that nothing follows is refused just so',
  'timer check': 'a ring is refused when its timer does not stand any more',
  'decide knows its timers': 'a ring that the conversation does not wait for is ignored',
  'one write': 'a decision and its effects are kept together',
  'one at a time': 'nobody else gets an effect before its lease ends',
  'one lane, one head': 'an effect waits until the one before it is settled',
  'marked before sent': 'from its claim on, an effect may have arrived',
  'look before repeating':
    'what may have arrived is looked for, or asked about, before it is sent again',
  'look at the clock': 'who has had it for half its lease or longer does not begin to send',
  'wait before looking': 'what may still be on its way is looked for when it must have arrived',
  'holder puts back': 'only whose claim it is may have it tried again or given up',
  /** Assumed: nobody can see to it that it is so. */
  'short way': 'what is sent arrives, or never does, within half a lease',
} as const;
export type Guard = keyof typeof GUARDS;
export type Guards = ReadonlySet<Guard>;

/** The protocol as it is. */
export const GUARDED: Guards = new Set(Object.keys(GUARDS) as Guard[]);
