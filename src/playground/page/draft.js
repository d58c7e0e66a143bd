import { act } from './act.js';
import { html } from './html.js';
import { view } from './state.js';
import { firstName } from './words.js';
import { openDialog } from './writing.js';

const STATES = {
  open: 'Draft',
  approved: 'On its way',
  sent: 'Sent',
  failed: 'Not sent',
  void: 'Void',
};

/** Sending stands out; what is about the whole conversation stands back. */
const LOOKS = { send: 'primary', 'not-a-request': 'minor', 'take-over': 'minor' };

/** A proposed reply with what an agent can do about it. Decided or void, it keeps its words and loses its buttons. */
export function Draft({ item, card }) {
  const { view: shown } = item;
  const { customer } = card.view;
  const press = (button) => {
    act({
      do: 'press',
      by: view.ui.agent,
      button,
      conversation: card.conversation,
      draft: shown.number,
    });
    document.getElementById(`draft-${item.id}`)?.focus();
  };
  const ask = (is) => openDialog({ is, card: card.id, item: item.id });
  const does = {
    send: [shown.state === 'failed' ? 'Send again' : 'Send', () => press('send')],
    edit: ['Edit & send', () => ask('edit')],
    arrived: ['It arrived', () => press('arrived')],
    regenerate: ['Regenerate…', () => ask('regenerate')],
    'not-a-request': ['Not a request', () => press('not-a-request')],
    'take-over': ['Take over', () => press('take-over')],
  };
  const words = html`<p class="words letter">${shown.text}</p>`;
  return html`<section class="draft ${shown.state}" id=${`draft-${item.id}`} tabindex="-1"
      aria-label=${`Draft ${shown.number} for ${customer}`}>
    <p class="stamp"><span class="tag">${STATES[shown.state]}</span>
      ${shown.state === 'open' ? `For ${firstName(customer)}, not sent yet` : shown.words}</p>
    ${shown.state === 'void' ? shown.text && html`<details><summary>Show the words</summary>${words}</details>` : words}
    ${
      shown.buttons.length > 0 &&
      shown.notes.map((note) => html`<p key=${note} class="note">${note}</p>`)
    }
    ${
      shown.buttons.length > 0 &&
      shown.hints.length > 0 &&
      html`<details class="hints"><summary>${
        shown.hints.length === 1
          ? 'One thing could be better'
          : `${shown.hints.length} things could be better`
      }</summary>
      <ul>${shown.hints.map((one) => html`<li key=${one.name}>${one.hint}</li>`)}</ul></details>`
    }
    ${
      shown.buttons.length > 0 &&
      html`<div class="buttons" role="group" aria-label=${`Draft ${shown.number}`}>
      ${shown.buttons.map((button) => {
        const [label, run] = does[button];
        return html`<button key=${button} type="button" class=${LOOKS[button] ?? ''} onClick=${run}>${label}</button>`;
      })}
    </div>`
    }
  </section>`;
}
