import { html } from './html.js';
import { change } from './state.js';
import { dayAndTime } from './words.js';

/** What stands in a cell: words, an instant in the reader's own time, or the way to a card. */
export function CellWords({ cell }) {
  if (typeof cell === 'string') return html`<${Words} words=${cell} />`;
  if (cell.at)
    return html`<time datetime=${new Date(cell.at).toISOString()}>${dayAndTime(cell.at)}</time>`;
  return html`<a href=${`#title-${cell.card}`} onClick=${(event) => goTo(event, cell.card)}>${cell.text}</a>`;
}

/** "58 min (n 12)": on how many it rests stands back. */
function Words({ words }) {
  const [, value, n] = /^(.+) \((n [^()]+)\)$/.exec(words) ?? [];
  if (!n) return words;
  // Where there is no number yet, nothing stands out.
  const said = /^\d|^[-+−]\d/.test(value) ? value : html`<span class="n">${value}</span>`;
  return html`${said} <span class="n">${n}</span>`;
}

/** Where a window shows one seat at a time, the card's seat comes first. */
function goTo(event, card) {
  event.preventDefault();
  change({ seat: 'agent' });
  requestAnimationFrame(() => {
    const title = document.getElementById(`title-${card}`);
    title?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    title?.focus({ preventScroll: true });
  });
}
