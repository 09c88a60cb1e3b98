/**
 * What the pages look like and who can use them: no violations that axe-core knows, light and dark, on every width; and
 * screenshots of them in test-results/screenshots, for people to look at.
 */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ALL_RULES, RULES_OF_COLOUR, violationsIn } from './accessibility.ts';
import { type Chat, chatIn, chatOn, launcherOn, openWidget } from './chat.ts';
import { ANSWER, FIRST_STEP, goToTheQuestion, goToTheRemedy, REMEDY } from './key-not-home.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterEach(() => scene.everybodyLeaves());
afterAll(() => scene.close());

const SHOTS = fileURLToPath(new URL('../../../test-results/screenshots', import.meta.url));
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const SCHEMES = [
  { colorScheme: 'light', rules: ALL_RULES },
  { colorScheme: 'dark', rules: RULES_OF_COLOUR },
] as const;

/** Looks at what stands there in both schemes: what axe-core says of it, and a picture for people. */
const lookAt = (page: Page, name: string): Promise<void> => lookInto(page.frames(), page, name);

/** The same where all that has changed is the chat in the page. */
const lookAtChatIn = (page: Page, name: string): Promise<void> => {
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  expect(frames.length).toBeGreaterThan(0);
  return lookInto(frames, page, name);
};

async function lookInto(frames: readonly Frame[], page: Page, name: string): Promise<void> {
  const found: string[] = [];
  for (const { colorScheme, rules } of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await Promise.all(page.frames().map((frame) => frame.evaluate(settle)));
    found.push(...(await violationsIn(frames, rules)).map((violation) => `${colorScheme}: ${violation}`));
    await page.screenshot({ path: join(SHOTS, `${name}-${colorScheme}.png`) });
  }
  expect(found, name).toEqual([]);
}

/** Resolves once nothing changes its colour any more: half of a change is neither light nor dark. Runs in the page. */
async function settle(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const changes = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(changes.map(({ finished }) => finished));
}

describe('axe-core finds nothing', () => {
  it.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('on the demo page and the chat in it (%s)', async (size, viewport) => {
    const { page } = await scene.visitor({ viewport, reducedMotion: 'reduce' });
    await page.goto(scene.wire.url);
    await lookAt(page, `demo-${size}`);
    await page.locator('keyturn-widget').getByRole('button').click();
    const seen = chatIn(page);
    await seen.replies.first().waitFor();
    await lookAt(page, `widget-open-${size}`);
    await goToTheQuestion(seen);
    await lookAtChatIn(page, `widget-question-${size}`);
    await seen.button(ANSWER).click();
    await seen.hears(REMEDY);
    await lookAtChatIn(page, `widget-remedy-${size}`);
    await seen.root.getByRole('checkbox', { name: FIRST_STEP }).check();
    await seen.button('More').click();
    await lookAtChatIn(page, `widget-menu-${size}`);
  });

  it.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('on the page of the chat alone (%s)', async (size, viewport) => {
    const { page } = await scene.visitor({ viewport, reducedMotion: 'reduce', brokenLine: true });
    await page.goto(`${scene.wire.url}/chat`);
    const seen = chatOn(page);
    await seen.replies.first().waitFor();
    await lookAt(page, `chat-${size}`);
    await goToTheRemedy(seen);
    await lookAt(page, `chat-remedy-${size}`);
    const before = await seen.replies.count();
    await seen.button('Still there').click();
    await expect.poll(() => seen.replies.count()).toBeGreaterThan(before);
    await seen.say('let me talk to a human');
    await seen.log.locator('.handover').waitFor();
    await lookAt(page, `chat-handover-${size}`);
    await page.context().setOffline(true);
    await seen.say('are you still there?');
    await seen.root.getByText('Your message is kept').waitFor();
    await lookAt(page, `chat-offline-${size}`);
  });

  it('on a page of a shop with the widget, closed and open', async () => {
    const { page } = await scene.visitor({ viewport: DESKTOP, reducedMotion: 'reduce' });
    await page.goto(scene.shopPage);
    await lookAt(page, 'shop-closed');
    await goToTheQuestion(await openWidget(page));
    await lookAt(page, 'shop-open');
  });
});

describe('everything fits', () => {
  /** How far a page, and the chat in it, can be scrolled sideways. */
  const sideways = async (page: Page): Promise<readonly number[]> =>
    await Promise.all(
      page.frames().map((frame) =>
        frame.evaluate(() => {
          const scrolled = [document.documentElement, ...document.querySelectorAll('[role=log]')];
          return Math.max(...scrolled.map((element) => element.scrollWidth - element.clientWidth));
        }),
      ),
    );

  it.each([
    ['a screen of 320 pixels', { width: 320, height: 568 }],
    ['a zoom of 200 %', { width: 640, height: 400 }],
    ['a zoom of 400 %', { width: 320, height: 256 }],
  ])('on %s, without scrolling sideways', async (name, viewport) => {
    const { page } = await scene.visitor({ viewport });
    const shot = name.replace(/\W+/g, '-');
    await page.goto(scene.wire.url);
    expect(await sideways(page)).toEqual([0]);
    await page.goto(scene.shopPage);
    const seen = await openWidget(page);
    await goToTheQuestion(seen);
    await page.screenshot({ path: join(SHOTS, `${shot}-question.png`) });
    expect(await sideways(page)).toEqual([0, 0]);
    await seen.button(ANSWER).click();
    await seen.hears(REMEDY);
    await page.screenshot({ path: join(SHOTS, `${shot}-remedy.png`) });
    expect(await sideways(page)).toEqual([0, 0]);
    await page.goto(`${scene.wire.url}/chat`);
    await chatOn(page).hears(REMEDY);
    expect(await sideways(page)).toEqual([0]);
  });

  it('into a side bar of 240 pixels of a page', async () => {
    const body = `<aside id="help"></aside>${scene.scriptTag('data-target="#help"')}`;
    const style = '<style>#help { width: 240px; height: 500px }</style>';
    const { page } = await scene.visitor();
    await page.goto(scene.shop.put('/side', { body: `${style}${body}` }));
    const seen: Chat = chatIn(page);
    await goToTheRemedy(seen);
    expect(await sideways(page)).toEqual([0, 0]);
    expect((await page.locator('keyturn-widget iframe').boundingBox())?.width).toBeLessThanOrEqual(240);
    await page.screenshot({ path: join(SHOTS, 'side-bar.png') });
  });
});

describe('people’s own settings count', () => {
  it('dark: the chat is dark and its text is light', async () => {
    const { page } = await scene.visitor({ colorScheme: 'dark' });
    await page.goto(`${scene.wire.url}/chat`);
    const seen = chatOn(page);
    await seen.replies.first().waitFor();
    const lightness = (property: string): Promise<number> =>
      seen.root.locator('body').evaluate((body, name) => {
        const parts =
          getComputedStyle(body)
            .getPropertyValue(name)
            .match(/[\d.]+/g) ?? [];
        return parts.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
      }, property);
    expect(await lightness('background-color')).toBeLessThan(60);
    expect(await lightness('color')).toBeGreaterThan(190);
  });

  it('reduced motion: nothing moves', async () => {
    const { page } = await scene.visitor({ reducedMotion: 'reduce' });
    await page.goto(scene.shopPage);
    await launcherOn(page).click();
    const seen = chatIn(page);
    await goToTheQuestion(seen);
    await seen.button('More').click();
    const moving = (): number =>
      document.getAnimations().filter((animation) => {
        const { duration } = animation.effect?.getTiming() ?? {};
        return typeof duration === 'number' && duration > 10;
      }).length;
    for (const frame of page.frames()) expect(await frame.evaluate(moving)).toBe(0);
  });
});
