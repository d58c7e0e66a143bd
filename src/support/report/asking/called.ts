import { nearest } from '../../nearest.ts';
import type { Question } from '../report.ts';
import { breakdownIn } from './breakdowns.ts';
import { takeApart } from './pieces.ts';
import { listed, quoted } from './wording.ts';

/** What reports are narrowed to by an id that people would rather call by a name. */
export const CALLED = ['agent', 'channel', 'customer'] as const;
type CalledFilter = (typeof CALLED)[number];

/** How those are called whom a filter may name, by their ids; empty where one has no name. */
export type NamesById = ReadonlyMap<string, string>;

const MENTION = /^<[#@!]([^|>]+)(?:\|[^>]*)?>$/;
/** So many are offered where a name is several's, or nobody's. */
const MOST_OFFERED = 8;

/** Of what words say who or which it is, and not by a mention: there somebody has to know the names. */
export function calledIn(words: string): CalledFilter[] {
  const called = takeApart(words).flatMap((piece) => {
    if (piece.is === 'word' || piece.values.every((value) => MENTION.test(value))) return [];
    const filter = CALLED.find((one) => one === breakdownIn(piece.name));
    return filter ? [filter] : [];
  });
  return [...new Set(called)];
}

/** An id, out of a mention, by a name where names are known, or as it stands. */
export function readCalled(
  said: string,
  filter: CalledFilter & keyof Question['only'],
  names: NamesById | undefined,
): string | { readonly wrong: string } {
  const mentioned = MENTION.exec(said)?.[1];
  if (mentioned !== undefined) return mentioned;
  const name = said.replace(/^[#@]/, '');
  if (name === '') return { wrong: `What ${filter}? Name one, or its id.` };
  if (!names || names.has(name)) return name;
  const [found, ...others] = idsOf(name, names);
  if (found === undefined) return unknown(said, name, filter, names);
  if (others.length === 0) return found;
  const all = [found, ...others].map((id) => `${quoted(callOf(id, names))} (${id})`);
  const more = all.length > MOST_OFFERED ? [`${all.length - MOST_OFFERED} more`] : [];
  const offered = listed([...all.slice(0, MOST_OFFERED), ...more], 'and');
  return {
    wrong: `More than one ${filter} is called ${quoted(said)}: ${offered}. Say the whole name, or the id: ${filter}:${found}.`,
  };
}

/** What has no name is called by its id. */
function callOf(id: string, names: NamesById): string {
  return names.get(id) || id;
}

/** Whose name it is; where it is nobody's, whose first name, and then whose name it is a word of. */
function idsOf(name: string, names: NamesById): string[] {
  const said = plain(name);
  const called = [...names.keys()].map((id) => ({
    id,
    words: plain(callOf(id, names)).split(' '),
  }));
  const ids = (matches: (words: readonly string[]) => boolean) =>
    called.filter(({ words }) => matches(words)).map(({ id }) => id);
  const ways = [
    ids((words) => words.join(' ') === said),
    ids(([first]) => first === said),
    ids((words) => words.includes(said)),
  ];
  return ways.find((found) => found.length > 0) ?? [];
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/^…/, '').replace(/\s+/g, ' ').trim();
}

/** An id that nobody has met may be meant where it looks like one and like no name. */
function unknown(said: string, name: string, filter: CalledFilter, names: NamesById) {
  const calls = [...names.keys()].map((id) => callOf(id, names));
  const all = new Map(
    calls.flatMap((call) => [call, call.split(' ')[0]!]).map((call) => [plain(call), call]),
  );
  const meant = all.get(nearest(plain(name), [...all.keys()]) ?? '');
  if (meant === undefined && name === said && /^\S*\d\S*$/.test(name)) return name;
  const few = calls.length > 0 && calls.length <= MOST_OFFERED;
  const guess =
    meant !== undefined
      ? ` Did you mean ${filter}:${/\s/.test(meant) ? quoted(meant) : meant}?`
      : few
        ? ` Known here: ${listed(calls.map(quoted), 'and')}.`
        : '';
  return { wrong: `I do not know the ${filter} ${quoted(said)} here.${guess} An id does as well.` };
}
