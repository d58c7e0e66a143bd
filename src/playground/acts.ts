import {
  BUTTONS,
  type Button,
  CUSTOMER_BUTTONS,
  type CustomerButton,
  LONGEST_VALUE,
  WRITING_BUTTONS,
  type WritingButton,
} from '../support/events.ts';

/** Something a player does on the page. `id` is the page's own: a retry carries the same one. */
export type Act =
  | {
      readonly do: 'write';
      readonly id: string;
      readonly by: string;
      readonly channel: string;
      readonly thread?: string;
      readonly text: string;
    }
  | {
      readonly do: 'edit';
      readonly id: string;
      readonly by: string;
      readonly message: string;
      readonly text: string;
    }
  | { readonly do: 'delete'; readonly id: string; readonly by: string; readonly message: string }
  | ({
      readonly do: 'press';
      readonly id: string;
      readonly by: string;
      /** Its hints were read: it goes out. */
      readonly hinted?: true;
    } & Press)
  | ({ readonly do: 'answer'; readonly id: string; readonly by: string } & Answer)
  /** The dialog of a button was opened. */
  | {
      readonly do: 'open';
      readonly id: string;
      readonly by: string;
      readonly conversation: string;
      readonly button: WritingButton;
    }
  | { readonly do: 'ask'; readonly id: string; readonly by: string; readonly message: string }
  | {
      readonly do: 'command';
      readonly id: string;
      readonly by: string;
      readonly text: string;
      /** The card under which it was typed. */
      readonly card?: string;
      /** It was typed where customers are. */
      readonly beside?: 'help';
      /** Where the page is read (IANA). */
      readonly zone?: string;
    }
  /** A report is shown to the whole team. */
  | { readonly do: 'share'; readonly id: string; readonly by: string; readonly report: string }
  | { readonly do: 'clear'; readonly id: string; readonly by: string }
  | {
      readonly do: 'pass-time';
      readonly id: string;
      readonly by: string;
      readonly until: Until;
    };

/** How far time is to go: to an instant, until the team opens, or until something is due. */
export type Until = number | 'next-opening' | 'next-due';

/** `triage` is the agents' own, `random` is a channel nobody invited Warmline to. Customers are in all others that there are. */
export const ELSEWHERE: readonly string[] = ['triage', 'random'];

/** A button of a card, with what its dialog asked for. */
export interface Press {
  readonly button: Button;
  readonly conversation: string;
  readonly draft?: number;
  readonly text?: string;
  readonly messages?: readonly string[];
  readonly into?: string;
  readonly value?: string;
}

/** A button under what a customer was asked. */
export interface Answer {
  readonly conversation: string;
  readonly question: number;
  readonly button: CustomerButton;
  readonly value?: string;
}

/** Characters of one message, as on the platforms this one stands in for. */
const LONGEST = 40_000;

/** An act that the page may not ask for; its message goes back to the page. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/**
 * What a request's body asks for. Unknown keys are dropped.
 * @throws Refused in words for whoever wrote the request.
 */
export function readAct(body: string): Act {
  let raw: unknown;
  try {
    raw = JSON.parse(body);
  } catch (cause) {
    throw new Refused('The body is not JSON.', { cause });
  }
  if (typeof raw !== 'object' || raw === null) throw new Refused('The body is not an object.');
  const fields = raw as Record<string, unknown>;
  const id = word(fields, 'id');
  if (!/^[\w:-]{8,80}$/.test(id))
    throw new Refused('`id` must be 8 to 80 letters, digits, - or _.');
  const by = word(fields, 'by');
  switch (fields['do']) {
    case 'write': {
      const channel = word(fields, 'channel');
      const thread = maybeWord(fields, 'thread');
      const text = words(fields);
      return {
        do: 'write',
        id,
        by,
        channel,
        ...(thread !== undefined && { thread }),
        text,
      };
    }
    case 'edit':
      return { do: 'edit', id, by, message: word(fields, 'message'), text: words(fields) };
    case 'delete':
      return { do: 'delete', id, by, message: word(fields, 'message') };
    case 'press':
      return {
        do: 'press',
        id,
        by,
        ...(fields['hinted'] === true && { hinted: true }),
        ...readPress(fields),
      };
    case 'answer':
      return { do: 'answer', id, by, ...readAnswer(fields) };
    case 'open': {
      const name = word(fields, 'button');
      const button = WRITING_BUTTONS.find((one) => one === name);
      if (!button) throw new Refused(`Nobody writes behind a button "${name}".`);
      return { do: 'open', id, by, conversation: word(fields, 'conversation'), button };
    }
    case 'ask':
      return { do: 'ask', id, by, message: word(fields, 'message') };
    case 'command': {
      const card = maybeWord(fields, 'card');
      const zone = maybeZone(fields);
      const text = words(fields);
      return {
        do: 'command',
        id,
        by,
        text,
        ...(card !== undefined && { card }),
        ...(fields['beside'] === 'help' && { beside: 'help' }),
        ...(zone !== undefined && { zone }),
      };
    }
    case 'share':
      return { do: 'share', id, by, report: word(fields, 'report') };
    case 'clear':
      return { do: 'clear', id, by };
    case 'pass-time':
      return { do: 'pass-time', id, by, until: readUntil(fields['until']) };
    default:
      throw new Refused(
        '`do` is none of write, edit, delete, press, answer, open, ask, command, share, clear, pass-time.',
      );
  }
}

function readUntil(until: unknown): Until {
  if (until === 'next-opening' || until === 'next-due') return until;
  if (Number.isSafeInteger(until)) return until as number;
  throw new Refused('`until` must be `next-opening`, `next-due` or milliseconds since 1970.');
}

function readPress(fields: Record<string, unknown>): Press {
  const button = word(fields, 'button');
  if (!(BUTTONS as readonly string[]).includes(button))
    throw new Refused(`There is no button "${button}".`);
  const draft = fields['draft'];
  if (draft !== undefined && !Number.isSafeInteger(draft)) {
    throw new Refused('`draft` must be a whole number.');
  }
  const messages = fields['messages'];
  if (
    messages !== undefined &&
    !(Array.isArray(messages) && messages.every((one) => typeof one === 'string'))
  ) {
    throw new Refused('`messages` must be a list of ids.');
  }
  const text = maybeWord(fields, 'text');
  const into = maybeWord(fields, 'into');
  const value = maybeWord(fields, 'value');
  if (value !== undefined && value.length > LONGEST_VALUE) {
    throw new Refused('`value` is longer than any of ours.');
  }
  return {
    button: button as Button,
    conversation: word(fields, 'conversation'),
    ...(draft !== undefined && { draft: draft as number }),
    ...(text !== undefined && { text }),
    ...(messages !== undefined && { messages: messages as string[] }),
    ...(into !== undefined && { into }),
    ...(value !== undefined && { value }),
  };
}

function readAnswer(fields: Record<string, unknown>): Answer {
  const name = word(fields, 'button');
  const button = CUSTOMER_BUTTONS.find((one) => one === name);
  if (!button) throw new Refused(`There is no button "${name}".`);
  const question = fields['question'];
  if (!Number.isSafeInteger(question)) throw new Refused('`question` must be a whole number.');
  const value = maybeWord(fields, 'value');
  if (value !== undefined && value.length > LONGEST_VALUE) {
    throw new Refused('`value` is longer than any of ours.');
  }
  return {
    conversation: word(fields, 'conversation'),
    question: question as number,
    button,
    ...(value !== undefined && { value }),
  };
}

function words(fields: Record<string, unknown>): string {
  const text = word(fields, 'text');
  if (text.trim() === '') throw new Refused('Write something first.');
  return text;
}

function maybeZone(fields: Record<string, unknown>): string | undefined {
  const zone = maybeWord(fields, 'zone');
  if (zone === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (cause) {
    throw new Refused('`zone` must be a time zone such as Europe/Berlin.', { cause });
  }
}

function maybeWord(fields: Record<string, unknown>, name: string): string | undefined {
  return fields[name] === undefined ? undefined : word(fields, name);
}

function word(fields: Record<string, unknown>, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Refused(`\`${name}\` must be text.`);
  if (value.length > LONGEST) {
    throw new Refused(`A message holds at most ${LONGEST.toLocaleString('en')} characters.`);
  }
  return value;
}
