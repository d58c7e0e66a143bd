import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadLearnt } from '../learnt/learnt.ts';
import { teachAside } from '../learnt/teaching.ts';
import type { Category, Handbook, Policy } from '../support/handbook.ts';
import type { Article } from '../support/knowledge/article.ts';
import { articlesIn, examplesIn, type Learnt, rewordingsOf } from '../support/lessons/accepted.ts';
import { reword } from '../support/lessons/rewording.ts';
import type { Example } from '../support/sorting/examples.ts';
import { sorterOf } from '../support/sorting/fit.ts';
import type { Sorter } from '../support/sorting/sorter.ts';
import { labelsOf } from '../support/wording.ts';
import { type Notice, readArticles } from './articles.ts';
import { faultsOfAutomation } from './automation.ts';
import { readCategories } from './categories.ts';
import { type Fault, HandbookError } from './fault.ts';
import { indexArticles } from './indexing.ts';
import { faultsOfPlace, readPaths } from './places.ts';
import { readPolicy } from './policy.ts';
import { checkNamed, readReplies } from './replies.ts';
import { faultsOfReports } from './reports.ts';
import { readSource, type Source } from './source.ts';
import { faultsOfCategories } from './teams.ts';
import type { LanguageFile } from './tongues.ts';
import { readUrgency } from './urgency.ts';

const SHIPPED = fileURLToPath(new URL('.', import.meta.url));

/**
 * Reads what the team has written down: the shipped handbook, with the files in `dir` in place of those
 * of the same name (policy.yaml key by key, replies by situation, categories' words by language), and what its leads accepted
 * since (`lessons`). Checked as a whole and frozen. A team's examples are learnt from beside the event loop. What is odd about
 * an article, though no fault, is told in `notices`.
 * @throws HandbookError that lists every fault with its file, line and remedy.
 */
export async function loadHandbook(
  dir?: string,
  lessons: readonly Learnt[] = [],
  notices: Notice[] = [],
): Promise<Handbook> {
  const { own, articles, ...written } = await readHandbook(dir, notices);
  const sorter = await sorterFor(written.categories, own, examplesIn(lessons));
  const known = [...articles, ...articlesIn(lessons)];
  const knowledge = await indexArticles(known, sorter.vectors);
  const replies = freeze(reword(written.replies, rewordingsOf(lessons)));
  return Object.freeze({ ...written, replies, sorter, knowledge });
}

/** What is written down, without what is learnt from it. */
export type Written = Omit<Handbook, 'sorter' | 'knowledge'>;

/**
 * Reads and checks the files. `own` says whether the categories are the team's and not the shipped ones.
 * @throws HandbookError that lists every fault with its file, line and remedy.
 */
export async function readHandbook(
  dir?: string,
  notices: Notice[] = [],
): Promise<Written & { readonly own: boolean; readonly articles: readonly Article[] }> {
  const faults: Fault[] = [];
  if (dir !== undefined) await checkFolder(dir, faults);
  const [shippedPolicy, ownPolicy, categoryFile, tongueFiles, urgencyFile, replyFiles] =
    await Promise.all([
      readSource(join(SHIPPED, 'policy.yaml'), faults),
      dir === undefined ? undefined : readSource(join(dir, 'policy.yaml'), faults),
      ownOrShipped('categories.yaml', dir, faults),
      readLanguageFiles('categories', '.yaml', dir, faults),
      ownOrShipped('urgency.yaml', dir, faults),
      readLanguageFiles('replies', '.md', dir, faults),
    ]);
  const layers = shippedPolicy && { shipped: shippedPolicy, own: ownPolicy };
  const policy = layers && (await readPolicy(layers, faults));
  // The shipped categories are in English; a team writes its own in its own language.
  const written = categoryFile?.own ? (policy?.language ?? 'en') : 'en';
  const categories =
    categoryFile && readCategories(categoryFile.source, tongueFiles, faults, written);
  if (policy && layers && categories) {
    const names = categories.map(({ name }) => name);
    faults.push(
      ...faultsOfCategories(policy, names, layers),
      ...faultsOfAutomation(policy, names, layers),
      ...faultsOfReports(policy, labelsOf({ categories }), layers),
    );
  }
  const urgency = urgencyFile && readUrgency(urgencyFile.source, faults);
  const replies = Object.fromEntries(
    replyFiles.map((file) => [file.language, readReplies(file, categories ?? [], faults)]),
  );
  for (const { language, source } of replyFiles) {
    if (categories !== undefined) checkNamed(language, source, categories, faults);
  }
  if (policy !== undefined && replies[policy.language] === undefined) {
    faults.push({
      file: ownPolicy?.file ?? 'policy.yaml',
      what: `There are no replies in the language "${policy.language}".`,
      remedy: `Add replies/${policy.language}.md, or choose a language that has replies.`,
    });
  }
  const articles = await readOwnArticles(dir, policy, faults, notices);
  if (faults.length > 0 || !policy || !categoryFile || !categories || !urgency)
    throw new HandbookError(faults);
  const own = [categoryFile, ...tongueFiles].some((file) => file.own);
  return freeze({ policy, categories, urgency, replies, own, articles });
}

/** The sorter into these categories. What the shipped examples teach is known already. */
async function sorterFor(
  categories: readonly Category[],
  own: boolean,
  lessons: readonly Example[],
): Promise<Sorter> {
  const names = categories.map(({ name }) => name);
  const written = categories.flatMap(({ name, examples }) =>
    examples.map((text): Example => ({ text, category: name })),
  );
  const examples = own || lessons.length > 0 ? [...written, ...lessons] : [];
  const [learnt, taught] = await Promise.all([
    loadLearnt(),
    teachAside({ categories: names, examples }),
  ]);
  return sorterOf(names, learnt, taught);
}

async function checkFolder(dir: string, faults: Fault[]): Promise<void> {
  try {
    faults.push(...faultsOfPlace(dir, await readPaths(dir)));
  } catch (error) {
    faults.push({
      file: dir,
      what: `The handbook's folder cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      remedy: 'Set HANDBOOK_DIR to a folder that exists and is readable, or leave it empty.',
    });
  }
}

/** The team's articles. None are shipped: nobody else knows the facts of its product. */
async function readOwnArticles(
  dir: string | undefined,
  policy: Policy | undefined,
  faults: Fault[],
  notices: Notice[],
): Promise<Article[]> {
  if (dir === undefined) return [];
  const usual = { language: policy?.language ?? 'en', zone: policy?.calendar.zone ?? 'Etc/UTC' };
  const folder = join(dir, 'articles');
  try {
    return await readArticles(folder, usual, faults, notices);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') {
      const remedy = 'Make it a folder that the user that Warmline runs as may read, or remove it.';
      faults.push({ file: folder, what: `It cannot be read (${code}).`, remedy });
    }
    return [];
  }
}

/** A file of the team's own, or else the shipped one. */
async function ownOrShipped(
  name: string,
  dir: string | undefined,
  faults: Fault[],
): Promise<{ source: Source; own: boolean; shipped?: Source | undefined } | undefined> {
  const [own, shipped] = await Promise.all([
    dir === undefined ? undefined : readSource(join(dir, name), faults),
    readSource(join(SHIPPED, name), faults),
  ]);
  if (own) return { source: own, own: true, shipped };
  return shipped && { source: shipped, own: false };
}

/** The files of every language there is, the team's own before the shipped, in the order of the languages' names. */
async function readLanguageFiles(
  folder: string,
  ending: '.md' | '.yaml',
  dir: string | undefined,
  faults: Fault[],
): Promise<LanguageFile[]> {
  const languages = new Set<string>();
  for (const place of [SHIPPED, ...(dir === undefined ? [] : [dir])]) {
    const files = await readdir(join(place, folder)).catch(() => []);
    for (const file of files) {
      if (/^[a-z]{2}\./.test(file) && file.slice(2) === ending) languages.add(file.slice(0, 2));
    }
  }
  const read = await Promise.all(
    [...languages].sort().map(async (language) => {
      const file = await ownOrShipped(join(folder, language + ending), dir, faults);
      return file && { language, ...file };
    }),
  );
  return read.filter((file) => file !== undefined);
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
  return value;
}
