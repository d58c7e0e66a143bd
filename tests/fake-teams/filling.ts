import type { Json } from './state.ts';

/** What somebody fills in, by input id: a text, a choice's value, or several choices' values. */
export type Filling = Readonly<Record<string, string | readonly string[]>>;

/**
 * The values Teams would send for these inputs: what was filled in, else what stood there at first.
 * @throws when the client would not have let the person send that.
 */
export function valuesOf(inputs: readonly Json[], filling: Filling): Json {
  const values: Json = {};
  const left = new Set(Object.keys(filling));
  for (const input of inputs) {
    const id = String(input['id']);
    left.delete(id);
    const value = filledIn(input, filling[id]);
    if (input['isRequired'] && value === '')
      throw new Error(`Teams would not send this: ${id} is empty and required.`);
    values[id] = value;
  }
  if (left.size > 0) throw new Error(`There is nothing to fill in by the name of ${[...left]}.`);
  return values;
}

function filledIn(input: Json, filled: Filling[string] | undefined): string {
  const type = String(input['type']);
  if (type === 'Input.ChoiceSet') return chosen(input, filled);
  if (type === 'Input.Toggle') {
    const [on, off] = [String(input['valueOn'] ?? 'true'), String(input['valueOff'] ?? 'false')];
    return filled === undefined ? String(input['value'] ?? off) : filled === 'true' ? on : off;
  }
  const value = String(filled ?? input['value'] ?? '');
  const most = Number(input['maxLength'] ?? Number.POSITIVE_INFINITY);
  if (value.length > most)
    throw new Error(`Teams would not take ${value.length} characters where ${most} are allowed.`);
  return value;
}

/** Several choices travel as one text with commas. */
function chosen(input: Json, filled: Filling[string] | undefined): string {
  if (filled === undefined) return String(input['value'] ?? '');
  const values = [filled].flat();
  const known = (input['choices'] as Json[]).map((choice) => choice['value']);
  for (const value of values)
    if (value !== '' && !known.includes(value)) throw new Error(`There is no choice ${value}.`);
  if (!input['isMultiSelect'] && values.length > 1)
    throw new Error(`${input['id']} takes one choice.`);
  return values.join(',');
}
