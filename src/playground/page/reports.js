import { act } from './act.js';
import { change, view } from './state.js';

/** Where the page is read. */
export const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What a lead asks of Warmline. A report that is the answer is opened; any other answer is shown. */
export async function ask(text) {
  const { report } = view.ui;
  if (report) change({ report: { ...report, busy: true } });
  const whole = /^\/support\b/i.test(text) ? text : `/support ${text}`;
  const kept = await act({ do: 'command', by: view.ui.lead, text: whole, zone: ZONE });
  if (kept?.report) await openReport(kept.report);
  else if (kept && !kept.later) closeReport();
  else if (view.ui.report) change({ report: { ...view.ui.report, busy: false } });
  return kept;
}

/** Shows a report. What is shown meanwhile stays until it is there. */
export async function openReport(id) {
  const before = view.ui.report;
  const { sheet, defined } = before ?? {};
  change({
    seat: 'lead',
    report: { id, of: view.room.generation, sheet, defined, busy: true },
  });
  const answer = await fetchReport('/playground/report', { id });
  if (view.ui.report?.id !== id) return;
  const now = answer.failed
    ? { failed: answer.failed }
    : { sheet: { id, ...(await answer.response.json()) } };
  const back = now.sheet && isBehind(now.sheet) ? wayBack(before) : undefined;
  change({ report: { id, of: view.room.generation, busy: false, back, ...now } });
  requestAnimationFrame(stayWithReader);
}

/** Where the button that was pressed is gone, reading goes on at the title. */
function stayWithReader() {
  if (document.activeElement === document.body) document.getElementById('report-title')?.focus();
}

/** Whether it lists the conversations behind a number. */
export function isBehind({ words }) {
  return /^behind\b/i.test(words);
}

/** The report that was open before somebody looked behind a number. */
function wayBack(before) {
  return before?.sheet && isBehind(before.sheet) ? before.back : before?.id;
}

/** Asks which conversations are behind a number of the report that is open. */
export function lookBehind(name) {
  const { period, filters } = takeApart(view.ui.report.sheet.words);
  return ask(['report behind', name, period, ...filters].filter(Boolean).join(' '));
}

/** Shows the report to the team. */
export async function share(id) {
  const kept = await act({ do: 'share', by: view.ui.lead, report: id });
  if (kept && !kept.later && view.ui.report?.id === id) {
    change({ report: { ...view.ui.report, shared: true } });
  }
}

/** Shows the private answers again. */
export function closeReport() {
  if (!view.ui.report) return;
  change({ report: undefined });
  document.getElementById('write-lead')?.focus();
}

/** The report that is open here; not one of a room that was cleared. */
export function reportShown() {
  const { report } = view.ui;
  return report?.of === view.room?.generation ? report : undefined;
}

/** Shows or hides what a number means; one at a time. */
export function define(place) {
  const { report } = view.ui;
  change({ report: { ...report, defined: report.defined === place ? undefined : place } });
}

/** Gives the report away as a file. */
export async function save(id, as) {
  const { response, failed } = await fetchReport('/playground/report/file', { id, as });
  if (failed) return change({ report: { ...view.ui.report, failed } });
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition'));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Asks the same with another period, or broken down otherwise. */
export function askReport(words, { period, by }) {
  const asked = takeApart(words);
  const down = by ?? asked.by;
  const all = [period ?? asked.period, down && `by ${down}`, ...asked.filters];
  return ask(`report ${all.filter(Boolean).join(' ')}`);
}

/** What of these words a choice stands for. */
export function chosenIn(words) {
  const { period, by } = takeApart(words);
  return { period: period || '7d', by };
}

/** What was typed behind `report`, in three pieces. */
function takeApart(words) {
  const filters = words.match(/\b\w+:(?:"[^"]*"|\S+)/g) ?? [];
  const rest = filters.reduce((left, filter) => left.replace(filter, ''), words);
  const [, by = ''] = /\bby (\w+)/i.exec(rest) ?? [];
  const period = rest
    .replace(/\bby \w+/i, '')
    .trim()
    .toLowerCase();
  return { filters, by: by.toLowerCase(), period };
}

async function fetchReport(path, query) {
  try {
    const response = await fetch(`${path}?${new URLSearchParams(query)}`);
    if (response.ok) return { response };
    return { failed: (await response.json()).error };
  } catch {
    return { failed: 'Warmline does not answer. Is it still running?' };
  }
}
