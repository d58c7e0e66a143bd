import {
  type Conversation,
  customerMessages,
  type Instant,
  type Message,
} from '../conversation.ts';
import { asCorrected } from '../corrections.ts';
import type { Category, Handbook } from '../handbook.ts';
import { showsSecret } from '../masking/secrets.ts';
import { mayAct } from '../roles.ts';
import { promisesOwed } from '../time/promises/given.ts';
import { findMatter } from '../triage/matters.ts';
import { answersUs, closes } from '../triage/request.ts';
import { readMatter, type Triage, triage } from '../triage/triage.ts';
import { readWords } from '../triage/words.ts';
import { saidUntil } from '../understanding.ts';
import { type PromisedTime, promiseFor } from './acknowledgement.ts';
import { asksIn } from './asks.ts';
import { type Hint, readHint } from './hint.ts';
import { tellsSomething } from './kinship.ts';
import { languageWith } from './language.ts';
import { firstNameOf } from './name.ts';
import { nameProblem, type Problem } from './problem.ts';
import { isHeated, isUpset } from './upset.ts';
import { vocabularyOf } from './vocabularies.ts';

/** Everything a reply is put together from. */
export interface Scene {
  readonly team: string;
  readonly language: string;
  /** What the customer wrote since they last heard from us. */
  readonly said: string;
  /** All that the customer wrote. */
  readonly all: string;
  readonly category: Category;
  readonly problem: Problem;
  /** They ask for more than one thing. */
  readonly several: boolean;
  readonly name: string;
  /** The time we promise, in words; and where it is a time, when that is. */
  readonly by: string;
  readonly promised: PromisedTime | undefined;
  /** What we promised before is due about now, and they have not written since they last heard from us. */
  readonly owing: boolean;
  readonly wantsHuman: boolean;
  /**
   * new:      they have not heard from us yet, or write of something else now.
   * informed: they added to the same matter.
   * chasing:  they ask about the same matter again.
   * closing:  they thank, or say that it is settled.
   */
  readonly turn: 'new' | 'informed' | 'chasing' | 'closing';
  /** They have heard from us before. */
  readonly going: boolean;
  /** Upset, or hurt by what happened. */
  readonly upset: boolean;
  /** Angry, not only held up. */
  readonly heated: boolean;
  readonly abusive: boolean;
  /** Their complaint is that nobody answered. */
  readonly unheard: boolean;
  /** Somebody may be harmed, or nothing works. */
  readonly grave: boolean;
  /** A password or key stands in what they wrote. */
  readonly secret: boolean;
  readonly hint: Hint;
}

/** Looks at a conversation as somebody who is about to answer it. */
export function setScene(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
  hinted: string,
): Scene {
  const heard = lastHeard(conversation);
  const theirs = customerMessages(conversation);
  const fresh = theirs.filter((message) => message.at > heard);
  const earlier = textOf(theirs.filter((message) => message.at <= heard));
  const said = textOf(fresh.length > 0 ? fresh : theirs.slice(-1));
  const all = textOf(theirs);
  const going = heard > 0;
  const { corrections } = conversation;
  const now =
    going || !conversation.triage
      ? asCorrected(triage(said, handbook), corrections)
      : conversation.triage;
  const before =
    going && earlier !== '' ? answeredAs(conversation, earlier, heard, handbook) : undefined;
  const history = saidUntil(conversation, heard);
  const words = readWords(said);
  const answers = answersUs(words, history);
  const closing = going && fresh.length > 0 && closes(words, history);
  const same =
    before !== undefined &&
    (closing || now.category === 'other' || now.category === before || answers);
  const hint = readHint(hinted);
  const language = languageWith({ triage: conversation.triage ?? now }, handbook);
  const vocabulary = vocabularyOf(language);
  const sorted = categoryNamed(same ? before : now.category, handbook);
  const mood = moodOf(now, sorted, hint);
  // Praise from somebody who is upset is only half of what they say.
  const mixed = sorted.name === 'feedback_praise' && mood.upset;
  // Angry, and asking nothing: what they say of how to do something is a complaint.
  const complains = sorted.name === 'how_to' && mood.heated && asksIn(said).length === 0;
  const category = mixed
    ? categoryNamed('other', handbook)
    : complains
      ? categoryNamed('complaint', handbook)
      : sorted;
  const problem = problemOf(
    same ? all : said,
    asksIn(said),
    category,
    now.candidates,
    language,
    handbook,
  );
  const unheard = vocabulary.unheard.test(said);
  const matter = {
    urgency: going ? now.urgency : urgencyOf(conversation, now),
    category: sorted.name,
    language: now.language,
  };
  const promised = hint.timeless
    ? undefined
    : promiseFor(conversation, matter, handbook, at, language);
  const asks = /[?？]/.test(said) || unheard || !(answers || tellsSomething(said));
  return {
    ...mood,
    team: handbook.policy.team,
    language,
    said,
    all,
    category,
    problem,
    several: problem.several,
    name: firstNameOf(conversation.customer.name),
    by: promised?.words ?? vocabulary.soon,
    promised,
    owing: fresh.length === 0 && promisesOwed(conversation).some(({ warnAt = 0 }) => warnAt <= at),
    wantsHuman: now.wantsHuman,
    turn: closing ? 'closing' : !same ? 'new' : asks ? 'chasing' : 'informed',
    going,
    abusive: now.abusive,
    unheard,
    grave: now.urgency === 'p1',
    secret: showsSecret(said),
    hint,
  };
}

/** What we took the matter for when we answered it. What was corrected since was answered as something else. */
function answeredAs(
  { corrections }: Conversation,
  earlier: string,
  heard: Instant,
  handbook: Handbook,
): string {
  const corrected = corrections?.category;
  return corrected && corrected.at <= heard ? corrected.to : readMatter(earlier, handbook).category;
}

/** What a message is called: all that is asked where it is several things, not the one that is named best. */
function problemOf(
  text: string,
  asks: readonly string[],
  category: Category,
  candidates: Triage['candidates'],
  language: string,
  handbook: Handbook,
): Problem & { readonly several: boolean } {
  const vocabulary = vocabularyOf(language);
  const plain = categoryNamed('other', handbook);
  const problem = nameProblem(text, category, language, plain);
  if (asks.length > 1) {
    const named = asks.flatMap(
      (ask) => elsewhere(ask, readMatter(ask, handbook).candidates, language, handbook) ?? [],
    );
    const distinct = new Set(named.map((name) => name.replace(/ \([^)]*\)/g, '')));
    const listed = distinct.size === asks.length && distinct.size < 4;
    // Questions of which it is not known what they are about may be one question, asked twice.
    if (listed || language === 'en') {
      const marks = text.split(/[?？]/).length - 1;
      const asked = asks.length === 2 && marks < 3 ? vocabulary.both : vocabulary.all;
      const name = listed ? `${asked} (${[...distinct].join(', ')})` : asked;
      return { matter: undefined, names: [name, ...problem.names], several: true };
    }
  }
  if (category.name !== 'other') return { ...problem, several: false };
  const name = elsewhere(text, candidates, language, handbook);
  if (name === undefined) return { ...problem, several: false };
  const message = language === 'en' ? vocabulary.message.replace('…', () => name) : name;
  return { ...problem, names: [...problem.names, message], several: false };
}

/** What the likeliest category with a matter that fits calls a text. */
function elsewhere(
  text: string,
  candidates: Triage['candidates'],
  language: string,
  handbook: Handbook,
): string | undefined {
  const words = readWords(text);
  for (const candidate of candidates) {
    const category = categoryNamed(candidate.category, handbook);
    if (findMatter(words, category) === undefined) continue;
    return nameProblem(text, category, language).names[0];
  }
  return undefined;
}

function moodOf(now: Triage, { name }: Category, hint: Hint): Pick<Scene, 'upset' | 'heated'> {
  return {
    upset: isUpset({ ...now, category: name }) || hint.warmer || hint.sorry === true,
    heated: isHeated(now),
  };
}

function urgencyOf({ triage: known }: Conversation, now: Triage): Triage['urgency'] {
  return known?.urgency ?? now.urgency;
}

/** The category of that name, or what every message is that fits none. */
export function categoryNamed(name: string, { categories }: Handbook): Category {
  const category = categories.find((one) => one.name === name);
  return category ?? categories.find((one) => one.name === 'other')!;
}

/** When a person of the team last spoke to them, or a draft of ours was sent; 0 when never. */
function lastHeard({ messages, drafts }: Conversation): Instant {
  const spoken = messages.filter((message) => mayAct(message.author)).map(({ at }) => at);
  const sent = drafts.flatMap(({ state }) => (state.is === 'sent' ? [state.at] : []));
  return Math.max(0, ...spoken, ...sent);
}

function textOf(messages: readonly Message[]): string {
  const texts = messages.map(({ text }) => text.trim()).filter(Boolean);
  return texts.join('\n').slice(0, 40_000);
}
