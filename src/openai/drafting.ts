import { createMask, type Mask } from '../support/masking/mask.ts';
import type { Outcome, WriteRequest, Written } from '../support/reply/writing.ts';
import type { Draft, Finding, Judgement } from './answers.ts';
import type { Question } from './asking.ts';
import { echoes } from './echo.ts';
import { faultsOf } from './fitness.ts';
import {
  askForDraft,
  askForJudgement,
  askForRepair,
  askWhatIsKnown,
  frameOf,
  type Task,
} from './prompt.ts';

/** Asks one question of a draft. */
export type Ask = <Answer>(question: Question<Answer>) => Promise<Answer>;

/** Of what was found, agents read so much: more is no finding. */
const MOST_FOUND = 8;
/** Characters. */
const LONGEST_FOUND = 400;

type Drafted = Omit<Extract<Written, { is: 'written' }>, 'is' | 'usage'>;

/**
 * One draft: what the passages know, the reply, what is wrong with it, once more where something is.
 * @throws Unanswered where the model came to nothing.
 */
export async function draftBy(
  ask: Ask,
  request: WriteRequest,
  check: (text: string) => readonly string[],
): Promise<Drafted> {
  const mask = createMask({ names: namesIn(request) });
  const hidden = masked(request, mask);
  const frame = frameOf(hidden);
  const masking = () => mask.placeholders;
  const found = await ask(askWhatIsKnown(frame));
  const citable = found.passages.filter((id) => request.passages.some((one) => one.id === id));
  const task = taskOf(found, citable);
  if (task === undefined) return { ...withoutDraft(found, citable, mask), masked: masking() };

  const asked = askForDraft(frame, { task, found, language: request.language, hint: hidden.hint });
  const instructions = [frame[0], asked.messages.at(-1)].map((one) => one?.content).join('\n');
  const first = await ask(asked);
  let tried = await tryOut(first);
  if (tried.faults.length > 0) {
    const { faults, claims } = tried;
    tried = await tryOut(await ask(askForRepair(asked, first, [...faults, ...claims])));
  }
  if (tried.faults.length > 0) {
    const because = `what it wrote was not fit: ${tried.faults.join('; ')}`;
    return { ...withoutDraft(found, citable, mask), because, masked: masking() };
  }
  const { text, draft, judged } = tried;
  const outcome = outcomeOf(task, found, draft, judged);
  const because = reasonFor(outcome, judged);
  return { outcome, text, citations: draft.citations, because, masked: masking() };

  /** The draft with everything put back, and what is wrong with it. What needs no model is looked at first. */
  async function tryOut(draft: Draft) {
    const text = mask.restore(draft.text).trim();
    const echo = echoes(text, instructions, `${saidIn(request)}\n${mask.restore(found.question)}`);
    const questions = task === 'clarify' && text.split(/[?？]/).length !== 2;
    const faults = [
      ...faultsOf(draft, text, request),
      ...(echo ? ['it tells what you were instructed with, or something encoded'] : []),
      ...(questions ? ['it does not ask just one question'] : []),
      ...check(text).map((name) => `the standard "${name}" does not hold`),
    ];
    const unjudged = { text, draft, faults, claims: [] as string[], judged: undefined };
    if (faults.length > 0 || task === 'clarify') return unjudged;
    // Without a judge the draft is still one that an agent can read.
    const judged = await ask(askForJudgement(frame, draft)).catch(() => undefined);
    if (judged === undefined || judged.supported) return { ...unjudged, judged };
    faults.push('it says what has no support');
    return { ...unjudged, claims: judged.unsupported, judged };
  }
}

function taskOf({ verdict, question }: Finding, citable: readonly string[]): Task | undefined {
  switch (verdict) {
    case 'answerable':
      return citable.length > 0 ? 'answer' : undefined;
    case 'partly':
      return citable.length > 0 ? 'answer-in-part' : undefined;
    case 'customer-must-say':
      return question.trim() === '' ? undefined : 'clarify';
    case 'not-in-passages':
    case 'asks-nothing':
      return undefined;
    default:
      return verdict satisfies never;
  }
}

/** Either judge alone may be too sure of itself, so whatever goes out alone needs both. */
function outcomeOf(
  task: Task,
  found: Finding,
  draft: Draft,
  judged: Judgement | undefined,
): Outcome {
  if (task === 'clarify') return 'clarify';
  const sure =
    found.sure === 'high' && judged?.supported && judged.solves && judged.sure === 'high';
  return task === 'answer' && sure && draft.citations.length > 0 ? 'answer' : 'suggest';
}

function reasonFor(outcome: Outcome, judged: Judgement | undefined): string {
  if (outcome === 'answer')
    return 'the passages answer it, and a second reading found support for all of it';
  if (outcome === 'clarify') return 'it depends on one thing that only the customer can say';
  return judged === undefined
    ? 'nobody has read it a second time'
    : 'the passages answer a part of it, or not for certain';
}

/** What was found, for agents; nothing where nothing was. */
function withoutDraft(found: Finding, citable: readonly string[], mask: Mask) {
  if (found.verdict === 'asks-nothing') {
    return {
      outcome: 'none' as const,
      text: '',
      citations: [],
      because: 'there is nothing to answer',
    };
  }
  if (found.known.length === 0 || citable.length === 0) {
    return {
      outcome: 'none' as const,
      text: '',
      citations: [],
      because: 'the passages do not help here',
    };
  }
  const list = (title: string, all: readonly string[]) => {
    const items = all.slice(0, MOST_FOUND).map((item) => `- ${item.slice(0, LONGEST_FOUND)}`);
    return items.length === 0 ? [] : [`${title}\n${items.join('\n')}`];
  };
  const lines = [
    ...list('Found:', found.known),
    ...list('Still unknown:', found.unknown),
    ...list('To ask the customer:', found.question.trim() === '' ? [] : [found.question]),
  ];
  return {
    outcome: 'findings' as const,
    text: mask.restore(lines.join('\n')),
    citations: citable,
    because: 'the passages answer a part of it only',
  };
}

/** What a reply may say again. */
function saidIn({ passages, template, messages, history, hint = '' }: WriteRequest): string {
  const read = passages.flatMap(({ title, text }) => [title, text]);
  return [template, hint, ...read, ...messages, ...history.map(({ text }) => text)].join('\n');
}

function namesIn({ profile, others = [] }: WriteRequest): string[] {
  return [profile.name, profile.firstName, ...others].filter((name) => name !== undefined);
}

/** The request as the model reads it. What the team wrote for everybody to read stays as it is. */
function masked(request: WriteRequest, mask: Mask): WriteRequest {
  const hide = (text: string) => mask.mask(text).text;
  const { profile, hint } = request;
  // First, so that whoever reads the data meets the customer as the first person.
  const name = profile.firstName ?? profile.name;
  const firstName = name === undefined ? {} : { firstName: hide(name) };
  return {
    ...request,
    profile: {
      ...firstName,
      facts: Object.fromEntries(
        Object.entries(profile.facts ?? {}).map(([key, value]) => [key, hide(value)]),
      ),
    },
    messages: request.messages.map(hide),
    history: request.history.map(({ role, text }) => ({ role, text: hide(text) })),
    template: hide(request.template),
    ...(hint === undefined ? {} : { hint: hide(hint) }),
  };
}
