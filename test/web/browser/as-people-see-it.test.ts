/** What stands on the screen, and what people take away of it. */

import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { IDENTITY_SECRET } from '../../channels/direct-line/shipped-bot.ts';
import { chatOn, openWidget } from './chat.ts';
import { COMPLAINT, goToTheQuestion, goToTheRemedy } from './key-not-home.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterEach(() => scene.everybodyLeaves());
afterAll(() => scene.close());

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

it('shows a question and all of its answers at once on the 800 × 600 of an old till', async () => {
  const { page } = await scene.visitor({ viewport: { width: 800, height: 600 } });
  await page.goto(`${scene.wire.url}/chat`);
  const seen = chatOn(page);
  await goToTheQuestion(seen);
  const asked = seen.replies.last();
  expect(await asked.getByRole('button').count()).toBe(6);
  // The lines settle once the line to the bot is open and its notice is gone.
  await expect
    .poll(async () => {
      const box = await seen.log.boundingBox();
      const heading = await asked.getByRole('heading').boundingBox();
      const last = await asked.getByRole('button').last().boundingBox();
      return [heading!.y >= box!.y, last!.y + last!.height <= box!.y + box!.height];
    })
    .toEqual([true, true]);
});

it('keeps what is asked in sight where a notice comes beneath it', async () => {
  const visitor = await scene.visitor({ viewport: { width: 800, height: 600 }, brokenLine: true });
  const { page, context } = visitor;
  await page.goto(`${scene.wire.url}/chat`);
  const seen = chatOn(page);
  await goToTheQuestion(seen);
  await context.setOffline(true);
  await seen.button('Try now').waitFor();
  const box = await seen.log.boundingBox();
  const asked = seen.replies.last().getByRole('heading');
  await expect.poll(async () => (await asked.boundingBox())!.y).toBeGreaterThanOrEqual(box!.y);
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
