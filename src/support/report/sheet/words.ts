/** Words on one line, so many letters at most. */
export function cut(words: string, most: number): string {
  const line = words.slice(0, most * 4).replace(/\s+/g, ' ');
  const letters = [...line.trim()];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}
