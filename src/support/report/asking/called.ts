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
/** So many are offered where a name is several's. */
const MOST_OFFERED = 5;

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
  const all = [found, ...others].map((id) => `${quoted(names.get(id)!)} (${id})`);
  const more = all.length > MOST_OFFERED ? [`${all.length - MOST_OFFERED} more`] : [];
  const offered = listed([...all.slice(0, MOST_OFFERED), ...more], 'and');
  return {
    wrong: `More than one ${filter} is called ${quoted(said)}: ${offered}. Say the whole name, or the id: ${filter}:${found}.`,
  };
}

/** Whose name it is; where it is nobody's, whose first name. */
function idsOf(name: string, names: NamesById): string[] {
  const said = plain(name);
  const ids = (matches: (known: string) => boolean) =>
    [...names].filter(([, known]) => matches(plain(known))).map(([id]) => id);
  const whole = ids((known) => known === said);
  return whole.length > 0 ? whole : ids((known) => known.split(' ')[0] === said);
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/^…/, '').replace(/\s+/g, ' ').trim();
}

/** An id that nobody has met may be meant where it looks like one and like no name. */
function unknown(said: string, name: string, filter: CalledFilter, names: NamesById) {
  const calls = [...names].flatMap(([id, known]) => {
    const [first = ''] = known.split(' ');
    return (known === '' ? [id] : [known, first]).map((call) => [plain(call), call] as const);
  });
  const meant = new Map(calls).get(
    nearest(
      plain(name),
      calls.map(([call]) => call),
    ) ?? '',
  );
  if (meant === undefined && name === said && /^\S*\d\S*$/.test(name)) return name;
  const guess =
    meant === undefined
      ? ''
      : ` Did you mean ${filter}:${/\s/.test(meant) ? `“${meant}”` : meant}?`;
  return {
    wrong: `I do not know the ${filter} ${quoted(said)} here.${guess} Its id does as well.`,
  };
}
