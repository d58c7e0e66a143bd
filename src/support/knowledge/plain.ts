/** Markdown as a message can say it on every platform: links behind their words, lists as they are, marks gone. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^#{1,6} +/gm, '')
    .replace(/!\[([^\]\n]{0,300})\]\([^()\s]{1,2000}\)/g, '$1')
    .replace(
      /\[([^\]\n]{1,300})\]\(<?([^()\s<>]{1,2000})>?\)/g,
      (_, words: string, link: string) => (words === link ? link : `${words} (${link})`),
    )
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,500}?)\1/g, '$2')
    .replace(/(?<![\w*\\])\*(?=\S)([^*\n]{1,500}?)(?<!\\)\*(?![\w*])/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, '$1')
    .trim();
}
