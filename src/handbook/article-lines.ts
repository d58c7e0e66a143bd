import { z } from 'zod';
import type { Article } from '../support/knowledge/article.ts';
import { languageOf, type Usual } from './article.ts';
import type { Fault } from './fault.ts';
import { cutPassages } from './passages.ts';
import type { Source } from './source.ts';

const line = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  title: z.string().nullish(),
  text: z.string(),
  questions: z.array(z.string()).nullish(),
});

const NONE: readonly never[] = [];

/** Reads articles of JSON Lines, `{id,title?,text,questions?}` each. What is not right in a line is a fault of that line. */
export function readArticleLines(
  { file, text }: Source,
  usual: Pick<Usual, 'language'>,
  faults: Fault[],
): Article[] {
  const articles = new Map<string, Article>();
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const fault = (what: string, remedy: string) =>
      faults.push({ file, line: index + 1, what, remedy });
    const read = line.safeParse(parsed(written));
    if (!read.success) {
      const [issue] = read.error.issues;
      fault(
        `${issue!.path.join('.') || 'The line'}: ${issue!.message}.`,
        'Write {"id":…,"title":…,"text":…,"questions":[…]}.',
      );
    } else if (articles.has(read.data.id)) {
      fault(`The id "${read.data.id}" is there already.`, 'Give each article its own.');
    } else {
      const { id, title, text, questions } = read.data;
      const cut = cutPassages(text, id);
      const passages = cut.passages.length > 0 ? cut.passages : [{ id, headings: NONE, text }];
      articles.set(id, {
        id,
        title: title ?? cut.title ?? '',
        questions: questions ?? NONE,
        languages: [languageOf([title ?? '', ...(questions ?? []), text], usual)],
        products: NONE,
        passages,
      });
    }
  }
  return [...articles.values()];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
