import type { Instant } from '../support/conversation.ts';

/**
 * Plain words as Slack's mrkdwn: these three characters and no others, so nothing can ping or pose as a link. Half a
 * character, which no request could carry, becomes the sign for an unreadable one.
 */
export function escaped(words: string): string {
  return words
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Escaped words of at most `limit` characters, cut between characters and never inside an entity. */
export function escapeWithin(words: string, limit: number): string {
  const whole = escaped(words);
  if (whole.length <= limit) return whole;
  return `${escaped(takeEscaped(words, limit - 1))}…`;
}

/** The longest beginning of these words that takes at most `limit` characters once escaped. */
export function takeEscaped(words: string, limit: number): string {
  let taken = 0;
  let end = 0;
  for (const character of words) {
    taken += character === '&' ? 5 : character === '<' || character === '>' ? 4 : character.length;
    if (taken > limit) break;
    end += character.length;
  }
  return words.slice(0, end);
}

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
 * A link that we vouch for. A label that could end it early is escaped; a faulty or endless address gives the label
 * alone.
 */
export function link(url: string, label: string): string {
  if (url.length > 1000 || !/^https?:\/\/[^\s<>|]+$/.test(url)) return escaped(label);
  return `<${escaped(url)}|${escaped(label).replaceAll('|', '¦')}>`;
}

/** An instant in each reader's own time, with `fallback` in UTC where Slack cannot show it. */
export function date(at: Instant, form = '{date_short_pretty} {time}'): string {
  const fallback = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${Math.floor(at / 1000)}^${form}|${fallback}>`;
}

/**
 * Words for a customer: escaped, and the addresses in them clickable as they read. `parse: none` leaves bare
 * addresses dead, and an address without a label cannot pretend to be another.
 */
export function escapeWithLinks(words: string): string {
  return words
    .split(/(https?:\/\/[^\s<>|"']*[^\s<>|"'.,;:!?)\]}])/)
    .map((part, i) => (i % 2 === 1 ? `<${escaped(part)}>` : escaped(part)))
    .join('');
}

/**
 * What somebody typed, from Slack's mrkdwn to plain words: links as `label (url)`, mentions as `@name` or `#name`,
 * entities resolved. Mentions of `bot` are left out.
 */
export function decode(mrkdwn: string, bot = ''): string {
  return mrkdwn
    .replace(/<([^<>]*)>/g, (_, inside: string) => decodeReference(inside, bot))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

function decodeReference(inside: string, bot: string): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1);
  if (bot !== '' && target === `@${bot}`) return '';
  if (target.startsWith('@')) return `@${label || target.slice(1)}`;
  if (target.startsWith('#')) return `#${label || target.slice(1)}`;
  if (target.startsWith('!')) {
    return label || `@${target.slice(1).split('^')[0]}`;
  }
  const address = target.replace(/^(mailto|tel):/, '');
  return label === '' || label === address ? address : `${label} (${address})`;
}

/** What somebody typed behind the mention of `bot`, other people and channels still being ids: `<#C1|help>`. */
export function withoutMention(mrkdwn: string, bot: string): string {
  return mrkdwn
    .replace(/<@([^<>|]*)(?:\|[^<>]*)?>/g, (whole, id: string) => (id === bot ? '' : whole))
    .trim();
}

/** Whether these words mention the bot. */
export function mentions(mrkdwn: string, bot: string): boolean {
  return mrkdwn.includes(`<@${bot}>`) || mrkdwn.includes(`<@${bot}|`);
}

/** Whether these words begin by addressing the bot. */
export function addresses(mrkdwn: string, bot: string): boolean {
  const start = mrkdwn.trimStart();
  return start.startsWith(`<@${bot}>`) || start.startsWith(`<@${bot}|`);
}
