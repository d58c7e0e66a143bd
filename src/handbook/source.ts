import { readFile } from 'node:fs/promises';
import { isAlias, isCollection, isMap, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.ts';

/** A file of the handbook, as it was read. */
export interface Source {
  /** Its path, as faults name it. */
  readonly file: string;
  readonly text: string;
}

/** Reads a file that may be absent. A file that is there but cannot be read is a fault. */
export async function readSource(path: string, faults: Fault[]): Promise<Source | undefined> {
  try {
    return { file: path, text: await readFile(path, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    faults.push({
      file: path,
      what: `It cannot be read (${code}).`,
      remedy: 'Let the user that Warmline runs as read it, or remove it.',
    });
    return undefined;
  }
}

/**
 * Reads YAML and checks it. Every fault carries the line of the value that is wrong.
 * Returns undefined when anything was.
 */
export function readYaml<T>(source: Source, schema: z.ZodType<T>, faults: Fault[]): T | undefined {
  const { document, lines } = parse(source);
  for (const error of document.errors) {
    faults.push({
      file: source.file,
      line: lines.linePos(error.pos[0]).line,
      what: `It is not valid YAML: ${error.message}.`,
      remedy: 'Check the indentation, and put quotes around text that holds a colon.',
    });
  }
  if (document.errors.length > 0) return undefined;
  const written = readAliases(document, source, faults);
  if (written === undefined) return undefined;
  const checked = schema.safeParse(written);
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    for (const key of extra) {
      const path = key === undefined ? issue.path : [...issue.path, key];
      const where = path.map(String).join(' > ');
      faults.push({
        file: source.file,
        line: lines.linePos(offsetOf(document, path)).line,
        ...sayIssue(issue, where),
      });
    }
  }
  return undefined;
}

/** The values, with what `*name` stands for; undefined where that cannot be told, or is made to take forever. */
function readAliases(
  document: ReturnType<typeof parseDocument>,
  { file }: Source,
  faults: Fault[],
): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    faults.push({
      file,
      what: `It is not valid YAML: ${(error as Error).message}.`,
      remedy: 'Put quotes around text that begins with * or &.',
    });
    return undefined;
  }
}

/** The line on which a value of a YAML source stands, for a fault that is found after it was read. From 1. */
export function lineOf(source: Source, path: readonly PropertyKey[]): number {
  const { document, lines } = parse(source);
  return lines.linePos(offsetOf(document, path)).line;
}

/** Whether a YAML source has a value there, be it by an alias. */
export function holds(source: Source, path: readonly PropertyKey[]): boolean {
  const { document } = parse(source);
  let node: unknown = document.contents;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isCollection(node) || !node.has(key)) return false;
    node = node.get(key, true);
  }
  return true;
}

function parse({ text }: Source) {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}

/** Where the value of a path stands, or else the nearest thing around it that there is. */
function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => String(item.key) === String(key));
      const range = (pair?.key as { range?: readonly number[] } | undefined)?.range;
      if (range?.[0] !== undefined) return range[0];
    }
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: readonly number[] }
      | undefined;
    if (node?.range?.[0] !== undefined) return node.range[0];
  }
  return 0;
}

function sayIssue(issue: z.core.$ZodIssue, where: string): { what: string; remedy: string } {
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        what: `"${where}" is not known here.`,
        remedy: 'Correct its spelling or remove it.',
      };
    case 'custom':
      return {
        what: `"${where}": ${issue.message}`,
        remedy: typeof issue.params?.remedy === 'string' ? issue.params.remedy : '',
      };
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? { what: `"${where}" is missing.`, remedy: 'Add it, as in the handbook that is shipped.' }
        : { what: `"${where}" is not ${issue.expected}.`, remedy: `Write ${issue.expected}.` };
    default:
      return {
        what: `"${where}": ${issue.message}.`,
        remedy: 'Write it as in the handbook that is shipped.',
      };
  }
}
