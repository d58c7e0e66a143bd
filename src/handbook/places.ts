import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from './fault.ts';

const FILES = ['policy.yaml', 'categories.yaml', 'urgency.yaml'];
const REPLIES = /^replies\/[a-z]{2}\.md$/;
/** What is in it, articles.ts looks at. */
const ARTICLES = 'articles/';
/** What its writer may take for a part of the handbook. Anything else beside it is nobody's business. */
const MEANT =
  /^(?!\.|#|readme|license|changelog).*\.(?:ya?ml|md|markdown)$|^(?:repl|artic)[^/]*\/$/i;

/** What lies in a handbook's folder and in its `replies`; a folder ends with a slash. */
export async function readPaths(dir: string): Promise<string[]> {
  const paths = async (folder: string) =>
    (await readdir(join(dir, folder), { withFileTypes: true })).map(
      (entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`,
    );
  const top = await paths('');
  const replies = top.includes('replies/') ? await paths('replies/') : [];
  return [...top.filter((path) => path !== 'replies/'), ...replies];
}

/** A file at a place where nobody reads it is a fault: its writer believes that it counts. */
export function faultsOfPlace(dir: string, paths: readonly string[]): Fault[] {
  const own = paths.filter((path) => MEANT.test(path));
  const unread = own.filter(
    (path) => !FILES.includes(path) && !REPLIES.test(path) && path !== ARTICLES,
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

function remedyFor(path: string): string {
  const name = path.replace(/\/$/, '').split('/').at(-1) ?? '';
  const stem = name.replace(/\.\w+$/, '').toLowerCase();
  const meant = FILES.find((file) => near(stem, file.replace('.yaml', '')));
  if (meant !== undefined) return `Name it ${meant}, at the top of the folder.`;
  if (path.endsWith('/')) {
    const folder = ['replies', 'articles'].find((one) => near(stem, one));
    return folder === undefined
      ? 'Move it elsewhere; the folders that are read are replies and articles.'
      : `Name it ${folder}.`;
  }
  if (/^[a-z]{2}\.(?:md|markdown)$/i.test(name)) return `Move it to replies/${stem}.md.`;
  if (path.startsWith('replies/')) {
    return 'Name it by its language in two letters, such as replies/en.md.';
  }
  return `Move it elsewhere, or into articles if it is one; what is read besides is ${FILES.join(', ')} and replies/<language>.md.`;
}

/** The same but for its ending: "replys", "category", "policies". */
function near(name: string, right: string): boolean {
  return name.slice(0, 4) === right.slice(0, 4) && Math.abs(name.length - right.length) <= 3;
}
