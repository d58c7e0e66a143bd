import { html } from './html.js';
import { Brief } from './parts.js';
import { personOf } from './state.js';
import { clock, timed } from './words.js';

/** What the whole team or one of them should know: of those who wait, each with the way to their card, or a report in brief. */
export function Note({ note }) {
  const whom = note.to && ` · Only ${personOf(note.to).name} sees this`;
  return html`<article class="team-note">
    <p class="byline">Warmline <time datetime=${new Date(note.at).toISOString()}>${clock(note.at)}</time>${whom}</p>
    ${note.shared && html`<p>📊 ${note.shared.by} shares a report</p><${Brief} text=${note.shared.text} />`}
    ${note.lists.map(
      ({ title, next, lines, more }) => html`<h3>${title}</h3>
      ${next && html`<p class="aside">${timed(next)}</p>`}
      <ul>${lines.map(
        ({ card, who, says }) =>
          html`<li key=${card}>${card ? html`<a href=${`#title-${card}`}>${who}</a>` : who} · ${timed(says)}</li>`,
      )}</ul>
      ${more > 0 && html`<p class="aside">and ${more} more</p>`}`,
    )}
  </article>`;
}
