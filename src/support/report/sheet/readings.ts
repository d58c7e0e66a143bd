import type { MeasureName } from '../measures.ts';
import type { Aim } from './changes.ts';

/** How a measure is read: what it is called on a sheet, and which way is good. */
export interface Reading {
  readonly title: string;
  readonly aim: Aim;
}

export const READINGS: Readonly<Record<MeasureName, Reading>> = {
  volume: { title: 'Opened', aim: undefined },
  waiting: { title: 'Waiting now', aim: 'less' },
  'backlog-age': { title: 'Age of what waits', aim: 'less' },
  'first-reply': { title: 'First reply', aim: 'less' },
  acknowledgement: { title: 'Acknowledged', aim: 'less' },
  'own-answers': { title: 'Answered by Warmline', aim: undefined },
  'next-reply': { title: 'Next reply', aim: 'less' },
  resolution: { title: 'Resolution', aim: 'less' },
  'sla-met': { title: 'SLA met', aim: 'more' },
  'sla-at-risk': { title: 'SLA at risk', aim: 'less' },
  escalations: { title: 'Escalations', aim: undefined },
  reopened: { title: 'Reopened', aim: 'less' },
  'one-touch': { title: 'Solved by one reply', aim: 'more' },
  csat: { title: 'CSAT', aim: 'more' },
  ces: { title: 'Effort (CES)', aim: 'more' },
  nps: { title: 'NPS', aim: 'more' },
  'survey-response': { title: 'Surveys answered', aim: 'more' },
  'promises-kept': { title: 'Promises kept', aim: 'more' },
  nudges: { title: 'Nudges', aim: undefined },
  recoveries: { title: 'Recoveries', aim: undefined },
  goodwill: { title: 'Goodwill', aim: undefined },
  'self-service': { title: 'Self-service', aim: 'more' },
  drafts: { title: 'Drafts sent as they were', aim: 'more' },
  'model-use': { title: 'Model used', aim: undefined },
  'model-cost': { title: 'Model cost', aim: undefined },
  'triage-accuracy': { title: 'Triage right', aim: 'more' },
  gaps: { title: 'Answered by no article', aim: 'less' },
  'churn-risk': { title: 'At risk of leaving', aim: 'less' },
  praise: { title: 'Praise', aim: 'more' },
};

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
    measures: ['one-touch', 'reopened', 'sla-at-risk', 'escalations', 'triage-accuracy'],
  },
  {
    title: 'What customers say',
    measures: ['ces', 'nps', 'survey-response', 'praise', 'churn-risk'],
  },
  {
    title: 'Kept in mind',
    measures: ['promises-kept', 'nudges', 'recoveries', 'goodwill'],
  },
  {
    title: 'What Warmline did',
    measures: ['own-answers', 'self-service', 'drafts', 'gaps', 'model-use', 'model-cost'],
  },
];

/** The durations, each with both clocks. */
export const TIMES: readonly MeasureName[] = [
  'first-reply',
  'next-reply',
  'resolution',
  'acknowledgement',
  'backlog-age',
];

/** What is put together from reasons or outcomes that are worth a table of their own. */
export const PARTS: readonly { readonly measure: MeasureName; readonly title: string }[] = [
  { measure: 'escalations', title: 'Why people were called in' },
  { measure: 'promises-kept', title: 'What became of promises' },
  { measure: 'drafts', title: 'What became of drafts' },
  { measure: 'self-service', title: 'What became of Warmline’s own answers' },
  { measure: 'gaps', title: 'Asked, and answered by no article' },
  { measure: 'churn-risk', title: 'Signs of leaving' },
];
