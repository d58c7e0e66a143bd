import { elementsOf } from './reading.ts';
import type { Block, Json } from './state.ts';

/** What somebody fills into a view, by action id: a text, an option's value, or several options' values. */
export type Filling = Readonly<Record<string, string | readonly string[]>>;

/**
 * The `state.values` Slack would send for these blocks: what was filled in, else what stood there at first.
 * @throws when Slack's client would not have let the person submit that.
 */
export function stateOf(blocks: readonly Block[], filling: Filling, strict = true): Json {
  const values: Record<string, Json> = {};
  const left = new Set(Object.keys(filling));
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const actionId = String(element['action_id'] ?? '');
      const type = String(element['type']);
      if (!actionId || type === 'button' || type === 'overflow') continue;
      left.delete(actionId);
      const value = filledIn(element, filling[actionId]);
      if (strict && block.type === 'input' && !block['optional'] && isEmpty(value))
        throw new Error(`Slack would not submit this: ${actionId} is empty and not optional.`);
      values[block.block_id ?? ''] = { ...values[block.block_id ?? ''], [actionId]: value };
    }
  }
  if (left.size > 0) throw new Error(`There is nothing to fill in by the name of ${[...left]}.`);
  return { values };
}

/** The chosen option of an overflow or a select, by its value. */
export function optionOf(element: Json, value: string): Json {
  const groups = (element['option_groups'] as Json[] | undefined) ?? [];
  const options = [element, ...groups].flatMap((one) => (one['options'] as Json[]) ?? []);
  const option = options.find((one) => one['value'] === value);
  if (!option) throw new Error(`There is no option ${value} to choose.`);
  return option;
}

function filledIn(element: Json, filled: string | readonly string[] | undefined): Json {
  const type = String(element['type']);
  const many = type === 'checkboxes' || type.startsWith('multi_');
  if (type.endsWith('text_input') && type !== 'rich_text_input') {
    const value = filled === undefined ? (element['initial_value'] ?? null) : String(filled);
    const most = Number(element['max_length'] ?? 3000);
    if (typeof value === 'string' && value.length > most)
      throw new Error(`Slack would not take ${value.length} characters where ${most} are allowed.`);
    return { type, value: value === '' ? null : value };
  }
  if (many && type !== 'multi_users_select') {
    const chosen =
      filled === undefined
        ? ((element['initial_options'] as Json[] | undefined) ?? [])
        : [filled].flat().map((value) => optionOf(element, String(value)));
    return { type, selected_options: chosen };
  }
  if (type === 'users_select')
    return { type, selected_user: filled ?? element['initial_user'] ?? null };
  const chosen =
    filled === undefined ? (element['initial_option'] ?? null) : optionOf(element, String(filled));
  return { type, selected_option: chosen };
}

function isEmpty(value: Json): boolean {
  const said = value['value'] ?? value['selected_option'] ?? value['selected_user'];
  const many = value['selected_options'] as unknown[] | undefined;
  return said === undefined || said === null ? !many || many.length === 0 : false;
}
