import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Stats } from './desk/desk.ts';
import type { WriterStats } from './desk/ports.ts';

export interface Metrics {
  readonly contentType: string;
  /** Everything in the Prometheus text format. */
  metrics(): Promise<string>;
  /** One request was answered. `path` is a route's, never what somebody typed. */
  answered(path: string, status: number, seconds: number): void;
}

/**
 * What the process, the desk and the model do, for Prometheus. They are asked when somebody looks.
 * @param parts.missing what `/readyz` says is not ready; empty when everything is
 */
export function createMetrics(parts: {
  stats(): Promise<Stats>;
  missing(): readonly string[];
  model?(): Promise<WriterStats>;
}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const total = (name: string, help: string) => new Counter({ name, help, registers });
  const accepted = total('warmline_accepted_total', 'Deliveries kept since the start.');
  const decided = total('warmline_decided_total', 'Events decided since the start.');
  const carriedOut = total(
    'warmline_carried_out_total',
    'Attempts to carry out an effect since the start.',
  );
  const givenUp = total('warmline_given_up_total', 'Effects that are not tried again.');
  const putAside = total('warmline_put_aside_total', 'Deliveries that could not be decided.');
  const ready = new Gauge({
    name: 'warmline_ready',
    help: '1 while /readyz is green.',
    registers,
  });
  const storeUp = new Gauge({
    name: 'warmline_store_up',
    help: '1 while the store can be asked.',
    registers,
  });
  const overdue = new Gauge({
    name: 'warmline_overdue_seconds',
    help: 'For how long the first timer or effect has been due.',
    registers,
  });
  const waiting = new Gauge({
    name: 'warmline_waiting',
    help: 'What is kept and not done yet: deliveries, effects, timers.',
    labelNames: ['what'],
    registers,
  });
  const answers = new Histogram({
    name: 'warmline_http_seconds',
    help: 'From a request to its whole answer.',
    labelNames: ['path', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });

  const tellModel = parts.model && modelMetrics(registers, parts.model);

  return {
    contentType: registry.contentType,
    async metrics() {
      const now = await parts.stats();
      for (const [counter, value] of [
        [accepted, now.accepted],
        [decided, now.decided],
        [carriedOut, now.carriedOut],
        [givenUp, now.givenUp],
        [putAside, now.putAside],
      ] as const) {
        counter.reset();
        counter.inc(value);
      }
      ready.set(parts.missing().length === 0 ? 1 : 0);
      storeUp.set(now.kept ? 1 : 0);
      waiting.reset();
      overdue.remove();
      if (now.kept) {
        for (const [what, count] of Object.entries(now.kept.waiting)) waiting.set({ what }, count);
        overdue.set(now.kept.overdue / 1000);
        await tellModel?.();
      }
      return registry.metrics();
    },
    answered(path, status, seconds) {
      answers.observe({ path, status }, seconds);
    },
  };
}

/** What the model costs and what comes of it. The returned function asks and sets. */
function modelMetrics(
  registers: Registry[],
  stats: () => Promise<WriterStats>,
): () => Promise<void> {
  const tokens = new Counter({
    name: 'warmline_model_tokens_total',
    help: 'Tokens since the start: read (input), of those remembered (cached), and written (output).',
    labelNames: ['kind'],
    registers,
  });
  const questions = new Counter({
    name: 'warmline_model_questions_total',
    help: 'Questions to the model since the start.',
    labelNames: ['answered'],
    registers,
  });
  const drafts = new Counter({
    name: 'warmline_model_drafts_total',
    help: 'Drafts that the model was asked for since the start, by what became of them.',
    labelNames: ['outcome'],
    registers,
  });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const resting = gauge('warmline_model_resting', '1 while the model is spared after failures.');
  const today = gauge('warmline_model_tokens_today', 'Tokens spent today (UTC).');
  const money = gauge(
    'warmline_model_money_today',
    'Money spent today (UTC), in the currency of the prices.',
  );

  return async () => {
    const now = await stats();
    for (const counter of [tokens, questions, drafts]) counter.reset();
    for (const kind of ['input', 'cached', 'output'] as const) tokens.inc({ kind }, now[kind]);
    questions.inc({ answered: 'yes' }, now.asked - now.failed);
    questions.inc({ answered: 'no' }, now.failed);
    for (const [outcome, count] of Object.entries(now.outcomes)) drafts.inc({ outcome }, count);
    resting.set(now.resting ? 1 : 0);
    today.set(now.today.tokens);
    money.set(now.today.money);
  };
}
