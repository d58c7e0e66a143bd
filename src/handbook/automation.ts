import type { Policy } from '../support/handbook.ts';
import type { Fault } from './fault.ts';
import { faultAt, type Layers } from './layers.ts';
import { meant } from './times.ts';

/** A level for a category that there is not would never be looked at. */
export function faultsOfAutomation(
  { automation }: Policy,
  categories: readonly string[],
  layers: Layers,
): Fault[] {
  if (layers.own === undefined) return [];
  const unknown = Object.keys(automation.categories).filter((name) => !categories.includes(name));
  return unknown.map((name) =>
    faultAt(
      layers,
      ['automation', 'categories', name],
      `there is no category "${name}".`,
      meant(name, categories),
    ),
  );
}
