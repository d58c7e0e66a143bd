import type { Category, Wording } from '../support/handbook.ts';
import { PLACEHOLDERS, SITUATIONS } from '../support/reply/situations.ts';
import type { Fault } from './fault.ts';
import type { Source } from './source.ts';

/**
 * Reads the wordings of one language: `## situation` headings, and under each one wording a paragraph block,
 * separated by a line of `---`. HTML comments are for the team's own eyes.
 */
export function readReplies(
  source: Source,
  language: string,
  faults: Fault[],
): Record<string, Wording[]> {
  const replies: Record<string, Wording[]> = {};
  let situation: string | undefined;
  let block: string[] = [];
  let start = 1;
  const keep = () => {
    const text = block.join('\n').trim();
    block = [];
    if (situation === undefined || text === '') return;
    const wordings = replies[situation] ?? [];
    replies[situation] = wordings;
    wordings.push({ id: `${language}/${situation}/${wordings.length + 1}`, text });
    checkPlaceholders(text, source.file, start, faults);
  };
  for (const [index, line] of withoutComments(source.text).split(/\r?\n/).entries()) {
    const heading = line.match(/^##\s+(.+?)\s*$/)?.[1];
    if (heading !== undefined) {
      keep();
      situation = heading;
      start = index + 2;
      if (replies[heading] !== undefined) {
        faults.push({
          file: source.file,
          line: index + 1,
          what: `"${heading}" has two headings.`,
          remedy: 'Put its wordings under one, separated by lines of ---.',
        });
      }
      replies[heading] ??= [];
    } else if (/^-{3,}\s*$/.test(line)) {
      keep();
      start = index + 2;
    } else block.push(line);
  }
  keep();
  return replies;
}

/** Every situation that the desk may ask for has a wording; nothing is there that it never asks for. */
export function checkSituations(
  file: string,
  replies: Readonly<Record<string, readonly Wording[]>>,
  categories: readonly Category[],
  faults: Fault[],
): void {
  const needs = categories.flatMap((c) => [c, ...c.matters]).flatMap((m) => m.needs ?? []);
  const wanted = new Set<string>([
    ...SITUATIONS,
    ...categories.map((category) => category.name),
    ...needs.map((need) => `ask-${need}`),
  ]);
  for (const situation of wanted) {
    if ((replies[situation]?.length ?? 0) > 0) continue;
    faults.push({
      file,
      what: `There is no wording for "${situation}".`,
      remedy: `Add a heading "## ${situation}" with at least one wording.`,
    });
  }
  for (const situation of Object.keys(replies)) {
    if (wanted.has(situation) || situation.startsWith('ask-')) continue;
    faults.push({
      file,
      what: `"## ${situation}" is no situation that the desk knows.`,
      remedy: 'Correct its spelling, add the category to categories.yaml, or remove it.',
    });
  }
}

function checkPlaceholders(text: string, file: string, line: number, faults: Fault[]): void {
  for (const { 0: found, 1: name, index } of text.matchAll(/\{([^{}\n]*)\}/g)) {
    if ((PLACEHOLDERS as readonly string[]).includes(name ?? '')) continue;
    faults.push({
      file,
      line: line + text.slice(0, index).split('\n').length - 1,
      what: `${found} is not a placeholder.`,
      remedy: `Use one of ${PLACEHOLDERS.map((p) => `{${p}}`).join(', ')}.`,
    });
  }
}

/** Comments go, their line breaks stay, so that faults name the right line. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(-->|$)/g, (comment) => comment.replace(/[^\n]/g, ''));
}
