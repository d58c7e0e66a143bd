import { now } from './state.js';

/** Local time of day, such as 09:05. */
export function clock(at) {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
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
  if (minutes < 1) return 'under a minute';
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
