import type { Category, Wording } from '../support/handbook.ts';
import { faultsOfWording, OPTIONAL, SITUATIONS } from '../support/reply/situations.ts';
import { OTHER } from '../support/sorting/sorter.ts';
import type { Fault } from './fault.ts';
import type { Source } from './source.ts';
import type { LanguageFile } from './tongues.ts';

/** A wording as it is being read, with the line it begins on. */
interface Item {
  readonly line: number;
  readonly text: string[];
}

/**
 * Reads the wordings of one language: `## situation` headings, and under each a list with one wording an item,
 * which may go on in indented lines. HTML comments are for the team's own eyes.
 */
function readWordings(
  source: Source,
  language: string,
  faults: Fault[],
): Record<string, Wording[]> {
  const items = new Map<string, Item[]>();
  let situation: Item[] | undefined;
  for (const [index, line] of withoutComments(source.text).split(/\r?\n/).entries()) {
    const place = { file: source.file, line: index + 1 };
    const heading = line.match(/^(#{1,6})\s+(.+?)\s*$/);
    const start = line.match(/^[-*+]\s+(.*)$/)?.[1];
    if (heading !== null) {
      const name = heading[2] ?? '';
      if (heading[1] === '##' && items.has(name)) {
        const remedy = 'Put its wordings under one.';
        faults.push({ ...place, what: `"${name}" has two headings.`, remedy });
      }
      situation = heading[1] === '##' ? [] : undefined;
      if (situation !== undefined) items.set(name, situation);
    } else if (situation !== undefined && start !== undefined) {
      situation.push({ line: index + 1, text: [start] });
    } else if (situation !== undefined && /^\s+\S|^\s*$/.test(line)) {
      situation.at(-1)?.text.push(line.trim());
    } else if (situation !== undefined) {
      const remedy = 'Begin a wording with "- ", and indent the lines in which it goes on.';
      faults.push({ ...place, what: `"${line.slice(0, 40)}" belongs to no wording.`, remedy });
    }
  }
  const replies: Record<string, Wording[]> = {};
  for (const [name, list] of items) {
    for (const item of list) checkPlaceholders(item, name, source.file, faults);
    replies[name] = list.map(({ text }, i) => ({
      id: `${language}/${name}/${i + 1}`,
      text: typeset(joinLines(text), language),
    }));
  }
  return replies;
}

/** Lines of a paragraph become one, with a space between where the script has spaces; an empty line parts paragraphs. */
function joinLines(lines: readonly string[]): string {
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(SPACELESS_BREAK, '').replace(/\n/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n');
}
const SPACELESS_BREAK =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。）])\n(?=[^ -z])|(?<=[、。を])\n/gu;

/** French has a narrow space before these marks that no line breaks at; a plain one is what people type. */
function typeset(text: string, language: string): string {
  return language === 'fr' ? text.replace(/ (?=[?!;:»])/g, '\u202f') : text;
}

/**
 * The wordings of one language: the shipped ones, those that the team wrote of the same situation in their place. A category
 * that has none is answered as `other` is; every further situation that the desk may ask for has one, and in a team's own file
 * nothing is there that the desk never asks for.
 */
export function readReplies(
  { language, source, own, shipped }: LanguageFile,
  categories: readonly Category[],
  faults: Fault[],
): Record<string, readonly Wording[]> {
  const { file } = source;
  const theirs = readWordings(source, language, faults);
  const written = { ...(shipped && readWordings(shipped, language, faults)), ...theirs };
  const needs = categories.flatMap((c) => [c, ...c.matters]).flatMap((m) => m.needs ?? []);
  const wanted = new Set<string>([
    ...Object.keys(SITUATIONS),
    ...needs.map((need) => `ask-${need}`),
    OTHER,
  ]);
  for (const situation of wanted) {
    if ((written[situation]?.length ?? 0) > 0) continue;
    faults.push({
      file,
      what: `There is no wording for "${situation}".`,
      remedy: `Add a heading "## ${situation}" with at least one wording.`,
    });
  }
  const names = new Set(categories.map(({ name }) => name));
  for (const situation of own ? Object.keys(theirs) : []) {
    if (wanted.has(situation) || names.has(situation) || situation.startsWith('ask-')) continue;
    if (OPTIONAL.includes(situation)) continue;
    faults.push({
      file,
      what: `"## ${situation}" is no situation that the desk knows.`,
      remedy: 'Correct its spelling, add the category to categories.yaml, or remove it.',
    });
  }
  const others = written[OTHER] ?? [];
  return { ...Object.fromEntries([...names].map((name) => [name, others])), ...written };
}

/** Every reply names the problem in its own language, if only by the plainest name: "your message". */
export function checkNamed(
  language: string,
  { file }: Source,
  categories: readonly Category[],
  faults: Fault[],
): void {
  const plainest = categories.find(({ name }) => name === OTHER);
  if (language === 'en' || plainest === undefined || plainest.called?.[language]) return;
  faults.push({
    file,
    what: `Nothing says what a customer's problem is called in "${language}".`,
    remedy: `Add categories/${language}.yaml with "${OTHER}: { problem: … }", and as many other names as you like.`,
  });
}

function checkPlaceholders(
  { line, text }: Item,
  situation: string,
  file: string,
  faults: Fault[],
): void {
  for (const [offset, part] of text.entries()) {
    const found = faultsOfWording(part, situation);
    faults.push(...found.map((fault) => ({ file, line: line + offset, ...fault })));
  }
}

/** Comments go, their line breaks stay, so that faults name the right line. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(-->|$)/g, (comment) => comment.replace(/[^\n]/g, ''));
}
