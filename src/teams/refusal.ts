import { REPORTS_FOR_LEADS } from '../support/report/words.ts';
import { mayAct, type Person } from '../support/roles.ts';

export const FOR_CUSTOMERS =
  'Write your question here, in your own words. A person of the team reads every message and answers in its thread.';

const FOR_COLLEAGUES =
  'This is for the people who answer customers. Ask a lead to add you to the agents, then try again.';

/** What somebody who is not of the team is told in place of an answer. */
export function refusalFor(person: Person): string | undefined {
  if (person.role === 'customer' || person.role === 'bot') return FOR_CUSTOMERS;
  return mayAct(person) ? undefined : FOR_COLLEAGUES;
}

/** What whoever is no lead is told in place of a report. */
export function reportRefusalFor(person: Person): string | undefined {
  return refusalFor(person) ?? (person.role === 'lead' ? undefined : REPORTS_FOR_LEADS);
}
