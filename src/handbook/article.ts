import { basename } from 'node:path';
import { z } from 'zod';
import type { Article } from '../support/knowledge/article.ts';
import { nearest } from '../support/nearest.ts';
import { endOfDay } from '../support/time/days.ts';
import { readLanguage } from '../support/triage/language.ts';
import type { Fault } from './fault.ts';
import { cutPassages } from './passages.ts';
import { readYaml, type Source } from './source.ts';
import { date, words } from './values.ts';

/** What an article is taken for where it does not say. */
export interface Usual {
  /** ISO 639-1: the language of articles whose words do not clearly tell another. */
  readonly language: string;
  /** IANA: where the day of `valid-until` ends. */
  readonly zone: string;
}

const text = z.string().trim().min(1, 'is empty');
const languages = words.refine((list) => list.every((one) => /^[a-z]{2}$/.test(one)), {
  message: 'it is not a language.',
  params: { remedy: 'Write its two letters, such as en, or several between commas.' },
});
const FIELDS = {
  title: text.optional(),
  questions: z.union([text.transform((one) => [one]), z.array(text)]).optional(),
  languages: languages.optional(),
  products: words.optional(),
  'valid-until': date.optional(),
  url: z
    .string()
    .trim()
    .refine((one) => /^https?:\/\/[^\s<>|"']{1,1000}$/.test(one), {
      message: 'it is not a web address.',
      params: { remedy: 'Write it whole, such as https://help.example.com/export.' },
    })
    .optional(),
};

/** Other keys are other programs' and stay unread, but for those that were surely meant for us. */
const frontMatter = z
  .looseObject(FIELDS)
  .nullish()
  .check(({ value, issues }) => {
    for (const key of Object.keys(value ?? {})) {
      const meant = Object.hasOwn(FIELDS, key) ? undefined : nearest(key, Object.keys(FIELDS), 1);
      if (meant === undefined) continue;
      issues.push({
        code: 'custom',
        input: value,
        path: [key],
        message: 'nobody reads this.',
        params: { remedy: `Write ${meant}.` },
      });
    }
  });

const FRONT_MATTER = /^---[ \t]*\n(?:([\s\S]*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/**
 * Reads an article of Markdown with or without front matter. Undefined where something is wrong with that.
 * @param id its path in the folder without the ending
 */
export function readArticle(
  source: Source,
  id: string,
  usual: Usual,
  faults: Fault[],
): Article | undefined {
  const text = source.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const front = FRONT_MATTER.exec(text);
  // The line of the dashes stays, empty, so that faults name the right line.
  const yaml = { file: source.file, text: `\n${front?.[1] ?? ''}` };
  const count = faults.length;
  const said = readYaml(yaml, frontMatter, faults) ?? {};
  if (faults.length > count) return undefined;
  const body = text.slice(front?.[0].length ?? 0);
  const cut = cutPassages(body, id);
  const title = said.title ?? cut.title ?? titleOf(id);
  const validUntil = said['valid-until'];
  return {
    id,
    title,
    questions: said.questions ?? [],
    languages: said.languages ?? [languageOf([title, body], usual)],
    products: said.products ?? [],
    passages: cut.passages,
    ...(said.url !== undefined && { url: said.url }),
    ...(validUntil !== undefined && { validUntil: endOfDay(validUntil, usual.zone) }),
  };
}

/** Enough to tell a language by. */
const BEGINNING = 200;

export function languageOf(
  texts: readonly string[],
  { language }: Pick<Usual, 'language'>,
): string {
  const beginning = texts
    .map((text) => text.slice(0, BEGINNING))
    .join('\n')
    .slice(0, BEGINNING)
    .normalize('NFKC');
  return readLanguage({ text: beginning }, language).language;
}

/** "billing/how-to-pay" is about how to pay. */
function titleOf(id: string): string {
  const plain = basename(id).replace(/[-_]+/g, ' ').trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
