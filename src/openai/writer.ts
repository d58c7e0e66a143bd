import type { Clock } from '../desk/clock.ts';
import type { Log, Shelf, Writer } from '../desk/ports.ts';
import type { ModelBudget } from '../support/handbook.ts';
import type { Usage, Written } from '../support/reply/writing.ts';
import { createAsking, type Question } from './asking.ts';
import { createBreaker } from './breaker.ts';
import { createBudget } from './budget.ts';
import type { OpenAiConfig } from './config.ts';
import { type Ask, draftBy } from './drafting.ts';
import { Unanswered, unanswered } from './failure.ts';

/** Milliseconds for one answer. A whole draft may take three times as long. */
const PATIENCE = 30_000;

export interface WriterParts {
  readonly limits: () => ModelBudget;
  /** What was spent, kept beyond the process. */
  readonly shelf: Pick<Shelf<{ readonly tokens: number; readonly money: number }>, 'get' | 'set'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly patience?: number;
}

/**
 * A writer that asks a model one thing at a time: whether the passages answer it, for the reply, and what a strict reader thinks
 * of that. What is personal is masked before anything leaves and put back in what comes.
 */
export function openWriter(config: OpenAiConfig, parts: WriterParts): Writer {
  const { clock, log, patience = PATIENCE } = parts;
  const asking = createAsking(config, patience);
  const breaker = createBreaker(clock);
  const budget = createBudget(parts.limits, parts.shelf, clock);
  const counts = { asked: 0, failed: 0, input: 0, output: 0, cached: 0 };
  const outcomes = { answer: 0, suggest: 0, clarify: 0, findings: 0, none: 0, unavailable: 0 };

  async function askCounted<Answer>(
    question: Question<Answer>,
    conversation: string,
    signals: { readonly given: AbortSignal; readonly all: AbortSignal },
    used: (usage: Usage) => void,
  ): Promise<Answer> {
    const refused = await budget.refuses(conversation, tokensOf(question));
    if (refused !== undefined) throw new Unanswered(refused);
    if (!breaker.allows()) throw new Unanswered('the model rests after it failed several times');
    counts.asked++;
    const spending: Promise<void>[] = [];
    try {
      const answer = await asking.ask(question, signals.all, (usage) => {
        add(counts, usage);
        used(usage);
        spending.push(budget.spend(conversation, usage));
      });
      breaker.succeeded();
      return answer;
    } catch (error) {
      const failure = unanswered(error);
      counts.failed++;
      if (signals.given.aborted) breaker.withdrawn();
      else if (failure.passing && !signals.all.aborted) breaker.succeeded();
      else breaker.failed(failure.pause);
      throw failure;
    } finally {
      await Promise.all(spending);
    }
  }

  return {
    async write(request, { check, signal: given = new AbortController().signal }) {
      const usage = { input: 0, output: 0, cached: 0 };
      const signals = { given, all: AbortSignal.any([given, AbortSignal.timeout(3 * patience)]) };
      const ask: Ask = (question) =>
        askCounted(question, request.conversation, signals, (more) => add(usage, more));
      const began = clock.now();
      const written = await draftBy(ask, request, check).then(
        (draft): Written => ({ is: 'written', ...draft, usage }),
        (error: unknown): Written => {
          const known = error instanceof Unanswered;
          if (!known)
            log.error(
              { err: error, conversation: request.conversation },
              'the model’s room failed',
            );
          return {
            is: 'unavailable',
            because: known ? error.message : 'of a fault of ours',
            usage,
          };
        },
      );
      const outcome = written.is === 'written' ? written.outcome : written.is;
      outcomes[outcome]++;
      log[written.is === 'written' ? 'debug' : 'warn'](
        {
          conversation: request.conversation,
          outcome,
          because: written.because,
          ...usage,
          took: clock.now() - began,
        },
        'the model was asked for a draft',
      );
      return written;
    },
    async stats() {
      const today = await budget.today();
      return { ...counts, outcomes: { ...outcomes }, resting: breaker.open, today };
    },
  };
}

/** About so many will be read and written: four characters are one, and an answer is mostly far shorter than it may be. */
function tokensOf({ messages, most }: Question<unknown>): number {
  return messages.reduce((sum, { content }) => sum + content.length / 4, most / 4);
}

function add(sum: { input: number; output: number; cached: number }, more: Usage): void {
  sum.input += more.input;
  sum.output += more.output;
  sum.cached += more.cached;
}
