import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findArticles, type Hit } from '../support/knowledge/search.ts';
import { openKnowledge } from './articles.ts';
import { answerLines, BadLine, sayFaults } from './json-lines.ts';
import { type Terminal, UsageError } from './terminal.ts';

const USAGE = 'Usage: search [--articles FOLDER-OR-FILE.jsonl]';
const question = z.object({ id: z.union([z.string(), z.number()]), query: z.string() });

/** `{id,query}` in, the articles that fit best out: those of the handbook, or of a folder or file. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const knowledge = await openKnowledge(readArgs(args).articles);
  return answerLines(terminal, (line) => {
    const read = question.safeParse(line);
    if (!read.success) throw new BadLine(sayFaults(read.error));
    const { id, query } = read.data;
    return { id, results: findArticles(knowledge, query, { at: Date.now() }).map(resultOf) };
  });
}

function readArgs(args: readonly string[]): { articles?: string } {
  try {
    return parseArgs({ args: [...args], options: { articles: { type: 'string' } } }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

function resultOf({ article, passage, score, evidence }: Hit): object {
  const heading = passage.headings.at(-1);
  return {
    id: article.id,
    title: article.title || beginningOf(passage.text),
    ...(heading !== undefined && { heading }),
    score: rounded(score),
    evidence: rounded(evidence),
  };
}

/** An article without a title is called by its first words. */
function beginningOf(text: string): string {
  const line = text.split('\n', 1)[0]!;
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
