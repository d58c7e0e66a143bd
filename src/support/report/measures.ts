import type { Measure } from './measure.ts';
import { DEMAND } from './measures/demand.ts';
import { DESK } from './measures/desk.ts';
import { KEPT } from './measures/kept.ts';
import { OPINION } from './measures/opinion.ts';
import { TIMES } from './measures/times.ts';

/** What a report can say, by the names that the outside relies on. */
export const MEASURES = [
  'volume',
  'waiting',
  'backlog-age',
  'first-reply',
  'acknowledgement',
  'own-answers',
  'next-reply',
  'resolution',
  'sla-met',
  'sla-first-reply',
  'sla-next-reply',
  'sla-resolution',
  'sla-at-risk',
  'escalations',
  'reopened',
  'one-touch',
  'csat',
  'satisfied',
  'ces',
  'nps',
  'survey-response',
  'promises-kept',
  'nudges',
  'recoveries',
  'self-service',
  'drafts',
  'model-use',
  'model-cost',
  'triage-accuracy',
  'gaps',
  'churn-risk',
  'praise',
] as const;
export type MeasureName = (typeof MEASURES)[number];

/** What each of them is. Families of them stand in files of their own. */
export const MEASURE: Readonly<Record<MeasureName, Measure>> = {
  ...DEMAND,
  ...TIMES,
  ...KEPT,
  ...OPINION,
  ...DESK,
};
