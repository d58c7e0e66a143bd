import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Data, openData } from '../eval/sets.ts';
import { onCore, SERVER_CORE } from './cores.ts';
import { compareRuns, type Taken } from './side-by-side.ts';

/** Milliseconds for one question in the median and of 99 in 100, and to load all; megabytes. */
const GOALS = { p50: 0.5, p99: 2, loaded: 1_000, resident: 100 };
const PASSAGES = 5_000;
const QUESTIONS = 1_000;
/** Where passages are taken from, in this order, and the questions, in turn. */
const DOCUMENTS = ['bankfaqs', 'stackfaq', 'covidfaq'];
const TEXTS = ['hadoop_bug_priority', 'app_reviews'];

const CONTESTANTS = [
  ['MiniSearch: words alone', 'peers/minisearch-search.mjs'],
  ['Warmline: words, pairs and meaning', 'search-ours.ts'],
] as const;

/** What it takes to index 5,000 passages and to search them, on one core. Returns the goals that were missed, in words. */
export function compareSearch(quick: boolean): string[] {
  const folder = process.env['WARMLINE_DATA'];
  if (!folder) {
    console.log(
      '\nSKIPPED: WARMLINE_DATA names no folder of articles, so the search was not timed.',
    );
    return [];
  }
  const scratch = mkdtempSync(join(tmpdir(), 'warmline-search-'));
  try {
    const { articles, questions } = readSets(folder);
    const files = [
      write(join(scratch, 'articles.json'), articles),
      write(join(scratch, 'questions.json'), questions),
    ];
    const rounds = quick ? 1 : 3;
    const taken = CONTESTANTS.map(([label, program]) => ({
      label,
      runs: Array.from({ length: rounds }, () => run(program, files)),
    }));
    return compareRuns(taken, GOALS, {
      title: `Searching ${PASSAGES} passages: ${QUESTIONS} questions, one core`,
      loaded: 'load and index',
      name: 'search',
    });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** So many passages of public sets: what people ask, and where that is too little, what they report. */
export function readPassages(data: Data): { id: string; title: string; text: string }[] {
  return [
    ...DOCUMENTS.flatMap((set) => [...data.documents(set)]).map(({ id, question, answer }) => ({
      id,
      title: question ?? '',
      text: answer,
    })),
    ...TEXTS.flatMap((set) => [...data.rows(set)]).map(({ id, text }) => ({ id, title: '', text })),
  ].slice(0, PASSAGES);
}

function readSets(folder: string) {
  const data = openData(folder);
  const articles = readPassages(data);
  const rows = DOCUMENTS.map((set) => data.rows(set));
  const questions = Array.from(
    { length: QUESTIONS },
    (_, i) => rows[i % rows.length]![Math.floor(i / rows.length)]!.text,
  );
  return { articles, questions };
}

function run(program: string, files: readonly string[]): Taken {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const [first, rest] = onCore(SERVER_CORE, [process.execPath, '--expose-gc', file, ...files]);
  return JSON.parse(execFileSync(first, rest, { encoding: 'utf8' })) as Taken;
}

function write(file: string, content: unknown): string {
  writeFileSync(file, JSON.stringify(content));
  return file;
}
