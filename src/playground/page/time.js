import { act } from './act.js';
import { html } from './html.js';
import { now, view } from './state.js';
import { dayAndTime } from './words.js';

const HOUR = 3_600_000;

/** The desk's time, and how to move it on. */
export function Time() {
  const pass = (until) => act({ do: 'pass-time', by: view.ui.lead, until });
  const submit = (event) => {
    event.preventDefault();
    pass(new Date(new FormData(event.currentTarget).get('until')).getTime());
  };
  return html`<details class="time">
    <summary><span class="unseen">Move the clock: it is </span><time datetime=${new Date(now()).toISOString()}>${dayAndTime(now())}</time></summary>
    <form onSubmit=${submit}>
      <p class="aside">Move the clock on, never back. What is due on the way happens at its own time.</p>
      <div class="buttons" role="group" aria-label="Move the clock">
        <button type="button" onClick=${() => pass(now() + HOUR)}>+1 h</button>
        <button type="button" onClick=${() => pass(now() + 24 * HOUR)}>+1 day</button>
        <button type="button" onClick=${() => pass('next-opening')}>To next opening</button>
        <button type="button" onClick=${() => pass('next-due')}>To what is due next</button>
      </div>
      <div class="field">
        <label for="time-until">Until</label>
        <input id="time-until" name="until" type="datetime-local" required />
        <button type="submit">Go there</button>
      </div>
    </form>
  </details>`;
}
