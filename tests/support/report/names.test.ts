import { describe, expect, it } from 'vitest';
import { examplesIn, namesIn } from '../../../src/support/report/names.ts';
import { ada, begin, sam } from '../stage.ts';
import { reportOf } from './reports.ts';

describe('how the people of a report are called', () => {
  it('is looked up in an example of each group, where groups are people', () => {
    const groups = ['c1', '', 'c2'].map((example) => ({ key: 'U1', results: {}, example }));
    expect(examplesIn(reportOf('7d by agent', { groups }))).toEqual(['c1', 'c2']);
    expect(examplesIn(reportOf('7d by category', { groups }))).toEqual([]);
  });

  it('is what whoever wrote, acted or owns it was called', () => {
    const conversation = begin('where is my parcel?')
      .presses(ada, 'take-over')
      .presses(sam, 'resolve').now;
    expect(Object.fromEntries(namesIn([conversation]))).toEqual({
      ada: 'Ada',
      nora: 'Nora',
      sam: 'Sam',
    });
  });
});
