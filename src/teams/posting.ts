import { PlatformError, type Ref, type Stage } from '../desk/ports.ts';
import { threadId } from './activity.ts';
import type { BotFramework } from './botbuilder.ts';
import type { Rendered } from './card.ts';
import type { Outbound, Recipient } from './connector.ts';
import { type Card, cardOf, words } from './elements.ts';
import { refusalOf } from './errors.ts';
import { markup } from './plain.ts';
import type { Reference, References } from './references.ts';

/** What posting needs, wherever it goes. */
export interface PostingParts {
  readonly framework: BotFramework;
  readonly references: References;
  /** Throws when one more message into this conversation would be too many. */
  readonly pace: (conversation: string) => void;
}

/** Bytes of one message. Teams refuses from about 100 KB on, counted in its own way. */
const LARGEST = 80 * 1024;

/** A card and what notifications say of it. One that is too large all the same is replaced by that. */
export function cardMessage({ summary, card }: Rendered): Outbound {
  const message = (content: Card): Outbound => ({
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  });
  const whole = message(card);
  if (fits(whole)) return whole;
  return message(cardOf(words(`${summary} It is too long to be shown in Teams.`, 2_000)));
}

/** Words as they are: nothing in them is markup. What Teams calls plain would run its lines together. */
export function wordsMessage(text: string): Outbound {
  return { type: 'message', text: markup(text), textFormat: 'xml' };
}

/**
 * Posts into a channel or chat: in a channel under `root`, or as a new post without one.
 * @param inTime asked when nothing is left to wait for
 * @throws PlatformError
 */
export async function post(
  where: { readonly base: string; readonly root: string | undefined },
  message: Outbound,
  { framework, references, pace }: PostingParts,
  inTime?: Stage['inTime'],
): Promise<Ref> {
  const { base, root } = where;
  const reference = await referenceOf(base, references);
  if (!fits(message)) throw tooLong();
  const threaded = reference.kind === 'channel';
  const target = threaded ? threadId(base, root) : base;
  pace(target);
  const id = await framework.reach(reference, async (connector) => {
    inTime?.();
    return threaded && root === undefined
      ? connector.post(base, message)
      : connector.send(target, message);
  });
  return { channel: base, id };
}

/** Answers of a Teams that takes no targeted message here, or none for this member. */
const NOT_TARGETED = new Set([400, 403, 404]);

/**
 * Posts into a channel or group chat for one member's eyes alone. False when Teams does not take it: it must be said
 * in another way.
 * @throws PlatformError
 */
export async function whisper(
  where: { readonly base: string; readonly root: string | undefined },
  to: Recipient,
  message: Outbound,
  { framework, references, pace }: PostingParts,
): Promise<boolean> {
  const { base, root } = where;
  const reference = await referenceOf(base, references);
  const target = reference.kind === 'channel' ? threadId(base, root) : base;
  pace(target);
  try {
    await framework.reach(reference, (connector) => connector.whisper(target, to, message));
    return true;
  } catch (error) {
    const refusal = refusalOf((error as PlatformError).cause);
    if (refusal && NOT_TARGETED.has(refusal.status)) return false;
    throw error;
  }
}

/**
 * Changes what was posted. False when it is gone, so that it must be posted anew.
 * @throws PlatformError
 */
export async function update(
  posted: Ref,
  root: string | undefined,
  message: Outbound,
  { framework, references }: PostingParts,
): Promise<boolean> {
  const reference = await referenceOf(posted.channel, references);
  const conversation =
    reference.kind === 'channel' ? threadId(posted.channel, root) : posted.channel;
  try {
    await framework.reach(reference, (connector) =>
      connector.update(conversation, posted.id, message),
    );
    return true;
  } catch (error) {
    const refusal = refusalOf((error as PlatformError).cause);
    if (refusal?.status === 404 && refusal.code !== 'ConversationNotFound') return false;
    throw error;
  }
}

async function referenceOf(base: string, references: References): Promise<Reference> {
  const reference = await references.of(base);
  if (reference) return reference;
  throw new PlatformError(
    'teams',
    'Teams has not spoken to the bot yet, so it does not know where to answer. Write a message in a channel the app was added to.',
    { retryable: true },
  );
}

/** Counted both as it travels and as Teams keeps it, in UTF-16. */
function fits(message: Outbound): boolean {
  const json = JSON.stringify(message);
  return Math.max(Buffer.byteLength(json), json.length * 2) <= LARGEST;
}

function tooLong(): PlatformError {
  const message = 'The text is too long for one message in Teams. Send it in two parts.';
  return new PlatformError('teams', message, { retryable: false });
}
