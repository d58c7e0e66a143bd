/**
 * Draws the two icons of the Teams app: `node manifests/teams/draw.ts`.
 * The mark is the playground's: a speech bubble with a warm line in it.
 */
import { writeFileSync } from 'node:fs';
import { encodePng } from './png.ts';

type Point = readonly [x: number, y: number];
type Colour = readonly [red: number, green: number, blue: number];

/** What covers a point, or nothing. */
type Paint = (x: number, y: number) => Colour | undefined;

const TEAL: Colour = [0x0b, 0x6e, 0x64];
const WARM: Colour = [0xe8, 0x87, 0x3a];
const WHITE: Colour = [0xff, 0xff, 0xff];

/** Points looked at along each side of a pixel; their mean is the pixel. */
const SAMPLES = 6;

// The mark in pixels of the small icon, with its middle at the origin.
const BUBBLE = { left: -14, top: -12, right: 14, bottom: 8, round: 7 };
const TAIL: readonly Point[] = [
  [-10, 5],
  [-10, 14],
  [1, 5],
];
const WAVE: readonly Point[] = Array.from({ length: 65 }, (_, n) => {
  const x = n / 4 - 8;
  return [x, -2 + 2.6 * Math.sin((x * Math.PI) / 8)] as const;
});
/** Half the width of the wave, and the width of the small icon's outline. */
const [WAVE_RADIUS, STROKE] = [1.3, 2];

/** 192 pixels, full bleed: Teams rounds the corners. */
export function drawColour(): Buffer {
  return draw(192, 3.9, (x, y) => {
    if (onWave(x, y, 1.4 * WAVE_RADIUS)) return WARM;
    return inBubble(x, y, 0) ? WHITE : TEAL;
  });
}

/** 32 pixels, white on nothing. */
export function drawOutline(): Buffer {
  return draw(32, 1, (x, y) => {
    if (onWave(x, y, WAVE_RADIUS)) return WHITE;
    return inBubble(x, y, 0) && !inBubble(x, y, STROKE) ? WHITE : undefined;
  });
}

function draw(size: number, scale: number, paint: Paint): Buffer {
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const at = (row * size + column) * 4;
      pixels.set(pixelAt(size, scale, column, row, paint), at);
    }
  return encodePng(size, pixels);
}

function pixelAt(size: number, scale: number, column: number, row: number, paint: Paint): number[] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < SAMPLES; i += 1)
    for (let j = 0; j < SAMPLES; j += 1) {
      const x = (column + (i + 0.5) / SAMPLES - size / 2) / scale;
      const y = (row + (j + 0.5) / SAMPLES - size / 2) / scale;
      const colour = paint(x, y);
      if (!colour) continue;
      covered += 1;
      for (const [index, part] of colour.entries()) sum[index]! += part;
    }
  if (covered === 0) return [0xff, 0xff, 0xff, 0];
  const alpha = Math.round((255 * covered) / (SAMPLES * SAMPLES));
  return [...sum.map((part) => Math.round(part / covered)), alpha];
}

/** Inside the bubble with its tail, by more than `margin`. */
function inBubble(x: number, y: number, margin: number): boolean {
  return depthInBox(x, y) > margin || depthInTail(x, y) > margin;
}

/** How far inside the rounded box a point is; negative outside. */
function depthInBox(x: number, y: number): number {
  const { left, top, right, bottom, round } = BUBBLE;
  const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + round;
  const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + round;
  const outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
  return round - outside - Math.min(Math.max(dx, dy), 0);
}

/** How far inside the tail's triangle a point is; its upper edge, which the box covers, does not count. */
function depthInTail(x: number, y: number): number {
  const [[left, top], [, bottom], [right]] = TAIL as readonly [Point, Point, Point];
  if (y < top - 5) return Number.NEGATIVE_INFINITY;
  const length = Math.hypot(right - left, bottom - top);
  const slant = ((right - x) * (bottom - top) - (y - top) * (right - left)) / length;
  return Math.min(x - left, slant);
}

function onWave(x: number, y: number, radius: number): boolean {
  // Most points are nowhere near.
  if (Math.abs(x) > 11 || Math.abs(y + 2) > 6) return false;
  return WAVE.some(([px, py]) => (x - px) ** 2 + (y - py) ** 2 < radius ** 2);
}

if (import.meta.main) {
  writeFileSync(new URL('color.png', import.meta.url), drawColour());
  writeFileSync(new URL('outline.png', import.meta.url), drawOutline());
}
