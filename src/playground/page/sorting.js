import { act } from './act.js';
import { html } from './html.js';
import { change, personOf, view } from './state.js';

/** What it was sorted as, each to be set right by choosing another, and why it is so. */
export function Sorting({ card }) {
  const { conversation, view: shown, id } = card;
  const press = (button, value) =>
    act({ do: 'press', by: view.ui.agent, button, conversation, ...(value && { value }) });
  const why = () => {
    const { role } = personOf(view.ui.agent);
    // Whoever may not know is told so by Warmline.
    if (role === 'agent' || role === 'lead') change({ dialog: { is: 'why', card: id } });
    else press('why');
  };
  const may = (button) => shown.triageButtons.includes(button);
  const { category, urgency } = view.room.choices;
  return html`<div class="sorting" role="group" aria-label=${`How ${shown.customer}’s card is sorted`}>
    ${may('correct-category') && html`<${Choice} label="Category" options=${category} value=${shown.categoryName} onPick=${(value) => press('correct-category', value)} />`}
    ${may('correct-urgency') && html`<${Choice} label="Urgency" options=${urgency} value=${shown.urgency} onPick=${(value) => press('correct-urgency', value)} />`}
    ${may('snooze') && html`<${Choice} label="Snooze…" options=${shown.snoozes} value="" onPick=${(value) => press('snooze', value)} />`}
    <button type="button" class="plain" onClick=${why}>Why?</button>
    ${shown.because && html`<p class="aside">${shown.because}</p>`}
  </div>`;
}

/** A select that shows what is so: what somebody chooses shows once the desk has decided it. */
function Choice({ label, options, value, onPick }) {
  const pick = (event) => {
    const chosen = event.currentTarget.value;
    event.currentTarget.value = value;
    if (chosen !== value) onPick(chosen);
  };
  return html`<label class=${value === '' ? 'asking' : ''}><span class="unseen">${label}</span>
    <select value=${value} onChange=${pick}>
      ${!options.some((one) => one.value === value) && html`<option value="" selected disabled>${label}</option>`}
      ${options.map((one) => html`<option key=${one.value} value=${one.value} selected=${one.value === value}>${one.label}</option>`)}
    </select></label>`;
}
