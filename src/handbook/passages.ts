import { Lexer, type Token, type Tokens } from 'marked';
import type { Passage } from '../support/knowledge/article.ts';

/** Characters. A longer section becomes several passages, parted between its paragraphs. */
const LONGEST = 1_500;

/** The text of an article, cut at its headings. */
export interface Cut {
  /** The heading of the first level that it begins with. */
  readonly title?: string;
  /** None where there is no text beside headings. */
  readonly passages: readonly Passage[];
}

const NONE: readonly string[] = [];

interface Section {
  readonly headings: readonly string[];
  /** What the passages of it are called. */
  readonly id: string;
  readonly blocks: string[];
}

/**
 * Cuts Markdown at its headings. The pieces stay as they were written; comments between paragraphs, which are for the team's own
 * eyes, go.
 */
export function cutPassages(markdown: string, article: string): Cut {
  // Blocks alone: what is inside a paragraph stays as it was written.
  const [title, tokens] = takeTitle(new Lexer().blockTokens(markdown));
  const sections: Section[] = [{ headings: NONE, id: article, blocks: [] }];
  const path: { depth: number; heading: string }[] = [];
  const anchors = new Map<string, number>();
  for (const token of tokens) {
    if (isHeading(token)) {
      const heading = plainText(Lexer.lexInline(token.text));
      while ((path.at(-1)?.depth ?? 0) >= token.depth) path.pop();
      path.push({ depth: token.depth, heading });
      sections.push({
        headings: path.map((one) => one.heading),
        id: `${article}#${anchorOf(heading, anchors)}`,
        blocks: [],
      });
    } else if (token.type !== 'space' && !isComment(token)) {
      const block = token.raw.trimEnd();
      if (block !== '') sections.at(-1)!.blocks.push(block);
    }
  }
  return { ...(title && { title }), passages: sections.flatMap(passagesOf) };
}

function takeTitle(tokens: readonly Token[]): [title: string | undefined, rest: readonly Token[]] {
  const first = tokens.findIndex((token) => token.type !== 'space' && !isComment(token));
  const token = tokens[first];
  if (token === undefined || !isHeading(token) || token.depth !== 1) return [undefined, tokens];
  return [plainText(Lexer.lexInline(token.text)), tokens.slice(first + 1)];
}

function passagesOf({ headings, id, blocks }: Section): Passage[] {
  const texts: string[] = [];
  for (const block of blocks) {
    const last = texts.at(-1);
    const fits = last !== undefined && last.length + block.length <= LONGEST;
    if (fits) texts[texts.length - 1] = `${last}\n\n${block}`;
    else texts.push(block);
  }
  return texts.map((text, i) => ({ id: i === 0 ? id : `${id}:${i + 1}`, headings, text }));
}

/** The end of a link to a heading, as GitHub and most others write it. */
function anchorOf(heading: string, taken: Map<string, number>): string {
  const plain = heading.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '');
  const anchor = plain.trim().replace(/\s/g, '-') || 'section';
  const times = taken.get(anchor) ?? 0;
  taken.set(anchor, times + 1);
  const own = times === 0 ? anchor : `${anchor}-${times}`;
  if (times > 0) taken.set(own, 1);
  return own;
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

function isComment(token: Token): boolean {
  return token.type === 'html' && token.raw.trimStart().startsWith('<!--');
}

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      'tokens' in token && token.tokens
        ? plainText(Lexer.lexInline(token.text))
        : 'text' in token
          ? token.text
          : token.raw,
    )
    .join('')
    .trim();
}
