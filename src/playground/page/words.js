import { now } from './state.js';

// Made once: making one takes a hundred times as long as what it is made for, and a page has hundreds of times on it.
const time = { hour: 'numeric', minute: '2-digit' };
const TIME = new Intl.DateTimeFormat([], time);
const DAY_AND_TIME = new Intl.DateTimeFormat([], {
  ...{ weekday: 'short', day: 'numeric', month: 'short' },
  ...time,
});

/** Local time of day, such as 09:05; of another day than today, with that: Mon, 2 Mar, 09:05. */
export function clock(at) {
  const today = new Date(at).toDateString() === new Date(now()).toDateString();
  return today ? TIME.format(at) : dayAndTime(at);
}

/** Such as Mon, 2 Mar, 09:05. */
export function dayAndTime(at) {
  return DAY_AND_TIME.format(at);
}

/** A line in which instants stand in angle brackets, with the reader's own time in their place. */
export function timed(line) {
  return line.replace(/<(\d+)>/g, (_, at) => clock(Number(at)));
}

/** How long ago, in the unit that tells most. */
export function since(at) {
  return lasting(now() - at);
}

/** How long until then. */
export function until(at) {
  return lasting(at - now());
}

function lasting(milliseconds) {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

export function firstName(name) {
  return name.split(' ')[0];
}

export const ROLES = {
  customer: 'Customer',
  agent: 'Agent',
  lead: 'Lead',
  colleague: 'Colleague',
  bot: 'App',
};

/** Whether this card may be merged into that one: the same customer's, and still there. */
export function canTake(into, card) {
  const { customerId, status } = into.view;
  return into.id !== card.id && status !== 'merged' && customerId === card.view.customerId;
}
