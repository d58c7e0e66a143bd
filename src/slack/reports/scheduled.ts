import type { Clock } from '../../desk/clock.ts';
import type { Charts, Desk, Log } from '../../desk/ports.ts';
import type { Note } from '../../support/effects.ts';
import type { Sheet } from '../../support/report/sheet.ts';
import { sayComesByItself } from '../../support/report/words.ts';
import { context } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import type { People } from '../people.ts';
import type { Workspace } from '../workspaces.ts';
import { reportButtons } from './buttons.ts';
import { lookUp } from './known.ts';
import { showIn, showSheet } from './showing.ts';

export interface ScheduledParts {
  readonly desk: Desk;
  readonly charts: Charts;
  readonly clock: Clock;
  readonly log: Log;
  readonly people: People;
}

/**
 * Posts a report that comes by itself. Whoever gets it alone has its buttons, which ask anew who presses.
 * @throws PlatformError, or when Slack takes it in no form.
 */
export async function postReport(
  { id, report = '' }: Pick<Note, 'id' | 'report'>,
  sheet: Sheet,
  to: { readonly team: Workspace; readonly channel: string; readonly alone: boolean },
  { charts, ...parts }: ScheduledParts,
): Promise<void> {
  const { client } = to.team;
  const known = await lookUp(sheet, to.team, parts);
  await showSheet(sheet, showIn(client, to.channel, { effect: id }), {
    ...{ known, client, drawing: charts, clock: parts.clock, log: parts.log },
    above: [context(escaped(sayComesByItself(report)))],
    below: to.alone ? reportButtons(report, sheet) : [],
  });
}
