import { act } from './act.js';
import { change, now, view } from './state.js';

/** Longest a step may take to come true before the story gives up waiting, in milliseconds. */
const PATIENCE = 45_000;
/** Reading time: milliseconds for each character of a caption, and its bounds. */
const READING = { each: 32, least: 1_500, most: 3_600 };

let stop = () => {};

/** Plays a recorded conversation with the page's own buttons: nothing in it is staged. */
export async function play(file) {
  stopStory();
  const stopping = new AbortController();
  stop = () => stopping.abort();
  const { signal } = stopping;
  try {
    const { name, story } = await (await fetch(file, { signal })).json();
    change({ story: { name, step: 0, steps: story.length }, thread: undefined, dialog: undefined });
    await act({ do: 'clear', by: 'nora' });
    const known = {};
    for (const [n, step] of story.entries()) {
      tell({ step: n + 1 });
      await perform(step, known, story[n + 1], signal);
    }
    tell({
      over: true,
      caption: `That was “${name}”. The room is yours: go on from here.`,
      seat: undefined,
    });
  } catch (error) {
    if (!signal.aborted) tell({ over: true, caption: `The story stopped: ${error.message}` });
  }
}

/** Ends the story where it is; what happened stays. */
export function stopStory() {
  stop();
  change({ story: undefined, dialog: undefined });
}

async function perform(step, known, next, signal) {
  if (step.say) {
    tell({ caption: step.say, seat: step.seat });
    if (step.seat) change({ seat: step.seat });
    const time = Math.min(Math.max(step.say.length * READING.each, READING.least), READING.most);
    return pause(time, signal);
  }
  if (step.wait) return next?.expect ? undefined : pause(milliseconds(step.wait), signal);
  if (step.expect) return until(() => holds(step.expect), signal);
  const by = step.who.toLowerCase();
  if (step.after) await pause(Math.min(milliseconds(step.after), 2_500), signal);
  if (step.writes) return writes(step, by, known, signal);
  if (step.edits) return act({ do: 'edit', by, message: known[step.edits], text: step.text });
  if (step.deletes) return act({ do: 'delete', by, message: known[step.deletes] });
  if (step.asks) return act({ do: 'command', by, text: `/support ${step.asks}` });
  if (step.judges) return judges(step, by, signal);
  if (step.presses) return presses(step, by, known, signal);
  throw new Error('there is a step this page does not know.');
}

async function writes(step, by, known, signal) {
  change({ customer: by });
  tell({ typing: step.who });
  await pause(Math.min(400 + step.writes.length * 14, 1_600), signal);
  tell({ typing: undefined });
  const thread = step.thread && known[step.thread];
  const kept = await act({
    do: 'write',
    by,
    channel: 'help',
    text: step.writes,
    ...(thread && { thread }),
  });
  if (!kept?.message) throw new Error('the desk could not keep a message.');
  if (step.as) known[step.as] = kept.message;
  await until(() => view.room.said.some((one) => one.id === kept.message), signal);
}

async function presses(step, by, known, signal) {
  change({ agent: by });
  const card = view.room.cards[step.card ?? 0];
  if (!card) throw new Error('the card is not there.');
  const { text } = step;
  const drafts = card.items.filter((item) => item.view.is === 'draft');
  const item = step.draft ? drafts.find((one) => one.view.number === step.draft) : drafts.at(-1);
  if (step.presses === 'edit') {
    change({ dialog: { is: 'edit', card: card.id, item: item.id, text } });
    await pause(2_200, signal);
    change({ dialog: undefined });
  }
  const onDraft = ['send', 'edit', 'regenerate'].includes(step.presses);
  const into = step.into !== undefined && view.room.cards[step.into]?.conversation;
  await act({
    do: 'press',
    by,
    button: step.presses,
    conversation: card.conversation,
    ...(onDraft && item && { draft: item.view.number }),
    ...(text && { text }),
    ...(step.messages && { messages: step.messages.map((name) => known[name]) }),
    ...(into && { into }),
    ...(step.value && { value: step.value }),
    ...(step.to && { value: step.to.toLowerCase() }),
  });
}

/** The oldest lesson of the list that was last asked for. */
async function judges(step, by, signal) {
  const lists = () => view.room.whispers.filter((one) => one.to === by && one.lessons?.length > 0);
  await until(() => lists().length > 0, signal);
  const [{ id: value, conversation }] = lists().at(-1).lessons;
  await pause(1_200, signal);
  return act({ do: 'press', by, button: step.judges, conversation, value });
}

/** Whether what a story expects can be seen. Only what the page shows is looked at. */
function holds({ cards, drafts, customerSees }) {
  const { room } = view;
  const open = room.cards
    .flatMap((card) => card.items)
    .filter((item) => item.view.buttons?.includes('send'));
  const seen = room.said.filter((one) => one.author === 'warmline').map((one) => one.text);
  const wanted = customerSees === undefined ? [] : [customerSees].flat();
  return (
    (cards === undefined || room.cards.length === cards) &&
    (drafts === undefined || open.length === drafts) &&
    wanted.every((words) => seen.some((text) => text.includes(words)))
  );
}

function tell(changes) {
  if (view.ui.story) change({ story: { ...view.ui.story, ...changes } });
}

async function until(holds, signal) {
  const end = now() + PATIENCE;
  while (!holds()) {
    if (now() > end) throw new Error('it took longer than expected.');
    await pause(80, signal);
  }
}

function pause(time, signal) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const timer = setTimeout(resolve, time);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}

/** `20s`, `500ms`, `2m` or `3h` in milliseconds. */
function milliseconds(words) {
  const [, count, unit] = /^(\d+)(ms|s|m|h|d)$/.exec(words);
  return count * { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit];
}
