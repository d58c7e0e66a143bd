import { act } from './act.js';
import { html } from './html.js';
import { change, view } from './state.js';
import { timed } from './words.js';

/** Something that was promised to the customer, with what an agent can say of it. */
export function Promised({ item, card }) {
  const { view: shown } = item;
  const press = (button) =>
    act({
      do: 'press',
      by: view.ui.agent,
      button,
      conversation: card.conversation,
      value: shown.id,
    });
  const does = {
    'keep-promise': ['Confirm', () => press('keep-promise')],
    'edit-promise': [
      'Edit…',
      () => change({ dialog: { is: 'promise', card: card.id, item: item.id } }),
    ],
    'drop-promise': ['Dismiss', () => press('drop-promise')],
  };
  return html`<div class="post promise" id=${`promise-${item.id}`}>
    <p class="words">${timed(shown.words)}</p>
    ${
      shown.buttons.length > 0 &&
      html`<div class="buttons" role="group" aria-label="This promise">
      ${shown.buttons.map((button) => {
        const [label, run] = does[button];
        return html`<button key=${button} type="button" onClick=${run}>${label}</button>`;
      })}</div>`
    }
  </div>`;
}
