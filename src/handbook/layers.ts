import { basename } from 'node:path';
import type { Fault } from './fault.ts';
import { holds, lineOf, type Source } from './source.ts';

/** A shipped file, with the team's own laid over it key by key. */
export interface Layers {
  readonly shipped: Source;
  readonly own: Source | undefined;
}

type Path = readonly PropertyKey[];

/** A fault of a value, wherever it was written. */
export function faultAt(layers: Layers, path: Path, what: string, remedy: string): Fault {
  const { file, line } = placeOf(layers, path);
  return { file, line, what: `"${path.map(String).join(' > ')}": ${what}`, remedy };
}

/** How a fault names a second place: "policy.yaml:12". */
export function sayPlace(layers: Layers, path: Path): string {
  const { source, file, line } = placeOf(layers, path);
  const whose = source === layers.shipped && layers.own !== undefined ? 'the shipped ' : '';
  return `${whose}${basename(file)}:${line}`;
}

/** The team's own file where it holds the value, or else the shipped one. */
function placeOf({ shipped, own }: Layers, path: Path) {
  const source = own !== undefined && holds(own, path) ? own : shipped;
  return { source, file: source.file, line: lineOf(source, path) };
}
