import type { Conversation } from '../conversation.ts';
import type { Person } from '../roles.ts';
import type { Breakdown, Report } from './report.ts';

/** Of so many groups it is told how their people are called: more are shown nowhere. */
const MOST = 200;

/** The conversations that know how the people of a report are called: an example of each group, the largest first. */
export function examplesIn({ groups = [], question: { by } }: Report): string[] {
  if (!isOfPeople(by)) return [];
  return groups
    .slice(0, MOST)
    .map(({ example }) => example)
    .filter((id) => id !== '');
}

/** Whether groups of this breakdown are people, whose ids say nothing to whoever reads them. */
export function isOfPeople(by: Breakdown | undefined): boolean {
  return by === 'agent' || by === 'customer';
}

/** How people were last called in these conversations, by their ids. */
export function namesIn(conversations: readonly Conversation[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { customer, owner, messages, deeds } of conversations) {
    const people: readonly (Person | undefined)[] = [
      ...messages.map(({ author }) => author),
      ...deeds.map(({ by }) => by),
      customer,
      owner,
    ];
    for (const person of people) {
      const name = person?.name.trim();
      if (person && name) names.set(person.id, name);
    }
  }
  return names;
}
