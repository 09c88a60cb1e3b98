/** What became of a remedy is asked again where the person says something else meanwhile. */

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { chatOn } from './chat.ts';
import { goToTheRemedy } from './key-not-home.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterEach(() => scene.everybodyLeaves());
afterAll(() => scene.close());

it('is asked once, with no list of steps that has none', async () => {
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
