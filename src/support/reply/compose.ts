import {
  type Conversation,
  customerMessages,
  type Instant,
  type Message,
} from '../conversation.ts';
import type { Category, Handbook } from '../handbook.ts';
import { mayAct } from '../roles.ts';
import { type Triage, triage } from '../triage/triage.ts';
import { promiseFor } from './acknowledgement.ts';
import { detailsIn } from './details.ts';
import { type Hint, readHint } from './hint.ts';
import { contentWords } from './kinship.ts';
import { firstNameOf } from './name.ts';
import { nameProblem, type Problem } from './problem.ts';
import { type Check, checkStandards, type Replied } from './standards.ts';
import { createPicker, type Picker } from './wording.ts';

/** A reply as it is proposed to the agents. */
export interface Composed {
  readonly text: string;
  readonly language: string;
  /** The ids of the wordings it was put together from. */
  readonly template: string;
  readonly checks: readonly Check[];
}

/** Everything a reply is put together from. */
interface Scene {
  readonly picker: Picker;
  readonly handbook: Handbook;
  /** What the customer wrote since they last heard from us. */
  readonly said: string;
  /** All that the customer wrote. */
  readonly all: string;
  readonly triage: Triage;
  readonly category: Category;
  readonly problem: Problem;
  readonly name: string;
  readonly by: string;
  /** They have heard from us before. */
  readonly going: boolean;
  readonly upset: boolean;
  /** Angry, not only held up. */
  readonly heated: boolean;
  readonly hint: Hint;
}

/** How near to giving up somebody must be before we speak of it. */
const UPSET = 0.3;
const HEATED = 0.45;

/**
 * Drafts a reply from the handbook's words for the situation the conversation is in. It states no fact that the
 * customer or the agent's `hint` did not give, and promises nothing but the time that policy and calendar allow.
 * `avoid` holds templates whose wordings were read before.
 */
export function compose(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
  options: { hint?: string; avoid?: readonly string[] } = {},
): Composed {
  const scene = setScene(conversation, handbook, at, options);
  const language = languageOf(scene.triage, handbook);
  const answer = scene.hint.answer;
  let best: Composed | undefined;
  // The most exact name of the problem is used unless a plainer one serves the standards better.
  for (const problem of scene.problem.names) {
    const picker = createPicker(conversation, handbook, language, options.avoid);
    const text = (answer === '' ? holdingReply : answeringReply)({ ...scene, picker }, problem);
    const checks = checkStandards(asReplied(scene, text));
    const composed = { text, language, template: picker.template(), checks };
    if (checks.every((check) => check.pass)) return composed;
    if (best === undefined || failures(composed) < failures(best)) best = composed;
  }
  return best!;
}

/** What is done about it, by when, and the one question that moves it on. */
function holdingReply(scene: Scene, problem: string): string {
  const { picker, triage, by, name, hint } = scene;
  const values = { name, problem, by, team: scene.handbook.policy.team };
  const step = stepOf(scene);
  const ask = askFor(scene);
  const human =
    triage.wantsHuman && step !== 'human-alone' ? picker.pick('human', values) : undefined;
  const body = sentences(feelings(scene), human, picker.pick(step, values));
  const short = hint.shorter || isShort(scene);
  const close = ask ?? (short || isPraise(scene) ? undefined : picker.pick('check', values));
  return paragraphs(opening(scene, values), body, close);
}

/** The piece that says what is done: the category's, unless there is nothing new or nothing to go on. */
function stepOf(scene: Scene): string {
  const { triage, category, going, said } = scene;
  if (going && isMoreOfTheSame(scene)) return 'next';
  if (category.name !== 'other') return category.name;
  if (triage.wantsHuman) return 'human-alone';
  return contentWords(said).length === 0 ? 'unclear' : 'other';
}

/** The agent's own answer between a greeting and a check that it helped. */
function answeringReply(scene: Scene, problem: string): string {
  const { picker, name, by, hint } = scene;
  const values = { name, problem, by, team: scene.handbook.policy.team };
  const named = checkStandards(asReplied(scene, hint.answer)).every(
    (check) => check.name !== 'listens' || check.pass,
  );
  const lead = named ? undefined : `About ${problem}:`;
  const feel = hint.shorter ? undefined : feelings(scene);
  return paragraphs(
    opening(scene, values),
    sentences(feel, lead, hint.answer),
    askFor(scene, true) ?? picker.pick('check-answer', values),
  );
}

function setScene(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
  options: { hint?: string },
): Scene {
  const heard = lastHeard(conversation);
  const theirs = customerMessages(conversation);
  const fresh = theirs.filter((message) => message.at > heard);
  const said = textOf(fresh.length > 0 ? fresh : theirs.slice(-1));
  const all = textOf(theirs);
  const understood = conversation.triage ?? triage(all, handbook);
  const category =
    handbook.categories.find(({ name }) => name === understood.category) ??
    handbook.categories.find(({ name }) => name === 'other')!;
  const now = heard > 0 ? triage(said, handbook) : understood;
  const hint = readHint(options.hint ?? '');
  const hurt = now.sentiment === 'negative' && (now.urgency === 'p1' || now.urgency === 'p2');
  return {
    picker: createPicker(conversation, handbook, languageOf(understood, handbook)),
    handbook,
    said,
    all,
    triage: understood,
    category,
    problem: nameProblem(all, category),
    name: firstNameOf(conversation.customer.name),
    by: promiseFor({ ...conversation, triage: understood }, handbook, at).by,
    going: heard > 0,
    upset:
      hint.warmer ||
      hint.sorry ||
      now.abusive ||
      (now.sentiment !== 'positive' && now.frustration >= UPSET) ||
      hurt,
    heated: now.frustration >= HEATED || now.abusive,
    hint,
  };
}

function opening(scene: Scene, values: { name: string }): string {
  return scene.picker.pick(scene.going ? 'continue' : 'greeting', values) ?? '';
}

/** What it is like for them, and that it should not be, each only where it is true. */
function feelings({
  picker,
  upset,
  heated,
  category,
  problem,
  said,
  hint,
}: Scene): string | undefined {
  const unheard =
    /\b(?:no (?:reply|response|answer)|nobody (?:has )?(?:replied|answered)|no one (?:has )?(?:replied|answered)|ignor(?:ed|ing)|never (?:replied|answered|got back)|(?:still|been) waiting|(?:third|fourth|fifth|second) time|(?:several|many|multiple) times)\b/i.test(
      said,
    );
  const fault = problem.matter?.fault || category.name === 'complaint';
  const ours = hint.sorry || (upset && (fault || OWNED.includes(category.name)));
  if (!upset) return undefined;
  const feel = unheard
    ? 'feel-again'
    : category.name === 'security_privacy'
      ? 'feel-worried'
      : heated
        ? 'feel-upset'
        : 'feel-hindered';
  const own = unheard && category.name === 'complaint' ? 'own-unheard' : 'own';
  return sentences(picker.pick(feel, {}), ours ? picker.pick(own, {}) : undefined);
}

const OWNED = ['bug_outage', 'delivery_order', 'billing', 'refund'];

/** The question for what is missing, unless they gave it already. */
function askFor(
  { picker, category, problem, all, hint }: Scene,
  answered = false,
): string | undefined {
  if (hint.askFor !== '') return askAsTold(picker, hint.askFor);
  if (answered) return undefined;
  const needs = problem.matter?.needs ?? category.needs;
  if (needs === undefined) return undefined;
  const details = detailsIn(all);
  const given: Readonly<Record<string, boolean>> = {
    'order-number': details.some(({ kind }) => kind === 'number'),
    charge: details.some(({ kind }) => kind === 'amount' || kind === 'number'),
    error:
      details.some(({ kind }) => kind === 'error') ||
      /\b(?:since|after|when(?:ever)?|every time|says)\b/i.test(all),
    account: /@|\b(?:account|user ?name)\s*(?:is|:)/i.test(all),
    goal: all.split(/\s+/).length > 12 || all.includes('?'),
    example: all.split(/\s+/).length > 12,
  };
  return given[needs] ? undefined : picker.pick(`ask-${needs}`, {});
}

/** The question an agent wants asked: the handbook's words for it where there are any. */
function askAsTold(picker: Picker, what: string): string {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/\border|tracking|parcel/i, 'order-number'],
    [/\baccount|e-?mail|user ?name/i, 'account'],
    [/\bcharge|amount|invoice/i, 'charge'],
    [/\berror|screen|when it (?:began|started)/i, 'error'],
  ];
  const kind = kinds.find(([sign]) => sign.test(what))?.[1];
  const worded = kind === undefined ? undefined : picker.pick(`ask-${kind}`, {});
  const thing = what.replace(/[.?!]+$/, '').replace(/^(?:their|his|her)\b/i, 'your');
  return (
    worded ??
    `Could you send me ${/^(?:the|a|an|your|some|more)\b/i.test(thing) ? '' : 'the '}${thing}?`
  );
}

function asReplied(scene: Scene, reply: string): Replied {
  const { said, all, name, upset, category, hint, by } = scene;
  return {
    customer: said,
    reply,
    upset,
    category: category.name,
    promised: by,
    known: hint.answer === '' ? '' : `${hint.answer}\n${all}`,
    praise: isPraise(scene),
    ...(name === '' ? {} : { name }),
  };
}

function isPraise({ category, upset }: Pick<Scene, 'category' | 'upset'>): boolean {
  return category.name === 'feedback_praise' && !upset;
}

/** A short calm message gets a short reply. */
function isShort({ said, upset }: Scene): boolean {
  return !upset && said.split(/\s+/).length <= 25;
}

/** They gave what was asked for, or added to it, without a new problem. */
function isMoreOfTheSame({ said, handbook, category }: Scene): boolean {
  const { category: now } = triage(said, handbook);
  return now === 'other' || now === category.name;
}

function languageOf({ language }: Triage, { policy, replies }: Handbook): string {
  return replies[language] === undefined ? policy.language : language;
}

/** When a person of the team last spoke to them, or a draft of ours was sent. */
function lastHeard({ messages, drafts }: Conversation): Instant {
  const spoken = messages.filter((message) => mayAct(message.author)).map(({ at }) => at);
  const sent = drafts.flatMap(({ state }) => (state.is === 'sent' ? [state.at] : []));
  return Math.max(0, ...spoken, ...sent);
}

function textOf(messages: readonly Message[]): string {
  return messages
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('\n')
    .slice(0, 40_000);
}

function sentences(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

function paragraphs(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

function failures({ checks }: Composed): number {
  return checks.filter((check) => !check.pass).length;
}
