import { html } from './html.js';
import { Avatar, Composer, Private } from './parts.js';
import { Report } from './report.js';
import { ask, closeReport, reportShown } from './reports.js';
import { personOf, view } from './state.js';
import { clock, firstName } from './words.js';

const WORDS = ['report', 'queue', 'mine', 'why', 'learn', 'help'];

/** Seat three: a lead asks Warmline in private. */
export function LeadSeat() {
  const { room, ui } = view;
  const me = personOf(ui.lead);
  const answers = room.whispers.filter((one) => one.to === ui.lead);
  const report = reportShown();
  return html`<section class="seat" id="seat-lead" aria-labelledby="head-lead">
    <header class="head">
      <div><h2 id="head-lead">Private</h2><p>The lead’s seat: ${me.name}</p></div>
      ${report && html`<button type="button" onClick=${closeReport}>Close the report</button>`}
    </header>
    ${report ? html`<${Report} report=${report} />` : html`<${Answers} answers=${answers} me=${me} />`}
    <${Composer} id="write-lead" label=${`A command for Warmline, as ${me.name}`} button="Ask" placeholder="/support queue" onWrite=${(text) => ask(text.trim())}>
      <div class="chips" role="group" aria-label="Commands">
        ${WORDS.map((word) => html`<button key=${word} type="button" onClick=${() => ask(word)}>/support ${word}</button>`)}
      </div>
    <//>
  </section>`;
}

function Answers({ answers, me }) {
  return html`<div class="scroll" data-follow tabindex="0" role="group" aria-label="Private answers">
      ${
        answers.length === 0 &&
        html`<div class="quiet">
        <h3>Ask as the lead</h3>
        <p>${firstName(me.name)} types <code>/support queue</code> anywhere and Warmline answers so that nobody else sees it.
          Try one of the words below.</p>
      </div>`
      }
      ${answers.map(
        (one) => html`<div class="exchange" key=${one.id}>
        ${one.command && html`<div class="message"><${Avatar} id=${me.id} small /><p class="asked"><code>${one.command}</code> <time>${clock(one.at)}</time></p></div>`}
        <${Private} whisper=${one} />
      </div>`,
      )}
    </div>`;
}
