import { act } from './act.js';
import { html } from './html.js';
import { Avatar, Byline, Composer, Private, SitsAs } from './parts.js';
import { ZONE } from './reports.js';
import { change, personOf, view } from './state.js';
import { firstName } from './words.js';

const EXAMPLES = [
  'I was charged twice for invoice 4411',
  'I cannot log in since this morning, the reset link never arrives',
  'The export fails for our whole team and we have a deadline today!',
];

/** Seat one: the support channel, as a customer (or somebody of the team) sees it. */
export function CustomerSeat() {
  const { room, ui } = view;
  const { channel } = ui;
  const help = room.said.filter((one) => one.channel === channel);
  const ids = new Set(help.map((one) => one.id));
  const roots = help.filter((one) => !one.thread || !ids.has(one.thread));
  const me = personOf(ui.customer);
  const thread = ids.has(ui.thread) ? ui.thread : undefined;
  const answers = room.whispers.filter(
    (one) =>
      one.to === me.id &&
      (one.beside === 'help' || (one.command && !one.report && me.id !== ui.lead)),
  );
  return html`<section class="seat" id="seat-customer" aria-labelledby="head-customer">
    <header class="head">
      <div><h2 id="head-customer"><span class="hash" aria-hidden="true">#</span><${ChannelName} channels=${room.channels} /></h2><p>The customer’s seat</p></div>
      <${SitsAs} id="as-customer" label="Writing as" value=${ui.customer} people=${room.people}
        onPick=${(customer) => change({ customer, thread: undefined })} />
    </header>
    <div class="scroll" data-follow tabindex="0" role="group" aria-label=${`Messages in ${channel}`}>
      ${roots.length === 0 && html`<${Quiet} name=${firstName(me.name)} />`}
      ${roots.map(
        (root) => html`<${Thread} key=${root.id} root=${root} me=${me}
        replies=${help.filter((one) => one.thread === root.id)} />`,
      )}
      ${answers.map((whisper) => html`<${Private} key=${whisper.id} whisper=${whisper} />`)}
    </div>
    ${ui.story?.typing && html`<p class="typing">${ui.story.typing} is typing<span aria-hidden="true">…</span></p>`}
    <${Composer} id="write-help" label=${`Message in ${channel} as ${me.name}`} button="Send"
      placeholder=${thread ? 'Reply in the thread' : `Message #${channel} as ${firstName(me.name)}`}
      onWrite=${(text) => writes(me.id, channel, text, thread)}>
      ${
        thread &&
        html`<p class="replying">In the thread of “${excerpt(room, thread)}”
        <button type="button" class="link" onClick=${() => change({ thread: undefined })}>Leave the thread</button></p>`
      }
    <//>
  </section>`;
}

/** Where there are several, another one may be chosen. */
function ChannelName({ channels }) {
  const { channel } = view.ui;
  if (channels.length < 2) return channel;
  return html`<select aria-label="Channel" value=${channel} onChange=${(event) => change({ channel: event.currentTarget.value, thread: undefined })}>
    ${channels.map((one) => html`<option key=${one} value=${one} selected=${one === channel}>${one}</option>`)}
  </select>`;
}

function writes(by, channel, text, thread) {
  if (/^\/support\b/i.test(text.trim()))
    return act({ do: 'command', by, text: text.trim(), beside: 'help', zone: ZONE });
  return act({ do: 'write', by, channel, text, ...(thread && { thread }) });
}

function Quiet({ name }) {
  const fill = (text) => {
    const field = document.getElementById('write-help');
    field.value = text;
    field.focus();
  };
  return html`<div class="quiet">
    <h3>Be the customer</h3>
    <p>Write what ${name} would write. Agents see it next door, with a draft, a moment after ${name} pauses.</p>
    <ul>${EXAMPLES.map((text) => html`<li key=${text}><button type="button" class="example" onClick=${() => fill(text)}>${text}</button></li>`)}</ul>
  </div>`;
}

function Thread({ root, replies, me }) {
  return html`<article class="thread ${view.ui.thread === root.id ? 'chosen' : ''}">
    <${Message} said=${root} me=${me} />
    ${
      replies.length > 0 &&
      html`<div class="replies" role="group" aria-label="Replies">
      ${replies.map((said) => html`<${Message} key=${said.id} said=${said} me=${me} />`)}
    </div>`
    }
  </article>`;
}

function Message({ said, me }) {
  const author = personOf(said.author);
  const mine = said.author === me.id && !said.deleted;
  const agent = me.role === 'agent' || me.role === 'lead';
  const about = `${author.name}: ${said.text.slice(0, 40)}`;
  const enter = () => {
    change({ thread: said.thread ?? said.id });
    document.getElementById('write-help').focus();
  };
  return html`<div class="message ${said.author === 'warmline' ? 'bot' : ''}" id=${`said-${said.id}`}>
    <${Avatar} id=${said.author} />
    <div class="body">
      <${Byline} author=${said.author} at=${said.at} note=${said.edits && !said.deleted ? 'edited' : ''} />
      ${said.deleted ? html`<p class="words gone">This message was deleted.</p>` : html`<p class="words">${said.text}</p>`}
      ${
        said.delivery === 'failed' &&
        html`<p class="undelivered" role="alert">Not delivered.
        <button type="button" class="link" onClick=${() => resend(said)}>Try again</button></p>`
      }
      ${said.asked && html`<${Asked} asked=${said.asked} by=${me.id} />`}
      <div class="actions">
        <button type="button" aria-label=${`Reply in the thread of ${about}`} onClick=${enter}>Reply</button>
        ${
          mine &&
          html`<button type="button" aria-label=${`Edit ${about}`}
          onClick=${() => change({ dialog: { is: 'message', said } })}>Edit</button>`
        }
        ${
          mine &&
          html`<button type="button" aria-label=${`Delete ${about}`}
          onClick=${() => act({ do: 'delete', by: me.id, message: said.id })}>Delete</button>`
        }
        ${
          agent &&
          author.role !== 'bot' &&
          !said.deleted &&
          html`<button type="button" aria-label=${`Draft a reply to ${about}`}
          onClick=${() => act({ do: 'ask', by: me.id, message: said.id })}>Draft a reply</button>`
        }
      </div>
    </div>
  </div>`;
}

/** The buttons under a question, until it is answered; then what was chosen. */
function Asked({ asked, by }) {
  const { conversation, question, choices, chosen } = asked;
  const answer = ({ button, value }) =>
    act({ do: 'answer', by, conversation, question, button, ...(value && { value }) });
  if (choices.length === 0) return chosen && html`<p class="aside">${chosen}</p>`;
  return html`<div class="buttons" role="group" aria-label="Your answer">
    ${choices.map((one) => html`<button key=${one.label} type="button" onClick=${() => answer(one)}>${one.label}</button>`)}
  </div>`;
}

function resend({ act: id, author, channel, text, thread }) {
  act({ do: 'write', id, by: author, channel, text, ...(thread && { thread }) });
}

function excerpt(room, id) {
  const text = room.said.find((one) => one.id === id)?.text ?? '';
  return text.length > 32 ? `${text.slice(0, 32)}…` : text;
}
