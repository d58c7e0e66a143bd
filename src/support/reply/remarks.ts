import { type Conversation, customerMessages } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { mayAct } from '../roles.ts';
import { triage } from '../triage/triage.ts';
import { isHarsh } from './clarity.ts';
import { firstNameOf } from './name.ts';
import { read } from './reading.ts';
import { type Check, checkStandards, type Replied, type Standard } from './standards.ts';
import { isUpset } from './upset.ts';

/** What stands above hints, in each door's dialog. */
export const BEFORE_IT_GOES = 'Before it goes out, only you see this:';
export const SEND_ANYWAY = 'Send anyway';

/** More than these nobody reads who is about to send. */
const MOST = 2;

/** What is worth an agent's second look, the most important first. */
const WORTH: readonly Standard[] = [
  'fits',
  'owns',
  'no-wall',
  'acknowledges',
  'options',
  'by-when',
  'personal',
  'grounded',
  'listens',
  'next-step',
];
/** What is worth stopping them for; the others are said beside these alone. */
const GRAVE: readonly Standard[] = ['owns', 'no-wall', 'acknowledges', 'options', 'by-when'];

/**
 * What an agent may want to look at again before a reply of their own is sent, at most two things. Nothing where all there is to
 * say is small: a hint that comes for every comma is read by nobody.
 */
export function remarksOn(replied: Replied): Check[] {
  const reading = read(replied.reply, replied.language);
  const harsh = isHarsh(replied, reading);
  const toNobody = reading.said('nobody') !== undefined;
  const failed = checkStandards({ ...replied, language: reading.language }).filter(
    // Whether a reply of their own is too long, they see themselves.
    ({ name, pass }) => !pass && (name !== 'fits' || harsh),
  );
  const grave = ({ name }: Check) =>
    GRAVE.includes(name) || name === 'fits' || (name === 'personal' && toNobody);
  if (!failed.some(grave)) return [];
  return WORTH.flatMap((name) => failed.filter((check) => check.name === name))
    .sort((a, b) => Number(grave(b)) - Number(grave(a)))
    .slice(0, MOST);
}

/** The same for a reply to this conversation. Of a draft that is sent as it stands there is nothing to say. */
export function remarksOnReply(
  conversation: Conversation,
  reply: string,
  handbook: Handbook,
): Check[] {
  const text = reply.trim();
  const { messages, drafts, customer } = conversation;
  const sent = drafts.flatMap(({ state }) => (state.is === 'sent' ? [state.at] : []));
  const spoken = messages.filter(({ author }) => mayAct(author)).map(({ at }) => at);
  const heard = Math.max(0, ...sent, ...spoken);
  const theirs = customerMessages(conversation);
  const said = theirs
    .filter(({ at }) => at > heard)
    .map(({ text }) => text)
    .join('\n');
  if (said.trim() === '' || drafts.some((draft) => draft.text.trim() === text)) return [];
  const understood = triage(said, handbook);
  const upset = isUpset(understood);
  const category = conversation.triage?.category ?? understood.category;
  const name = heard > 0 ? '' : firstNameOf(customer.name);
  return remarksOn({
    customer: said,
    reply: text,
    upset,
    category,
    praise: category === 'feedback_praise' && !upset,
    said: [...messages, ...drafts].map((one) => one.text).join('\n'),
    ...(name === '' ? {} : { name }),
  });
}
