import { render } from '/playground/lib/preact.js';
import { act, forget } from './act.js';
import { AgentSeat } from './agent.js';
import { CustomerSeat } from './customer.js';
import { Dialog } from './dialog.js';
import { html } from './html.js';
import { LeadSeat } from './lead.js';
import { follow } from './live.js';
import { reportShown } from './reports.js';
import { keepToEnd } from './scroll.js';
import { change, onChange, redraw, view } from './state.js';
import { play, stopStory } from './story.js';
import { Time } from './time.js';

const SEATS = [
  ['customer', 'Customer'],
  ['agent', 'Agent'],
  ['lead', 'Lead'],
];

let stories = [];

function Page() {
  const { room, connected, ui } = view;
  return html`<div class="page">
    <${Top} connected=${connected} />
    ${ui.story && html`<${Caption} story=${ui.story} />`}
    ${
      room
        ? html`<main class="seats" data-seat=${ui.seat} data-lit=${ui.story?.seat} data-report=${reportShown() ? 'open' : undefined}>
            <${CustomerSeat} /><${AgentSeat} /><${LeadSeat} />
          </main>`
        : html`<main class="opening"><p>Opening the playground…</p></main>`
    }
    <${Failures} failures=${ui.failures} />
    <${Dialog} />
    <p class="unseen" role="status" aria-live="polite">${ui.announcement}</p>
  </div>`;
}

function Top({ connected }) {
  const { ui, room } = view;
  const file = ui.storyFile ?? stories[0]?.path;
  const begin = () => {
    const start = () => play(file);
    if (room.said.length > 0 && !ui.story) change({ dialog: { is: 'clear', next: start } });
    else start();
  };
  return html`<header class="top">
    <h1><img src="/playground/icon.svg" alt="" width="28" height="28" />Warmline <span>playground</span></h1>
    <nav class="tabs" aria-label="Seats">
      ${SEATS.map(
        ([seat, label]) => html`<button key=${seat} type="button" aria-pressed=${ui.seat === seat}
        onClick=${() => change({ seat })}>${label}</button>`,
      )}
    </nav>
    <p class="line ${connected ? 'on' : 'off'}" role="status"><span class="dot" aria-hidden="true" />${connected ? 'Live' : 'Reconnecting…'}</p>
    ${room && html`<${Time} />`}
    <button type="button" class="plain" onClick=${() => change({ dialog: { is: 'clear' } })}>Start over</button>
    ${
      (!ui.story || ui.story.over) &&
      html`<div class="tell">
        <label class="unseen" for="story">Story</label>
        <select id="story" onChange=${(event) => change({ storyFile: event.currentTarget.value })}>
          ${stories.map((one) => html`<option key=${one.path} value=${one.path} selected=${one.path === file}>${one.name}</option>`)}
        </select>
        <button type="button" class="primary" disabled=${!room || !file} onClick=${begin}>Play a story</button>
      </div>`
    }
  </header>`;
}

function Caption({ story }) {
  return html`<div class="caption" role="status">
    <progress max=${story.steps} value=${story.over ? story.steps : story.step} aria-label="Progress of the story" />
    <p>${story.caption ?? story.name}</p>
    <button type="button" class="plain" onClick=${stopStory}>${story.over ? 'Close' : 'Stop'}</button>
  </div>`;
}

function Failures({ failures }) {
  return html`<div class="failures" role="alert">
    ${failures.map(
      ({ act: failed, because, again }) => html`<div key=${failed.id} class="failure">
      <p>${failed.text && html`<q>${failed.text.slice(0, 80)}</q> `}${because}</p>
      ${again && html`<button type="button" class="primary" onClick=${() => act(failed)}>Try again</button>`}
      <button type="button" onClick=${() => forget(failed.id)}>Dismiss</button>
    </div>`,
    )}
  </div>`;
}

const root = document.getElementById('page');
root.replaceChildren();
let asked = false;
onChange(() => {
  if (asked) return;
  asked = true;
  // After the current change: however many there are, the page is drawn once.
  queueMicrotask(() => {
    asked = false;
    const settle = keepToEnd();
    render(html`<${Page} />`, root);
    settle();
  });
});
// Countdowns move by themselves …
setInterval(
  () => view.room?.cards.some((card) => card.view.draftDue !== undefined) && redraw(),
  1_000,
);
// … and so do the time of day and how long somebody waits, which are told in minutes.
setInterval(redraw, 15_000);
redraw();
follow();
stories = await (await fetch('/playground/stories.json')).json();
redraw();
