import type { Conversation } from '../../support/conversation.ts';
import { type KeptEffect, slotOf } from '../../support/effects.ts';
import type { Event } from '../../support/events.ts';
import { taught } from '../../support/lessons.ts';
import { dayOf } from '../../support/report/page.ts';
import type { Round } from '../../support/rounds/round.ts';
import type { Delivery } from '../ports.ts';
import { changedTimers, keptLessons, laneOfEffect } from './derived.ts';
import { indexed } from './redis-index.ts';
import { type KeyOf, timerName } from './redis-keys.ts';
import { type Commit, type Kept, raisedDelivery } from './store.ts';

/**
 * The words that the script `commit` takes: what a decision takes for granted, and every write that follows from it.
 * @param document of its conversation; of the same version, that was looked at alone
 */
export function commitWords(c: Commit, document: string | undefined, key: KeyOf): string[] {
  const { conversation, round } = c;
  const of = conversation ?? round;
  const documents = [
    ...(conversation ? [[documentOf(conversation.next), versionOf(conversation.before)]] : []),
    ...(round ? [[roundOf(round.next), versionOf(round.before)]] : []),
  ];
  return [
    c.event,
    String(c.at),
    c.timer ? timerName(c.timer) : '',
    ...(c.delivery ? settledWords(c.delivery) : ['', '', '']),
    ...counted(documents),
    ...counted(c.claims.map(({ key: name, was }) => [name, was ?? ''])),
    ...counted(writesOf(c, document, key).map((command) => [String(command.length), ...command])),
    ...counted(of ? c.effects.map((effect) => effectWords(of.next.id, effect)) : []),
    ...counted(c.raised.map((event) => deliveryWords(raisedDelivery(event)))),
  ];
}

export function deliveryWords(delivery: Omit<Kept, 'number' | 'attempts'> | Delivery): string[] {
  return [delivery.id, delivery.lane, JSON.stringify(delivery)];
}

export function raisedWords(event: Event | undefined): string[] {
  return event ? deliveryWords(raisedDelivery(event)) : [];
}

export function lessonField(conversation: string, id: string): string {
  return `${conversation}\n${id}`;
}

export const documentOf = ({ id }: { readonly id: string }) => `conversation:${id}`;
export const roundOf = ({ id }: { readonly id: string }) => `round:${id}`;

function counted(parts: readonly (readonly string[])[]): string[] {
  return [String(parts.length), ...parts.flat()];
}

function versionOf(before: { readonly version: number } | undefined): string {
  return String(before?.version ?? 0);
}

function settledWords({ number, lane, id }: Kept): string[] {
  return [String(number), lane, id];
}

function effectWords(conversation: string, effect: KeptEffect): string[] {
  const shows = effect.type.startsWith('show-') ? '1' : '';
  return [
    laneOfEffect(conversation, effect),
    slotOf(effect),
    shows,
    JSON.stringify({ conversation, effect }),
  ];
}

/** In one command: a script takes no more than some thousand words at once, and one that fails half way is not undone. */
const MOST_PAIRS = 1_000;

/** Commands, each with its words. */
function writesOf(c: Commit, document: string | undefined, key: KeyOf): string[][] {
  const writes: string[][] = [];
  for (let i = 0; i < c.claims.length; i += MOST_PAIRS) {
    const some = c.claims.slice(i, i + MOST_PAIRS);
    writes.push(['HSET', key('name'), ...some.flatMap(({ key: name, now }) => [name, now])]);
  }
  const { before, next } = c.conversation ?? {};
  if (next && document !== undefined) {
    writes.push(['SET', key(documentOf(next)), `${next.version} ${document}`]);
    writes.push(...indexed(before, next, c.at, key));
    writes.push(...timed(before, next, key));
    writes.push(...lessons(before, next, key));
  }
  if (c.round) {
    const { before, next } = c.round;
    writes.push(['SET', key(roundOf(next)), `${next.version} ${JSON.stringify(next)}`]);
    writes.push(...timed(before, next, key));
  }
  writes.push(...overheard(c.overheard, key));
  for (const fact of c.facts) {
    const day = String(dayOf(fact.at));
    writes.push(['RPUSH', key(`facts:${day}`), JSON.stringify(fact)]);
    writes.push(['ZADD', key('days'), day, day]);
    if (fact.type === 'assigned' && c.conversation) {
      const { platform } = c.conversation.next.place;
      writes.push(['ZADD', key(`people:${platform}`), 'GT', String(fact.at), fact.agent]);
    }
  }
  return writes;
}

type Timed = Pick<Conversation | Round, 'id' | 'timers'>;

function timed(before: Timed | undefined, next: Timed, key: KeyOf): string[][] {
  const { gone, set } = changedTimers(before, next);
  return [
    ...(gone.length > 0 ? [['ZREM', key('timers'), ...gone.map(timerName)]] : []),
    ...(set.length > 0
      ? [['ZADD', key('timers'), ...set.flatMap((one) => [String(one.due), timerName(one)])]]
      : []),
  ];
}

function lessons(before: Conversation | undefined, next: Conversation, key: KeyOf): string[][] {
  if (before?.lessons === next.lessons) return [];
  const fieldOf = ({ id }: { readonly id: string }) => lessonField(next.id, id);
  const gone = (before?.lessons ?? []).map(fieldOf);
  return [
    ...(gone.length > 0 ? [['HDEL', key('lessons'), ...gone]] : []),
    ...keptLessons(next).map((lesson) => [
      'HSET',
      key('lessons'),
      fieldOf(lesson),
      JSON.stringify(lesson),
    ]),
    ...(taught(before) === taught(next) ? [] : [['INCR', key('learnt')]]),
  ];
}

function overheard(heard: Commit['overheard'], key: KeyOf): string[][] {
  if (!heard) return [];
  const { channel, key: name, aside } = heard;
  const everywhere = JSON.stringify([channel, name]);
  if (!aside) {
    return [
      ['HDEL', key(`aside:${channel}`), name],
      ['ZREM', key(`asides:${channel}`), name],
      ['ZREM', key('asides'), everywhere],
    ];
  }
  const at = String(aside.message.at);
  return [
    ['HSET', key(`aside:${channel}`), name, JSON.stringify(aside)],
    ['ZADD', key(`asides:${channel}`), at, name],
    ['ZADD', key('asides'), at, everywhere],
  ];
}
