import { type Day, dayOf, type KeptFact } from '../../support/report/page.ts';
import type { Ledger } from './ledger.ts';

export interface MemoryLedger extends Ledger {
  add(fact: KeptFact): void;
}

/** The facts in memory. */
export function createMemoryLedger(): MemoryLedger {
  const days = new Map<Day, { parts: Uint8Array[]; facts: KeptFact[] }>();
  return {
    add(fact) {
      const day = dayOf(fact.at);
      const kept = days.get(day);
      if (kept) kept.facts.push(fact);
      else days.set(day, { parts: [], facts: [fact] });
    },
    days: async (from, to) =>
      [...days]
        .filter(([day]) => day >= from && day <= to)
        .map(([day, { parts, facts }]) => ({ day, parts: parts.length, facts: facts.length }))
        .sort((a, b) => a.day - b.day),
    async day(day, seen = { parts: 0, facts: 0 }) {
      const { parts, facts } = days.get(day) ?? { parts: [], facts: [] };
      const further = parts.slice(seen.parts);
      return { parts: further, facts: facts.slice(further.length > 0 ? 0 : seen.facts) };
    },
    async bind(day, seen, part) {
      const kept = days.get(day);
      if (!kept || seen.facts === 0) return false;
      if (kept.parts.length !== seen.parts || kept.facts.length < seen.facts) return false;
      kept.parts.push(part);
      kept.facts.splice(0, seen.facts);
      return true;
    },
  };
}
