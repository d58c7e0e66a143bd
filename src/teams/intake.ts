import type { Clock } from '../desk/clock.ts';
import { inTime } from '../desk/deadline.ts';
import type { Log } from '../desk/ports.ts';
import { type Json, textAt } from '../support/json.ts';
import { deliveryOf, tenantOf } from './activity.ts';
import type { BotFramework } from './botbuilder.ts';
import type { TeamsConfig } from './config.ts';
import { answerInvoke, type InvokeParts } from './invokes.ts';
import { answerMention, type MentionParts, sayNotNow } from './mentions.ts';
import { wordsMessage } from './posting.ts';
import type { References } from './references.ts';
import { reportPressIn } from './reports/buttons.ts';
import { pressReport } from './reports/reports.ts';
import { mayServe } from './service-url.ts';
import { tellPerson } from './telling.ts';
import { isSubmit } from './understand.ts';
import { keepUp, UPKEEP } from './upkeep.ts';

/** How an activity is answered: a status, and for an invoke what its presser sees. */
export interface Answer {
  readonly status: number;
  readonly body?: object | undefined;
  /** Why it was refused, for the log. */
  readonly refused?: string;
}

export interface IntakeParts extends MentionParts, InvokeParts {
  readonly config: TeamsConfig;
  readonly clock: Clock;
  readonly log: Log;
  readonly authenticate: BotFramework['authenticate'];
  readonly references: References;
}

/** Activities that tell what people wrote, changed and took back. */
const KEPT: ReadonlySet<string> = new Set(['message', 'messageUpdate', 'messageDelete']);

/**
 * Takes one activity in: proves where it comes from, keeps it, and only then says so.
 * @throws when it could not be kept or the keys could not be had: Teams is answered 5xx.
 */
export async function takeIn(
  activity: Json,
  raw: string,
  authorization: string,
  parts: IntakeParts,
): Promise<Answer> {
  const { config, clock } = parts;
  const faults = malformed(activity);
  if (faults) return { status: 400, refused: faults };
  const verdict = await inTime(clock, parts.authenticate(activity, authorization));
  if (verdict === 'forged') return { status: 401, refused: 'not signed by Microsoft for us' };
  if (verdict === 'unknown') throw new Error('the keys of Microsoft’s tokens could not be had');
  const stranger = strange(activity, config);
  if (stranger) return { status: 403, refused: stranger };

  try {
    return await kept(activity, raw, parts);
  } catch (error) {
    if (textAt(activity, 'type') === 'message') void sayNotNow(activity, parts);
    throw error;
  }
}

/** Keeps what is proved, and answers what can be answered. */
async function kept(activity: Json, raw: string, parts: IntakeParts): Promise<Answer> {
  const { clock, log, desk } = parts;
  await inTime(clock, parts.references.remember(activity));
  const type = textAt(activity, 'type');
  if (type === 'invoke') return invoked(activity, raw, parts);
  if (UPKEEP.has(type)) {
    await inTime(clock, keepUp(activity, parts));
  } else if (KEPT.has(type)) {
    await inTime(clock, desk.accept(deliveryOf(activity, raw)));
    if (type === 'message') {
      const answered = isSubmit(activity) ? answerSubmit : answerMention;
      answered(activity, parts).catch((err: unknown) => {
        log.warn({ err, activity: textAt(activity, 'id') }, 'a command could not be answered');
      });
    }
  } else {
    log.debug({ type }, 'an activity that means nothing to us');
  }
  return { status: 200 };
}

/** A press under a report from a client that knows no Action.Execute: what it would read at once is told in the chat. */
async function answerSubmit(activity: Json, parts: IntakeParts): Promise<void> {
  const report = reportPressIn(activity);
  if (!report) return;
  const said = await pressReport(report, activity, parts);
  const { id } = await parts.people.author(activity);
  await tellPerson(id, wordsMessage(said), parts);
}

async function invoked(activity: Json, raw: string, parts: IntakeParts): Promise<Answer> {
  const answer = await inTime(parts.clock, answerInvoke(activity, parts));
  if (!answer) return { status: 501, refused: 'an invoke that is not ours' };
  if (answer.keep) {
    const { desk, clock } = parts;
    await inTime(clock, desk.accept(deliveryOf(activity, raw)));
  }
  return { status: 200, body: answer.body };
}

/** What no activity of Teams' lacks. */
function malformed(activity: Json): string | undefined {
  if (textAt(activity, 'type') === '') return 'it has no type';
  if (textAt(activity, 'id') === '') return 'it has no id';
  if (textAt(activity, 'conversation', 'id') === '') return 'it has no conversation';
  // Without an address the SDK would skip its check that the token was given for it.
  if (textAt(activity, 'serviceUrl') === '') return 'it has no serviceUrl';
  return undefined;
}

/** Genuine, and still not for us. */
function strange(activity: Json, config: TeamsConfig): string | undefined {
  if (textAt(activity, 'channelId') !== 'msteams') return 'it does not come from Teams';
  if (!mayServe(textAt(activity, 'serviceUrl'), config)) return 'its service is not on our list';
  const tenant = tenantOf(activity)?.toLowerCase();
  if (tenant !== config.tenantId.toLowerCase()) return 'it happened in another organisation';
  return undefined;
}
