import type { Clock } from '../../desk/clock.ts';
import type { Log } from '../../desk/ports.ts';
import { type Json, textAt } from '../../support/json.ts';
import { sayNoReport } from '../../support/report/words.ts';
import type { Person } from '../../support/roles.ts';
import { whereOf } from '../activity.ts';
import type { TeamsConfig } from '../config.ts';
import type { Outbound } from '../connector.ts';
import { line } from '../elements.ts';
import { escaped } from '../plain.ts';
import { cardMessage, post, update, wordsMessage } from '../posting.ts';
import { reportRefusalFor } from '../refusal.ts';
import { type TellingParts, tellPerson } from '../telling.ts';
import { nameOf } from '../wording.ts';
import { type ReportPress, reportButtons } from './buttons.ts';
import { type Consent, fileCard, offerFile, putFile } from './files.ts';
import { type LookUpParts, lookUp } from './known.ts';
import { type CalledParts, calledIn } from './named.ts';
import { sheetCard } from './sheet.ts';

/** What it takes to answer with a report. */
export interface AskedParts extends LookUpParts, CalledParts {
  readonly people: LookUpParts['people'] & CalledParts['people'];
  readonly log: Log;
}

/** What it takes to do what leads do with one. */
export interface ReportParts extends TellingParts, AskedParts {
  readonly people: TellingParts['people'];
  readonly config: TeamsConfig;
  readonly clock: Clock;
}

/** Milliseconds after which a presser is told that it is coming: Teams waits no longer than some seconds. */
const PATIENCE = 1_500;

const NO_CHAT = 'I could not write to you in private. Open a chat with me first, then press again.';
const IN_OUR_CHAT = 'It is in your chat with me.';

/** A report as a message for whoever asks, alone; where they are no lead, what they may see. Never rejects. */
export async function reportMessage(
  words: string,
  person: Person,
  parts: AskedParts,
): Promise<Outbound> {
  const refusal = reportRefusalFor(person);
  if (refusal !== undefined) return wordsMessage(refusal);
  try {
    const sheet = await parts.desk.reportSheet(words, person.zone, await calledIn(words, parts));
    if ('problem' in sheet) return wordsMessage(sheet.problem);
    const known = await lookUp(sheet, parts);
    return cardMessage(sheetCard(sheet, { ...known, actions: reportButtons(words, sheet) }));
  } catch (err) {
    parts.log.error({ err }, 'a report could not be shown');
    return wordsMessage(sayNoReport(err));
  }
}

/**
 * Does what a button under a report is for, for a lead.
 * @returns what the presser reads at once. What takes longer is told in their chat. Never rejects.
 */
export async function pressReport(
  press: ReportPress,
  activity: Json,
  parts: ReportParts,
): Promise<string> {
  const { people, clock, log } = parts;
  let late = false;
  const failed = (err: unknown) => {
    log.error({ err }, 'a button under a report did nothing');
    return sayNoReport(err);
  };
  const work = (async () => {
    const person = await people.author(activity);
    const refusal = reportRefusalFor(person);
    if (refusal !== undefined) return refusal;
    const said = await carryOut(press, person, activity, parts).catch(failed);
    if (late) await tellPerson(person.id, wordsMessage(said), parts);
    return said;
  })().catch(failed);
  let stop = () => {};
  const patience = new Promise<string>((resolve) => {
    stop = clock.wake(clock.now() + PATIENCE, () => {
      late = true;
      resolve('One moment, it is being counted. The rest comes in your chat with me.');
    });
  });
  return Promise.race([work, patience]).finally(stop);
}

async function carryOut(
  { does, words }: ReportPress,
  person: Person,
  activity: Json,
  parts: ReportParts,
): Promise<string> {
  switch (does) {
    case 'share':
      return share(words, person, activity, parts);
    case 'show':
    case 'behind': {
      const message = await reportMessage(words, person, parts);
      return (await tellPerson(person.id, message, parts)) ? IN_OUR_CHAT : NO_CHAT;
    }
    case 'csv':
    case 'json': {
      const file = await parts.desk.reportFile(
        words,
        does,
        person.zone,
        await calledIn(words, parts),
      );
      if ('problem' in file) return file.problem;
      const offer = offerFile(file, { words, as: does });
      if (!(await tellPerson(person.id, offer, parts))) return NO_CHAT;
      return `${file.name} waits for you in your chat with me. Accept it there, and it goes to your OneDrive.`;
    }
    default:
      return does satisfies never;
  }
}

/** For the team to see, once. */
async function share(
  words: string,
  person: Person,
  activity: Json,
  parts: ReportParts,
): Promise<string> {
  const { desk, triageChannel } = parts;
  const message = `${whereOf(activity).base}/${textAt(activity, 'replyToId')}`;
  const said = await desk.shareOnce({ platform: 'teams', message, words }, async () => {
    const sheet = await desk.reportSheet(words, person.zone, await calledIn(words, parts));
    if ('problem' in sheet) return sheet;
    const above = [line(`📊 **${escaped(nameOf(person))}** shares a report`)];
    const card = cardMessage(sheetCard(sheet, { ...(await lookUp(sheet, parts)), above }));
    await post({ base: triageChannel, root: undefined }, card, parts);
    return { text: 'It stands in the triage channel now.' };
  });
  if (said === undefined) return 'It stands in the triage channel already.';
  return 'problem' in said ? said.problem : said.text;
}

/** Gives a lead the file that they accepted, in the place of the offer. Never rejects. */
export async function giveFile(
  consent: Consent,
  activity: Json,
  parts: ReportParts,
): Promise<void> {
  const { people, desk, config, log } = parts;
  const { base } = whereOf(activity);
  const offer = { channel: base, id: textAt(activity, 'replyToId') };
  try {
    const person = await people.author(activity);
    const message = await (async (): Promise<Outbound> => {
      const refusal = reportRefusalFor(person);
      if (refusal !== undefined) return wordsMessage(refusal);
      if (!consent.accepted) return wordsMessage('The file was not taken.');
      const file = await desk.reportFile(
        consent.words,
        consent.as,
        person.zone,
        await calledIn(consent.words, parts),
      );
      if ('problem' in file) return wordsMessage(file.problem);
      await putFile(file.text, consent.upload, config);
      return fileCard(consent.upload);
    })().catch((err: unknown) => {
      log.error({ err }, 'a file could not be given');
      return wordsMessage(
        err instanceof Error && err.name === 'PlatformError' ? err.message : sayNoReport(err),
      );
    });
    const replaced = offer.id !== '' && (await update(offer, undefined, message, parts));
    if (!replaced) await post({ base, root: undefined }, message, parts);
  } catch (err) {
    log.error({ err }, 'nobody could be told what became of a file');
  }
}
