/** From the first message to the remedy, on a page that is not the bot's, however people use a device; and what was said is taken along. */

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, chatIn, chatOn, expectAsStored, launcherOn, openWidget } from './chat.ts';
import {
  ANSWER,
  COMPLAINT,
  END,
  FIRST_STEP,
  FIXED,
  goToTheEnd,
  goToTheQuestion,
  goToTheRemedy,
  QUESTION,
  REMEDY,
} from './key-not-home.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterEach(() => scene.everybodyLeaves());
afterAll(() => scene.close());

/** More presses of Tab than there is to reach. */
const MOST_TABS = 40;

/** Goes on by the keyboard until this has the focus. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_TABS} times ${key} did not lead to ${wanted}.`);
}

const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element) => {
    const root = element.getRootNode();
    return element.ownerDocument.hasFocus() && (root as Document | ShadowRoot).activeElement === element;
  });

describe('on a page of a shop', () => {
  it('the mouse leads to the remedy', async () => {
    const visitor = await scene.visitor();
    await visitor.page.goto(scene.farPage);
    const seen = await openWidget(visitor.page);
    await goToTheEnd(seen);
    await expectAsStored(seen, scene.bot, visitor);
  });

  it('a finger leads to the remedy, on a phone', async () => {
    const visitor = await scene.visitor({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await visitor.page.goto(scene.farPage);
    await launcherOn(visitor.page).tap();
    const seen = chatIn(visitor.page);
    await goToTheEnd(seen, (name) => seen.button(name).tap());
    await expectAsStored(seen, scene.bot, visitor);
  });

  it('the keyboard alone leads to the remedy, and back to the page', async () => {
    const visitor = await scene.visitor();
    const { page } = visitor;
    await page.goto(scene.farPage);
    const launcher = launcherOn(page);
    const seen = chatIn(page);

    await tabTo(page, launcher);
    await page.keyboard.press('Enter');
    await seen.field.waitFor();
    await expect.poll(() => hasFocus(seen.field)).toBe(true);

    await page.keyboard.type(COMPLAINT);
    await page.keyboard.press('Enter');
    await seen.button(ANSWER).waitFor();
    await tabTo(page, seen.button(ANSWER), 'Shift+Tab');
    await page.keyboard.press('Space');
    await seen.hears(REMEDY);
    await expect.poll(() => hasFocus(seen.replies.last())).toBe(true);

    const step = seen.root.getByRole('checkbox', { name: FIRST_STEP });
    await tabTo(page, step);
    await page.keyboard.press('Space');
    expect(await step.isChecked()).toBe(true);
    await tabTo(page, seen.button(FIXED));
    await page.keyboard.press('Enter');
    await seen.hears(END);

    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(launcher)).toBe(true);
    expect(await seen.field.isVisible()).toBe(false);
    expect(await launcher.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Space');
    await expect.poll(() => hasFocus(seen.field)).toBe(true);
    await expectAsStored(seen, scene.bot, visitor);
  });

  it('the keyboard opens the menu, and Escape closes it before the chat', async () => {
    const { page } = await scene.visitor();
    await page.goto(scene.farPage);
    const seen = await openWidget(page);
    const more = seen.button('More');
    await tabTo(page, more, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, seen.button('Copy the conversation'));
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(more)).toBe(true);
    expect(await seen.button('Copy the conversation').isVisible()).toBe(false);
    expect(await seen.field.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => seen.field.isVisible()).toBe(false);
  });

  it('the number of an answer, typed, is that answer', async () => {
    const { page } = await scene.visitor();
    await page.goto(scene.farPage);
    const seen = await openWidget(page);
    await goToTheQuestion(seen);
    await seen.say('2');
    await seen.hears(REMEDY);
  });
});

describe('on the demo page', () => {
  it('an example is tried with one press', async () => {
    const visitor = await scene.visitor();
    const { page } = visitor;
    await page.goto(scene.wire.url);
    await page.getByRole('button', { name: COMPLAINT }).click();
    const seen = chatIn(page);
    await seen.hears(QUESTION);
    expect((await seen.lines()).some(({ from, text }) => from === 'person' && text.includes(COMPLAINT))).toBe(
      true,
    );
    await expectAsStored(seen, scene.bot, visitor);
  });
});

describe('on the page of its own', () => {
  it('the whole conversation fits as well', async () => {
    const visitor = await scene.visitor();
    await visitor.page.goto(`${scene.wire.url}/chat`);
    const seen: Chat = chatOn(visitor.page);
    await goToTheEnd(seen);
    await expectAsStored(seen, scene.bot, visitor);
  });
});

describe('the transcript', () => {
  it('is copied, and can be pasted into a ticket', async () => {
    const { page } = await scene.visitor();
    const ticket = '<label>Ticket <textarea></textarea></label>';
    await page.goto(scene.shop.put('/ticket', { body: `${ticket}${scene.scriptTag()}` }));
    const seen = await openWidget(page);
    await goToTheRemedy(seen);
    await seen.root.getByRole('checkbox', { name: FIRST_STEP }).check();
    await seen.button('More').click();
    await seen.button('Copy the conversation').click();
    await seen.root.getByText('Copied.').waitFor();
    const field = page.getByRole('textbox', { name: 'Ticket' });
    await field.focus();
    await page.keyboard.press('ControlOrMeta+V');
    expectTranscript(await field.inputValue());
  });

  it('is saved as a file', async () => {
    const { page } = await scene.visitor();
    await page.goto(`${scene.wire.url}/chat`);
    const seen = chatOn(page);
    await goToTheRemedy(seen);
    await seen.root.getByRole('checkbox', { name: FIRST_STEP }).check();
    await seen.button('More').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      seen.button('Save as a text file').click(),
    ]);
    expect(download.suggestedFilename()).toBe('Help.txt');
    expectTranscript(await readFile(await download.path(), 'utf8'));
  });

  function expectTranscript(text: string): void {
    const parts = [
      `You: ${COMPLAINT}`,
      QUESTION,
      `You: ${ANSWER}`,
      REMEDY,
      `[x] ${FIRST_STEP}`,
      '[ ] Turn the key',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places, text).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});
