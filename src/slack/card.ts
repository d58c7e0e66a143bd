import type { KnownBlock } from '@slack/types';
import { cardButtons } from '../support/buttons.ts';
import { type Conversation, customerMessages } from '../support/conversation.ts';
import { sayShortly } from '../support/reasons.ts';
import { escalationLines } from '../support/time/escalation/words.ts';
import { sayQuiet } from '../support/time/follow-up/nudges.ts';
import { sayPace } from '../support/time/pace.ts';
import { saySnooze } from '../support/time/snooze.ts';
import { saySurvey } from '../support/time/survey/surveyed.ts';
import { categoryLabel, type Labels, sayStatus, sayWish, URGENCIES } from '../support/wording.ts';
import {
  context,
  contextIfAny,
  header,
  LONGEST_TEXT,
  type Rendered,
  section,
  sections,
} from './blocks.ts';
import { buttonRow } from './buttons.ts';
import { date, escaped, escapeWithin, link, within } from './mrkdwn.ts';
import { promisedOn } from './promise.ts';
import { snoozeRow } from './snooze-row.ts';
import { triageRow } from './triage-row.ts';
import { nameOf, permalink, sayDeed, sayFiles } from './wording.ts';

/** Blocks of a customer's first message on the card; the whole of it may be far longer. */
const MOST_SECTIONS = 20;
/** Deeds on a card: the latest tell enough. */
const MOST_DEEDS = 8;

/**
 * The root message of a conversation in the triage channel.
 * @param where the customer's workspace's address and the channel's id as Slack knows it now, for the permalink; the
 * workspace's host where it is not the team's own, whose channels Slack can name.
 */
export function renderCard(
  conversation: Conversation,
  where: { readonly url: string; readonly channel: string; readonly host?: string },
  labels: Labels,
): Rendered {
  const { customer, triage, place } = conversation;
  const first = conversation.messages.find((m) => m.author.role === 'customer');
  const name = nameOf(customer);
  const title = [
    name,
    triage ? categoryLabel(triage.category, labels) : '',
    triage ? URGENCIES[triage.urgency] : '',
  ]
    .filter(Boolean)
    .join(' · ');
  const url = permalink(where.url, where.channel, first?.id ?? '', place.thread);
  const somewhere = place.direct ? 'a direct message' : 'a channel';
  const channel =
    where.host === undefined && !place.direct
      ? `<#${where.channel}>`
      : `${somewhere}${where.host ? ` of *${escaped(where.host)}*` : ''}`;
  const facts = [
    `*${sayStatus(conversation)}*`,
    `in ${channel}${first && where.url !== '' ? ` (${link(url, 'open')})` : ''}`,
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
  // Reasons quote the customer: they go with what was taken back.
  const gone = customerMessages(conversation).length === 0;
  const why = gone ? '' : sayShortly(conversation);
  const words = first?.deleted ? '' : (first?.text ?? '');
  const escalated = escalationLines(conversation)
    .map(({ words: reason, at }) => `🔺 *${escaped(reason)}*  ·  since ${date(at)}`)
    .join('\n');
  const deeds = conversation.deeds.slice(-MOST_DEEDS).map(sayDeed);

  const blocks: KnownBlock[] = [
    header(title),
    section(facts.join('  ·  ')),
    ...(escalated === '' ? [] : [section(escalated)]),
    ...(words === '' ? [section(first?.deleted ? '_deleted_' : '_no words_')] : []),
    ...sections(words, MOST_SECTIONS),
    ...(first ? contextIfAny([changeOf(first.before), ...sayFiles(first)]) : []),
    ...(why === '' ? [] : [context(escapeWithin(`Why: ${why}`, 1900))]),
    ...triageRow(conversation, labels),
    ...promisedOn(conversation),
    ...deeds.map((deed) => context(deed)),
    ...snoozeRow(conversation),
    ...buttonRow(cardButtons(conversation), { conversation: conversation.id }, name),
  ];
  const text = `${title}. ${sayStatus(conversation)}.\n${words}`;
  return { text: escapeWithin(within(text, LONGEST_TEXT), LONGEST_TEXT), blocks };
}

function moods({ triage }: Conversation): string[] {
  if (!triage) return [];
  return [
    triage.sentiment === 'negative'
      ? `unhappy (frustration ${Math.round(triage.frustration * 100)} %)`
      : '',
    triage.wantsHuman ? '*wants a human*' : '',
    sayWish(triage),
    triage.abusive ? 'abusive words' : '',
    triage.suspicious ? 'may try to instruct a model' : '',
  ];
}

function changeOf(before: string | undefined): string {
  return before === undefined ? '' : `✏️ edited; before: ${escapeWithin(before, 1500)}`;
}
