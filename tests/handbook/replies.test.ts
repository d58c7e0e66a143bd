import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HandbookError } from '../../src/handbook/fault.ts';
import { readHandbook } from '../../src/handbook/handbook.ts';
import { read } from '../../src/support/reply/reading.ts';
import { PROBLEM_SLOT, SITUATIONS } from '../../src/support/reply/situations.ts';

const LANGUAGES = ['de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pt'];
const { replies, categories } = await readHandbook();
const all = (language: string) => Object.values(replies[language]!).flat();
/** A button says the same each time, in a few words. */
const LABELS = Object.keys(SITUATIONS).filter(
  (name) => name.startsWith('button-') && name !== 'button-others',
);

/** What may come again and again in one conversation. */
const OFTEN = [
  'greeting',
  'continue',
  'continue-informed',
  'feel-upset',
  'feel-hindered',
  'feel-again',
  'feel-worried',
  'own',
  'own-unheard',
  'next',
  'still',
  'check',
  'check-answer',
  'closing',
];

/** The words by which a language is familiar with somebody: support writes to people it does not know. */
const familiar = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
const FAMILIAR: Readonly<Record<string, RegExp>> = {
  de: familiar('du|dich|dir|dein\\p{L}*|euch|euer'),
  es: familiar('tú|te|ti|tu|tus|vos|contigo'),
  fr: familiar('tu|te|toi|ton|ta|tes'),
  it: familiar('tu|ti|te|tuo|tua|tuoi|tue'),
  nl: familiar('je|jij|jou|jouw|jullie'),
  pt: familiar('tu|te|ti|teu|tua|teus|tuas'),
  ja: /(?:だよ|だね|してね|あなた)/,
};

describe('the standards see in the shipped replies', () => {
  const filled = { name: 'Nora', problem: 'X', by: '', team: 'T' };
  const said = (language: string, situation: string) =>
    replies[language]![situation]!.map(({ text }) => {
      const plain = text.replace(/\{(\w+)\}/g, (_, slot: keyof typeof filled) => filled[slot]);
      return { plain, sees: read(plain, language).said };
    });

  it.each(LANGUAGES)('what somebody feels and what is owned, in %s', (language) => {
    for (const situation of ['feel-upset', 'feel-hindered', 'feel-again', 'feel-worried']) {
      for (const { plain, sees } of said(language, situation))
        expect(sees('feels'), plain).toBeDefined();
    }
    for (const situation of ['own', 'own-unheard']) {
      for (const { plain, sees } of said(language, situation))
        expect(sees('sorry'), plain).toBeDefined();
    }
  });

  it.each(LANGUAGES)('no stamp, wall, scolding or blame, in %s', (language) => {
    for (const situation of Object.keys(replies[language]!)) {
      for (const { plain, sees } of said(language, situation)) {
        for (const sign of ['stock', 'wall', 'scolds', 'nobody', 'jargon'] as const) {
          expect(sees(sign), plain).toBeUndefined();
        }
      }
    }
  });
});

describe('the shipped replies', () => {
  it('are there in eight languages', () => {
    expect(Object.keys(replies)).toEqual(LANGUAGES);
  });

  it.each(LANGUAGES)('have several wordings for every situation and category: %s', (language) => {
    const wanted = [...Object.keys(SITUATIONS), ...categories.map(({ name }) => name)];
    for (const situation of wanted) {
      const texts = new Set(replies[language]![situation]?.map(({ text }) => text));
      const least = OFTEN.includes(situation) ? 3 : situation.startsWith('button-') ? 1 : 2;
      expect(texts.size, `${language} ${situation}`).toBeGreaterThanOrEqual(least);
    }
  });

  it.each(LANGUAGES)('hold no number, link, exclamation or stray blank: %s', (language) => {
    for (const { id, text } of all(language)) {
      expect(text, id).not.toMatch(/\d|https?:|www\.|@|!|！| {2}|\s$/);
    }
  });

  it.each(LANGUAGES)('have room on a button: %s', (language) => {
    for (const { text } of LABELS.flatMap((label) => replies[language]![label]!)) {
      expect(text.length).toBeLessThanOrEqual(30);
      expect(text).not.toMatch(/[.,:。]$/);
    }
  });

  it.each(LANGUAGES)('promise no other time than the calendar’s: %s', (language) => {
    const promising =
      /\b(?:immediately|asap|shortly|soon|guarantee\w*|umgehend|garantier\w*|en breve|inmediat\w*|immédiatement|garanti\w*|a breve|immediatamente|zo snel mogelijk|onmiddellijk|imediatamente)\b|至急|必ず|すぐに(?=解決)/i;
    for (const { id, text } of all(language)) expect(text, id).not.toMatch(promising);
  });

  it.each(LANGUAGES)('are punctuated as the language is: %s', (language) => {
    for (const { id, text } of all(language)) {
      if (LABELS.some((label) => id.includes(`/${label}/`))) continue;
      const asked = text.split('?').length - 1;
      if (language === 'es') expect(text.split('¿').length - 1, id).toBe(asked);
      if (language === 'fr') expect(text, id).not.toMatch(/(?<!\u202f)[?!;:]/);
      else expect(text, id).not.toMatch(/\s[?!;:,.]/);
      if (language === 'ja') {
        expect(text, id).toMatch(/[。]$/);
        expect(text, id).not.toMatch(/[.,?]|\s/);
      } else expect(text, id).toMatch(/[.?,:]$/);
      if (['fr', 'it', 'nl'].includes(language)) expect(text, id).not.toContain("'");
    }
  });

  it.each(Object.keys(FAMILIAR))('are polite: %s', (language) => {
    for (const { id, text } of all(language)) expect(text, id).not.toMatch(FAMILIAR[language]!);
  });

  it.each(LANGUAGES.filter((one) => one !== 'en'))(
    'leave out the team’s name, which is in another language: %s',
    (language) => {
      for (const { id, text } of all(language)) expect(text, id).not.toContain('{team}');
    },
  );
});

describe('the names of problems', () => {
  const others = LANGUAGES.filter((one) => one !== 'en');

  it.each(others)('are there for every category and matter: %s', (language) => {
    for (const one of categories.flatMap((category) => [category, ...category.matters])) {
      expect(one.called?.[language], `${language} ${one.problem}`).toBeTruthy();
    }
  });

  it.each(others)('stand within a sentence: %s', (language) => {
    for (const one of categories.flatMap((category) => [category, ...category.matters])) {
      const name = one.called![language]!.replace(PROBLEM_SLOT, (_, slot) => (slot ? 'x' : ''));
      expect(name).not.toMatch(/[.?!:]|^\s|\s$/);
      // Nouns and the polite "Ihr" have capitals in German, nothing at the beginning elsewhere.
      if (['es', 'fr', 'it', 'nl', 'pt'].includes(language)) expect(name).toMatch(/^\p{Ll}/u);
    }
  });
});

describe('replies of a team', () => {
  const faultsOf = async (file: string, text: string) => {
    const dir = await mkdtemp(join(tmpdir(), 'warmline-replies-'));
    await mkdir(join(dir, file, '..'), { recursive: true });
    await writeFile(join(dir, file), text);
    const error = await readHandbook(dir).catch((error: unknown) => error);
    return error instanceof HandbookError ? error.faults : [];
  };

  it.each([
    ['closing', '{by}'],
    ['acknowledgement', '{problem}'],
  ])('cannot say in "%s" what nobody knows then: %s', async (situation, placeholder) => {
    const [fault, ...more] = await faultsOf(
      'replies/de.md',
      `## ${situation}\n\n- Danke, {name}.\n- Danke ${placeholder}.\n`,
    );
    expect(more).toEqual([]);
    expect(fault).toMatchObject({
      line: 4,
      what: `${placeholder} is not known in "${situation}".`,
    });
    expect(fault?.remedy).toContain('{name}');
  });

  it('name problems in their own language', async () => {
    const situations = [...Object.keys(SITUATIONS), 'other', 'ask-reason'];
    const swedish = situations.map((one) => `## ${one}\n\n- Hej.\n`).join('\n');
    const [fault, ...more] = await faultsOf('replies/sv.md', swedish);
    expect(more).toEqual([]);
    expect(fault?.what).toContain('"sv"');
    expect(fault?.remedy).toContain('categories/sv.yaml');
  });

  it('keep the shipped names of what they write other words for', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'warmline-replies-'));
    await mkdir(join(dir, 'categories'));
    const words = 'billing:\n  problem: Ihre Quittung\n  phrases: { 3: quittung }\n';
    await writeFile(join(dir, 'categories/de.yaml'), words);
    const { categories: ours } = await readHandbook(dir);
    const called = (name: string) => ours.find((one) => one.name === name)?.called?.['de'];
    expect(called('billing')).toBe('Ihre Quittung');
    expect(called('refund')).toBe('Ihre Erstattung');
  });

  it.each([
    ['problem: das Ding{thing}', 'it holds a placeholder that nobody fills'],
    ['called: { the double charg: x }', 'has no matter "the double charg"'],
  ])('name problems that are there, with slots that are filled: %s', async (line, said) => {
    const [fault] = await faultsOf('categories/de.yaml', `billing:\n  ${line}\n`);
    expect(fault?.what).toContain(said);
    expect(fault?.line).toBe(2);
  });
});
