import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from './fault.ts';

const FILES = ['policy.yaml', 'categories.yaml', 'urgency.yaml'];
/** Folders that hold a file for each language, and how its name ends. */
const FOLDERS: Readonly<Record<string, string>> = { categories: '.yaml', replies: '.md' };
/** What is in it, articles.ts looks at. */
const ARTICLES = 'articles/';
/** What its writer may take for a part of the handbook. Anything else beside it is nobody's business. */
const MEANT =
  /^(?!\.|#|readme|license|changelog).*\.(?:ya?ml|md|markdown)$|^(?:repl|categ|artic)[^/]*\/$/i;

/** What lies in a handbook's folder and in those of its languages; a folder ends with a slash. */
export async function readPaths(dir: string): Promise<string[]> {
  const paths = async (folder: string) =>
    (await readdir(join(dir, folder), { withFileTypes: true })).map(
      (entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`,
    );
  const top = await paths('');
  const folders = Object.keys(FOLDERS).map((folder) => `${folder}/`);
  const there = folders.filter((folder) => top.includes(folder));
  return [
    ...top.filter((path) => !there.includes(path)),
    ...(await Promise.all(there.map(paths))).flat(),
  ];
}

/** A file at a place where nobody reads it is a fault: its writer believes that it counts. */
export function faultsOfPlace(dir: string, paths: readonly string[]): Fault[] {
  const own = paths.filter((path) => MEANT.test(path));
  const unread = own.filter(
    (path) => !FILES.includes(path) && !isOfLanguage(path) && path !== ARTICLES,
  );
  if (own.length === 0) {
    return [
      {
        file: dir,
        what: "The handbook's folder is empty.",
        remedy: `Put ${FILES.join(', ')}, replies/en.md or articles there, or leave HANDBOOK_DIR empty.`,
      },
    ];
  }
  return unread.map((path) => ({
    file: join(dir, path),
    what: `Nobody reads this ${path.endsWith('/') ? 'folder' : 'file'}.`,
    remedy: remedyFor(path),
  }));
}

function isOfLanguage(path: string): boolean {
  const [, folder, ending] = path.match(/^(\w+)\/[a-z]{2}(\.\w+)$/) ?? [];
  return folder !== undefined && FOLDERS[folder] === ending;
}

function remedyFor(path: string): string {
  const [name = '', folder] = path.replace(/\/$/, '').split('/').reverse();
  const stem = name.replace(/\.\w+$/, '').toLowerCase();
  if (path.endsWith('/')) {
    const folders = [...Object.keys(FOLDERS), 'articles'];
    const meant = folders.find((right) => near(stem, right));
    return meant === undefined
      ? `Move it elsewhere; the folders that are read are ${folders.join(', ')}.`
      : `Name it ${meant}.`;
  }
  const file = FILES.find((right) => near(stem, right.replace('.yaml', '')));
  if (file !== undefined) return `Name it ${file}, at the top of the folder.`;
  if (/^[a-z]{2}$/.test(stem)) {
    const place = /\.ya?ml$/i.test(name) ? 'categories' : 'replies';
    return `Move it to ${place}/${stem}${FOLDERS[place]}.`;
  }
  if (folder !== undefined && Object.hasOwn(FOLDERS, folder)) {
    return `Name it by its language in two letters, such as ${folder}/en${FOLDERS[folder]}.`;
  }
  const read = Object.entries(FOLDERS).map(([one, ending]) => `${one}/<language>${ending}`);
  return `Move it elsewhere, or into articles if it is one; what is read besides is ${[...FILES, ...read].join(', ')}.`;
}

/** The same but for its ending: "replys", "category", "policies". */
function near(name: string, right: string): boolean {
  return name.slice(0, 4) === right.slice(0, 4) && Math.abs(name.length - right.length) <= 3;
}
