/** What a screen reader should hear of a change, in one sentence; empty when it is nothing to interrupt for. */
export function news(before, after, ui) {
  if (!before || before.generation !== after.generation) return '';
  const nameOf = (id) => after.people.find((one) => one.id === id)?.name ?? 'Warmline';
  const heard = [];
  for (const said of newer(before.said, after.said)) {
    if (said.channel === ui.channel)
      heard.push(`${nameOf(said.author)} in ${said.channel}: ${said.text}`);
  }
  for (const whisper of newer(before.whispers, after.whispers)) {
    if (whisper.to === ui.agent || whisper.to === ui.lead)
      heard.push(`Only to you: ${whisper.text}`);
  }
  for (const { lists, shared } of newer(before.notes, after.notes)) {
    if (shared) heard.push(`${shared.by} shares a report in triage`);
    else heard.push(`In triage: ${lists.map(({ title }) => title).join('. ')}`);
  }
  for (const card of after.cards) {
    const known = before.cards.find((one) => one.id === card.id);
    if (!known) heard.push(`New card in triage for ${card.view.customer}`);
    for (const item of card.items) {
      const old = known?.items.find((one) => one.id === item.id);
      if (item.view.is !== 'draft' || old?.view.state === item.view.state) continue;
      heard.push(
        item.view.state === 'open'
          ? `A draft for ${card.view.customer} is ready`
          : `Draft ${item.view.number} for ${card.view.customer}: ${item.view.words}`,
      );
    }
  }
  return heard.join('. ');
}

/** Whether the agent at the page was told something under a card. */
export function isToldAnew(before, after, { agent }) {
  if (!before) return false;
  return newer(before.whispers, after.whispers).some(({ to, card }) => card && to === agent);
}

function newer(before, after) {
  const last = before.at(-1)?.at ?? 0;
  return after.filter((one) => one.at > last);
}
