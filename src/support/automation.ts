import { type Conversation, customerMessages } from './conversation.ts';
import type { Automation, Handbook, Level } from './handbook.ts';
import { showsSecret } from './masking/secrets.ts';
import type { Check } from './reply/standards.ts';
import { isHeated, isUpset } from './reply/upset.ts';
import { mayAct } from './roles.ts';
import { isOpenAt } from './time/calendar.ts';
import { readSuspicion } from './triage/suspicion.ts';
import { categoryLabel, labelsOf, sayUrgency } from './wording.ts';

/** What the desk may do of its own accord, the most careful first. */
export const LEVELS = ['off', 'suggest', 'acknowledge', 'answer'] as const;

/** Where a channel is left to answer, this is what it answers: a question with an answer, not a matter to be looked into. */
const ANSWERED_ANYWAY = 'how_to';

/** The name under which one-to-one chats with the bot stand among the channels. */
const DIRECT = 'direct';

/** A reply as it is judged whether it may leave by itself. */
export interface Candidate {
  readonly language: string;
  readonly checks: readonly Check[];
  /** The first judgement, and the second that knows nothing of it, in words where they do not hold. */
  readonly doubts: readonly string[];
}

/** What the policy lets the desk do here: of what it says of the category and of the channel, the more careful. */
export function levelOf({ place, triage }: Conversation, policy: Automation): Level {
  const { categories, channels } = policy;
  const named = [
    own(categories, triage?.category ?? ''),
    own(channels, place.channel) ?? (place.direct ? own(channels, DIRECT) : undefined),
  ].filter((level) => level !== undefined);
  if (named.length === 0) return policy.default;
  return LEVELS[Math.min(...named.map((level) => LEVELS.indexOf(level)))]!;
}

/** Whether a customer is told at once when to expect an answer. */
export function mayAcknowledge(level: Level, { policy }: Handbook): boolean {
  return level === 'acknowledge' || (policy.acknowledge && level !== 'off');
}

/**
 * Why a reply does not leave by itself, in words for agents; nothing where it may. Every reason is one on its own: an
 * agent reads, whenever anything speaks for a person.
 */
export function whyHeld(
  conversation: Conversation,
  candidate: Candidate,
  handbook: Handbook,
  at: number,
): string[] {
  const { triage, handedOverAt } = conversation;
  if (!triage) return ['nothing is known of what it is about'];
  const { automation, calendar } = handbook.policy;
  const theirs = customerMessages(conversation);
  const said = theirs.map(({ text }) => text).join('\n');
  const open = isOpenAt(calendar, at);
  const category = categoryLabel(triage.category, labelsOf(handbook));
  const reasons: [boolean, string][] = [
    [!isAllowed(triage.category, automation), `the policy leaves “${category}” to people`],
    [automation.hours === 'open' && !open, 'the policy has it answer in opening hours alone'],
    [automation.hours === 'closed' && open, 'people are in, and the policy leaves it to them'],
    [hasHumanSpoken(conversation), 'somebody of the team has the word here'],
    [hasHand(conversation), 'somebody of the team has a hand in it'],
    [triage.wantsHuman, 'they want a person'],
    [handedOverAt !== undefined, 'it is with a person already'],
    [triage.urgency <= 'p2', `it is urgent (${sayUrgency(triage.urgency)})`],
    [triage.abusive || isUpset(triage) || isHeated(triage), 'they are upset'],
    [
      triage.suspicious || readSuspicion(said).suspicious,
      'their words look like instructions to a model',
    ],
    [showsSecret(said), 'a password or key stands in it'],
    [theirs.some(({ files }) => files.length > 0), 'there is a file that nobody has looked at'],
    [candidate.language !== triage.language, 'it is not in their language'],
  ];
  const failed = candidate.checks.filter(({ pass }) => !pass).map(({ name }) => `“${name}”`);
  return [
    ...reasons.flatMap(([holds, reason]) => (holds ? [reason] : [])),
    ...candidate.doubts,
    ...(failed.length > 0 ? [`it does not meet ${failed.join(', ')}`] : []),
  ];
}

/** Here, or where the messages came from. */
function hasHumanSpoken({ humanSpoke, messages }: Conversation): boolean {
  return humanSpoke || messages.some(({ author }) => author.role !== 'customer');
}

/** Whoever was only assigned to it has done nothing yet. */
function hasHand({ owner, deeds, drafts }: Conversation): boolean {
  const taken = owner !== undefined && !deeds.some(({ did }) => did === 'assigned');
  const sent = drafts.some(({ state }) => 'by' in state && mayAct(state.by));
  return taken || sent || deeds.some(({ by }) => mayAct(by));
}

function isAllowed(category: string, { categories }: Automation): boolean {
  return category === ANSWERED_ANYWAY || own(categories, category) === 'answer';
}

/** Names are the team's and the customer's: none of them is JavaScript's. */
function own(levels: Readonly<Record<string, Level>>, name: string): Level | undefined {
  return Object.hasOwn(levels, name) ? levels[name] : undefined;
}
