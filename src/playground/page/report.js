import { html } from './html.js';
import { CellWords } from './report-cells.js';
import { Figures, Note, Picture, Table } from './report-parts.js';
import { askReport, chosenIn, closeReport, isBehind, openReport, save, share } from './reports.js';
import { clock } from './words.js';

const PERIODS = [
  ['today', 'Today'],
  ['7d', '7 days'],
  ['30d', '30 days'],
];
const BREAKDOWNS = [
  ['', 'Overall'],
  ['category', 'By category'],
  ['agent', 'By agent'],
];

/** The report that is open, in the place of the lead's private answers. */
export function Report({ report }) {
  const { sheet, failed, busy } = report;
  const keys = (event) => event.key === 'Escape' && closeReport();
  return html`<div class="scroll" id="report" onKeyDown=${keys} aria-busy=${busy}>
    <article class="report ${busy && sheet ? 'waits' : ''}" aria-labelledby="report-title">
      ${
        failed &&
        html`<div class="warning" role="alert"><p>${failed}</p>
        <button type="button" onClick=${() => openReport(report.id)}>Try again</button></div>`
      }
      ${!sheet && !failed && html`<p class="aside" role="status">Counting…</p>`}
      ${
        sheet &&
        html`<${Head} report=${report} sheet=${sheet} />
        ${sheet.parts.map((part, at) => html`<${Part} key=${`${sheet.id}-${at}`} part=${part} at=${at} report=${report} />`)}`
      }
    </article>
  </div>`;
}

function Head({ report, sheet }) {
  const { period, by } = chosenIn(sheet.words);
  return html`<header>
    <h3 id="report-title" tabindex="-1">${sheet.title}</h3>
    <p class="aside">${sheet.about.map((cell) => html`<${CellWords} cell=${cell} />`)}${' '}· as of ${clock(sheet.at)}</p>
    <div class="quick">
      ${
        isBehind(sheet)
          ? report.back &&
            html`<button type="button" onClick=${() => openReport(report.back)}>Back to the report</button>`
          : html`<${Choices} label="Period" choices=${PERIODS} chosen=${period} onPick=${(one) => askReport(sheet.words, { period: one })} />
      <${Choices} label="Broken down" choices=${BREAKDOWNS} chosen=${by} onPick=${(one) => askReport(sheet.words, { by: one })} />`
      }
      <div class="buttons" role="group" aria-label="Take it further">
        <button type="button" disabled=${report.shared} onClick=${() => share(sheet.id)}>${report.shared ? 'Shared' : 'Share'}<span class="unseen"> in #triage</span></button>
        <button type="button" onClick=${() => save(sheet.id, 'csv')}>CSV</button>
        <button type="button" onClick=${() => save(sheet.id, 'json')}>JSON</button>
      </div>
    </div>
  </header>`;
}

function Choices({ label, choices, chosen, onPick }) {
  return html`<div class="segments" role="group" aria-label=${label}>
    ${choices.map(
      ([value, words]) => html`<button key=${value} type="button" aria-pressed=${value === chosen}
      onClick=${() => onPick(value)}>${words}</button>`,
    )}
  </div>`;
}

function Part({ part, at, report }) {
  const { sheet } = report;
  const { definitions } = sheet;
  switch (part.is) {
    case 'figures':
      return html`<${Figures} part=${part} at=${at} definitions=${definitions} />`;
    case 'table':
      return html`<${Table} table=${part.table} at=${at} definitions=${definitions} />`;
    case 'chart':
      return html`<${Picture} chart=${part.chart} at=${at} report=${report} />`;
    default:
      return html`<${Note} text=${part.text} />`;
  }
}
