import { act } from './act.js';
import { Draft } from './draft.js';
import { html } from './html.js';
import { Avatar, Brief, Byline, Composer, Private, SitsAs } from './parts.js';
import { Promised } from './promised.js';
import { ZONE } from './reports.js';
import { Sorting } from './sorting.js';
import { change, now, view } from './state.js';
import { canTake, clock, firstName, since, timed, until } from './words.js';
import { openDialog } from './writing.js';

/** Seat two: the triage channel, the newest card on top, each with its thread. */
export function AgentSeat() {
  const { room, ui } = view;
  const team = room.people.filter(
    (one) => one.role === 'agent' || one.role === 'colleague' || one.role === 'lead',
  );
  const open = room.cards.filter(({ view: card }) => card.waitingSince !== undefined).length;
  return html`<section class="seat" id="seat-agent" aria-labelledby="head-agent">
    <header class="head">
      <div>
        <h2 id="head-agent"><span class="hash" aria-hidden="true">#</span>triage</h2>
        <p>The agent’s seat${open > 0 ? ` · ${open} waiting` : ''}</p>
      </div>
      <${SitsAs} id="as-agent" label="Acting as" value=${ui.agent} people=${team} onPick=${(agent) => change({ agent })} />
    </header>
    <div class="scroll" tabindex="0" role="group" aria-label="Cards in triage">
      ${
        room.cards.length === 0 &&
        html`<div class="quiet">
        <h3>Nothing waits</h3>
        <p>When a customer asks for something, its card appears here, and under it the draft with its buttons.
          Thanks and greetings open nothing.</p>
      </div>`
      }
      ${postedIn(room).map((one) =>
        one.lists
          ? html`<${Note} key=${one.id} note=${one} />`
          : html`<${Card} key=${one.id} card=${one} />`,
      )}
    </div>
  </section>`;
}

/** Cards and notes to the whole team, the newest first. */
function postedIn({ cards, notes }) {
  return [...cards, ...notes].sort((a, b) => b.at - a.at);
}

/** What the whole team should know of those who wait, each with the way to their card. */
function Note({ note }) {
  return html`<article class="team-note">
    <p class="byline">Warmline <time datetime=${new Date(note.at).toISOString()}>${clock(note.at)}</time></p>
    ${note.shared && html`<p>📊 ${note.shared.by} shares a report</p><${Brief} text=${note.shared.text} />`}
    ${note.lists.map(
      ({ title, next, lines, more }) => html`<h3>${title}</h3>
      ${next && html`<p class="aside">${timed(next)}</p>`}
      <ul>${lines.map(
        ({ card, who, says }) =>
          html`<li key=${card}>${card ? html`<a href=${`#title-${card}`}>${who}</a>` : who} · ${timed(says)}</li>`,
      )}</ul>
      ${more > 0 && html`<p class="aside">and ${more} more</p>`}`,
    )}
  </article>`;
}

/** Threads of matters at rest are folded until somebody opens them. */
function Card({ card }) {
  const { ui } = view;
  const { id, view: shown } = card;
  const rests =
    shown.status === 'set-aside' || shown.status === 'merged' || shown.status === 'resolved';
  const unfolded = ui.unfolded[id] ?? !rests;
  const posts = postsOf(card);
  const fold = () => change({ unfolded: { ...ui.unfolded, [id]: !unfolded } });
  return html`<article class="card ${rests ? 'rests' : ''}" id=${`card-${id}`} aria-labelledby=${`title-${id}`}>
    <header>
      <${Avatar} id=${shown.customerId} />
      <div class="title">
        <h3 id=${`title-${id}`} tabindex="-1">${shown.customer}${shown.category && html`<span class="topic"> · ${shown.category}</span>`}</h3>
        <p class="aside">
          <a href=${`#said-${shown.message}`} onClick=${() => change({ channel: shown.channel })}>#${shown.channel}</a> at ${clock(card.at)}
          ${shown.waitingSince !== undefined && html` · waiting ${since(shown.waitingSince)}`}
          ${shown.owner ? html` · ${shown.owner}${shown.ownerAbsent && absence(shown.ownerAbsent)}` : html` · nobody’s yet`}
        </p>
      </div>
      ${shown.urgency && html`<${Urgency} level=${shown.urgency} words=${shown.urgencyWords} />`}
    </header>
    <p class="words quoted">${shown.said}</p>
    <ul class="marks">
      <li class="mark ${shown.status}"><span class="dot" aria-hidden="true" />${shown.statusWords}</li>
      ${shown.pace && html`<${Pace} pace=${shown.pace} />`}
      ${shown.snoozedUntil !== undefined && html`<li class="mark">💤 snoozed, ${until(shown.snoozedUntil)} left</li>`}
      ${shown.flags.map((flag) => html`<li key=${flag} class="mark flag">${flag}</li>`)}
    </ul>
    ${shown.escalations?.map(({ words, at }) => html`<p key=${words} class="escalated"><span aria-hidden="true">🔺</span> ${words} <time>since ${clock(at)}</time></p>`)}
    ${shown.promises.map((line) => html`<p key=${line} class="promised">${timed(line)}</p>`)}
    ${shown.draftDue !== undefined && html`<${Pause} due=${shown.draftDue} who=${firstName(shown.customer)} />`}
    ${shown.triageButtons.length > 0 && html`<${Sorting} card=${card} />`}
    ${
      shown.deeds.length > 0 &&
      html`<ol class="deeds" aria-label="Who did what">
      ${shown.deeds.map((deed) => html`<li key=${deed.at + deed.words}>${deed.words} · <time>${clock(deed.at)}</time></li>`)}</ol>`
    }
    <${CardButtons} card=${card} />
    <button type="button" class="fold" aria-expanded=${unfolded} aria-controls=${`thread-${id}`} onClick=${fold}>
      ${unfolded ? 'Hide the thread' : `Show the thread (${posts.length})`}</button>
    ${
      unfolded &&
      html`<div class="posts" id=${`thread-${id}`}>
      ${posts.map((post) => html`<${Post} key=${post.id} post=${post} card=${card} />`)}
      <${Composer} id=${`note-${id}`} label=${`Internal note on ${shown.customer}’s card`} button="Note"
        placeholder="Internal note, never sent" onWrite=${(text) => note(id, text)} />
      <button type="button" class="link" onClick=${() => answersDirectly(card)}>Answer in #${shown.channel} yourself</button>
    </div>`
    }
  </article>`;
}

/** What stands in the card's thread, in order: Warmline's posts, the team's notes, and what only we were told. */
function postsOf(card) {
  const { room, ui } = view;
  const notes = room.said.filter((one) => one.channel === 'triage' && one.thread === card.id);
  const whispers = room.whispers.filter((one) => one.card === card.id && one.to === ui.agent);
  return [...card.items, ...notes, ...whispers].sort((a, b) => a.at - b.at);
}

function Post({ post, card }) {
  if (post.to) return html`<${Private} whisper=${post} />`;
  if (post.author) {
    return html`<div class="message note"><${Avatar} id=${post.author} small />
      <div class="body"><${Byline} author=${post.author} at=${post.at} note="internal note" /><p class="words">${post.text}</p></div></div>`;
  }
  const { view: shown } = post;
  if (shown.is === 'draft') return html`<${Draft} item=${post} card=${card} />`;
  if (shown.is === 'lesson') return html`<${LessonPost} shown=${shown} card=${card} />`;
  if (shown.is === 'promise') return html`<${Promised} item=${post} card=${card} />`;
  if (shown.is === 'note') return html`<p class="post words">${shown.text}</p>`;
  return html`<div class="post">
    <p class="aside">${shown.words} <time>${clock(post.at)}</time></p>
    ${shown.before !== undefined && html`<p class="words"><del>${shown.before}</del></p>`}
    ${shown.text && html`<p class="words">${shown.before !== undefined ? html`<ins>${shown.text}</ins>` : shown.text}</p>`}
    ${shown.files.map((file) => html`<p key=${file.url}>${file.name}</p>`)}
  </div>`;
}

const LESSON_BUTTONS = { learn: 'Accept', 'decline-learning': 'Decline' };

/** An answer that may become an article. Only a lead's press counts. */
function LessonPost({ shown, card }) {
  const { conversation } = card;
  const press = (button) =>
    act({ do: 'press', by: view.ui.agent, button, conversation, value: shown.lesson });
  return html`<div class="post">
    <p class="words">${shown.text}</p>
    ${
      shown.buttons.length > 0 &&
      html`<div class="buttons" role="group" aria-label="An answer that may become an article">
      ${shown.buttons.map((one) => html`<button key=${one} type="button" onClick=${() => press(one)}>${LESSON_BUTTONS[one]}</button>`)}</div>`
    }
  </div>`;
}

const CARD_BUTTONS = {
  'take-over': ['Take over'],
  regenerate: ['Regenerate…', 'regenerate'],
  resolve: ['Resolve'],
  'skip-survey': ['Skip survey'],
  split: ['Split…', 'split'],
  merge: ['Merge…', 'merge'],
  'not-a-request': ['Not a request'],
  'hand-on': ['Hand to…', 'hand-on'],
};

/** Why an owner is not there, behind their name. */
function absence({ is, until: back }) {
  const why = is === 'left' ? 'no agent any more' : is;
  return back === undefined ? ` (${why})` : ` (${why}, back ${clock(back)})`;
}

function CardButtons({ card }) {
  const { conversation, view: shown, id } = card;
  const draftHas = new Set(card.items.flatMap((item) => item.view.buttons ?? []));
  const others = view.room.cards.filter((one) => canTake(one, card));
  const buttons = shown.buttons.filter(
    (button) => !draftHas.has(button) && (button !== 'merge' || others.length > 0),
  );
  if (buttons.length === 0) return undefined;
  const press = (button, dialog) => {
    if (dialog) return openDialog({ is: dialog, card: id });
    act({ do: 'press', by: view.ui.agent, button, conversation });
    document.getElementById(`title-${id}`)?.focus();
  };
  return html`<div class="buttons" role="group" aria-label=${`Actions on ${shown.customer}’s card`}>
    ${buttons.map((button) => {
      const [label, dialog] = CARD_BUTTONS[button];
      return html`<button key=${button} type="button" onClick=${() => press(button, dialog)}>${label}</button>`;
    })}
  </div>`;
}

/** Bars, a word and a colour: any one of them alone says it. */
function Urgency({ level, words }) {
  return html`<span class="urgency ${level}">
    <svg viewBox="0 0 14 12" aria-hidden="true">
      ${[0, 1, 2, 3].map(
        (
          n,
        ) => html`<rect key=${n} x=${n * 3.6} y=${9 - n * 3} width="2.6" height=${3 + n * 3} rx=".8"
        class=${n < 5 - Number(level[1]) ? 'full' : 'hollow'} />`,
      )}
    </svg>${words}</span>`;
}

/** How it stands with what is owed to the customer, and how much time is left. */
function Pace({ pace }) {
  const left = pace.due > now() ? `due in ${until(pace.due)}` : `was due ${since(pace.due)} ago`;
  return html`<li class="mark ${pace.is.replace(' ', '-')}"><span class="dot" aria-hidden="true" />
    ${pace.is} · ${pace.clock.replace('-', ' ')} ${left}</li>`;
}

function Pause({ due, who }) {
  const left = Math.max(0, Math.ceil((due - now()) / 1000));
  return html`<p class="pause"><span class="spin" aria-hidden="true" />The draft follows when ${who} pauses${left > 0 ? `: ${left} s` : ''}</p>`;
}

function note(thread, text) {
  const by = view.ui.agent;
  if (/^\/support\b/i.test(text.trim()))
    return act({ do: 'command', by, text: text.trim(), card: thread, zone: ZONE });
  return act({ do: 'write', by, channel: 'triage', thread, text });
}

/** Puts the acting agent into the customer's thread. */
function answersDirectly(card) {
  const said = view.room.said.find((one) => one.id === card.view.message);
  const { channel } = card.view;
  change({ customer: view.ui.agent, channel, thread: said?.thread ?? said?.id, seat: 'customer' });
  document.getElementById('write-help')?.focus();
}
