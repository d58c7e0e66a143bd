/**
 * Call before drawing; call what it returns after. Lists that stood at their end stay there when something is
 * added, and one that was scrolled back stays where its reader is.
 */
export function keepToEnd() {
  const lists = [...document.querySelectorAll('[data-follow]')];
  const atEnd = lists.filter((list) => list.scrollHeight - list.scrollTop - list.clientHeight < 40);
  const heights = new Map(lists.map((list) => [list, list.scrollHeight]));
  return () => {
    for (const list of document.querySelectorAll('[data-follow]')) {
      const fresh = !heights.has(list);
      const grew = atEnd.includes(list) && list.scrollHeight !== heights.get(list);
      if (fresh || grew) list.scrollTop = list.scrollHeight;
    }
  };
}

/** Brings the newest post of a card's thread into sight, as a story goes on. */
export function showNewest() {
  const posts = document.querySelectorAll('#seat-agent .posts .draft');
  posts.item(posts.length - 1)?.scrollIntoView({ block: 'nearest' });
}

/** Brings what somebody was told last under a card into sight, since its button may stand far above it. */
export function showTold() {
  const told = [...document.querySelectorAll('#seat-agent .posts .whisper')];
  told
    .sort((a, b) => timeOf(a).localeCompare(timeOf(b)))
    .at(-1)
    ?.scrollIntoView({ block: 'nearest' });
}

function timeOf(whisper) {
  return whisper.querySelector('time')?.dateTime ?? '';
}
