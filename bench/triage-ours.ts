// Warmline's whole triage, measured as its peers are (`peers/triage-measure.mjs`).
import { measure } from './peers/triage-measure.mjs';

await measure(
  async (_, { loadLearnt, sorterOf, triage }, handbook) => {
    const names = handbook.categories.map(({ name }) => name);
    const ready = { ...handbook, sorter: sorterOf(names, await loadLearnt()) };
    return (text) => triage(text, ready);
  },
  {
    given: async () => (await import('../src/handbook/handbook.ts')).readHandbook(),
    code: async () => ({
      ...(await import('../src/learnt/learnt.ts')),
      ...(await import('../src/support/sorting/fit.ts')),
      ...(await import('../src/support/triage/triage.ts')),
    }),
  },
);
