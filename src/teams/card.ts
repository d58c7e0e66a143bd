import { cardButtons, snoozeButtons, triageButtons } from '../support/buttons.ts';
import type { Conversation } from '../support/conversation.ts';
import type { Button } from '../support/events.ts';
import { sayShortly } from '../support/reasons.ts';
import { escalationLines } from '../support/time/escalation/words.ts';
import { sayQuiet } from '../support/time/follow-up/nudges.ts';
import { sayPace } from '../support/time/pace.ts';
import { saySnooze } from '../support/time/snooze.ts';
import { saySurvey } from '../support/time/survey/surveyed.ts';
import { categoryLabel, type Labels, sayStatus, sayWish, URGENCIES } from '../support/wording.ts';
import { buttonRow, type DialogButton, type Named } from './buttons.ts';
import { type Action, type Card, cardOf, hint, line, links, words } from './elements.ts';
import { date, escaped, oneLine, within } from './plain.ts';
import { promisedOn } from './promise.ts';
import { nameOf, permalink, sayDeed } from './wording.ts';

/** What is posted: a card, and the same in a few words for notifications. */
export interface Rendered {
  readonly summary: string;
  readonly card: Card;
}

/** What stands in a card where this Teams has no dialogs. */
export type Forms = (
  conversation: Conversation,
) => ((button: DialogButton, named: Named) => Action | undefined) | undefined;

/** Bytes of a customer's words in one message, which may hold them twice; the whole of them may be far longer. */
export const LONGEST_WORDS = 24_000;
/** Deeds on a card: the latest tell enough. */
const MOST_DEEDS = 8;

/** The root message of a conversation in the triage channel. */
export function renderCard(conversation: Conversation, forms: Forms, labels: Labels): Rendered {
  const { customer, triage, place } = conversation;
  const first = conversation.messages.find((m) => m.author.role === 'customer');
  const name = nameOf(customer);
  const title = [
    name,
    triage ? categoryLabel(triage.category, labels) : '',
    triage ? URGENCIES[triage.urgency] : '',
  ].filter(Boolean);
  const facts = [
    `**${sayStatus(conversation)}**`,
    place.direct ? 'in a direct message' : '',
    conversation.waitingSince === undefined
      ? ''
      : `waiting since ${date(conversation.waitingSince)}`,
    sayPace(conversation, date),
    saySnooze(conversation, date),
    sayQuiet(conversation),
    saySurvey(conversation),
    conversation.owner ? `owner: ${escaped(nameOf(conversation.owner))}` : 'nobody’s yet',
    ...moods(conversation),
  ].filter(Boolean);
  const why = sayShortly(conversation);
  const root = place.direct ? undefined : place.thread;
  const where = first
    ? [{ name: 'Open in Teams', url: permalink(place.channel, first.id, root) }]
    : [];
  const form = forms(conversation);
  const row = (buttons: readonly Button[]) =>
    buttonRow(buttons, { conversation: conversation.id }, form ? { form } : {});
  const besides = row([...triageButtons(conversation), ...snoozeButtons(conversation)]);

  const body = [
    line(title.map(escaped).join(' · '), { style: 'heading', size: 'Medium', weight: 'Bolder' }),
    line(facts.join('  ·  '), { spacing: 'Small' }),
    ...escalationLines(conversation).map(({ words: why, at }) =>
      line(`🔺 **${escaped(why)}**  ·  since ${date(at)}`, { spacing: 'Small' }),
    ),
    ...(first?.deleted ? hint('deleted') : words(first?.text ?? '', LONGEST_WORDS)),
    ...(first?.before === undefined
      ? []
      : [...hint('✏️ edited; before:'), ...words(first.before, 3_000)]),
    ...links(first?.files ?? []),
    ...hint(why === '' ? '' : `Why: ${escaped(within(why, 1900))}`),
    ...(besides.length === 0 ? [] : [{ type: 'ActionSet', actions: besides } as const]),
    ...promisedOn(conversation),
    ...conversation.deeds.slice(-MOST_DEEDS).flatMap((deed) => hint(sayDeed(deed))),
    ...links(where, '↗'),
  ];
  const summary = `${title.join(' · ')}. ${sayStatus(conversation)}.`;
  return {
    summary: within(oneLine(summary), 250),
    card: cardOf(body, row(cardButtons(conversation)), summary),
  };
}

function moods({ triage }: Conversation): string[] {
  if (!triage) return [];
  return [
    triage.sentiment === 'negative'
      ? `unhappy (frustration ${Math.round(triage.frustration * 100)} %)`
      : '',
    triage.wantsHuman ? '**wants a human**' : '',
    sayWish(triage),
    triage.abusive ? 'abusive words' : '',
    triage.suspicious ? 'may try to instruct a model' : '',
  ];
}
