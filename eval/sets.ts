import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One labelled row, as the set's file has it; what else it holds differs from set to set. */
export interface Row {
  readonly id: string;
  readonly text: string;
  readonly label: string | readonly string[];
  readonly [key: string]: unknown;
}

/** How a set's labels are to be read. */
export interface Mapping {
  readonly label_field: string | null;
  readonly default?: string | null;
  readonly map: Readonly<Record<string, string | null>>;
  /** Further categories that are right for a label. */
  readonly alternatives?: Readonly<Record<string, readonly string[]>>;
  readonly always_acceptable?: readonly string[];
  readonly chatter?: readonly string[];
  readonly continuation?: readonly string[];
  /** The priority, P1 (the most urgent) to P4, that a label stands for. */
  readonly priority_map?: Readonly<Record<string, string>>;
}

/** One document of a retrieval set; rows are labelled with its id. */
export interface Document {
  readonly id: string;
  readonly question?: string;
  readonly answer: string;
}

/** Public sets to measure with, in the folder that `WARMLINE_DATA` names. */
export interface Data {
  rows(set: string): readonly Row[];
  documents(set: string): readonly Document[];
  mapping(set: string): Mapping;
}

/** Reads sets once each, when they are first asked for. */
export function openData(folder: string): Data {
  const kept = new Map<string, readonly unknown[]>();
  const read = <T>(file: string): readonly T[] => {
    const known = kept.get(file);
    if (known) return known as readonly T[];
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    const parsed = lines.filter(Boolean).map((line) => JSON.parse(line) as T);
    kept.set(file, parsed);
    return parsed;
  };
  return {
    rows: (set) => read<Row>(`${set}.dev.jsonl`),
    documents: (set) => read<Document>(`${set}.corpus.jsonl`),
    mapping: (set) =>
      JSON.parse(readFileSync(join(folder, 'mapping', `${set}.json`), 'utf8')) as Mapping,
  };
}

/** All labels of a row. */
export function labelsOf(row: Row, mapping: Mapping): readonly string[] {
  const value = row[mapping.label_field ?? 'label'];
  return (Array.isArray(value) ? value : [value]) as string[];
}

/** The categories that are right for a row, the usual one first; none where its label cannot honestly be mapped. */
export function rightCategories(row: Row, mapping: Mapping): readonly string[] {
  const right = labelsOf(row, mapping).flatMap((label) => {
    const category = mapping.map[label] === undefined ? mapping.default : mapping.map[label];
    return category ? [category, ...(mapping.alternatives?.[label] ?? [])] : [];
  });
  return right.length === 0 ? [] : [...new Set([...right, ...(mapping.always_acceptable ?? [])])];
}

/** What the agent said first; the handle that every tweet of theirs begins with is no word of theirs. */
export function firstReply(row: Row): string {
  const turns = (row['turns'] ?? []) as readonly { role: string; text: string }[];
  const said = row['agent_reply'] ?? turns.find(({ role }) => role === 'agent')?.text ?? '';
  return String(said).replace(/^(?:@\S+\s+)+/, '');
}
