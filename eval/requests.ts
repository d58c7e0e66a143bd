import { loadHandbook } from '../src/handbook/handbook.ts';
import { type History, triage } from '../src/support/triage/triage.ts';
import type { Figure } from './figure.ts';
import { detection, share } from './scores.ts';
import { type Data, labelsOf, type Mapping, type Row } from './sets.ts';

/** Requests only: what is not read as one is a customer dropped. */
const REQUESTS = ['banking77', 'dstc11_natcs', 'techsupport_intents', 'tickets_multilang_synth'];

/** Neither clearly a request nor clearly none: real questions and remarks in one label. */
const UNCLEAR = ['outofdomain'];

/**
 * Who asks whether they talk to a bot is owed an honest answer by a person, so that the desk takes it for a request; the
 * set has it among the chatter.
 */
const OWED_AN_ANSWER = 'are_you_a_bot';

/**
 * Whether a message is a request at all, against chatter. All labels chatter: none. Any other label: one. Only an answer
 * to a question (a continuation), or no label: dropped, since that depends on what was asked. Messages of a chat are
 * read with the customer's own earlier ones as their history.
 */
export async function measureRequests(data: Data): Promise<Figure[]> {
  const handbook = await loadHandbook();
  const isRequest = (text: string, history: History = []) =>
    triage(text, handbook, { history }).isRequest;

  const against = (set: string, what = '', chatter = data.mapping(set).chatter ?? []): Figure[] => {
    const mapping = data.mapping(set);
    const pairs = withHistory(data.rows(set)).flatMap(({ row, history }) => {
      const right = isAsked(labelsOf(row, mapping), chatter, mapping);
      return right === undefined ? [] : [{ right, said: isRequest(row.text, history) }];
    });
    const { precision, recall } = detection(pairs);
    const bounds = { set, n: pairs.length, floor: 0.9, aim: 0.95 };
    const none = pairs.filter(({ right }) => !right);
    return [
      { ...bounds, what: `is a request${what}: precision`, value: precision },
      { ...bounds, what: `is a request${what}: recall`, value: recall },
      {
        set,
        what: `chatter${what} that opens nothing`,
        n: none.length,
        value: share(none, ({ said }) => !said),
      },
    ];
  };
  const clinc = (data.mapping('clinc150').chatter ?? []).filter((one) => one !== OWED_AN_ANSWER);
  return [
    ...against('multidogo_turns'),
    ...against('nlupp'),
    ...against('clinc150'),
    ...against('clinc150', ' (a bot? owed an answer)', clinc),
    ...REQUESTS.map((set) => {
      const rows = data.rows(set);
      return {
        set,
        what: 'requests read as such',
        n: rows.length,
        value: share(rows, (row) => isRequest(row.text)),
        floor: 0.98,
        aim: 0.995,
      };
    }),
  ];
}

/** Whether a row with these labels asks for something; undefined where that cannot be said. */
function isAsked(
  labels: readonly string[],
  chatter: readonly string[],
  { continuation = [] }: Mapping,
): boolean | undefined {
  if (labels.length === 0 || labels.some((label) => UNCLEAR.includes(label))) return undefined;
  if (labels.every((label) => chatter.includes(label))) return false;
  const asks = labels.filter((label) => !chatter.includes(label) && !continuation.includes(label));
  return asks.length > 0 ? true : undefined;
}

/** The rows with what the same customer wrote before in the same chat. */
function withHistory(rows: readonly Row[]): { row: Row; history: History }[] {
  const chats = new Map<unknown, { role: 'customer'; text: string }[]>();
  const inOrder = rows.toSorted((a, b) => Number(a['turn'] ?? 0) - Number(b['turn'] ?? 0));
  return inOrder.map((row) => {
    if (row['conv'] === undefined) return { row, history: [] };
    const history = chats.get(row['conv']) ?? [];
    chats.set(row['conv'], [...history, { role: 'customer', text: row.text }]);
    return { row, history };
  });
}
