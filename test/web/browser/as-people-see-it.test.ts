/** What stands on the screen, and what people take away of it. */

import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { IDENTITY_SECRET } from '../../channels/direct-line/shipped-bot.ts';
import { chatOn, launcherOn, openWidget } from './chat.ts';
import { COMPLAINT, goToTheQuestion, goToTheRemedy, WHY } from './key-not-home.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterEach(() => scene.everybodyLeaves());
afterAll(() => scene.close());

/** How much of an element is out of sight in the conversation, in whole CSS pixels, once what stands there is laid out. */
const hiddenPx = (part: Locator): Promise<number> =>
  part.evaluate(async (element) => {
    // What is laid out in one frame may be scrolled before that is drawn.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const seen = element.closest('[role=log]')!.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return Math.round(Math.max(0, seen.top - top, bottom - seen.bottom));
  });

it('asks once what became of a remedy, with no list of steps that has none, where something else was said meanwhile', async () => {
  const { page } = await scene.visitor();
  await page.goto(`${scene.wire.url}/chat`);
  const seen = chatOn(page);
  await goToTheRemedy(seen);
  await seen.say('sorry i mean the till');
  await seen.hears('Did that help?');

  const asked = seen.replies.last();
  expect(await asked.getByRole('heading').allInnerTexts()).toEqual(['Did that help?']);
  expect(await asked.getByRole('list').count()).toBe(0);
  const outcomes = asked.getByRole('group', { name: 'Did that help?' });
  expect(await outcomes.getByRole('button').count()).toBeGreaterThan(1);
});

it.each([
  ['an old till', { width: 800, height: 600 }],
  ['a phone, where the step to do is unfolded', { width: 390, height: 844 }],
])('says what to do in a few words, then the caution, then how: on %s', async (device, viewport) => {
  const { page } = await scene.visitor({ viewport });
  await page.goto(`${scene.wire.url}/chat`);
  const seen = chatOn(page);
  await seen.say('i am the supervisor. the register refuses the void, the mode switch stands on REG');
  await seen.hears('another mode than the function needs');
  const step = seen.replies.last().getByRole('listitem').first();
  const box = step.getByRole('checkbox', { name: 'Turn the mode switch to the position of the function' });
  await box.waitFor();
  const parts = [box, step.getByText('Z clears the totals'), step.getByText('with your own manager key')];
  const tops = await Promise.all(parts.map(async (part) => (await part.boundingBox())?.y ?? Number.NaN));
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
  await step.scrollIntoViewIfNeeded();
  await page.screenshot({ path: `test-results/screenshots/step-on-${device.replaceAll(/\W+/g, '-')}.png` });
});

it('shows a question and all of its answers at once on the 800 × 600 of an old till', async () => {
  const { page } = await scene.visitor({ viewport: { width: 800, height: 600 } });
  await page.goto(`${scene.wire.url}/chat`);
  const seen = chatOn(page);
  await goToTheQuestion(seen);
  const asked = seen.replies.last();
  expect(await asked.getByRole('button').count()).toBe(6);
  // The lines settle once the line to the bot is open and its notice is gone.
  await expect
    .poll(async () => [
      await hiddenPx(asked.getByRole('heading')),
      await hiddenPx(asked.getByRole('button').last()),
    ])
    .toEqual([0, 0]);
});

/**
 * Heights of screens, in CSS pixels. They differ by less than what still counts as the end of the conversation, so one
 * of them is just too low for what is asked, whatever the font.
 */
const LOW_SCREENS_PX = [480, 520, 560, 600, 640, 680, 720];

it.each([
  ['where it came', () => undefined],
  ['at the top, where somebody scrolled it to', (asked: Element) => asked.scrollIntoView({ block: 'start' })],
])('keeps what is asked in sight where a notice comes beneath it: %s', async (_, scroll) => {
  const { page, context } = await scene.visitor({ brokenLine: true });
  const seen = chatOn(page);
  const asked = seen.replies.last().getByRole('heading');
  await page.goto(`${scene.wire.url}/chat`);
  for (const height of LOW_SCREENS_PX) {
    await page.setViewportSize({ width: 800, height });
    await seen.say('start over');
    await seen.hears('Starting over');
    await goToTheQuestion(seen);
    await asked.evaluate(scroll);
    expect(await hiddenPx(asked), `800 × ${height}, before`).toBe(0);
    await context.setOffline(true);
    await seen.button('Try now').waitFor();
    expect(await hiddenPx(asked), `800 × ${height}`).toBe(0);
    await context.setOffline(false);
    await seen.button('Try now').waitFor({ state: 'detached' });
  }
});

it('keeps the end in sight where a notice comes beneath it just as somebody scrolls', async () => {
  const { page, context } = await scene.visitor({ viewport: { width: 800, height: 360 }, brokenLine: true });
  await page.goto(`${scene.wire.url}/chat`);
  const seen = chatOn(page);
  await goToTheQuestion(seen);
  await seen.say('start over');
  await seen.hears('Starting over');
  await seen.log.evaluate((log) => addEventListener('offline', () => log.scrollBy(0, -1)));
  await context.setOffline(true);
  await seen.button('Try now').waitFor();
  expect(await hiddenPx(seen.replies.last())).toBe(0);
});

it('shows what is opened beneath a question', async () => {
  const { page } = await scene.visitor({ viewport: { width: 800, height: 600 } });
  await page.goto(`${scene.wire.url}/chat`);
  const seen = chatOn(page);
  await goToTheQuestion(seen);
  await seen.log.getByText('Why do you ask?').click();
  await expect.poll(() => hiddenPx(seen.log.getByText(WHY))).toBe(0);
});

it('is where it was read when it is closed and opened again', async () => {
  const { page } = await scene.visitor();
  await page.goto(scene.shopPage);
  const seen = await openWidget(page);
  await goToTheQuestion(seen);
  await seen.log.evaluate((log) => log.scrollTo(0, 0));
  await launcherOn(page).click();
  await seen.field.waitFor({ state: 'hidden' });
  await launcherOn(page).click();
  await seen.field.waitFor();
  expect(await hiddenPx(seen.replies.first())).toBe(0);
});

it('a conversation that is saved has the name of who is there: the page’s own word, and no longer than it says so', async () => {
  const { page } = await scene.visitor();
  await page.goto(scene.shop.put('/named', { body: scene.scriptTag('data-user-name="Till 4"') }));
  const seen = await openWidget(page);
  const saved = async (): Promise<string> => {
    await seen.button('More').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      seen.button('Save as a text file').click(),
    ]);
    return readFile(await file.path(), 'utf8');
  };
  await goToTheQuestion(seen);
  expect(await saved()).toContain(`Till 4: ${COMPLAINT}`);

  const hmac = createHmac('sha256', IDENTITY_SECRET).update('una-3').digest('hex');
  await identify(page, { id: 'una-3', name: 'Una', hmac });
  await seen.log.getByText(COMPLAINT).waitFor({ state: 'detached' });
  await goToTheQuestion(seen);
  expect(await saved()).toContain(`Una: ${COMPLAINT}`);

  await identify(page, null);
  await seen.log.getByText(COMPLAINT).waitFor({ state: 'detached' });
  await goToTheQuestion(seen);
  expect(await saved()).toContain(`Till 4: ${COMPLAINT}`);
});

const identify = (page: Page, person: unknown): Promise<void> =>
  page.evaluate((who) => Reflect.get(window, 'keyturn').identify(who), person);
