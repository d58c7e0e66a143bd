import type { Json } from './state.ts';

/**
 * How a Web API method goes wrong:
 * `hang` never answers and does nothing; `accept-then-hang` and `accept-then-drop` do what was asked but the bot is
 * not told; `drop` cuts the connection and does nothing; `slow` answers after so many milliseconds.
 */
export type How =
  | { readonly status: 429; readonly retryAfter: number }
  | { readonly status: 500 | 502 | 503 }
  | { readonly error: string }
  | { readonly slow: number }
  | 'hang'
  | 'drop'
  | 'accept-then-hang'
  | 'accept-then-drop';

export interface Misbehaviour {
  /** A Web API method, such as `chat.postMessage`. */
  readonly method: string;
  /** How many calls go wrong (default 1). */
  readonly times?: number;
  readonly how: How;
  /** Only calls with such arguments. */
  readonly when?: (args: Json) => boolean;
}

/** What goes wrong with a call, if anything: asked of every call of which the script says nothing. */
export type Whim = (method: string, args: Json) => How | undefined;

/** A script of things to go wrong, in the order given. */
export interface Script {
  add(misbehaviour: Misbehaviour): void;
  follow(whim: Whim): void;
  /** What goes wrong with this call, if anything; uses it up. */
  next(method: string, args: Json): How | undefined;
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
    next(method, args) {
      const due = planned.find((one) => one.method === method && (one.when?.(args) ?? true));
      if (!due) return whim?.(method, args);
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
