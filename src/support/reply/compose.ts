import type { Conversation, Instant } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import type { Citation } from '../knowledge/citing.ts';
import type { PromisedTime } from './acknowledgement.ts';
import { type Found, lookUp } from './answering.ts';
import { formalise } from './formal.ts';
import { tellsSomething } from './kinship.ts';
import { questionFor, wordsIn } from './question.ts';
import { type Scene, setScene } from './scene.ts';
import { type Check, checkStandards, type Replied, type Standard } from './standards.ts';
import { createPicker, type Picker, type Values } from './wording.ts';

/** A reply as it is proposed to the agents. */
export interface Composed {
  readonly text: string;
  readonly language: string;
  /** The ids of the wordings it was put together from. */
  readonly template: string;
  readonly filled: Values;
  readonly checks: readonly Check[];
  /** The articles that it says the words of, or that may help whoever answers. */
  readonly citations?: readonly Citation[];
  /** The time that it promises. */
  readonly promised?: PromisedTime;
  /** It says their words, and how sure that is. */
  readonly answered?: 'answer' | 'suggest';
}

/** A reply that the desk would send of its own accord. */
export interface OwnReply extends Composed {
  /** Why it may not be the answer; nothing where two judgements say that it is. */
  readonly doubts: readonly string[];
}

/** The agent says what is to be said. */
const NOTHING: Found = { citations: [] };

/** Where an upset customer was let down, whatever the matter exactly is. */
const OWNED = ['bug_outage', 'delivery_order', 'billing', 'refund', 'complaint'];

/**
 * Drafts a reply from the handbook's words for the situation the conversation is in. It states no fact that the
 * customer, an article or the agent's `hint` did not give, and promises nothing but the time that policy and calendar allow.
 * `avoid` holds templates whose wordings were read before.
 */
export function compose(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
  options: { hint?: string; avoid?: readonly string[] } = {},
): Composed {
  const set = setScene(conversation, handbook, at, options.hint ?? '');
  const found = options.hint || set.owing ? NOTHING : lookUp(set, handbook, at);
  return put(set, found, conversation, handbook, options.avoid);
}

/**
 * The same as the desk itself would say it: what it is, where the answer stands, and whether it helped. Undefined where no
 * article answers.
 */
export function composeOwn(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
): OwnReply | undefined {
  const set = setScene(conversation, handbook, at, '');
  const found = lookUp(set, handbook, at);
  if (!found.answer) return undefined;
  const { outcome, agreed } = found.answer;
  const doubts = [
    ...(outcome === 'answer' ? [] : ['no article surely answers it']),
    ...(agreed ? [] : ['a second look does not find the same article']),
  ];
  const avoid = conversation.drafts.map(({ template }) => template);
  return { ...put(set, found, conversation, handbook, avoid, ownReply), doubts };
}

/**
 * To a customer whom we have let down: it owns that, asks what would put it right and offers what the team has written down
 * that it may offer, in `recovery-option`.
 */
export function composeAmends(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
  avoid: readonly string[],
): Composed {
  const set = setScene(conversation, handbook, at, '');
  return put(set, NOTHING, conversation, handbook, avoid, amends);
}

/** What stands around an answer that the desk itself gives, whoever wrote it. */
export function frameOwn(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
  citations: readonly Citation[],
): { readonly frame: string; readonly template: string } {
  const scene = setScene(conversation, handbook, at, '');
  const values = { ...valuesOf(scene, ''), source: sourceOf(citations) };
  const picker = createPicker(conversation, handbook, scene.language, values);
  return { frame: ownFrame(picker), template: picker.template() };
}

/** Puts a reply together from what was found. */
function put(
  set: Scene,
  { answer, citations }: Found,
  conversation: Conversation,
  handbook: Handbook,
  avoid?: readonly string[],
  own?: Write,
): Composed {
  const scene = answer ? { ...set, hint: { ...set.hint, answer: answer.text } } : set;
  const write = own ?? writerFor(scene);
  const source = sourceOf(citations);
  let best: Composed | undefined;
  // The most exact name of the problem is used unless a plainer one serves the standards better.
  for (const problem of scene.problem.names) {
    const values = { ...valuesOf(scene, problem), source };
    const picker = createPicker(conversation, handbook, scene.language, values, avoid);
    const written = write(scene, picker);
    const text = scene.hint.formal && scene.language === 'en' ? formalise(written) : written;
    const checks = checkStandards(asReplied(scene, text, own ? source : ''));
    const template = picker.template();
    const composed = { text, language: scene.language, template, filled: values, checks };
    if (best === undefined || failures(composed) < failures(best)) best = composed;
    // Another name mends nothing but whether the problem is named.
    if (best.checks.every(({ name, pass }) => pass || name !== 'listens')) break;
  }
  const { promised } = scene;
  const says = promised !== undefined && best!.text.includes(promised.words);
  return {
    ...best!,
    ...(says ? { promised } : {}),
    ...(citations.length > 0 ? { citations } : {}),
    ...(answer ? { answered: answer.outcome } : {}),
  };
}

/** The service standards applied to a reply to this conversation that was put together elsewhere, and may say what is `known`. */
export function judgeReply(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
  reply: string,
  known: string,
): readonly Check[] {
  return checkStandards({ ...asReplied(setScene(conversation, handbook, at, ''), reply), known });
}

type Write = (scene: Scene, picker: Picker) => string;

function writerFor({ hint, turn, owing }: Scene): Write {
  if (hint.answer !== '') return answeringReply;
  if (owing) return waitingReply;
  return turn === 'closing' ? closingReply : holdingReply;
}

/** What is done about it, by when, and the one question that moves it on. */
function holdingReply(scene: Scene, picker: Picker): string {
  const step = stepOf(scene);
  const human = scene.wantsHuman && step !== 'human-alone';
  // The first hard words are a cry for help; from then on, those who read them are protected.
  const limit = scene.abusive && scene.going && step !== 'abuse-alone';
  return paragraphs(
    picker.pick(openingOf(scene)),
    sentences(
      feelings(scene, picker),
      human ? picker.pick('human') : undefined,
      picker.pick(step),
      limit ? picker.pick('abuse') : undefined,
    ),
    questionFor(scene, picker) ?? (needsClose(scene) ? picker.pick('check') : undefined),
  );
}

/** We said that they hear from us by now, and have nothing new: they hear so, and by when they will. */
function waitingReply(_: Scene, picker: Picker): string {
  return picker.pick('waiting') ?? '';
}

/** They thanked, or it is settled: the door stays open. */
function closingReply(_: Scene, picker: Picker): string {
  return picker.pick('closing') ?? '';
}

/** The agent's own answer between a greeting and a check that it helped. */
function answeringReply(scene: Scene, picker: Picker): string {
  const { hint } = scene;
  const replied = asReplied(scene, hint.answer);
  const fails = (name: Standard) =>
    checkStandards(replied).some((check) => check.name === name && !check.pass);
  // A refusal is not the last word: what else may help is asked for.
  const end = fails('options') ? 'cannot' : 'check-answer';
  return paragraphs(
    picker.pick(openingOf(scene)),
    sentences(
      hint.shorter && !hint.sorry ? undefined : feelings(scene, picker),
      fails('listens') ? picker.pick('topic') : undefined,
      hint.answer,
    ),
    hint.askFor === '' ? picker.pick(end) : questionFor(scene, picker),
  );
}

/** An article's answer as the desk itself gives it. */
function ownReply(scene: Scene, picker: Picker): string {
  const { hint } = scene;
  const listens = checkStandards(asReplied(scene, hint.answer)).every(
    ({ name, pass }) => pass || name !== 'listens',
  );
  return paragraphs(
    picker.pick(openingOf(scene)),
    sentences(listens ? undefined : picker.pick('topic'), hint.answer),
    ownFrame(picker),
  );
}

function amends({ upset }: Scene, picker: Picker): string {
  const feels = upset ? picker.pick('feel-upset') : undefined;
  return paragraphs(sentences(feels, picker.pick('after-rating')), picker.pick('recovery-option'));
}

function ownFrame(picker: Picker): string {
  return paragraphs(
    sentences(picker.pick('source'), picker.pick('assistant')),
    picker.pick('did-it-help'),
  );
}

/** An article as a customer finds it: its title, and its address where it has one. */
function sourceOf([first]: readonly Citation[]): string {
  if (!first) return '';
  // It stands at the end of a sentence.
  const title = first.title.replace(/[\s.?!。？！]+$/, '');
  return first.url === undefined ? title : `${title} (${first.url})`;
}

function openingOf({ going, turn }: Scene): string {
  if (!going) return 'greeting';
  return turn === 'informed' ? 'continue-informed' : 'continue';
}

/** The piece that says what is done: the category's, unless there is nothing new or nothing to go on. */
function stepOf(scene: Scene): string {
  const { secret, turn, category, wantsHuman, said, grave, upset, abusive } = scene;
  if (secret) return 'secret';
  if (turn === 'informed') return 'next';
  if (turn === 'chasing') return 'still';
  // Not every question about security is an alarm.
  if (category.name === 'security_privacy' && !grave && !upset) return 'security-question';
  // Hard words alone complain of nothing that could be named.
  const bare = abusive && category.name === 'complaint' && !tellsSomething(said);
  if (category.name !== 'other' && !bare) return category.name;
  if (wantsHuman) return 'human-alone';
  if (tellsSomething(said)) return 'other';
  return abusive ? 'abuse-alone' : 'unclear';
}

/** What it is like for them, and that it should not be, each only where it is true. */
function feelings(scene: Scene, picker: Picker): string | undefined {
  const { upset, heated, unheard, grave, category, problem, hint } = scene;
  if (!upset) return undefined;
  const feel =
    grave || category.name === 'security_privacy'
      ? 'feel-worried'
      : unheard
        ? 'feel-again'
        : heated
          ? 'feel-upset'
          : 'feel-hindered';
  const ours = hint.sorry || problem.matter?.fault || OWNED.includes(category.name);
  const own = unheard && category.name === 'complaint' ? 'own-unheard' : 'own';
  const sorry = ours && hint.sorry !== false;
  return sentences(picker.pick(feel), sorry ? picker.pick(own) : undefined);
}

/** A short message gets a short reply; praise asks for nothing. */
function needsClose(scene: Scene): boolean {
  const { hint, said, going } = scene;
  if (hint.shorter || going || isPraise(scene)) return false;
  return wordsIn(said) > 25;
}

function isPraise({ category, upset }: Scene): boolean {
  return category.name === 'feedback_praise' && !upset;
}

function valuesOf({ name, by, team }: Scene, problem: string): Values {
  return { name, problem, by, team };
}

function asReplied(scene: Scene, reply: string, source = ''): Replied {
  const { said, all, name, upset, category, hint, by, going, language } = scene;
  return {
    language,
    customer: going ? all : said,
    reply,
    upset,
    category: category.name,
    promised: by,
    known: hint.answer === '' ? '' : [hint.answer, source, all].filter(Boolean).join('\n'),
    praise: isPraise(scene) || scene.turn === 'closing',
    ...(name === '' ? {} : { name }),
  };
}

/** Side by side, with a space between but where the script has none. */
function sentences(...parts: (string | undefined)[]): string {
  return parts
    .filter(Boolean)
    .join(' ')
    .replace(/(?<=[。！？]) /g, '');
}

function paragraphs(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

function failures({ checks }: Composed): number {
  return checks.filter((check) => !check.pass).length;
}
