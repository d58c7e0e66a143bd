import { act } from './act.js';
import { html } from './html.js';
import { change, view } from './state.js';
import { canTake, firstName, timed } from './words.js';

/** The one dialog that is open, if any. Escape and Cancel close it and nothing happens. */
export function Dialog() {
  const { dialog, agent } = view.ui;
  if (!dialog) return undefined;
  const { title, hint, button, body, wish } = KINDS[dialog.is](dialog);
  const submit = async (event) => {
    event.preventDefault();
    const wanted = wish(new FormData(event.currentTarget));
    change({ dialog: undefined });
    const answer = wanted && (await act({ by: agent, ...wanted }));
    if (answer?.hints) change({ dialog: { ...dialog, text: wanted.text, hints: answer.hints } });
  };
  const keys = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      event.currentTarget.requestSubmit();
  };
  // A new key for each opening: fields begin with what they are given.
  return html`<dialog key=${dialog.is} aria-labelledby="dialog-title" ref=${open} onClose=${() => change({ dialog: undefined })}>
    <form onSubmit=${submit} onKeyDown=${keys}>
      <h2 id="dialog-title">${title}</h2>
      ${hint && html`<p class="aside">${hint}</p>`}
      ${body}
      <div class="buttons">
        <button type="button" onClick=${() => change({ dialog: undefined })}>${button ? 'Cancel' : 'Close'}</button>
        ${button && html`<button type="submit" class="primary">${button}</button>`}
      </div>
    </form>
  </dialog>`;
}

function open(element) {
  if (element && !element.open) element.showModal();
}

const press = (card, rest) => ({ do: 'press', conversation: card.conversation, ...rest });
const cardOf = (dialog) => view.room.cards.find((one) => one.id === dialog.card);
const itemOf = (dialog) => cardOf(dialog)?.items.find((one) => one.id === dialog.item)?.view;

/** Each kind of dialog: its words, its fields, and the act that its answer makes. */
const KINDS = {
  edit(dialog) {
    const card = cardOf(dialog);
    const draft = itemOf(dialog);
    const who = firstName(card.view.customer);
    return {
      title: `Edit the reply to ${who}`,
      hint: 'It is sent exactly as it stands here.',
      button: dialog.hints ? 'Send anyway' : `Send to ${who}`,
      body: html`
        ${draft.buttons.length === 0 && html`<p class="warning" role="alert">${draft.words} Sending will be refused; your words are given back to you.</p>`}
        <label for="dialog-text">Reply</label>
        <textarea id="dialog-text" name="text" rows="11" required autofocus defaultValue=${dialog.text ?? draft.text} />
        ${
          dialog.hints &&
          html`<div class="aside" role="status"><p>Before it goes out, only you see this:</p>
            <ul>${dialog.hints.map((hint) => html`<li key=${hint}>${hint}</li>`)}</ul></div>`
        }`,
      wish: (form) =>
        press(card, {
          button: 'edit',
          draft: draft.number,
          text: form.get('text'),
          ...(dialog.hints && { hinted: true }),
        }),
    };
  },
  regenerate(dialog) {
    const card = cardOf(dialog);
    const draft = itemOf(dialog);
    return {
      title: 'Write another draft',
      hint: 'Say what the reply should tell them, or how it should sound. Leave it empty for other words.',
      button: 'Write it',
      body: html`<label for="dialog-text">Hint</label>
        <textarea id="dialog-text" name="text" rows="3" autofocus placeholder="The second charge was refunded this morning" />`,
      wish: (form) =>
        press(card, {
          button: 'regenerate',
          ...(draft && { draft: draft.number }),
          text: form.get('text'),
        }),
    };
  },
  split(dialog) {
    const card = cardOf(dialog);
    return {
      title: 'Split off another matter',
      hint: 'The messages you choose get a card and a draft of their own.',
      button: 'Split',
      body: html`<fieldset><legend>Messages that are another matter</legend>
        ${card.view.messages.map(
          (one) => html`<label class="choice" key=${one.id}>
          <input type="checkbox" name="message" value=${one.id} /><span>${one.text}</span></label>`,
        )}</fieldset>`,
      wish: (form) => press(card, { button: 'split', messages: form.getAll('message') }),
    };
  },
  merge(dialog) {
    const card = cardOf(dialog);
    const others = view.room.cards.filter((one) => canTake(one, card));
    return {
      title: 'Merge into another conversation',
      hint: 'Its messages go there and this card closes.',
      button: 'Merge',
      body: html`<fieldset><legend>The conversation it belongs to</legend>
        ${others.map(
          (one, n) => html`<label class="choice" key=${one.id}>
          <input type="radio" name="into" value=${one.conversation} defaultChecked=${n === 0} />
          <span><strong>${one.view.customer}</strong> ${one.view.said}</span></label>`,
        )}</fieldset>`,
      wish: (form) => press(card, { button: 'merge', into: form.get('into') }),
    };
  },
  promise(dialog) {
    const card = cardOf(dialog);
    const promise = itemOf(dialog);
    return {
      title: 'By when is it promised?',
      hint: timed(promise.words),
      button: 'Set it',
      body: html`<label for="dialog-text">Time</label>
        <input id="dialog-text" name="text" required autofocus maxlength="100" placeholder="15:00, tomorrow 9:00, 2h, Friday noon" />`,
      wish: (form) =>
        press(card, { button: 'edit-promise', value: promise.id, text: form.get('text') }),
    };
  },
  why(dialog) {
    const { customer, why } = cardOf(dialog).view;
    return {
      title: `Why ${firstName(customer)}’s card is sorted as it is`,
      body: html`<dl class="why">${why.map(
        ({ about, words }) =>
          html`<div key=${about + words}><dt>${about}</dt><dd>${words}</dd></div>`,
      )}</dl>`,
      wish: () => undefined,
    };
  },
  message({ said }) {
    return {
      title: 'Edit your message',
      button: 'Save',
      body: html`<label for="dialog-text">Message</label>
        <textarea id="dialog-text" name="text" rows="4" required autofocus defaultValue=${said.text} />`,
      wish: (form) => ({ do: 'edit', by: said.author, message: said.id, text: form.get('text') }),
    };
  },
  clear({ next }) {
    return {
      title: 'Start over?',
      hint: 'Everything in the playground is cleared: messages, cards and drafts.',
      button: 'Clear the room',
      wish: () => (next ? void next() : { do: 'clear' }),
    };
  },
};
