/** A conversation goes on where it was, whatever happens to the page. */

import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chatOn, expectAsStored, openWidget } from './chat.ts';
import { ANSWER, END, FIRST_STEP, FIXED, goToTheQuestion, QUESTION, REMEDY, WHY } from './key-not-home.ts';
import { farAway, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterEach(() => scene.everybodyLeaves());
afterAll(() => scene.close());

const HOUR_MS = 3_600_000;

describe('a conversation', () => {
  it('outlives a reload and goes along from page to page, on a site that is quite another one', async () => {
    const visitor = await scene.regular();
    await visitor.page.goto(scene.farPage);
    const seen = await openWidget(visitor.page);
    await goToTheQuestion(seen);
    await visitor.page.reload();
    await seen.hears(QUESTION);
    await visitor.page.goto(farAway(scene.shop.put('/stock', { body: scene.scriptTag() })));
    await seen.button(ANSWER).click();
    await seen.hears(REMEDY);
    await expectAsStored(seen, scene.bot, visitor);
    expect(visitor.conversations).toHaveLength(1);
  });

  it('outlives a reload, with the steps that were ticked', async () => {
    const visitor = await scene.visitor();
    await visitor.page.goto(scene.shopPage);
    const seen = await openWidget(visitor.page);
    await goToTheQuestion(seen);

    await visitor.page.reload();
    await seen.button(ANSWER).click();
    await seen.hears(REMEDY);
    await seen.root.getByRole('checkbox', { name: FIRST_STEP }).check();

    await visitor.page.reload();
    await seen.hears(REMEDY);
    await expect.poll(() => seen.root.getByRole('checkbox', { name: FIRST_STEP }).isChecked()).toBe(true);
    await seen.button(FIXED).click();
    await seen.hears(END);
    await expectAsStored(seen, scene.bot, visitor);
    expect(visitor.conversations).toHaveLength(1);
  });

  it('goes on an hour after the lid was closed', async () => {
    const visitor = await scene.visitor({ brokenLine: true });
    const { page } = visitor;
    await page.clock.install();
    await page.goto(scene.shopPage);
    const seen = await openWidget(page);
    await goToTheQuestion(seen);

    scene.letTimePass(HOUR_MS);
    scene.wire.cutWebSockets();
    await page.clock.fastForward(HOUR_MS);
    await seen.button(ANSWER).click();
    await seen.hears(REMEDY);
    await expectAsStored(seen, scene.bot, visitor);
    expect(visitor.conversations).toHaveLength(1);
  });

  it('begins again with "start over", and is forgotten with "new conversation"', async () => {
    const visitor = await scene.visitor();
    await visitor.page.goto(scene.shopPage);
    const seen = await openWidget(visitor.page);
    await goToTheQuestion(seen);
    await seen.button('Start over').click();
    await seen.hears('Starting over');
    expect(await seen.button(ANSWER).count()).toBe(0);
    await expectAsStored(seen, scene.bot, visitor);

    await seen.button('More').click();
    await seen.button('New conversation').click();
    await seen.button('Begin a new one').click();
    await expect.poll(() => seen.lines()).toHaveLength(1);
    await seen.hears('Hello');
    expect(visitor.conversations).toHaveLength(2);
    await visitor.page.reload();
    await seen.hears('Hello');
    expect(await seen.lines()).toHaveLength(1);
  });

  it('says why it asks', async () => {
    const { page } = await scene.visitor();
    await page.goto(scene.shopPage);
    const seen = await openWidget(page);
    await goToTheQuestion(seen);
    const why = seen.log.getByText(WHY);
    expect(await why.isVisible()).toBe(false);
    await seen.log.getByText('Why do you ask?').click();
    expect(await why.isVisible()).toBe(true);
  });
});

describe('a second tab', () => {
  it('shows what is said in the first one', async () => {
    const visitor = await scene.visitor();
    await visitor.page.goto(scene.shopPage);
    const first = await openWidget(visitor.page);
    await goToTheQuestion(first);
    const tab = await visitor.context.newPage();
    await tab.goto(scene.shopPage);
    const second = await openWidget(tab);
    await second.hears(QUESTION);
    await second.button(ANSWER).click();
    await first.hears(REMEDY);
    await expectAsStored(first, scene.bot, visitor);
    await expectAsStored(second, scene.bot, visitor);
  });

  it('is told politely that its button is stale, and changes nothing', async () => {
    const visitor = await scene.visitor();
    await visitor.page.goto(scene.shopPage);
    const first = await openWidget(visitor.page);
    await goToTheQuestion(first);
    const tab = await visitor.context.newPage();
    const hearAgain = await holdBack(tab);
    await tab.goto(scene.shopPage);
    const second = await openWidget(tab);
    await second.hears(QUESTION);
    hearAgain.hold();

    await first.button(ANSWER).click();
    await first.hears(REMEDY);
    await second.button('Not sure').click();
    hearAgain.letGo();
    await first.log.getByText('That button belongs to an earlier step, so it changed nothing.').waitFor();
    await first.button(FIXED).click();
    await first.hears(END);
    await second.hears(END);
    await expectAsStored(first, scene.bot, visitor);
    await expectAsStored(second, scene.bot, visitor);
  });
});

/** Lets a tab hear late what comes over its WebSocket, in the same order. */
async function holdBack(tab: Awaited<ReturnType<BrowserContext['newPage']>>) {
  let holds = false;
  let held: (() => void)[] = [];
  await tab.routeWebSocket(/\/stream/, (near) => {
    const far = near.connectToServer();
    far.onMessage((message) => {
      if (holds) held.push(() => near.send(message));
      else near.send(message);
    });
  });
  return {
    hold() {
      holds = true;
    },
    letGo() {
      holds = false;
      for (const send of held) send();
      held = [];
    },
  };
}

describe('a screen reader', () => {
  it('is told each new reply once, and nothing that was there before', async () => {
    const visitor = await scene.visitor();
    await visitor.context.addInitScript(noteAnnouncements);
    await visitor.page.goto(`${scene.wire.url}/chat`);
    const seen = chatOn(visitor.page);
    const announced = (): Promise<string[]> => visitor.page.evaluate(() => Reflect.get(window, 'announced'));
    // A greeting that comes after somebody has begun to write is not read into their words.
    await seen.hears('Tell me what the device says');
    await goToTheQuestion(seen);
    await expect
      .poll(announced)
      .toEqual([expect.stringContaining('Tell me what the device says'), expect.stringContaining(QUESTION)]);
    await visitor.page.reload();
    await seen.button(ANSWER).click();
    await seen.hears(REMEDY);
    await expect.poll(announced).toEqual([expect.stringContaining(REMEDY)]);
  });
});

/** Keeps the text of each element that comes into a live region while this announces what is added. Runs in the page. */
function noteAnnouncements(): void {
  const announced: string[] = [];
  Reflect.set(window, 'announced', announced);
  const isAnnounced = (element: Element): boolean => {
    const live = element.closest('[aria-live], [role=log], [role=status]');
    return element.closest('[role=log]') !== null && live?.getAttribute('aria-live') !== 'off';
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof Element && isAnnounced(node) && (node.textContent ?? '') !== '')
          announced.push(node.textContent ?? '');
  });
  observer.observe(document, { childList: true, subtree: true });
}
