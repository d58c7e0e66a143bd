import { change, view } from './state.js';

/**
 * Asks the server to let something happen. Resolves with its answer, or with undefined after telling the person
 * that it was not kept; the act can then be tried again as the very same one.
 */
export async function act(wish) {
  const whole = { id: wish.id ?? crypto.randomUUID(), ...wish };
  forget(whole.id);
  try {
    const response = await fetch('/playground/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(whole),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    fail(whole, answer.error, response.status >= 500);
  } catch {
    fail(whole, 'Warmline does not answer. Is it still running?', true);
  }
  return undefined;
}

/** Takes a failed act off the page. */
export function forget(id) {
  const failures = view.ui.failures.filter((failure) => failure.act.id !== id);
  if (failures.length !== view.ui.failures.length) change({ failures });
}

function fail(whole, because, again) {
  change({ failures: [...view.ui.failures, { act: whole, because, again }] });
}
