import type { Handbook } from '../handbook.ts';
import { showsSecret } from '../masking/secrets.ts';
import { remembering } from '../remembering.ts';
import { readAbuse } from './abuse.ts';
import { isBitter } from './bitterness.ts';
import { type Sorted, sortMessage } from './category.ts';
import { type Feeling, readFeeling, type Setting } from './feeling.ts';
import { readsWantsHuman } from './human.ts';
import { readLanguage } from './language.ts';
import { ownWords } from './own-words.ts';
import { readIsRequest } from './request.ts';
import { readSuspicion } from './suspicion.ts';
import { type Circumstances, type Weighed, weighUrgency } from './urgency.ts';
import { readWish, type Wish } from './wish.ts';
import { readWords, type Words } from './words.ts';

export const CATEGORIES = [
  'billing',
  'refund',
  'delivery_order',
  'account_access',
  'bug_outage',
  'how_to',
  'cancellation_churn',
  'complaint',
  'feedback_praise',
  'feature_request',
  'security_privacy',
  'other',
] as const;

export type Urgency = 'p1' | 'p2' | 'p3' | 'p4';
export type Sentiment = 'negative' | 'neutral' | 'positive';

/** Why a field is as it is, in words an agent understands. */
export interface Reason {
  readonly field:
    | 'category'
    | 'urgency'
    | 'sentiment'
    | 'wantsHuman'
    | 'isRequest'
    | 'abusive'
    | 'suspicious'
    | 'language'
    | 'wish';
  readonly because: string;
}

/** What the desk understands of a customer's words. */
export interface Triage {
  /** One of `CATEGORIES` or a category of the team's own. */
  readonly category: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly candidates: readonly { readonly category: string; readonly confidence: number }[];
  readonly urgency: Urgency;
  readonly sentiment: Sentiment;
  /** 0 (calm) to 1. */
  readonly frustration: number;
  readonly wantsHuman: boolean;
  /** False for greetings, thanks and chatter: they open nothing. */
  readonly isRequest: boolean;
  readonly abusive: boolean;
  /** The words look like instructions aimed at a model. */
  readonly suspicious: boolean;
  /** ISO 639-1. */
  readonly language: string;
  /** What the customer would call resolved, where it can be told. */
  readonly wish?: Wish;
  readonly reasons: readonly Reason[];
}

/** What was said before, oldest first. */
export type History = readonly { readonly role: 'customer' | 'agent'; readonly text: string }[];

/** What is known beside the words. */
export interface Context extends Circumstances {
  readonly history?: History;
  /** The language to assume where the words do not tell: the channel's. By default the handbook's. */
  readonly language?: string;
}

/** What of the handbook it takes to understand a message. */
type Understanding = Pick<Handbook, 'policy' | 'categories' | 'urgency' | 'sorter'>;

/**
 * Understands a customer's words without asking anybody: each field with its reason. What they quote of others' mail
 * counts for the category alone. Never fails, whatever the string holds, and takes a bounded time.
 */
export function triage(text: string, handbook: Understanding, context: Context = {}): Triage {
  const alone = readAlone(text);
  const { words, human, secret, abuse, suspicion } = alone;
  const meant = sortMessage(alone.all, handbook);
  const { language, because: spoken } = readLanguage(words, usualLanguage(context, handbook));
  const contacts = context.contacts ?? 1 + unansweredIn(context.history ?? []);
  const feeling = feelingOf(words, meant, { language, contacts });
  const sorted = matterOf(alone, meant, () => feeling);
  const weighed = raised(
    weighUrgency(words, handbook, sorted.category, { ...context, contacts }),
    human.wantsHuman,
    secret,
  );
  const request = human.wantsHuman
    ? { isRequest: true, because: 'asks for a person' }
    : readIsRequest(words, context.history);
  const wish = readWish(words, {
    category: sorted.category,
    wantsHuman: human.wantsHuman,
    language,
  });
  const reasons: (Reason | undefined)[] = [
    { field: 'category', because: sorted.because },
    { field: 'urgency', because: weighed.because },
    { field: 'sentiment', because: feeling.because },
    { field: 'isRequest', because: request.because },
    human.because === undefined ? undefined : { field: 'wantsHuman', because: human.because },
    abuse.because === undefined ? undefined : { field: 'abusive', because: abuse.because },
    suspicion.because === undefined
      ? undefined
      : { field: 'suspicious', because: suspicion.because },
    { field: 'language', because: spoken },
    wish && { field: 'wish', because: wish.because },
  ];
  return {
    category: sorted.category,
    confidence: sorted.confidence,
    candidates: sorted.candidates,
    urgency: weighed.urgency,
    sentiment: feeling.sentiment,
    frustration: feeling.frustration,
    wantsHuman: human.wantsHuman,
    isRequest: request.isRequest,
    abusive: abuse.abusive,
    suspicious: suspicion.suspicious,
    language,
    ...(wish && { wish: wish.wish }),
    reasons: reasons.filter((reason) => reason !== undefined),
  };
}

/** What a message is about, as `triage` has it: for whoever asks nothing else of it. */
export function readMatter(text: string, handbook: Understanding): Sorted {
  const alone = readAlone(text);
  const meant = sortMessage(alone.all, handbook);
  return matterOf(alone, meant, () => {
    const { language } = readLanguage(alone.words, handbook.policy.language);
    return feelingOf(alone.words, meant, { language });
  });
}

/** @param feels how the message sounds, which matters to little of what it may be about */
function matterOf({ secret, human }: Alone, meant: Sorted, feels: () => Feeling): Sorted {
  return secret ? SECRET : withoutAside(withoutIrony(meant, feels), human.wantsHuman);
}

function feelingOf(words: Words, meant: Sorted, setting: Omit<Setting, 'matter'>): Feeling {
  const sensed = readFeeling(words, { ...setting, matter: matterIn(meant) });
  const bitter = meant.category === 'feedback_praise' && isBitter(words);
  return bitter ? embittered(sensed) : sensed;
}

type Alone = ReturnType<typeof readAlone>;

/** What a message says by itself, to whichever desk and whatever was said before. */
const readAlone = remembering((text) => {
  const own = ownWords(text);
  const words = readWords(own);
  return {
    words,
    all: own === text ? words : readWords(text),
    human: readsWantsHuman(words),
    secret: showsSecret(words.text),
    abuse: readAbuse(words),
    suspicion: readSuspicion(text, words),
  };
});

/** Whether a customer wants something of us with these words: see `Triage`, for whoever asks nothing else. */
export function asksForSomething(text: string, history: History = []): boolean {
  const { words, human } = readAlone(text);
  return human.wantsHuman || readIsRequest(words, history).isRequest;
}

/** A conversation keeps its language: a short "ok" is no change of it. */
function usualLanguage({ history = [], language }: Context, { policy }: Understanding): string {
  const usual = language ?? policy.language;
  const before = history
    .filter(({ role }) => role === 'customer')
    .slice(-5)
    .map(({ text }) => ownWords(text));
  return before.length === 0 ? usual : readLanguage(readWords(before.join('\n')), usual).language;
}

const SECRET: Sorted = {
  category: 'security_privacy',
  confidence: 0.9,
  candidates: [{ category: 'security_privacy', confidence: 0.9 }],
  because: 'a password or key stands in the message',
};

/** How many of the customer's last messages nobody has answered yet. */
function unansweredIn(history: History): number {
  const answered = history.findLastIndex(({ role }) => role === 'agent');
  return history.slice(answered + 1).filter(({ text }) => readIsRequest(readWords(text)).isRequest)
    .length;
}

/** What somebody who gave a secret away or waits for a person needs is never among the least urgent. */
function raised(weighed: Weighed, wantsHuman: boolean, secret: boolean): Weighed {
  const { urgency, because } = weighed;
  if (secret && urgency > 'p2') {
    return { urgency: 'p2', because: `a password or key stands in the message; ${because}` };
  }
  if (wantsHuman && urgency === 'p4') {
    return { urgency: 'p3', because: `asks for a person; ${because}` };
  }
  return weighed;
}

/** "Can I" of "can I talk to a human" asks how nothing works. */
function withoutAside(sorted: Sorted, wantsHuman: boolean): Sorted {
  if (!wantsHuman || sorted.category !== 'how_to' || sorted.confidence > 0.59) return sorted;
  const candidates = sorted.candidates.filter(({ category }) => category !== 'how_to');
  const other = { category: 'other', confidence: 0.5 };
  return { ...other, candidates: [other, ...candidates], because: 'asks for a person only' };
}

/** How sure it is (0 to 1) that a message is about something that a desk can mend. */
function matterIn({ candidates }: Sorted): number {
  const none = candidates.filter(({ category }) => NO_MATTER.includes(category));
  return Math.max(0, 1 - none.reduce((sum, { confidence }) => sum + confidence, 0));
}

const NO_MATTER = ['other', 'feedback_praise'];

function embittered(feeling: Feeling): Feeling {
  const frustration = Math.max(feeling.frustration, 0.35);
  return { sentiment: 'negative', frustration, because: 'kind words about trouble' };
}

/** So sure is a complaint where nothing else is surer. */
const MEANT_IN_ANGER = 0.4;

/** Kind words in a message that is angry as a whole are not meant kindly. */
function withoutIrony(sorted: Sorted, feels: () => Feeling): Sorted {
  if (sorted.category !== 'feedback_praise' || feels().sentiment !== 'negative') return sorted;
  const candidates = sorted.candidates.filter(({ category }) => category !== 'feedback_praise');
  const complaint = { category: 'complaint', confidence: MEANT_IN_ANGER };
  const next = candidates.find(
    ({ category, confidence }) => category !== 'other' && confidence >= MEANT_IN_ANGER,
  );
  return { ...(next ?? complaint), candidates, because: 'kind words, but meant in anger' };
}
