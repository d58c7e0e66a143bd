import { mask } from '../src/support/masking/mask.ts';
import type { Personal, Span } from '../src/support/masking/personal.ts';
import { falseAlarms } from './alarms.ts';
import type { Figure } from './figure.ts';
import { share } from './scores.ts';
import type { Data, Row } from './sets.ts';

const set = 'pii_spans';

/** What must be found of each type, and what should be. */
const LIMITS: Readonly<Partial<Record<Personal, readonly [floor: number, aim: number]>>> = {
  CARD: [0.95, 0.99],
  EMAIL: [0.98, 0.99],
  PHONE: [0.92, 0.96],
  BANK: [0.8, 0.92],
  GOV_ID: [0.6, 0.8],
  SECRET: [0.9, 0.98],
};

interface Told {
  readonly row: Row;
  readonly value: string;
  readonly type: Personal;
  readonly start: number;
}

/**
 * How much of what is personal is masked, all of it and by its right name; and how often something is masked in ordinary
 * messages that have nothing of the kind. An e-mail address or a number to call that somebody did write there is no false one:
 * `npm run eval` cannot tell, so the figure is an upper bound, of messages with anything masked but an e-mail address.
 */
export function measureMasking(data: Data): Figure[] {
  const types = (data.mapping(set) as unknown as { pii_map: Record<string, string | null> })
    .pii_map;
  const told = data.rows(set).flatMap((row) => toldIn(row, types));
  const found = Object.entries(LIMITS).map(([type, [floor, aim]]): Figure => {
    const some = told.filter((one) => one.type === type);
    return {
      set,
      what: `${type} masked`,
      value: share(some, isMasked),
      n: some.length,
      floor,
      aim,
    };
  });
  const false_ = ({ text }: Row) => mask(text).spans.some(({ type }) => type !== 'EMAIL');
  return [
    ...found,
    ...falseAlarms(data, 'masked for nothing', false_, { floor: 0.01, aim: 0.003 }),
  ];
}

/** The labelled values. Some have lost their place in the row, and are where their text stands; or it stands nowhere. */
function toldIn(row: Row, types: Readonly<Record<string, string | null>>): Told[] {
  const spans = row['spans'] as { type: string; start: number; end: number; value: string }[];
  return spans.flatMap((span) => {
    const type = types[span.type] as Personal | null | undefined;
    if (!type) return [];
    const placed = row.text.slice(span.start, span.end) === span.value;
    const value = placed ? span.value : span.value.replace(/^\*|\*$/g, '');
    const start = placed ? span.start : row.text.indexOf(value);
    return start < 0 ? [] : [{ row, value, type, start }];
  });
}

/** Every letter and digit of it. */
function isMasked({ row, value, type, start }: Told): boolean {
  const spans: readonly Span[] = mask(row.text).spans.filter((span) => span.type === type);
  return [...value.matchAll(/[\p{L}\p{N}]/gu)].every(({ index }) =>
    spans.some((span) => span.start <= start + index && start + index < span.end),
  );
}
