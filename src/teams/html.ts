/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'p div li ul ol table tr h1 h2 h3 h4 h5 h6 blockquote pre section codeblock'.split(' '),
);

/** A tag, or text between tags. No part can begin again inside itself, so the time is linear. */
const TOKENS = /<![^<>]*>|<\/?[a-zA-Z][^<>]*>|[^<]+|</g;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * What somebody wrote, from the HTML that Teams makes of it to plain words: lines stay lines, links become
 * `label (url)`, emoji are themselves. What they quote of somebody else is left out.
 * @param mention what to put for a mention of this name.
 */
export function htmlToText(html: string, mention: (name: string) => string): string {
  const out: string[] = [];
  let pre = 0;
  /** Inside a quotation, script or style: how deep. Its words are not the author's. */
  let hidden: { readonly name: string; depth: number } | undefined;
  let link: { readonly url: string; readonly from: number } | undefined;
  let named: number | undefined;

  /** Nothing stands in the present line yet. */
  let fresh = true;

  const newLine = () => {
    if (!fresh) out.push('\n');
    fresh = true;
  };
  const say = (words: string) => {
    const spoken = pre > 0 || !fresh ? words : words.replace(/^ +/, '');
    if (spoken === '') return;
    out.push(decodeEntities(spoken));
    fresh = false;
  };
  for (const [token] of html.matchAll(TOKENS)) {
    if (!/^<\/?[a-zA-Z]/.test(token)) {
      if (token.startsWith('<!') || hidden) continue;
      say(pre > 0 ? token : token.replace(/[ \t\r\n]+/g, ' '));
      continue;
    }
    const closing = token.startsWith('</');
    const name = /^<\/?([a-zA-Z][\w-]*)/.exec(token)![1]!.toLowerCase();
    if (hidden) {
      if (name === hidden.name) hidden.depth += closing ? -1 : 1;
      if (hidden.depth === 0) hidden = undefined;
      continue;
    }
    if (!closing && isHidden(name, token)) {
      hidden = { name, depth: 1 };
      continue;
    }
    if (BLOCKS.has(name)) newLine();
    switch (name) {
      case 'br':
        out.push('\n');
        fresh = true;
        break;
      case 'td':
      case 'th':
        if (!closing) say(' ');
        break;
      case 'li':
        newLine();
        if (!closing) out.push('- ');
        break;
      case 'pre':
        pre = Math.max(0, pre + (closing ? -1 : 1));
        break;
      case 'img':
      case 'emoji':
        say(attribute(token, 'alt'));
        break;
      case 'a':
        if (!closing) link = { url: attribute(token, 'href'), from: out.length };
        else if (link) {
          const label = out.splice(link.from).join('').trim();
          out.push(link.url === '' || link.url === label ? label : `${label} (${link.url})`);
          link = undefined;
        }
        break;
    }
    if (isMention(name, token) && !closing) named = out.length;
    else if (named !== undefined && closing && (name === 'at' || name === 'span')) {
      out.push(mention(out.splice(named).join('').trim()));
      named = undefined;
    }
  }
  return tidy(out.join(''));
}

/** Plain words with the spaces that typing and markup leave at the ends of lines taken away. */
export function tidy(words: string): string {
  return words
    .replaceAll('\u00a0', ' ')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function decodeEntities(words: string): string {
  return words.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const hex = name[1] === 'x' || name[1] === 'X';
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function isMention(name: string, tag: string): boolean {
  return name === 'at' || (name === 'span' && /schema\.skype\.com\/Mention/i.test(tag));
}

function isHidden(name: string, tag: string): boolean {
  if (name === 'script' || name === 'style') return true;
  return name === 'blockquote' && /schema\.skype\.com\/Reply/i.test(tag);
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
}
