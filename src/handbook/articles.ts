import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Article } from '../support/knowledge/article.ts';
import { readArticle, type Usual } from './article.ts';
import type { Fault } from './fault.ts';

/** Something that whoever wrote the articles may want to know, though nothing is held up by it. */
export interface Notice {
  readonly file: string;
  readonly text: string;
}

/** Bytes. A longer file was hardly written to be read by a customer. */
const LARGEST = 1024 * 1024;
const MARKDOWN = /\.(?:md|markdown)$/i;
/** Files about the folder, and what editors, Git and mounts leave in it. */
const NOT_MEANT = /^(?:[._#].*|node_modules|(?:readme|license|changelog|contributing)\..*)$/i;

/**
 * Reads every article in a folder and the folders in it, in the order of their names. A file that is no article is left out
 * with a notice; one whose front matter is wrong is a fault.
 * @throws NodeJS.ErrnoException when the folder itself cannot be read
 */
export async function readArticles(
  folder: string,
  usual: Usual,
  faults: Fault[],
  notices: Notice[],
): Promise<Article[]> {
  const paths = await findMarkdown(folder, notices);
  const articles: Article[] = [];
  const files = new Map<string, string>();
  for (const path of paths) {
    const file = join(folder, path);
    const text = await readText(file, folder, notices);
    if (text === undefined) continue;
    const id = path.replace(MARKDOWN, '').split(sep).join('/');
    const article = readArticle({ file, text }, id, usual, faults);
    if (article === undefined) continue;
    const other = files.get(id);
    if (other !== undefined) {
      const what = `It has the same name as ${other}.`;
      faults.push({ file, what, remedy: 'Rename or remove one of the two.' });
    } else if (article.passages.length === 0) {
      notices.push({ file, text: 'it is left out because there is no text in it' });
    } else {
      files.set(id, file);
      articles.push(article);
    }
  }
  notices.push(...sameTitles(articles, files));
  return articles;
}

async function findMarkdown(folder: string, notices: Notice[]): Promise<string[]> {
  const found: string[] = [];
  const walk = async (path: string): Promise<void> => {
    const entries = await readdir(join(folder, path), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const below = join(path, entry.name);
      if (NOT_MEANT.test(entry.name)) continue;
      if (entry.isDirectory()) {
        await walk(below).catch((error: NodeJS.ErrnoException) => {
          notices.push({ file: join(folder, below), text: `it cannot be read (${error.code})` });
        });
      } else if (MARKDOWN.test(entry.name)) found.push(below);
    }
  };
  await walk('');
  return found;
}

/** The text of a file, or undefined, with a notice that says why. */
async function readText(
  file: string,
  folder: string,
  notices: Notice[],
): Promise<string | undefined> {
  const leaveOut = (because: string) => {
    notices.push({ file, text: `it is left out because ${because}` });
    return undefined;
  };
  try {
    const within = relative(await realpath(folder), await realpath(file));
    if (within.startsWith('..')) return leaveOut('it is a link out of the folder');
    const about = await stat(file);
    if (!about.isFile()) return leaveOut('it is no file');
    if (about.size > LARGEST) return leaveOut(`it is larger than ${LARGEST / 1024} KB`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return leaveOut(
      code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
        ? 'it is not UTF-8: save it as that'
        : `it cannot be read (${code})`,
    );
  }
}

/** Of articles in one language whose titles are alike, a citation does not tell which is meant. */
function sameTitles(articles: readonly Article[], files: ReadonlyMap<string, string>): Notice[] {
  const groups = Map.groupBy(articles, ({ title, languages }) =>
    JSON.stringify([title.toLowerCase(), languages]),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ id, title }) => ({
      file: files.get(id)!,
      text: `it has the title of ${files.get(first!.id)}, "${title}": who is given both cannot tell them apart`,
    })),
  );
}
