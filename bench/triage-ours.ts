// Warmline's whole triage, measured as its peers are (`peers/triage-measure.mjs`).
import { measure } from './peers/triage-measure.mjs';

await measure(async () => {
  const { loadHandbook } = await import('../src/handbook/handbook.ts');
  const { triage } = await import('../src/support/triage/triage.ts');
  const handbook = await loadHandbook();
  return (text) => triage(text, handbook);
});
