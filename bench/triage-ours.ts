// Warmline's whole triage, measured as its peers are (`peers/triage-measure.mjs`).
import { measure } from './peers/triage-measure.mjs';

await measure(
  async (_, { handbook, loadLearnt, sorterOf, triage }) => {
    const names = handbook.categories.map(({ name }) => name);
    const ready = { ...handbook, sorter: sorterOf(names, await loadLearnt()) };
    return (text) => triage(text, ready);
  },
  async () => {
    const [{ loadLearnt }, { sorterOf }, { triage }, { readHandbook }] = await Promise.all([
      import('../src/learnt/learnt.ts'),
      import('../src/support/sorting/fit.ts'),
      import('../src/support/triage/triage.ts'),
      import('../src/handbook/handbook.ts'),
    ]);
    return { handbook: await readHandbook(), loadLearnt, sorterOf, triage };
  },
);
