// What every store keeps beside a document, and derives from it.

import type { Conversation } from '../../support/conversation.ts';
import { audienceOf, type KeptEffect } from '../../support/effects.ts';
import { channelKey } from '../../support/grouping.ts';
import type { KeptLesson } from '../../support/lessons.ts';
import type { Round } from '../../support/rounds/round.ts';
import type { Ref } from '../ports.ts';
import { customerKey, type DueTimer, ownerKey } from './store.ts';

/** Of an owner's conversations, those in which nobody waits lie beyond this: no instant is as late. */
export const AT_EASE = 4e15;

/**
 * In which lists a conversation is found, and where in each.
 * @param touched when something last happened to it
 */
export function placesOf(conversation: Conversation, touched: number): Map<string, number> {
  const { place, customer, openedAt, waitingSince } = conversation;
  const owner = ownerKey(conversation);
  const places = new Map([
    [`customer:${customerKey(place.platform, place.workspace, customer.id)}`, openedAt],
    [`channel:${channelKey(place)}`, touched],
  ]);
  if (waitingSince !== undefined) places.set('waiting', waitingSince);
  if (owner !== null) places.set(`owner:${owner}`, waitingSince ?? AT_EASE + openedAt);
  return places;
}

type Timed = Pick<Conversation | Round, 'id' | 'timers'>;

/** The timers that a decision takes away, and those that it sets. */
export function changedTimers(
  before: Timed | undefined,
  next: Timed,
): { readonly gone: readonly DueTimer[]; readonly set: readonly DueTimer[] } {
  return { gone: timersWithout(before, next), set: timersWithout(next, before) };
}

function timersWithout(some: Timed | undefined, others: Timed | undefined): DueTimer[] {
  if (!some) return [];
  const known: Record<string, number> = { ...others?.timers };
  return Object.entries<number>(some.timers)
    .filter(([name, due]) => known[name] !== due)
    .map(([name, due]) => ({ conversation: some.id, name, due }));
}

/** What a conversation teaches, for one look at all. */
export function keptLessons({ id, lessons = [] }: Conversation): KeptLesson[] {
  return lessons.map((lesson) => ({ ...lesson, conversation: id }));
}

/** Effects of one lane leave in order. */
export function laneOfEffect(conversation: string, effect: KeptEffect): string {
  // Whoever cannot be reached keeps nobody else waiting.
  const isForOne = effect.type === 'post-note' && effect.to !== 'triage';
  return `${conversation}/${isForOne ? `to:${effect.to.id}` : audienceOf(effect)}`;
}

/** Where something was posted. */
export function placeName({ channel, id }: Ref): string {
  return JSON.stringify([channel, id]);
}
