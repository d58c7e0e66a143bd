import type { Attachment } from '../support/conversation.ts';
import { shown, within, withinBytes } from './plain.ts';

/** An Adaptive Card as it goes over the wire. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  readonly fallbackText?: string;
  /** For cards with tables: as wide as the conversation. */
  readonly msteams?: { readonly width: 'Full' };
}

/** The few elements we use. Others' words stand in text runs only: those know no Markdown. */
export type Element =
  | {
      readonly type: 'TextBlock';
      /** Our words, and others' escaped. */
      readonly text: string;
      readonly wrap: true;
      readonly style?: 'heading';
      readonly size?: 'Small' | 'Medium';
      readonly weight?: 'Bolder';
      readonly isSubtle?: true;
      readonly color?: 'Attention' | 'Warning';
      readonly spacing?: 'None' | 'Small' | 'Medium';
      readonly horizontalAlignment?: 'Right';
    }
  | {
      readonly type: 'RichTextBlock';
      readonly inlines: readonly Run[];
      readonly spacing?: 'None' | 'Small' | 'Medium';
      readonly horizontalAlignment?: 'Right';
    }
  | Facts
  | TableElement
  | ChartElement
  | {
      readonly type: 'Input.Text';
      readonly id: string;
      readonly label: string;
      readonly isMultiline?: true;
      readonly value?: string;
      readonly placeholder?: string;
      readonly maxLength: number;
      readonly isRequired?: true;
      readonly errorMessage?: string;
    }
  | {
      readonly type: 'Input.ChoiceSet';
      readonly id: string;
      readonly label: string;
      readonly style: 'compact' | 'expanded';
      readonly isMultiSelect?: true;
      readonly wrap: true;
      readonly isRequired: true;
      readonly errorMessage: string;
      readonly choices: readonly { readonly title: string; readonly value: string }[];
      readonly value?: string;
    }
  | { readonly type: 'ActionSet'; readonly actions: readonly Action[] };

/** Names and what they come to, both ours or escaped. */
export interface Facts {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

export interface TableElement {
  readonly type: 'Table';
  readonly columns: readonly { readonly width: number }[];
  readonly firstRowAsHeaders: true;
  readonly showGridLines: false;
  readonly rows: readonly {
    readonly type: 'TableRow';
    readonly cells: readonly { readonly type: 'TableCell'; readonly items: readonly Element[] }[];
  }[];
}

/** A chart that Teams draws; one that cannot shows what it falls back to. */
export interface ChartElement {
  readonly type: 'Chart.Line' | 'Chart.VerticalBar.Grouped';
  readonly title: string;
  readonly yAxisTitle: string;
  readonly stacked?: true;
  readonly data: readonly {
    readonly legend: string;
    readonly values: readonly { readonly x: string; readonly y: number }[];
  }[];
  readonly fallback: Facts;
}

interface Run {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly isSubtle?: true;
  readonly selectAction?: { readonly type: 'Action.OpenUrl'; readonly url: string };
}

/** What a press hands back: only names, and what was filled in beside them. */
export type Data = Readonly<Record<string, unknown>>;

export type Action =
  | {
      readonly type: 'Action.Execute';
      readonly title: string;
      readonly verb: string;
      readonly data: Data;
      readonly style?: 'positive';
      readonly fallback: Action;
    }
  | {
      readonly type: 'Action.Submit';
      readonly title: string;
      readonly data: Data;
      readonly style?: 'positive';
    }
  | { readonly type: 'Action.ShowCard'; readonly title: string; readonly card: Card };

export function cardOf(
  body: readonly Element[],
  actions: readonly Action[] = [],
  fallbackText?: string,
): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body,
    ...(actions.length > 0 ? { actions } : {}),
    ...(fallbackText === undefined ? {} : { fallbackText }),
  };
}

/** A line of ours. Others' words in it must be escaped. */
export function line(
  text: string,
  look: Omit<Extract<Element, { type: 'TextBlock' }>, 'type' | 'text' | 'wrap'> = {},
): Element {
  return { type: 'TextBlock', text, wrap: true, ...look };
}

/** A line of ours above what belongs to it. */
export function heading(text: string): Element {
  return line(text || '–', { style: 'heading', weight: 'Bolder', spacing: 'Medium' });
}

/** A small line of ours, or nothing for no words. */
export function hint(text: string): Element[] {
  return text === '' ? [] : [line(text, { size: 'Small', isSubtle: true, spacing: 'Small' })];
}

/** Others' words, as they wrote them: one block for each line, of so many bytes at most. */
export function words(text: string, bytes: number): Element[] {
  if (text.trim() === '') return hint('no words');
  const lines = withinBytes(shown(text), bytes).split('\n');
  return joined(lines).map((part, n) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: part }],
    spacing: n === 0 ? 'Small' : 'None',
  }));
}

/** Lines shown as blocks of their own, at most: more than these share the last block. */
const MOST_LINES = 40;

function joined(lines: readonly string[]): string[] {
  const filled = lines.map((one) => (one === '' ? ' ' : one));
  if (filled.length <= MOST_LINES) return filled;
  return [...filled.slice(0, MOST_LINES - 1), filled.slice(MOST_LINES - 1).join('\n')];
}

/** Files and places as links. An address that is no plain web address gives its name alone. */
export function links(files: readonly Attachment[], mark = '📎'): Element[] {
  return files.map(({ name, url }) => {
    const run: Run = { type: 'TextRun', text: `${mark} ${within(shown(name), 150)}` };
    return { type: 'RichTextBlock', inlines: [opens(url) ? { ...run, ...to(url) } : run] };
  });
}

function to(url: string): Pick<Run, 'selectAction'> {
  return { selectAction: { type: 'Action.OpenUrl', url } };
}

function opens(url: string): boolean {
  return url.length <= 2000 && URL.parse(url)?.protocol === 'https:' && !/\s/.test(url);
}
