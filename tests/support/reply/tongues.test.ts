import { describe, expect, it } from 'vitest';
import { checkStandards } from '../../../src/support/reply/standards.ts';
import type { Cases } from './tongues/cases.ts';
import { de } from './tongues/de.ts';
import { en } from './tongues/en.ts';
import { es } from './tongues/es.ts';
import { fr } from './tongues/fr.ts';
import { it as italian } from './tongues/it.ts';
import { ja } from './tongues/ja.ts';
import { nl } from './tongues/nl.ts';
import { pt } from './tongues/pt.ts';

const TONGUES: Record<string, Cases> = { de, en, es, fr, it: italian, ja, nl, pt };

describe.each(Object.entries(TONGUES))('the standards in %s', (language, { good, bad }) => {
  it.each(good)('are met by: $reply', (replied) => {
    const failed = checkStandards({ ...replied, language }).filter(({ pass }) => !pass);
    expect(failed).toEqual([]);
  });

  it.each(bad)('$fails fails in: $reply', ({ fails, ...replied }) => {
    const check = checkStandards({ ...replied, language }).find(({ name }) => name === fails);
    expect(check).toMatchObject({ name: fails, pass: false });
    expect(check?.hint).not.toBe('');
  });

  it('are read in a reply whose language nobody named', () => {
    for (const { fails, ...replied } of bad) {
      // A line in capitals is in no language.
      if (fails === 'fits') continue;
      const check = checkStandards(replied).find(({ name }) => name === fails);
      expect(check, replied.reply).toMatchObject({ name: fails, pass: false });
    }
  });
});
