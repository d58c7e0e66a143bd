import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Stats } from './desk/desk.ts';

export interface Metrics {
  readonly contentType: string;
  /** Everything in the Prometheus text format. */
  metrics(): Promise<string>;
  /** One request was answered. `path` is a route's, never what somebody typed. */
  answered(path: string, status: number, seconds: number): void;
}

/** What the process and the desk do, for Prometheus. The desk is asked when somebody looks. */
export function createMetrics(stats: () => Promise<Stats>): Metrics {
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

  return {
    contentType: registry.contentType,
    async metrics() {
      const now = await stats();
      for (const [counter, value] of [
        [accepted, now.accepted],
        [decided, now.decided],
        [carriedOut, now.carriedOut],
      ] as const) {
        counter.reset();
        counter.inc(value);
      }
      for (const [what, count] of Object.entries(now.waiting)) waiting.set({ what }, count);
      return registry.metrics();
    },
    answered(path, status, seconds) {
      answers.observe({ path, status }, seconds);
    },
  };
}
