import type { MeasureName } from '../measures.ts';

/** The figures of a sheet, a group each, in the order in which people ask for them. */
export const FIGURES: readonly {
  readonly title: string;
  readonly measures: readonly MeasureName[];
}[] = [
  {
    title: 'At a glance',
    measures: ['waiting', 'volume', 'first-reply', 'resolution', 'sla-met', 'csat'],
  },
  {
    title: 'How well it was solved',
    measures: ['one-touch', 'reopened', 'escalations', 'triage-accuracy'],
  },
  {
    title: 'What customers say',
    measures: ['satisfied', 'ces', 'nps', 'survey-response', 'praise', 'churn-risk'],
  },
  {
    title: 'What we owe',
    measures: [
      ...(['sla-at-risk', 'sla-first-reply', 'sla-next-reply', 'sla-resolution'] as const),
      ...(['promises-kept', 'recoveries', 'nudges'] as const),
    ],
  },
  {
    title: 'What Warmline did',
    measures: ['self-service', 'drafts', 'gaps', 'model-use', 'model-cost'],
  },
];

/** The durations, each with both clocks. */
export const TIMES: readonly MeasureName[] = [
  'first-reply',
  'next-reply',
  'resolution',
  'backlog-age',
  'acknowledgement',
  'own-answers',
];

/** What is put together from reasons or outcomes that are worth a table of their own. */
export const PARTS: readonly {
  readonly measure: MeasureName;
  readonly title: string;
  /** They are ids of customers. */
  readonly people?: true;
}[] = [
  { measure: 'escalations', title: 'Why people were called in' },
  { measure: 'churn-risk', title: 'Who may leave', people: true },
  { measure: 'csat', title: 'How customers rated us' },
  { measure: 'promises-kept', title: 'What became of promises' },
  { measure: 'self-service', title: 'Who ended the matters' },
  { measure: 'drafts', title: 'What became of drafts' },
  { measure: 'gaps', title: 'Asked, and answered by no article' },
];
