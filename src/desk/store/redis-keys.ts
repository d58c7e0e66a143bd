/**
 * Under which names a desk keeps its things in Redis. All begin with its tag.
 *
 * | name | | |
 * |---|---|---|
 * | `format` | number | how what is kept here is written |
 * | `number` | number | the last one that a delivery or effect got |
 * | `in` `out` | hash | what waits, deliveries and effects, by number |
 * | `in:attempts` … | hash | how often each was taken up |
 * | `in:lane:…` … | list | numbers of one lane, in order |
 * | `in:look` … | sorted set | lanes by when to look at their first |
 * | `out:uncertain` | set | numbers of which an attempt has begun and its end is not known |
 * | `out:shows` | hash | the last number that shows a part, by lane and slot |
 * | `known` | sorted set | ids of deliveries by when they were settled; without end while they wait |
 * | `dead` | hash | deliveries that were put aside, by number |
 * | `decided` | sorted set | events by when they were decided |
 * | `conversation:…` `round:…` | text | a version, a space, a document |
 * | `name` | hash | whom each name names |
 * | `timers` | sorted set | "due name conversation" by when to look |
 * | `waiting` `customer:…` `owner:…` `channel:…` | sorted set | ids of conversations |
 * | `people:…` | sorted set | who of a platform ever owned something, by when they were last given one, or 0 |
 * | `asides` `asides:…` `aside:…` | sorted set, hash | what was said beside conversations |
 * | `refs:…` `posted` | hash | where the parts of a conversation were posted; whose part was posted where |
 * | `lessons` `learnt` | hash, number | what conversations teach; how often what was accepted of it has changed |
 * | `days` | sorted set | days (UTC) of which facts are kept |
 * | `facts:…` `parts:…` | list | facts of a day that are in no part; its parts, in base64 |
 * | `limit:…` `line:…` | hash, sorted set | what a platform limits until when; whose turn is when |
 * | `shelf::…` | text | what can be looked up again, by Keyv |
 */
export type KeyOf = (name: string) => string;

export function keysOf(tag: string): KeyOf {
  return (name) => `${tag}:${name}`;
}

/** A timer's name among all: its instant, its own name, and whose it is. */
export function timerName(timer: { conversation: string; name: string; due: number }): string {
  return `${timer.due} ${timer.name} ${timer.conversation}`;
}

export function readTimer(text: string): { conversation: string; name: string; due: number } {
  const [, due, name, conversation] = /^(\d+) (\S+) (.*)$/s.exec(text)!;
  return { conversation: conversation!, name: name!, due: Number(due) };
}
