import type { Fact } from '../../../src/support/facts.ts';
import type { About, KeptFact, Page, Table, Words } from '../../../src/support/report/page.ts';

/** Facts as a page, in plain arrays. `marks`: how many different marks there are, for many conversations to have the same. */
export function pageOf(facts: readonly KeptFact[], marks = 2 ** 32): Page {
  const matters: { conversation: string; about: About }[] = [];
  const known = new Map<string, number>();
  const matterOf = ({ conversation, about }: KeptFact) => {
    const key = JSON.stringify([conversation, about]);
    const found = known.get(key) ?? matters.push({ conversation, about }) - 1;
    known.set(key, found);
    return found;
  };
  const tables = new Map<Fact['type'], KeptFact[]>();
  for (const fact of facts) {
    matterOf(fact);
    tables.set(fact.type, [...(tables.get(fact.type) ?? []), fact]);
  }
  return {
    matters: {
      count: matters.length,
      mark: Uint32Array.from(matters, ({ conversation }) => markOf(conversation) % marks),
      check: Uint32Array.from(matters, ({ conversation }) => checkOf(conversation)),
      conversation: (matter) => matters[matter]!.conversation,
      words: (field) => wordsOf(matters.map(({ about }) => about[field])),
    },
    table: (type) => {
      const some = tables.get(type);
      return some && tableOf(some, matterOf);
    },
  };
}

function tableOf(facts: readonly KeptFact[], matterOf: (fact: KeptFact) => number): Table {
  const column = (field: string) =>
    facts.map((fact) => (fact as unknown as Record<string, unknown>)[field]);
  return {
    rows: facts.length,
    at: Float64Array.from(facts, ({ at }) => at),
    matter: Uint32Array.from(facts, matterOf),
    numbers(field) {
      const values = column(field);
      if (!values.some((one) => typeof one === 'number' || typeof one === 'boolean'))
        return undefined;
      return Float64Array.from(values, (one) => (one === undefined ? Number.NaN : Number(one)));
    },
    words(field) {
      const values = column(field);
      if (!values.some((one) => typeof one === 'string')) return undefined;
      return wordsOf(values.map((one) => (one === undefined ? '' : String(one))));
    },
    fact: (row) => facts[row]!,
  };
}

function wordsOf(values: readonly string[]): Words {
  const dictionary = [...new Set(values)];
  return { codes: Uint32Array.from(values, (one) => dictionary.indexOf(one)), dictionary };
}

const checks = new Map<string, number>();

/** Another one for each. */
function checkOf(conversation: string): number {
  const check = checks.get(conversation) ?? checks.size;
  checks.set(conversation, check);
  return check;
}

/** 32 bits, FNV-1a. */
function markOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
