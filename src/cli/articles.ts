import { readFile, stat } from 'node:fs/promises';
import { readConfig } from '../config.ts';
import { readArticleLines } from '../handbook/article-lines.ts';
import { type Notice, readArticles } from '../handbook/articles.ts';
import { type Fault, sayFault } from '../handbook/fault.ts';
import { readHandbook } from '../handbook/handbook.ts';
import { indexArticles } from '../handbook/indexing.ts';
import { loadVectors } from '../learnt/learnt.ts';
import type { Article } from '../support/knowledge/article.ts';
import type { Knowledge } from '../support/knowledge/search.ts';
import { UsageError } from './terminal.ts';

const REMEDY =
  'Name a folder of Markdown, or a .jsonl of {id, title?, text, questions?}, behind --articles.';

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
    throw new UsageError(`There are no articles in ${place ?? 'the handbook'}. ${REMEDY}`);
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
    throw new UsageError(`The articles in ${place} cannot be read (${code}). ${REMEDY}`);
  }
}
