/** The real Web Chat of Bot Framework in a real browser, on the example page, on a site that is not the bot's. */

import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectInOrder, spaced, wordsIn } from '../channels/contract/played.ts';
import { openShippedBot, SERVER_SECRET, type ShippedBot } from '../channels/direct-line/shipped-bot.ts';
import { launchChromium } from '../web/browser/chromium.ts';
import { newVisitor, type Visitor } from '../web/browser/visitor.ts';
import { openWire, type Wire } from '../web/browser/wire.ts';
import { openSite, type Site } from './site.ts';

/** Brings the package on a fresh machine, which takes as long as the network does. */
const INSTALL_TIMEOUT_MS = 180_000;
const LONG = process.env.KEYTURN_LONG === '1';

let site: Site;
let wire: Wire;
let bot: ShippedBot;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  [site, wire, browser] = await Promise.all([openSite(), openWire(), launchChromium()]);
  bot = await openShippedBot({ origins: [site.origin] });
  wire.leadTo(bot.url);
  site.leadTo(wire.url, await tokenAsInReadme());
}, INSTALL_TIMEOUT_MS);
afterEach(async () => {
  const leaving = visitors.splice(0);
  await Promise.all(leaving.map(({ context }) => context.close()));
  expect(leaving.flatMap(({ faults }) => faults)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([site.close(), wire.close(), bot.close()]);
});

/** What the README tells the server of a page to do for a token, done to this bot. */
async function tokenAsInReadme(): Promise<() => Promise<unknown>> {
  const readme = await readFile('README.md', 'utf8');
  const [, code = ''] = /```js\n([^`]*tokens\/generate[\s\S]*?)```/.exec(readme) ?? [];
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;
  expect(code).toContain('https://bot.example/');
  const server = new AsyncFunction(
    'process',
    `${code.replaceAll('https://bot.example', bot.url)}\nreturn { token, conversationId };`,
  );
  return () => server({ env: { KEYTURN_DIRECTLINE_SECRET: SERVER_SECRET } });
}

async function comes(options: Parameters<typeof newVisitor>[1] = {}): Promise<Visitor> {
  const visitor = await newVisitor(browser, options);
  visitors.push(visitor);
  await visitor.page.goto(site.page);
  await bubbles(visitor.page).first().waitFor();
  return visitor;
}

/** Everything that was said, oldest first. */
const bubbles = (page: Page) => page.locator('.webchat__bubble__content');
/** A button of a card. */
const button = (page: Page, label: string) => page.locator('.ac-pushButton', { hasText: label }).last();

/**
 * Presses a button of a card as a person does: again where nothing came of it. Web Chat draws a card anew when the
 * message before it is known to be sent, and a press in that moment is lost.
 */
async function press(page: Page, pressed: Locator): Promise<void> {
  await pressed.waitFor();
  const before = await bubbles(page).count();
  const came = bubbles(page).nth(before);
  do {
    await pressed.click();
    await came.waitFor({ timeout: 3_000 }).catch(() => undefined);
  } while (!(await came.isVisible()));
}

async function say(page: Page, text: string): Promise<void> {
  const box = page.locator('[data-id="webchat-sendbox-input"]');
  await box.fill(text);
  await box.press('Enter');
}

/** Waits for as many things said as the store has, and compares them: nothing lost, nothing doubled, all of it to read. */
async function expectAsStored({ page, conversations }: Visitor): Promise<void> {
  expect(conversations).toHaveLength(1);
  const kept = await bot.history(conversations[0] ?? '');
  await bubbles(page)
    .nth(kept.length - 1)
    .waitFor();
  const shown = await bubbles(page).allInnerTexts();
  expect(shown).toHaveLength(kept.length);
  for (const [index, { line }] of kept.entries()) {
    const words = line.from === 'person' ? [line.text] : wordsIn(line.reply);
    expectInOrder(shown[index] ?? '', words);
    if (line.from === 'person') expect(spaced(shown[index] ?? '')).toBe(spaced(line.text));
  }
}

/** The smallest picture. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const REFUND = 'it says key supervisor error when i do a refund';
const NOT_HOME = 'Not pushed right in';

describe('Web Chat on a page of another site', () => {
  it('goes from the welcome to the remedy by the buttons of cards, and on after the page was loaded anew', async () => {
    const visitor = await comes();
    const { page } = visitor;
    await say(page, REFUND);
    await press(page, button(page, NOT_HOME));
    await button(page, 'Fixed').waitFor();
    await expectAsStored(visitor);
    await page.reload();
    await button(page, 'Fixed').waitFor();
    await expectAsStored(visitor);
    await press(page, button(page, 'Fixed'));
    await page.getByText('So that it does not come back').first().waitFor();
    await expectAsStored(visitor);
  });

  it('answers a button of an earlier card politely, with the question that is open', async () => {
    const visitor = await comes();
    const { page } = visitor;
    await say(page, REFUND);
    await press(page, button(page, 'Not sure'));
    const old = page.locator('.ac-pushButton', { hasText: NOT_HOME }).first();
    await press(page, old);
    await page.getByText('That button belongs to an earlier').first().waitFor();
    await expectAsStored(visitor);
  });

  it('shows what was typed as it was typed, but for secrets', async () => {
    const visitor = await comes();
    await say(visitor.page, 'my PIN is 4711, *really* <b>so</b>');
    await visitor.page.getByText('I hid something').first().waitFor();
    await expectAsStored(visitor);
  });

  it('says of a photo that it wants words, where a page leaves the button for files', async () => {
    // Web Chat makes pictures smaller in a worker of its own, which the policy of the example has no need to let.
    const visitor = await newVisitor(browser, { bypassCSP: true });
    visitors.push(visitor);
    const { page } = visitor;
    await page.route('**/example.js', async (route) => {
      const script = await readFile(new URL('example.js', import.meta.url), 'utf8');
      const body = script.replace('hideUploadButton: true', 'hideUploadButton: false');
      await route.fulfill({ contentType: 'text/javascript', body });
    });
    await page.goto(site.page);
    await bubbles(page).first().waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'till.png', mimeType: 'image/png', buffer: PIXEL });
    await page.locator('.webchat__attachment-icon--checked').first().waitFor();
    await page.locator('[data-id="webchat-sendbox-input"]').press('Enter');
    await page.getByText('I cannot look at pictures or files').first().waitFor();
    expect(await page.getByText('Send failed').count()).toBe(0);
    // What the bot did not take is not on the screen either.
    await page.locator('.webchat__bubble', { hasText: 'till.png' }).first().waitFor({ state: 'detached' });
  });

  it('takes the token that the server of the page got for somebody who is signed in', async () => {
    const asked: string[] = [];
    const visitor = await newVisitor(browser);
    visitors.push(visitor);
    visitor.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await visitor.page.goto(site.pageOfSignedIn);
    await bubbles(visitor.page).first().waitFor();
    expect(asked).toContain('/token');
    expect(asked).not.toContain('/v3/directline/tokens/generate');
    await expectAsStored(visitor);
  });

  it('is in a phone of 320 pixels without a bar to scroll sideways', async () => {
    const { page } = await comes({ viewport: { width: 320, height: 640 } });
    await say(page, REFUND);
    await press(page, button(page, NOT_HOME));
    await button(page, 'Fixed').waitFor();
    const widest = await page.evaluate('document.documentElement.scrollWidth');
    expect(widest).toBe(320);
  });
});

/** Between two sockets Web Chat waits for 3 to 15 seconds, as it pleases; a refused request comes on top. */
const COMES_BACK_MS = 60_000;
if (LONG) {
  it('has lost and doubled nothing after its WebSocket was cut ten times and the bot restarted', async () => {
    const visitor = await comes({ brokenLine: true });
    const { page } = visitor;
    for (let round = 0; round < 10; round++) {
      await say(page, 'start over');
      if (round % 3 === 0) wire.cutWebSockets();
      await say(page, REFUND);
      if (round % 3 === 1) wire.cutWebSockets();
      await page
        .locator('.ac-pushButton', { hasText: NOT_HOME })
        .nth(round)
        .waitFor({ timeout: COMES_BACK_MS });
      await expectAsStored(visitor);
      if (round % 3 === 2) wire.cutWebSockets();
      // While nothing is on its way: Web Chat leaves it to people to send again what did not arrive.
      if (round === 5) await bot.restart();
    }
  });
}
