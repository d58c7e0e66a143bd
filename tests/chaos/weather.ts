/** What goes wrong with a call to a platform: both fakes understand it. */
type Trouble =
  | { readonly status: 429; readonly retryAfter: number }
  | { readonly status: 500 | 503 }
  | { readonly slow: number }
  | 'hang'
  | 'drop'
  | 'accept-then-hang'
  | 'accept-then-drop';

const TROUBLES: readonly Trouble[] = [
  { status: 429, retryAfter: 1 },
  { status: 500 },
  { status: 503 },
  { slow: 200 },
  'hang',
  'drop',
  'accept-then-hang',
  'accept-then-drop',
];

/** A platform on a bad day: one call in so many goes wrong. */
export interface Weather {
  /** @param toCustomer whether something was to be said to a customer */
  trouble(toCustomer: boolean): Trouble | undefined;
  /** Calls that went wrong. */
  readonly troubles: number;
  /** What reached customers without the application being told. */
  readonly untold: number;
}

/** @param oneIn as it is on the whole; of what is said to customers four times as many go wrong. */
export function badWeather(random: (below: number) => number, oneIn = 40): Weather {
  let troubles = 0;
  let untold = 0;
  return {
    trouble(toCustomer) {
      if (random(toCustomer ? oneIn / 4 : oneIn) !== 0) return undefined;
      const trouble = TROUBLES[random(TROUBLES.length)]!;
      troubles++;
      if (toCustomer && String(trouble).startsWith('accept')) untold++;
      return trouble;
    },
    get troubles() {
      return troubles;
    },
    get untold() {
      return untold;
    },
  };
}
