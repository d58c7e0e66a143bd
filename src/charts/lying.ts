import { rule, upTo } from './axes.ts';
import { type Bars, drawBars } from './bars.ts';
import { LETTERS, type Plot, widthBetween, write } from './frame.ts';
import type { Colours } from './looks.ts';
import { short } from './numbers.ts';
import { cut, widthOf } from './text.ts';

/** Pixels of a bar, and between those of one label and of the next. */
const THICKNESS = 22;
const BETWEEN = 12;
/** The most that names take of the picture. */
const NAMES = 230;

/** Bars with their names to the left and their numbers at their ends. */
export function layBars(drawn: Bars, colours: Colours): Omit<Plot, 'key'> {
  const { labels, bars, abreast } = drawn;
  const ends = bars.filter((bar) => bar.last);
  const top = Math.max(...ends.map((bar) => bar.to)) || 1;
  const names = labels.map((label) => cut(label, LETTERS, NAMES));
  const space = {
    left: 14 + Math.max(...names.map((name) => widthOf(name, LETTERS))),
    right: 10 + Math.max(...ends.map((bar) => widthOf(short(bar.to), LETTERS))),
    bottom: 0,
  };
  const step = THICKNESS * abreast + BETWEEN;
  const height = step * labels.length;
  const numbers = ends.map((bar) => ({
    x: (widthBetween(space) * bar.to) / top + 8,
    y: step * bar.at + BETWEEN / 2 + THICKNESS * (bar.beside + 0.5),
    text: short(bar.to),
    color: colours.ink,
  }));
  return {
    height,
    space,
    layers: [
      drawBars(drawn, { along: 'y', gap: BETWEEN / step, across: upTo(top) }, colours),
      rule([{ x: 0, y: 0, x2: 0, y2: height }], colours.edge),
      write(
        names.map((text, at) => ({
          x: -space.left,
          y: step * (at + 0.5),
          text,
          color: colours.ink,
        })),
      ),
      write(numbers),
    ],
  };
}
