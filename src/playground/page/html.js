import htm from '/playground/lib/htm.js';
import { h } from '/playground/lib/preact.js';

/** Markup as a tagged template. Everything put into it becomes text nodes and attributes, never HTML. */
export const html = htm.bind(h);
