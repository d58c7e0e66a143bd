import type { Conversation, Instant } from '../../conversation.ts';
import type { Change } from '../../decide.ts';
import type { Cause } from '../../following.ts';
import { type Scale, sayRating } from './scales.ts';

/** Whether and how the customer was asked how it was, and what they said. */
export interface Surveyed {
  /** When somebody brought the matter to rest. Absent where silence did: whoever fell silent is not asked. */
  readonly since?: Instant;
  /** Nothing is asked sooner: they sleep. */
  readonly notBefore?: Instant;
  /** Why they are not asked: an agent said so, they want to be left alone, or were asked lately. */
  readonly unasked?: 'skipped' | 'quiet' | 'asked-lately';
  readonly asked?: {
    readonly at: Instant;
    readonly scale: Scale;
    readonly language: string;
    /** The number of the question. */
    readonly question: number;
  };
  readonly reminded?: Instant;
  /** The last one they gave. */
  readonly rating?: { readonly value: number; readonly at: Instant };
  /** The id of the message in which they said why. */
  readonly word?: string;
}

/** The change with when somebody brought the matter to rest, from where on the survey's time is counted. */
export function noteRest(change: Change, { event, before }: Cause): Change {
  const { conversation } = change;
  if (conversation.status !== 'resolved' || before?.status === 'resolved') return change;
  const { since: _, ...known } = conversation.survey ?? {};
  const survey = event.type === 'timer.fired' ? known : { ...known, since: event.at };
  return { ...change, conversation: { ...conversation, survey } };
}

/** How it was for the customer, in a line of a card; empty where nothing is known. */
export function saySurvey({ survey, recovery }: Conversation): string {
  const { asked, rating } = survey ?? {};
  const rated = asked && rating ? `rated ${sayRating(asked.scale, rating.value)}` : '';
  if (!recovery) return rated;
  const { because, settled } = recovery;
  const amends = settled ? 'made up for' : `💔 to be made up for (${because})`;
  return [rated, amends].filter(Boolean).join(', ');
}
