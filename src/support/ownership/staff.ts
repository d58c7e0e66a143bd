import type { Instant } from '../conversation.ts';
import type { Person } from '../roles.ts';

/** Away by their own word; without `until` for as long as they do not say that they are back. */
export interface Away {
  readonly until?: Instant;
}

/** An agent or lead, with what the desk knows of them beyond one conversation. */
export interface Staffer {
  readonly person: Person;
  /** Conversations of theirs in which a customer waits for us. */
  readonly open: number;
  /** When they were last given one; absent where they never were. */
  readonly assignedAt?: Instant;
  /** Absent where they are not. */
  readonly away?: Away;
}

/** Why an owner is not there, and until when, where that is known. `left`: they are no agent any more. */
export interface Absence {
  readonly is: 'off shift' | 'away' | 'left';
  readonly until?: Instant;
}
