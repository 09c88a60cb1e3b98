/** A browser that gives the frame no storage: a private window, or one that keeps nothing of other sites. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectAsStored, openWidget } from './chat.ts';
import { ANSWER, FIRST_STEP, goToTheQuestion, QUESTION, REMEDY } from './key-not-home.ts';
import { farAway, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterEach(() => scene.everybodyLeaves());
afterAll(() => scene.close());

describe('a frame without a storage of its own, on a site that is quite another one', () => {
  it('goes on with the conversation and its ticks after a reload and on the next page: the page keeps them', async () => {
    const visitor = await scene.visitor();
    await visitor.context.addInitScript(denyStorage);
    await visitor.page.goto(scene.farPage);
    const seen = await openWidget(visitor.page);
    expect(await forbidden(seen.root)).toBe(true);
    await goToTheQuestion(seen);
    await visitor.page.reload();
    await seen.hears(QUESTION);
    await visitor.page.goto(farAway(scene.shop.put('/stock', { body: scene.scriptTag() })));
    await seen.button(ANSWER).click();
    await seen.hears(REMEDY);
    await seen.root.getByRole('checkbox', { name: FIRST_STEP }).check();
    await visitor.page.reload();
    await seen.hears(REMEDY);
    await expect.poll(() => seen.root.getByRole('checkbox', { name: FIRST_STEP }).isChecked()).toBe(true);
    await expectAsStored(seen, scene.bot, visitor);
    expect(visitor.conversations).toHaveLength(1);
  });
});

/** What some browsers do with frames of other sites, the same in all. Runs in each page and frame. */
function denyStorage(): void {
  if (window === window.top) return;
  Object.defineProperty(window, 'localStorage', {
    get() {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
}

/** Whether the browser denies the frame its storage; else this would show nothing. */
const forbidden = (root: Awaited<ReturnType<typeof openWidget>>['root']): Promise<boolean> =>
  root.getByRole('textbox').evaluate(() => {
    try {
      return localStorage === null;
    } catch {
      return true;
    }
  });
