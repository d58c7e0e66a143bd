import { describe, expect, it } from 'vitest';
import { findPromises } from '../../../../src/support/time/promises/promise.ts';
import { AT, local, OFFICE } from './office.ts';
import { de } from './tongues/de.ts';
import { en } from './tongues/en.ts';
import { es } from './tongues/es.ts';
import { fr } from './tongues/fr.ts';
import { it as italian } from './tongues/it.ts';
import { ja } from './tongues/ja.ts';
import { nl } from './tongues/nl.ts';
import { pt } from './tongues/pt.ts';

const spoken = { at: AT, calendar: OFFICE, zone: OFFICE.zone };

describe.each(Object.entries({ en, es, fr, de, pt, it: italian, nl, ja }))(
  'in %s',
  (language, sentences) => {
    const found = (text: string) => findPromises(text, language, spoken);

    it.each(sentences.due)('"%s" is due at %s', (sentence, due) => {
      const promises = found(sentence);
      expect(promises.map((one) => one.due && local(one.due))).toEqual([due]);
      expect(promises[0]?.quote).toBe(sentence);
    });

    it.each(sentences.open)('"%s" promises something without a time', (sentence) => {
      expect(found(sentence).map(({ due, precision }) => [due, precision])).toEqual([
        [undefined, 'open'],
      ]);
    });

    it.each(sentences.none)('"%s" promises nothing', (sentence) => {
      expect(found(sentence)).toEqual([]);
    });
  },
);
