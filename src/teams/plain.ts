import type { Instant } from '../support/conversation.ts';

/** Plain words of at most `limit` characters, never cut inside a character. */
export function within(words: string, limit: number): string {
  if (words.length <= limit) return words;
  let end = 0;
  for (const character of words) {
    if (end + character.length > limit - 1) break;
    end += character.length;
  }
  return `${words.slice(0, end)}…`;
}

/**
 * Plain words that take at most so many bytes in a message, counted the dearer way: as JSON travels, in UTF-8, or as
 * Teams keeps it, in UTF-16.
 */
export function withinBytes(words: string, bytes: number): string {
  let left = bytes - 3;
  let end = 0;
  for (const character of words) {
    const units =
      character === '"' || character === '\\' || character === '\n' ? 2 : character.length;
    left -= character.length === 1 && character > '\u07ff' ? 3 : 2 * units;
    if (left < 0) return `${words.slice(0, end)}…`;
    end += character.length;
  }
  return words;
}

/** Words on one line. The thin spaces that keep thousands together stay. */
export function oneLine(words: string): string {
  return words.replace(/[^\S\u202f]+/g, ' ').trim();
}

/** Marks that direct text, hide it or break JSON's readers: nobody needs them to be understood. */
const UNSEEN = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Others' words as a card shows them. Only inside a text run, which knows no Markdown: what is left to disarm there
 * is the card language's own `{{DATE(…)}}` and marks that turn the direction of the text around.
 */
export function shown(words: string): string {
  return words.replace(UNSEEN, '').replaceAll('{{', '{\u200b{');
}

/**
 * Others' words on one line inside a text block of ours, where Markdown is: no mark of it makes a link, an emphasis,
 * an entity, a heading or a list.
 */
export function escaped(words: string): string {
  return shown(oneLine(words))
    .replace(/[\\`*_[\]<>~&]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/^([#+-])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/**
 * Words as a message's XML: every character itself, lines kept, and the addresses in them clickable as they read. An
 * address without a label cannot pretend to be another. Some clients look for Markdown in XML too: its marks go as
 * numbers, which stand for the character and for nothing else.
 */
export function markup(words: string): string {
  return words
    .replace(UNSEEN, '')
    .split(/(https?:\/\/[^\s<>|"']*[^\s<>|"'.,;:!?)\]}])/)
    .map((part, i) => (i % 2 === 1 ? `<a href="${asXml(part)}">${asXml(part)}</a>` : asXml(part)))
    .join('');
}

function asXml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\\`*_[\]~|]|^[#+-]|(?<=^\d+)[.)]/gm, (mark) => `&#${mark.charCodeAt(0)};`)
    .replaceAll('\n', '<br/>');
}

/** A choice's title, which some clients read as Markdown and others not: no pair of brackets makes a link. */
export function choice(words: string, limit: number): string {
  return within(shown(oneLine(words)).replaceAll('](', '] ('), limit);
}

/** An instant in each reader's own time. Only inside a text block. */
export function date(at: Instant): string {
  const iso = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return `{{DATE(${iso},SHORT)}} {{TIME(${iso})}}`;
}
