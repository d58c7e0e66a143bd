import { act } from './act.js';
import { html } from './html.js';
import { openReport } from './reports.js';
import { personOf, view } from './state.js';
import { clock, ROLES } from './words.js';

/** A person's initials in a circle of their own colour. Decoration: the name always stands beside it. */
export function Avatar({ id, small }) {
  const { name, role } = personOf(id);
  const initials = name
    .split(' ')
    .map((word) => word[0])
    .slice(0, 2)
    .join('');
  const place = view.room.people.findIndex((one) => one.id === id);
  const tint = role === 'bot' ? 'bot' : `tint-${place % 6}`;
  return html`<span class="avatar ${tint} ${small ? 'small' : ''}" aria-hidden="true">
    ${role === 'bot' ? html`<img src="/playground/icon.svg" alt="" />` : initials}
  </span>`;
}

/** Name, role and time above a message. */
export function Byline({ author, at, note }) {
  const { name, role } = personOf(author);
  return html`<p class="byline">
    <strong>${name}</strong>
    ${role !== 'customer' && html`<span class="role">${ROLES[role]}</span>`}
    <time datetime=${new Date(at).toISOString()}>${clock(at)}</time>
    ${note && html`<span class="aside">${note}</span>`}
  </p>`;
}

const GROUPS = [
  ['Customers', ['customer']],
  ['Agents and leads', ['agent', 'lead']],
  ['Colleagues without rights', ['colleague']],
];

/** A select that changes who sits in a seat. */
export function SitsAs({ id, label, value, people, onPick }) {
  return html`<div class="sits">
    <${Avatar} id=${value} small />
    <label for=${id}>${label}</label>
    <select id=${id} value=${value} onChange=${(event) => onPick(event.currentTarget.value)}>
      ${GROUPS.map(([title, roles]) => {
        const group = people.filter((one) => roles.includes(one.role));
        return (
          group.length > 0 &&
          html`<optgroup key=${title} label=${title}>
            ${group.map(
              (one) => html`<option key=${one.id} value=${one.id} selected=${one.id === value}>
                ${one.name}
              </option>`,
            )}
          </optgroup>`
        );
      })}
    </select>
  </div>`;
}

/** What somebody writes in: Enter sends, Shift+Enter begins a new line. Emptied when it was kept. */
export function Composer({ id, label, placeholder, button, onWrite, children }) {
  const submit = async (event) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('words');
    const text = field.value;
    if (text.trim() === '') return field.focus();
    field.value = '';
    const kept = await onWrite(text);
    if (!kept && field.value === '') field.value = text;
    field.focus();
  };
  const key = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    event.currentTarget.form.requestSubmit();
  };
  return html`<form class="composer" onSubmit=${submit}>
    ${children}
    <div class="field">
      <label class="unseen" for=${id}>${label}</label>
      <textarea id=${id} name="words" rows="1" placeholder=${placeholder} onKeyDown=${key} />
      <button class="primary" type="submit">${button}</button>
    </div>
  </form>`;
}

/** A report in brief: its title, what it is of, and its first numbers. */
export function Brief({ text }) {
  const [title, about, , ...lines] = text.split('\n');
  return html`<div class="brief">
    <h3>${title}</h3>
    <p class="aside">${about}</p>
    <ul>${lines.map((line) => {
      const [first, ...rest] = line.split(' · ');
      return html`<li key=${line}>${first}${rest.length > 0 && html`<span class="aside">${rest.join(' · ')}</span>`}</li>`;
    })}</ul>
  </div>`;
}

/** What only one person sees. */
export function Private({ whisper }) {
  return html`<div class="whisper">
    <p class="byline"><span class="eye" aria-hidden="true" />Only ${personOf(whisper.to).name} sees this
      <time datetime=${new Date(whisper.at).toISOString()}>${clock(whisper.at)}</time></p>
    ${whisper.report ? html`<${Brief} text=${whisper.text} />` : html`<p class="words">${whisper.text}</p>`}
    ${whisper.report && html`<button type="button" class="primary" onClick=${() => openReport(whisper.id)}>Open the report</button>`}
    ${whisper.lessons?.map((lesson) => html`<${Lesson} key=${lesson.id} lesson=${lesson} by=${whisper.to} />`)}
  </div>`;
}

/** What the team may teach, until a lead has judged it. */
function Lesson({ lesson, by }) {
  const { id: value, conversation } = lesson;
  const press = (button) => act({ do: 'press', by, button, conversation, value });
  return html`<div class="lesson">
    <p class="words quoted">${lesson.text}</p>
    <p class="aside">${lesson.words} <time>${clock(lesson.at)}</time></p>
    <div class="buttons" role="group" aria-label=${`To be learnt: ${lesson.words}`}>
      <button type="button" class="primary" onClick=${() => press('learn')}>Accept</button>
      <button type="button" onClick=${() => press('decline-learning')}>Decline</button>
    </div>
  </div>`;
}
