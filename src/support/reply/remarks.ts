import { type Conversation, customerMessages, openDraft } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { mayAct } from '../roles.ts';
import { triage } from '../triage/triage.ts';
import { isHarsh } from './clarity.ts';
import { firstNameOf } from './name.ts';
import { languageOfReply, read } from './reading.ts';
import { type Check, checkStandards, type Replied, type Standard } from './standards.ts';
import type { Sign } from './tongues/tongue.ts';
import { isHeated, isUpset } from './upset.ts';

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
/** Words that are worth stopping somebody for, by the standard that they break. What is only missing is said beside these. */
const GRAVE: readonly (readonly [Standard, Sign])[] = [
  ['owns', 'blame'],
  ['no-wall', 'wall'],
  ['acknowledges', 'stock'],
  ['options', 'refuses'],
  ['personal', 'nobody'],
];

/** Whether these words blame, hide, stamp, refuse or address nobody: what no reply of ours should say. */
export function saysAmiss(words: string, language: string): boolean {
  const reading = read(words, language);
  return GRAVE.some(([, sign]) => reading.said(sign) !== undefined);
}

/**
 * What an agent may want to look at again before a reply of their own is sent, at most two things. Nothing where all there is to
 * say is small: a hint that comes for every comma is read by nobody. `heated` where the customer is angry, not only held up.
 */
export function remarksOn(replied: Replied, heated = false): Check[] {
  const { reply, customer, language = languageOfReply(reply, customer) } = replied;
  const reading = read(reply, language);
  const harsh = isHarsh(replied, reading);
  const failed = checkStandards({ ...replied, language }).filter(
    // Whether a reply of their own is too long, they see themselves.
    ({ name, pass }) => !pass && (name !== 'fits' || harsh),
  );
  const grave = ({ name }: Check) =>
    name === 'fits' ||
    (name === 'acknowledges' && heated) ||
    GRAVE.some(([standard, sign]) => standard === name && reading.said(sign) !== undefined);
  if (!failed.some(grave)) return [];
  return WORTH.flatMap((name) => failed.filter((check) => check.name === name))
    .sort((a, b) => Number(grave(b)) - Number(grave(a)))
    .slice(0, MOST);
}

/**
 * The same for a reply in place of the draft with this number. Of a draft that is sent as it stands there is nothing to say, nor
 * of a reply that is not sent because the draft is void.
 */
export function remarksOnReply(
  conversation: Conversation,
  draft: number | undefined,
  reply: string,
  handbook: Handbook,
): Check[] {
  const text = reply.trim();
  const { messages, drafts, customer } = conversation;
  const standing = openDraft(conversation);
  if (standing?.number !== draft || standing?.text.trim() === text) return [];
  const sent = drafts.flatMap(({ state }) => (state.is === 'sent' ? [state.at] : []));
  const spoken = messages.filter(({ author }) => mayAct(author)).map(({ at }) => at);
  const heard = Math.max(0, ...sent, ...spoken);
  const theirs = customerMessages(conversation);
  const said = theirs
    .filter(({ at }) => at > heard)
    .map(({ text }) => text)
    .join('\n');
  if (said.trim() === '') return [];
  const understood = triage(said, handbook);
  const upset = isUpset(understood);
  const category = conversation.triage?.category ?? understood.category;
  const name = heard > 0 ? '' : firstNameOf(customer.name);
  const replied: Replied = {
    customer: said,
    reply: text,
    upset,
    category,
    praise: category === 'feedback_praise' && !upset,
    said: [...messages, ...drafts].map((one) => one.text).join('\n'),
    ...(name === '' ? {} : { name }),
  };
  return remarksOn(replied, isHeated(understood));
}
