/** Loose JSON from outside: whatever is read from it is checked where it is read. */
export type Json = { readonly [key: string]: unknown };

/** The text there, or '' where there is none. */
export function textAt(json: unknown, ...path: string[]): string {
  const found = at(json, ...path);
  return typeof found === 'string' ? found : '';
}

/** The object there, or an empty one. */
export function jsonAt(json: unknown, ...path: string[]): Json {
  const found = at(json, ...path);
  return isJson(found) ? found : {};
}

/** The list there, or an empty one. */
export function listAt(json: unknown, ...path: string[]): readonly unknown[] {
  const found = at(json, ...path);
  return Array.isArray(found) ? found : [];
}

export function at(json: unknown, ...path: string[]): unknown {
  let here = json;
  for (const key of path) {
    if (!isJson(here) || !Object.hasOwn(here, key)) return undefined;
    here = here[key];
  }
  return here;
}

/** The JSON object that this text is; undefined when it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isJson(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
