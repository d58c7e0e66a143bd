import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** One file of the page, held in memory: they are few and small. */
export interface Served {
  readonly path: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: SCRIPT,
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Everything the browser asks for by a fixed path: the page, its scripts, its two libraries, the stories. */
export async function readFiles(): Promise<Served[]> {
  const page = fileURLToPath(new URL('./page/', import.meta.url));
  const stories = fileURLToPath(new URL('./stories/', import.meta.url));
  const [pages, told, libraries] = await Promise.all([
    folder(page, '/playground/'),
    folder(stories, '/playground/stories/'),
    Promise.all([
      library('/playground/lib/preact.js', import.meta.resolve('preact')),
      library('/playground/lib/htm.js', import.meta.resolve('htm')),
    ]),
  ]);
  const names = told.map(({ path, bytes }) => {
    const { name } = JSON.parse(bytes.toString()) as { name: string };
    return { path, name };
  });
  const index: Served = {
    path: '/playground/stories.json',
    type: TYPES['json']!,
    bytes: Buffer.from(JSON.stringify(names)),
  };
  const opened = pages.map((one) =>
    one.path === '/playground/page.html' ? { ...one, path: '/playground' } : one,
  );
  return [...opened, ...told, index, ...libraries];
}

async function folder(path: string, at: string): Promise<Served[]> {
  const names = (await readdir(path)).toSorted();
  return Promise.all(
    names.map(async (name) => ({
      path: at + name,
      type: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      bytes: await readFile(path + name),
    })),
  );
}

async function library(path: string, url: string): Promise<Served> {
  return { path, type: SCRIPT, bytes: await readFile(fileURLToPath(url)) };
}
