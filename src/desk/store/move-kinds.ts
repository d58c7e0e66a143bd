import type { Conversation } from '../../support/conversation.ts';
import { placeName } from './derived.ts';
import { deliveryWords, documentOf, lessonField, roundOf } from './redis-commit.ts';
import { indexed } from './redis-index.ts';
import { type KeyOf, timerName } from './redis-keys.ts';
import { partText } from './redis-ledger.ts';

/** A command to Redis, word by word. */
export type Command = string[];

// biome-ignore lint/suspicious/noExplicitAny: what a table's columns are is said by the query beside it
type Row = any;

/** One kind of what the embedded store keeps, and what becomes of it in Redis. */
export interface Kind {
  readonly name: string;
  /** In an order that stays: a move that was broken off goes on behind what it has done. */
  readonly rows: string;
  /** Some of it ends by itself meanwhile: it is always moved from its beginning. */
  readonly fleeting?: true;
  write(row: Row, key: KeyOf): Command[];
  /** What to ask Redis for once it is there, and the answer. */
  proof(row: Row, key: KeyOf): readonly [ask: string[], answer: string];
}

/** Everything, the order of lanes and facts included. */
export const KINDS: readonly Kind[] = [
  {
    name: 'conversations',
    rows: 'SELECT id, version, touched, document FROM conversation ORDER BY id',
    write: ({ id, version, touched, document }, key) => [
      ['SET', key(documentOf({ id })), `${version} ${document}`],
      ...indexed(undefined, JSON.parse(document) as Conversation, touched, key),
    ],
    proof: ({ id, version, document }, key) => [
      ['GET', key(documentOf({ id }))],
      `${version} ${document}`,
    ],
  },
  {
    name: 'names',
    rows: 'SELECT key, conversation FROM name ORDER BY key',
    write: ({ key: name, conversation }, key) => [['HSET', key('name'), name, conversation]],
    proof: ({ key: name, conversation }, key) => [['HGET', key('name'), name], conversation],
  },
  {
    name: 'rounds',
    rows: "SELECT id, json_extract(document, '$.version') AS version, document FROM round ORDER BY id",
    write: ({ id, version, document }, key) => [
      ['SET', key(roundOf({ id })), `${version} ${document}`],
    ],
    proof: ({ id, version, document }, key) => [
      ['GET', key(roundOf({ id }))],
      `${version} ${document}`,
    ],
  },
  {
    name: 'timers',
    rows: 'SELECT due, conversation, name FROM timer ORDER BY due, conversation, name',
    write: (timer, key) => [['ZADD', key('timers'), String(timer.due), timerName(timer)]],
    proof: (timer, key) => [['ZSCORE', key('timers'), timerName(timer)], String(timer.due)],
  },
  {
    name: 'deliveries that wait',
    rows: 'SELECT number, id, platform, lane, body FROM inbox WHERE state = 0 ORDER BY number',
    write: ({ number, ...delivery }, key) => [
      ['HSET', key('in'), String(number), itemOf(delivery)],
      ['RPUSH', key(`in:lane:${delivery.lane}`), String(number)],
      ['ZADD', key('in:look'), 'NX', String(number), delivery.lane],
      ['ZADD', key('known'), '+inf', delivery.id],
    ],
    proof: ({ number, ...delivery }, key) => [
      ['HGET', key('in'), String(number)],
      itemOf(delivery),
    ],
  },
  {
    name: 'deliveries that were put aside',
    rows: 'SELECT number, id, platform, lane, body FROM inbox WHERE state = 2 ORDER BY number',
    write: ({ number, ...delivery }, key) => [
      ['HSET', key('dead'), String(number), itemOf(delivery)],
      ['ZADD', key('known'), '+inf', delivery.id],
    ],
    proof: ({ number, ...delivery }, key) => [
      ['HGET', key('dead'), String(number)],
      itemOf(delivery),
    ],
  },
  {
    name: 'ids of settled deliveries',
    rows: 'SELECT id, at FROM inbox WHERE state = 1 ORDER BY number',
    write: ({ id, at }, key) => [['ZADD', key('known'), String(at), id]],
    proof: ({ id, at }, key) => [['ZSCORE', key('known'), id], String(at)],
  },
  {
    name: 'ids of decided events',
    rows: 'SELECT event, at FROM decided ORDER BY event',
    write: ({ event, at }, key) => [['ZADD', key('decided'), String(at), event]],
    proof: ({ event, at }, key) => [['ZSCORE', key('decided'), event], String(at)],
  },
  {
    name: 'what waits to be sent',
    rows: `SELECT number, conversation, lane, slot, document, attempts, uncertain, look
      FROM effect ORDER BY number`,
    write({ number, conversation, lane, slot, document, attempts, uncertain, look }, key) {
      const name = String(number);
      const shows = document.startsWith('{"type":"show-') && attempts === 0;
      return [
        ['HSET', key('out'), name, effectItem(conversation, document)],
        ['RPUSH', key(`out:lane:${lane}`), name],
        ...(attempts > 0 ? [['HSET', key('out:attempts'), name, String(attempts)]] : []),
        ...(uncertain ? [['SADD', key('out:uncertain'), name]] : []),
        ...(look === null ? [] : [['ZADD', key('out:look'), String(look), lane]]),
        ...(shows ? [['HSET', key('out:shows'), `${lane}\n${slot}`, name]] : []),
      ];
    },
    proof: ({ number, conversation, document }, key) => [
      ['HGET', key('out'), String(number)],
      effectItem(conversation, document),
    ],
  },
  {
    name: 'places of what was posted',
    rows: 'SELECT conversation, slot, channel, id FROM ref ORDER BY conversation, slot',
    write: ({ conversation, slot, ...ref }, key) => [
      ['HSET', key(`refs:${conversation}`), slot, placeName(ref)],
      ['HSET', key('posted'), placeName(ref), conversation],
    ],
    proof: ({ conversation, slot, ...ref }, key) => [
      ['HGET', key(`refs:${conversation}`), slot],
      placeName(ref),
    ],
  },
  {
    name: 'turns',
    rows: 'SELECT person, at FROM turn ORDER BY person',
    write: ({ person, at }, key) => [
      ['ZADD', key(`people:${platformIn(person)}`), 'GT', String(at), personIn(person)],
    ],
    proof: ({ person, at }, key) => [
      ['ZSCORE', key(`people:${platformIn(person)}`), personIn(person)],
      String(at),
    ],
  },
  {
    name: 'lessons',
    rows: 'SELECT id, conversation, document FROM lesson ORDER BY id',
    write: ({ id, conversation, document }, key) => [
      ['HSET', key('lessons'), lessonField(conversation, id), document],
      ['INCR', key('learnt')],
    ],
    proof: ({ id, conversation, document }, key) => [
      ['HGET', key('lessons'), lessonField(conversation, id)],
      document,
    ],
  },
  {
    name: 'what was said beside',
    rows: 'SELECT key, channel, at, document FROM aside ORDER BY key',
    write: ({ key: name, channel, at, document }, key) => [
      ['HSET', key(`aside:${channel}`), name, document],
      ['ZADD', key(`asides:${channel}`), String(at), name],
      ['ZADD', key('asides'), String(at), JSON.stringify([channel, name])],
    ],
    proof: ({ key: name, channel, document }, key) => [
      ['HGET', key(`aside:${channel}`), name],
      document,
    ],
  },
  {
    name: 'parts of facts',
    rows: 'SELECT day, number, bytes FROM part ORDER BY day, number',
    write: ({ day, bytes }, key) => [
      ['RPUSH', key(`parts:${day}`), partText(bytes)],
      ['ZADD', key('days'), String(day), String(day)],
    ],
    proof: ({ day, number, bytes }, key) => [
      ['LINDEX', key(`parts:${day}`), String(number)],
      partText(bytes),
    ],
  },
  {
    name: 'facts',
    rows: `SELECT fact.day, document, row_number() OVER (PARTITION BY fact.day ORDER BY fact.number) - 1 AS place
      FROM fact LEFT JOIN (SELECT day, max(through) AS through FROM part GROUP BY day) AS bound ON fact.day = bound.day
      WHERE fact.number > coalesce(bound.through, 0) ORDER BY fact.day, fact.number`,
    write: ({ day, document }, key) => [
      ['RPUSH', key(`facts:${day}`), document],
      ['ZADD', key('days'), String(day), String(day)],
    ],
    proof: ({ day, document, place }, key) => [
      ['LINDEX', key(`facts:${day}`), String(place)],
      document,
    ],
  },
  {
    name: 'what can be looked up again',
    // What ends within minutes is looked up again.
    rows: `SELECT name, key, value, expires FROM shelf
      WHERE expires IS NULL OR expires > 1000 * unixepoch() + 600000 ORDER BY name, key`,
    fleeting: true,
    write: ({ name, key: entry, value, expires }, key) => [
      [
        ...['SET', key(`shelf::${name}/${entry}`), value],
        ...(expires === null ? [] : ['PXAT', String(expires)]),
      ],
    ],
    proof: ({ name, key: entry, value }, key) => [['GET', key(`shelf::${name}/${entry}`)], value],
  },
];

function itemOf(delivery: Parameters<typeof deliveryWords>[0]): string {
  return deliveryWords(delivery)[2]!;
}

function effectItem(conversation: string, document: string): string {
  return `{"conversation":${JSON.stringify(conversation)},"effect":${document}}`;
}

/** Of "platform/person". */
function platformIn(name: string): string {
  return name.slice(0, name.indexOf('/'));
}

function personIn(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}
