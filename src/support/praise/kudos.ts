import { short } from './sharing.ts';

/** How far back thanks are listed, in days, and how many. */
export const KUDOS_DAYS = 90;
const MOST_LISTED = 10;

/** Thanks of a customer, as long as their words stand. */
export interface Kudos {
  /** ISO date. */
  readonly on: string;
  readonly customer: string;
  /** Whom they named, where they named somebody. */
  readonly to?: string;
  readonly words: string;
}

/** What whoever asks for kudos reads: their own; leads read all. */
export function sayKudos(kudos: readonly Kudos[], all: boolean): string {
  const days = `in the last ${KUDOS_DAYS} days`;
  if (kudos.length === 0) {
    return all
      ? `No customer has thanked anybody by name or for a deed ${days}.`
      : `No customer has thanked you by name ${days}.`;
  }
  const lines = kudos.slice(0, MOST_LISTED).map(({ on, customer, to, words }) => {
    const whom = all ? ` to ${to ?? 'the team'}` : '';
    return `💐 ${on} · ${customer || 'A customer'}${whom}: “${short(words)}”`;
  });
  const more = kudos.length - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n');
}

export function saySwitchedKudos(wanted: boolean): string {
  return wanted
    ? 'From now on you are named where customers’ thanks to you are shared. “kudos off” ends that.'
    : 'You are not named where customers’ thanks are shared; you read them yourself with “kudos”.';
}
