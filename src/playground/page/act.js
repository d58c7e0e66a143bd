import { change, view } from './state.js';

/**
 * Asks the server to let something happen. Resolves with its answer; with `{ later: true }` when it was not kept
 * and the page now offers to try the very same act again; with undefined when it was refused, after saying why.
 */
export async function act(wish) {
  const whole = { id: wish.id ?? crypto.randomUUID(), ...wish };
  forget(whole.id);
  if (whole.do === 'press') view.pressedAt = Date.now();
  try {
    const response = await fetch('/playground/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(whole),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    return fail(whole, answer.error, response.status >= 500);
  } catch {
    return fail(whole, 'Warmline does not answer. Is it still running?', true);
  }
}

/** Takes a failed act off the page. */
export function forget(id) {
  const failures = view.ui.failures.filter((failure) => failure.act.id !== id);
  if (failures.length !== view.ui.failures.length) change({ failures });
}

function fail(whole, because, again) {
  change({ failures: [...view.ui.failures, { act: whole, because, again }] });
  return again ? { later: true } : undefined;
}
