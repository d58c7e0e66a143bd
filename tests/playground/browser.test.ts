import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, openBrowser, startApp, whyNoBrowser } from './browser.ts';

const faintTexts = readFileSync(new URL('./contrast.js', import.meta.url), 'utf8');
const missing = whyNoBrowser();
if (missing) console.warn(`\nNOT WALKED IN A BROWSER: ${missing}.\n`);

describe.skipIf(missing)('the playground in a real browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  let app: App;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    app = await startApp('burst pause: 2s\n');
  });
  afterAll(async () => {
    await browser.close();
    await app[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    page = await open();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(problems.splice(0)).toEqual([]);
    await act({ do: 'clear', by: 'nora' });
  });

  const open = async (options: Parameters<Browser['newPage']>[0] = {}) => {
    const opened = await browser.newPage({ viewport: { width: 1400, height: 900 }, ...options });
    opened.on('pageerror', (error) => problems.push(String(error)));
    opened.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
    await opened.goto(`${app.url}/playground`);
    await opened.locator('#seat-customer').waitFor();
    return opened;
  };
  const act = (wish: object) =>
    fetch(`${app.url}/playground/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: crypto.randomUUID(), ...wish }),
    });
  const says = async (words: string) => {
    await page.getByLabel('Message in help as Nora Lind').fill(words);
    await page.keyboard.press('Enter');
    await page.locator('#seat-customer .words', { hasText: words }).waitFor();
  };
  const cards = (on = page) => on.locator('#seat-agent article.card');
  const draft = (on = page) => on.locator('#seat-agent .draft.open');
  const replies = () => page.locator('#seat-customer .bot .words');

  it('shows an agent hints on their own words once, and sends them all the same', async () => {
    await says('I was charged twice for invoice 4411');
    await draft().waitFor();
    const words = 'Dear customer, sorry for the inconvenience.';
    await draft().getByRole('button', { name: 'Edit & send' }).click();
    await page.getByRole('dialog').getByLabel('Reply').fill(words);
    await page.getByRole('dialog').getByRole('button', { name: 'Send to Nora' }).click();
    await page.getByRole('dialog').getByText('only you see this').waitFor();
    expect(await page.getByRole('dialog').getByLabel('Reply').inputValue()).toBe(words);
    expect(await page.locator('.draft.sent').count()).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: 'Send anyway' }).click();
    await page.locator('.draft.sent').waitFor();
    expect(await replies().last().textContent()).toBe(words);
  });

  it('lets an agent edit and send what two lines of a customer asked for, once', async () => {
    await says('I was charged twice for invoice 4411');
    await says('can you refund the second one?');
    await draft().waitFor();
    expect(await cards().count()).toBe(1);
    expect(await draft().count()).toBe(1);

    const sam = await open();
    await sam.getByLabel('Acting as').selectOption({ label: 'Sam Reyes' });
    await draft(sam).getByRole('button', { name: 'Edit & send' }).click();
    await sam.getByRole('dialog').getByLabel('Reply').fill('Sam has other words');

    const words =
      'Hi Nora,\n\nthe second charge is on its way back: five days, at most.\n\n<b>Ada</b> & co.';
    await draft().getByRole('button', { name: 'Edit & send' }).click();
    const field = page.getByRole('dialog').getByLabel('Reply');
    expect(await field.inputValue()).toContain('Nora');
    await field.fill(words);
    await page.getByRole('dialog').getByRole('button', { name: 'Send to Nora' }).click();
    await page.locator('.draft.sent').waitFor();
    expect(await replies().last().textContent()).toBe(words);
    expect(await draft().count()).toBe(0);
    expect(await page.locator('.draft.sent').textContent()).toContain('Ada Moreau edited this');

    const before = await replies().count();
    await sam.getByRole('dialog').getByText('Sending will be refused').waitFor();
    await sam.getByRole('dialog').getByRole('button', { name: 'Send to Nora' }).click();
    const told = sam.locator('#seat-agent .whisper').filter({ hasText: 'already sent' });
    await told.waitFor();
    expect(await told.textContent()).toContain('Ada Moreau already sent this reply');
    expect(await told.textContent()).toContain('Sam has other words');
    const toAda = page.locator('#seat-agent .whisper').filter({ hasNotText: 'is writing' });
    expect(await toAda.count()).toBe(0);
    expect(await replies().count()).toBe(before);
  });

  it('voids a draft in front of the agent when the customer writes again', async () => {
    await says('Please move order 88213 to the Oslo address');
    await draft().waitFor();
    await says('sorry, order 88231');
    await page.locator('.draft.void').waitFor();
    expect(await page.locator('.draft.void').getByRole('button').count()).toBe(0);
    await draft().waitFor();
    expect(await cards().count()).toBe(1);
  });

  it('lets an agent set right what was read, ask why, and a lead learn from it', async () => {
    await says('I was charged twice for invoice 4411');
    await draft().waitFor();
    const words = await draft().locator('.letter').textContent();
    await cards().getByLabel('Category').selectOption({ label: 'Refund or return' });
    await page.locator('.draft.void').waitFor();
    await draft().waitFor();
    expect(await draft().locator('.letter').textContent()).not.toBe(words);
    expect(await cards().textContent()).toContain('corrected by Ada Moreau');
    expect(await cards().getByLabel('Category').inputValue()).toBe('refund');

    await cards().getByRole('button', { name: 'Why?' }).click();
    const why = page.getByRole('dialog');
    expect(await why.textContent()).toContain('it was read as Billing and payment');
    await why.getByRole('button', { name: 'Close' }).click();
    await why.waitFor({ state: 'hidden' });

    await page.getByLabel('Acting as').selectOption({ label: 'Cole Hart' });
    await cards().getByRole('button', { name: 'Why?' }).click();
    await page.locator('#seat-agent .whisper', { hasText: 'Only the support team' }).waitFor();
    await cards().getByLabel('Urgency').selectOption('p1');
    await expect.poll(() => page.locator('#seat-agent .whisper').count()).toBe(2);
    expect(await cards().getByLabel('Urgency').inputValue()).not.toBe('p1');

    await page.getByRole('button', { name: '/support learn' }).click();
    const lesson = page.locator('#seat-lead .lesson');
    await lesson.getByRole('button', { name: 'Accept' }).click();
    await lesson.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '/support learn' }).click();
    await page.locator('#seat-lead .whisper', { hasText: '1 accepted, 0 waiting' }).waitFor();
  });

  it('lets an agent say by when what an approved draft promises is due', async () => {
    await says('I was charged twice for invoice 4411');
    await draft().getByRole('button', { name: 'Send' }).first().click();
    const promise = page.locator('#seat-agent .promise');
    await promise.getByRole('button', { name: 'Edit…' }).click();
    await page.getByRole('dialog').getByLabel('Time').fill('tomorrow 9:00');
    await page.getByRole('dialog').getByRole('button', { name: 'Set it' }).click();
    await promise.filter({ hasText: '(confirmed)' }).waitFor();
    expect(await cards().locator('.promised').textContent()).toMatch(/^🤝 promised by .*9:00/);
    expect(await promise.textContent()).not.toMatch(/<\d/);
    await promise.getByRole('button', { name: 'Dismiss' }).click();
    await cards().locator('.promised').waitFor({ state: 'detached' });
  });

  it('shows a lead a report with its pictures, what its numbers mean, and the way to who waits', async () => {
    page = await open({ colorScheme: 'dark', timezoneId: 'Asia/Tokyo' });
    await says('Invoice <b>4411</b> was charged twice');
    await draft().waitFor();
    await page.locator('#write-lead').fill('/support report today');
    await page.keyboard.press('Enter');
    const report = page.getByRole('article', { name: 'Today' });
    await report.getByText('(Asia/Tokyo)').waitFor();
    await report.getByRole('img', { name: /^Opened: \d/ }).waitFor();
    const drawn = () =>
      page.evaluate(
        `[...document.querySelectorAll('.picture img')].every(
          (one) => one.naturalWidth > 0 && one.currentSrc.includes('look=dark'))`,
      );
    await expect.poll(drawn, { timeout: 20_000 }).toBe(true);
    await report.getByRole('button', { name: 'Conversations' }).press('Enter');
    await report.locator('.definition').waitFor();
    expect(await page.evaluate(faintTexts)).toEqual([]);
    await report.getByRole('button', { name: 'Show the conversations' }).press('Enter');
    await page.getByRole('article', { name: 'Behind' }).getByText('<b>4411</b>').waitFor();
    await page.getByRole('button', { name: 'Back to the report' }).press('Enter');
    await report.getByRole('link', { name: 'Nora Lind' }).press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toMatch(/^title-/);
    await page.getByRole('button', { name: 'Close the report' }).click();
    await page.locator('#seat-lead .brief').first().waitFor();
    expect(await page.evaluate(faintTexts)).toEqual([]);
  });

  it('can be played with the keyboard alone', async () => {
    const reach = async (wanted: string) => {
      for (let n = 0; n < 80; n++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(wanted)) return;
      }
      throw new Error('the keyboard does not reach it');
    };
    await reach(`document.activeElement?.id === 'write-help'`);
    await page.keyboard.type('How do I add a colleague to our workspace?');
    await page.keyboard.press('Enter');
    await draft().waitFor();
    await reach(`document.activeElement?.textContent === 'Edit & send'`);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Hi Nora, I have added them.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.draft.sent').waitFor();
    expect(await replies().last().textContent()).toBe('Hi Nora, I have added them.');

    await reach(`document.activeElement?.id === 'write-lead'`);
    await page.keyboard.type('/support queue');
    await page.keyboard.press('Enter');
    await page.locator('#seat-lead .whisper').waitFor();
    expect(await page.locator('#seat-lead .whisper').textContent()).toContain('Nobody is waiting');
  });

  it('plays a story from a first word to an answer, and stops when told to', async () => {
    await page.getByRole('button', { name: 'Play a story' }).click();
    await page.locator('.caption', { hasText: 'That was' }).waitFor({ timeout: 50_000 });
    expect(await replies().last().textContent()).toContain('that was our mistake');
    expect(await page.locator('.draft.void').count()).toBeGreaterThan(0);
    expect(await page.locator('#seat-lead .whisper').textContent()).toContain('Nora Lind');
    await page.getByRole('button', { name: 'Play a story' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(await page.locator('.caption').count()).toBe(0);
  });

  it('moves the clock on, and everything on the page goes by it', async () => {
    const clock = page.locator('.time');
    const shown = async () =>
      Date.parse((await clock.locator('summary time').getAttribute('datetime')) ?? '');
    const began = await shown();
    await says('I was charged twice for invoice 4411');
    await clock.locator('summary').click();
    await clock.getByRole('button', { name: '+1 h' }).click();
    await draft().waitFor();
    await expect.poll(shown, { timeout: 20_000 }).toBeGreaterThanOrEqual(began + 3_600_000);
    await expect.poll(() => cards().textContent()).toMatch(/1 h|59 min/);

    await clock.getByRole('button', { name: '+1 day' }).click();
    await expect.poll(shown, { timeout: 20_000 }).toBeGreaterThanOrEqual(began + 25 * 3_600_000);
    await clock.getByRole('button', { name: 'To next opening' }).click();
    await expect
      .poll(async () => new Date(await shown()).getUTCHours(), { timeout: 20_000 })
      .toBe(9);

    const opened = await shown();
    await clock.getByLabel('Until').fill('2020-01-01T10:00');
    await clock.getByRole('button', { name: 'Go there' }).click();
    await page.locator('.failure', { hasText: 'Time never goes back' }).waitFor();
    await page.locator('.failure').getByRole('button', { name: 'Dismiss' }).click();
    await page.reload();
    expect(await shown()).toBeGreaterThanOrEqual(opened);
    problems.splice(0, problems.length, ...problems.filter((line) => !line.includes('400')));
  });

  it('goes on where it was after a reload', async () => {
    await says('The export to CSV has empty columns');
    await cards().waitFor();
    await page.reload();
    await page.locator('#seat-customer .words', { hasText: 'empty columns' }).waitFor();
    expect(await cards().count()).toBe(1);
  });

  it.each(['light', 'dark'] as const)('can be read in %s', async (colorScheme) => {
    page = await open({ colorScheme });
    expect(await page.evaluate(faintTexts)).toEqual([]);
    await says('THIS IS RIDICULOUS!!! Nobody can log in, we launch today');
    await draft().waitFor();
    await says('really, nobody');
    // The draft for the first words stands until the desk has heard these.
    await page.locator('.draft.void').waitFor();
    await draft().waitFor();
    await draft().getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('.draft.sent').waitFor();
    for (const details of await page.locator('details').all())
      await details.locator('summary').click();
    expect(await page.evaluate(faintTexts)).toEqual([]);
    await says('It still does not work!');
    await draft().waitFor();
    await cards().getByLabel('Category').selectOption({ label: 'Complaint' });
    await cards().getByText('corrected by Ada Moreau').waitFor();
    await page.getByRole('button', { name: '/support learn' }).click();
    await page.locator('#seat-lead .lesson').waitFor();
    expect(await page.evaluate(faintTexts)).toEqual([]);
    await cards().getByRole('button', { name: 'Why?' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(faintTexts)).toEqual([]);
    await page.keyboard.press('Escape');
    await draft().getByRole('button', { name: 'Edit & send' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(faintTexts)).toEqual([]);
  });

  it('would notice words that are too faint to read', async () => {
    await page.evaluate(`document.querySelector('.head p').style.color = '#b5b5b5'`);
    expect(await page.evaluate(faintTexts)).toEqual([expect.stringContaining('seat')]);
  });

  it('names every control for those who do not see it', async () => {
    await says('I was charged twice for invoice 4411');
    await says('and I cannot log in');
    await draft().waitFor();
    const unnamed = async () => {
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const controls = /^(button|link|textbox|combobox|checkbox|radio|dialog|region|progressbar)$/;
      return nodes
        .filter((node) => !node.ignored && controls.test(String(node.role?.value)))
        .filter((node) => !String(node.name?.value ?? '').trim())
        .map((node) => String(node.role?.value));
    };
    expect(await unnamed()).toEqual([]);
    await cards().getByLabel('Category').selectOption({ label: 'Complaint' });
    await cards().getByText('corrected by Ada Moreau').waitFor();
    await page.getByRole('button', { name: '/support learn' }).click();
    await page.locator('#seat-lead .lesson').waitFor();
    expect(await unnamed()).toEqual([]);
    await page.getByRole('button', { name: 'Split…' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await unnamed()).toEqual([]);
  });

  it('fits a telephone, one seat at a time', async () => {
    page = await open({ viewport: { width: 360, height: 740 } });
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    await says(`a long word: ${'x'.repeat(300)} does not work`);
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await page.locator('#seat-agent').isVisible()).toBe(false);
    await page.locator('.time summary').click();
    const { x, width } = (await page.locator('.time form').boundingBox())!;
    expect(x >= 0 && x + width <= 360).toBe(true);
    expect(await page.evaluate(overflow)).toBe(0);
    await page.locator('.time summary').click();
    await page
      .getByRole('navigation', { name: 'Seats' })
      .getByRole('button', { name: 'Agent' })
      .click();
    await draft().waitFor();
    expect(await page.evaluate(overflow)).toBe(0);
    await cards().getByRole('button', { name: 'Why?' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(overflow)).toBe(0);
  });
});
