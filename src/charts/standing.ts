import { axisBelow, spaceOfGrid, upGrid, upTo } from './axes.ts';
import { type Bars, drawBars } from './bars.ts';
import { LETTERS, type Plot, widthBetween, write } from './frame.ts';
import type { Colours } from './looks.ts';
import { gridOf, short } from './numbers.ts';
import { widthOf } from './text.ts';

const HEIGHT = 250;
const GAP = 0.28;
/** The widest that a label's bars are, so that few of them do not become walls. */
const WIDEST = 150;
/** The most labels of which each bar tells its number: more are read by a grid. */
const TOLD = 16;

/** Bars upon their labels, with their numbers where those have room and otherwise with a grid. */
export function standBars(drawn: Bars, colours: Colours): Omit<Plot, 'key'> {
  const { labels, bars, abreast } = drawn;
  const ends = bars.filter((bar) => bar.last);
  const values = ends.map((bar) => bar.to);
  const greatest = Math.max(...values);
  const full = widthBetween({ left: 0, right: 0 });
  const right = Math.max(0, full - WIDEST * labels.length);
  const room = ((full - right) / labels.length) * ((1 - GAP) / abreast) + (abreast > 1 ? 0 : 8);
  const areTold =
    labels.length <= TOLD && values.every((value) => widthOf(short(value), LETTERS) <= room);
  const grid = areTold ? [] : gridOf(greatest, values.every(Number.isInteger));
  // Numbers upon the highest bars need some room.
  const top = grid.at(-1) ?? (greatest || 1) * 1.08;
  const space = { left: areTold ? 0 : spaceOfGrid(grid), right, bottom: 30 };
  const band = widthBetween(space) / labels.length;
  const numbers = ends.map((bar) => ({
    x: band * (bar.at + 0.5 + ((bar.beside - (abreast - 1) / 2) * (1 - GAP)) / abreast),
    y: HEIGHT * (1 - bar.to / top) - 12,
    text: short(bar.to),
    color: colours.ink,
  }));
  return {
    height: HEIGHT,
    space,
    layers: [
      drawBars(
        drawn,
        { along: 'x', gap: GAP, across: areTold ? upTo(top) : upGrid(grid) },
        colours,
      ),
      ...(areTold ? [write(numbers, { align: 'center' })] : []),
      ...axisBelow(labels, { space, height: HEIGHT, band: true }, colours),
    ],
  };
}
