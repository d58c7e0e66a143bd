import { html } from './html.js';
import { CellWords } from './report-cells.js';
import { define, lookBehind } from './reports.js';
import { view } from './state.js';

/** Numbers that people look at first. */
export function Figures({ part, at, definitions }) {
  return html`<section class="part" aria-labelledby=${`part-${at}`}>
    <h4 id=${`part-${at}`}>${part.title}</h4>
    <ul class="figures">
      ${part.figures.map(
        (figure) =>
          html`<${Figure} key=${figure.name} figure=${figure} place=${`${at}-${figure.name}`} definition=${definitions[figure.name]} />`,
      )}
    </ul>
  </section>`;
}

/** "58 min (3 h in opening hours)", "3 customers wait, the longest 2 h": the number first, what belongs to it below. */
const PARTED = /^(.+?)(?: (\(.+\)|customers? waits?\b.*))?$/;

function Figure({ figure, place, definition }) {
  const { name, value, change, better, n } = figure;
  const [, main, rest] = PARTED.exec(value);
  const tone = better === undefined ? '' : better ? 'better' : 'worse';
  return html`<li class="figure">
      <p class="name"><${Defined} name=${name} place=${place} definition=${definition} /></p>
      <p class="value ${/^\d/.test(main) ? '' : 'words'}">${main}</p>
      ${rest && html`<p class="aside">${rest.replace(/^\(|\)$/g, '')}</p>`}
      ${change && html`<p class="change ${tone}">${change}</p>`}
      <p class="n">${n}</p>
    </li>
    <${Definition} name=${name} place=${place} definition=${definition} />`;
}

/** A name that tells what it means when it is pressed. */
function Defined({ name, place, definition }) {
  if (!definition) return name;
  const open = view.ui.report?.defined === place;
  return html`<button type="button" class="defined" aria-expanded=${open} aria-controls=${idOf(place)}
    onClick=${() => define(place)}>${name}</button>`;
}

function Definition({ name, place, definition, as = 'li' }) {
  if (!definition || view.ui.report?.defined !== place) return undefined;
  return html`<${as} class="definition" id=${idOf(place)}><strong>${name}.</strong> ${`${definition.definition} `}
    <button type="button" class="link" onClick=${() => lookBehind(definition.name)}>Show the conversations</button><//>`;
}

function idOf(place) {
  return `means-${place.replace(/\W+/g, '-')}`;
}

export function Table({ table, at, definitions }) {
  const { title, columns, rows, more } = table;
  const place = (name) => `${at}-${name}`;
  const named = (name) =>
    html`<${Defined} name=${name} place=${place(name)} definition=${definitions[name]} />`;
  const names = [
    ...columns.map((column) => column.title),
    ...rows.map(([first]) => first).filter((first) => typeof first === 'string'),
  ];
  const side = (i) => (columns[i].numbers ? 'number' : '');
  return html`<section class="part ${columns.length < 4 ? 'small' : ''}" aria-labelledby=${`part-${at}`}>
    <h4 id=${`part-${at}`}>${title}</h4>
    <div class="wide"><table aria-labelledby=${`part-${at}`}>
      <thead><tr>${columns.map((column, i) => html`<th scope="col" class=${side(i)}>${column.title ? named(column.title) : html`<span class="unseen">What</span>`}</th>`)}</tr></thead>
      <tbody>${rows.map(
        (row) =>
          html`<tr>${row.map((cell, i) =>
            i === 0
              ? html`<th scope="row">${typeof cell === 'string' ? named(cell) : html`<${CellWords} cell=${cell} />`}</th>`
              : html`<td class=${side(i)}><${CellWords} cell=${cell} /></td>`,
          )}</tr>`,
      )}</tbody>
    </table></div>
    ${[...new Set(names)].map(
      (name) =>
        html`<${Definition} as="p" name=${name} place=${place(name)} definition=${definitions[name]} />`,
    )}
    ${more > 0 && html`<p class="aside">and ${more} more</p>`}
  </section>`;
}

/** A picture in the page's own look, and the numbers behind it. */
export function Picture({ chart, at, report }) {
  const { title, alt, unit, labels, series } = chart;
  const from = (look) =>
    `/playground/report/chart?${new URLSearchParams({ id: report.sheet.id, part: at, look, at: report.sheet.at })}`;
  return html`<section class="part" aria-labelledby=${`part-${at}`}>
    <h4 id=${`part-${at}`} class="unseen">${title}</h4>
    <div class="wide picture"><picture>
      <source srcset=${from('dark')} media="(prefers-color-scheme: dark)" />
      <img src=${from('light')} alt=${alt} width="720" />
    </picture></div>
    <details class="numbers"><summary>The numbers<span class="unseen"> of ${title}</span></summary>
      <div class="wide"><table aria-labelledby=${`part-${at}`}>
        <thead><tr><th scope="col">${unit}</th>${series.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
        <tbody>${labels.map(
          (label, i) => html`<tr><th scope="row">${label}</th>
          ${series.map(({ values }) => html`<td class="number">${values[i] ?? '–'}</td>`)}</tr>`,
        )}</tbody>
      </table></div>
    </details>
  </section>`;
}

export function Note({ text }) {
  return html`<p class="remark">${text}</p>`;
}
