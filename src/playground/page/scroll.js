/**
 * Call before drawing; call what it returns after. Lists that stood at their end stay there when something is
 * added, and one that was scrolled back stays where its reader is.
 */
export function keepToEnd() {
  const lists = [...document.querySelectorAll('[data-follow]')];
  const atEnd = lists.filter((list) => list.scrollHeight - list.scrollTop - list.clientHeight < 40);
  const heights = new Map(lists.map((list) => [list, list.scrollHeight]));
  return () => {
    for (const list of atEnd) {
      if (list.scrollHeight !== heights.get(list)) list.scrollTop = list.scrollHeight;
    }
  };
}
