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
  /** From here on nothing goes wrong. */
  calm(): void;
  /** Calls that went wrong. */
  readonly troubles: number;
  /** What reached customers without the application being told. */
  readonly untold: number;
}

function isLimit(trouble: Trouble): boolean {
  return typeof trouble === 'object' && 'retryAfter' in trouble;
}

/** Of the limits that the team would meet, so many are left. */
const LIMITS_ONE_IN = 50;
/** Of what is said to customers more goes wrong than of the rest. */
const ONE_IN = 40;
const ONE_IN_TO_CUSTOMERS = 10;

/** @param hangs whether some calls are never answered: each takes as long as the application is patient */
export function badWeather(random: (below: number) => number, hangs: boolean): Weather {
  const possible = TROUBLES.filter((trouble) => hangs || !String(trouble).endsWith('hang'));
  let troubles = 0;
  let untold = 0;
  let calm = false;
  return {
    trouble(toCustomer) {
      if (calm || random(toCustomer ? ONE_IN_TO_CUSTOMERS : ONE_IN) !== 0) return undefined;
      let trouble = possible[random(possible.length)]!;
      // Where all cards go, a limit is for all that wait there: now and then, or the day is spent waiting for turns.
      if (isLimit(trouble) && !toCustomer && random(LIMITS_ONE_IN) !== 0) trouble = { slow: 200 };
      troubles++;
      if (toCustomer && String(trouble).startsWith('accept')) untold++;
      return trouble;
    },
    calm() {
      calm = true;
    },
    get troubles() {
      return troubles;
    },
    get untold() {
      return untold;
    },
  };
}
