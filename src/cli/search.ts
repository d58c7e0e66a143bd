import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { readArticleLines } from '../handbook/article-lines.ts';
import { type Notice, readArticles } from '../handbook/articles.ts';
import { type Fault, sayFault } from '../handbook/fault.ts';
import { readHandbook } from '../handbook/handbook.ts';
import { indexArticles } from '../handbook/indexing.ts';
import { loadVectors } from '../learnt/learnt.ts';
import type { Article } from '../support/knowledge/article.ts';
import { findArticles, type Hit, type Knowledge } from '../support/knowledge/search.ts';
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

/**
 * The knowledge of a folder of Markdown, of a `.jsonl`, or of the handbook where neither is named. What is left out of it is
 * said on standard error.
 * @throws ConfigError and HandbookError; UsageError where the articles cannot be read. Their texts are for whoever mends them.
 */
export async function openKnowledge(place: string | undefined): Promise<Knowledge> {
  const notices: Notice[] = [];
  const { policy, articles: own } = await readHandbook(readConfig().handbookDir, notices);
  const usual = { language: policy.language, zone: policy.calendar.zone };
  const faults: Fault[] = [];
  const articles = place === undefined ? own : await readPlace(place, usual, faults, notices);
  for (const { file, text } of notices) process.stderr.write(`${file}: ${text}\n`);
  if (faults.length > 0) throw new UsageError(faults.map(sayFault).join('\n'));
  if (articles.length === 0) {
    throw new UsageError(`There are no articles in ${place ?? 'the handbook'}.\n${USAGE}`);
  }
  return indexArticles(articles, await loadVectors());
}

async function readPlace(
  place: string,
  usual: { language: string; zone: string },
  faults: Fault[],
  notices: Notice[],
): Promise<Article[]> {
  try {
    if ((await stat(place)).isDirectory()) {
      return await readArticles(place, usual, faults, notices);
    }
    return readArticleLines({ file: place, text: await readFile(place, 'utf8') }, usual, faults);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`The articles in ${place} cannot be read (${code}).\n${USAGE}`);
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
