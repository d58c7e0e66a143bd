import type { Json } from './state.ts';

/** What a bot asks of the connector. */
export type Operation =
  | 'send'
  | 'update'
  | 'delete'
  | 'create'
  | 'members'
  | 'paged-members'
  | 'member'
  | 'team'
  | 'channels';

/**
 * How an operation goes wrong:
 * a `status` refuses and does nothing; `acceptThen` does what was asked and then says that it failed;
 * `hang` never answers and does nothing; `accept-then-hang` and `accept-then-drop` do what was asked but the bot is
 * not told; `drop` cuts the connection and does nothing; `slow` answers after so many milliseconds.
 */
export type How =
  | { readonly status: 429; readonly retryAfter?: number }
  | { readonly status: number; readonly code?: string }
  | { readonly acceptThen: 412 | 500 | 502 | 504 }
  | { readonly slow: number }
  | 'hang'
  | 'drop'
  | 'accept-then-hang'
  | 'accept-then-drop';

export interface Misbehaviour {
  readonly operation: Operation;
  /** How many calls go wrong (default 1). */
  readonly times?: number;
  readonly how: How;
  /** Only calls with such a body, in such a conversation. */
  readonly when?: (body: Json, conversation: string) => boolean;
}

/** What goes wrong with a call, if anything: asked of every call of which the script says nothing. */
export type Whim = (operation: Operation, body: Json, conversation: string) => How | undefined;

/** A script of things to go wrong, in the order given. */
export interface Script {
  add(misbehaviour: Misbehaviour): void;
  follow(whim: Whim): void;
  /** What goes wrong with this call, if anything; uses it up. */
  next(operation: Operation, body: Json, conversation: string): How | undefined;
  clear(): void;
}

export function createScript(): Script {
  let planned: (Misbehaviour & { left: number })[] = [];
  let whim: Whim | undefined;
  return {
    follow(next) {
      whim = next;
    },
    add: (misbehaviour) => void planned.push({ ...misbehaviour, left: misbehaviour.times ?? 1 }),
    next(operation, body, conversation) {
      const due = planned.find(
        (one) => one.operation === operation && (one.when?.(body, conversation) ?? true),
      );
      if (!due) return whim?.(operation, body, conversation);
      due.left -= 1;
      if (due.left <= 0) planned = planned.filter((one) => one !== due);
      return due.how;
    },
    clear: () => {
      planned = [];
      whim = undefined;
    },
  };
}
