import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadLearnt } from '../learnt/learnt.ts';
import type { Category, Handbook } from '../support/handbook.ts';
import type { Example } from '../support/sorting/examples.ts';
import { sorterOf, teach } from '../support/sorting/fit.ts';
import { triage } from '../support/triage/triage.ts';
import { categoryLabel } from '../support/wording.ts';
import { readHandbook } from './handbook.ts';
import { answerLines, BadLine, sayFaults } from './json-lines.ts';
import { type Terminal, UsageError } from './terminal.ts';
import { told } from './told.ts';

/** `{id,text,history?}` in, what the desk would understand of it out. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { examples } = readArgs(args);
  const handbook = await readHandbook();
  const used = examples === undefined ? handbook : await withExamples(handbook, examples);
  return answerLines(terminal, (line) => {
    const read = told.safeParse(line);
    if (!read.success) throw new BadLine(sayFaults(read.error));
    const { id, text, history } = read.data;
    return { id, ...triage(text, used, history ? { history } : {}) };
  });
}

function readArgs(args: readonly string[]): { examples?: string } {
  try {
    return parseArgs({ args: [...args], options: { examples: { type: 'string' } } }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\nUsage: triage [--examples FILE]`);
  }
}

const example = z.object({ text: z.string(), category: z.string().trim().min(1) });

/** The handbook with the categories of a file of examples, one `{text,category}` a line, in place of its own. */
async function withExamples(handbook: Handbook, file: string): Promise<Handbook> {
  const examples = await readExamples(file);
  const names = [...new Set(examples.map(({ category }) => category))];
  const learnt = await loadLearnt();
  return {
    ...handbook,
    categories: names.map((name) => categoryOf(name, examples)),
    sorter: sorterOf(names, learnt, teach(names, examples, learnt)),
  };
}

async function readExamples(file: string): Promise<Example[]> {
  const written = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`The examples in ${file} cannot be read (${error.code}).`);
  });
  const faults: string[] = [];
  const examples = written.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const read = example.safeParse(parsed(line));
    if (read.success) return [read.data];
    faults.push(`${file}:${i + 1}: ${sayFaults(read.error)}`);
    return [];
  });
  if (faults.length > 0) {
    const more = faults.length > 20 ? `\n… and ${faults.length - 20} more` : '';
    throw new UsageError(
      `${faults.slice(0, 20).join('\n')}${more}\nWrite {"text":…,"category":…}.`,
    );
  }
  if (examples.length === 0) throw new UsageError(`There are no examples in ${file}.`);
  return examples;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function categoryOf(name: string, examples: readonly Example[]): Category {
  return {
    name,
    label: categoryLabel(name),
    problem: categoryLabel(name).toLowerCase(),
    phrases: [],
    examples: examples.filter(({ category }) => category === name).map(({ text }) => text),
    matters: [],
  };
}
