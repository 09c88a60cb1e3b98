/** What a page says of its chat, and what the chat leaves alone on it. */

import { createHmac } from 'node:crypto';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { IDENTITY_SECRET } from '../../channels/direct-line/shipped-bot.ts';
import { type Chat, chat, chatIn, expectAsStored, launcherOn, openWidget } from './chat.ts';
import { COMPLAINT, goToTheEnd, goToTheQuestion, QUESTION, REMEDY } from './key-not-home.ts';
import { farAway, openScene, type Scene } from './scene.ts';
import { openShop } from './shop.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterEach(() => scene.everybodyLeaves());
afterAll(() => scene.close());

/** The chat of the widget with this title, where a page has more than one. */
const chatCalled = (page: Page, title: string): Chat =>
  chat(page.frameLocator(`keyturn-widget iframe[title="${title}"]`));

describe('a page with a strict Content-Security-Policy', () => {
  it('needs the origin of the bot alone: no unsafe-inline, no unsafe-eval', async () => {
    const bot = scene.wire.url;
    const policy = `default-src 'none'; script-src ${bot}; frame-src ${bot}; base-uri 'none'; form-action 'none'`;
    const visitor = await scene.visitor();
    await visitor.page.goto(farAway(scene.shop.put('/strict', { body: scene.scriptTag(), policy })));
    const button = await launcherOn(visitor.page).boundingBox();
    expect(button?.x).toBeGreaterThan(640);
    const seen = await openWidget(visitor.page);
    await goToTheEnd(seen);
    await expectAsStored(seen, scene.bot, visitor);
  });

  it('that lets in no frame of the bot gets a way to the full page instead of an empty panel', async () => {
    const bot = scene.wire.url;
    const policy = `default-src 'none'; script-src ${bot}`;
    const { page } = await scene.visitor({ expected: /frame-src|postMessage/ });
    await page.clock.install();
    await page.goto(scene.shop.put('/no-frames', { body: scene.scriptTag(), policy }));
    await launcherOn(page).click();
    await page.clock.fastForward(60_000);
    const link = page.getByRole('link', { name: 'Open its own page' });
    expect(await link.getAttribute('href')).toBe(`${bot}/chat`);
  });
});

describe('a site that is not listed', () => {
  it('cannot show the chat, and says so', async () => {
    const { page } = await scene.visitor({ brokenLine: true, expected: /frame-ancestors|postMessage/ });
    await page.clock.install();
    const unlisted = await openShop();
    await page.goto(unlisted.put('/', { body: scene.scriptTag() }));
    await launcherOn(page).click();
    await page.getByText('The chat cannot be shown here.').waitFor({ state: 'attached' });
    await page.clock.fastForward(60_000);
    await page.getByText('The chat cannot be shown here.').waitFor();
    await unlisted.close();
  });
});

describe('the script tag', () => {
  it('loads nothing but itself until the chat is opened', async () => {
    const { page } = await scene.visitor();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(scene.shopPage, { waitUntil: 'networkidle' });
    expect(loaded.filter((path) => path !== '/favicon.ico')).toEqual(['/', '/widget.js']);
  });

  it('names, colours, places and opens the chat, in its language and with its words', async () => {
    const attributes = [
      'data-id="till"',
      'data-color="#8a1538"',
      'data-position="left"',
      'data-language="de"',
      'data-user-name="Una"',
      'data-text-write="Was steht auf der Kasse?"',
      'data-open',
    ].join(' ');
    const { page } = await scene.visitor();
    await page.goto(scene.shop.put('/own', { body: scene.scriptTag(attributes) }));
    const { root } = chatIn(page);
    await root.getByRole('heading', { name: 'Help', level: 1 }).waitFor();
    await root.getByRole('textbox', { name: 'Was steht auf der Kasse?' }).waitFor();
    await root.getByRole('button', { name: 'Von vorn' }).waitFor();
    await root.getByText('Tell me what the device says').waitFor();
    expect(await root.locator('html').getAttribute('lang')).toBe('de');
    expect((await launcherOn(page).boundingBox())?.x).toBeLessThan(100);
    expect(await launcherOn(page).evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
      'rgb(138, 21, 56)',
    );
    expect(await page.evaluate(() => Reflect.get(window, 'keyturn').id)).toBe('till');
  });
});

describe('window.keyturn', () => {
  it('opens, says, tells and closes', async () => {
    const early =
      '<script>(window.keyturn = window.keyturn || []).push(function (keyturn) { window.early = keyturn.id; });</script>';
    const visitor = await scene.visitor();
    const { page } = visitor;
    await page.goto(scene.shop.put('/api', { body: `${early}${scene.scriptTag()}` }));
    await page.evaluate(
      (names) => {
        const told: unknown[] = [];
        Object.assign(window, { told });
        const { keyturn } = Object.assign({ keyturn: null as never }, window) as unknown as {
          keyturn: { on(name: string, listener: (detail: unknown) => void): () => void };
        };
        for (const name of names) keyturn.on(name, (detail) => void told.push({ name, ...Object(detail) }));
      },
      ['ready', 'open', 'close', 'reply', 'unread'],
    );
    expect(await page.evaluate(() => Reflect.get(window, 'early'))).toBe('keyturn');

    await page.evaluate((text) => Reflect.get(window, 'keyturn').send(text), COMPLAINT);
    const seen = chatIn(page);
    await seen.hears(QUESTION);
    await page.evaluate(() => Reflect.get(window, 'keyturn').close());
    await expect.poll(() => seen.field.isVisible()).toBe(false);
    await page.evaluate(() => Reflect.get(window, 'keyturn').open());
    await seen.field.waitFor();
    await expectAsStored(seen, scene.bot, visitor);

    const told = (): Promise<readonly { readonly name: string }[]> =>
      page.evaluate(() => Reflect.get(window, 'told'));
    const states = ['open', 'ready', 'close'];
    await expect
      .poll(async () => (await told()).map(({ name }) => name).filter((name) => states.includes(name)))
      .toEqual(['open', 'ready', 'close', 'open']);
    await expect.poll(told).toContainEqual({
      name: 'reply',
      kind: 'question',
      id: 'key-seat',
      text: expect.stringContaining(QUESTION),
    });
  });

  it('counts what was said while nobody looked', async () => {
    const visitor = await scene.visitor();
    const { page } = visitor;
    await page.goto(scene.shopPage);
    const seen = await openWidget(page);
    await goToTheQuestion(seen);
    await launcherOn(page).click();
    const other = await visitor.context.newPage();
    await other.goto(scene.shopPage);
    const second = await openWidget(other);
    await second.say('2');
    await second.hears(REMEDY);
    await launcherOn(page, /^Help\W*1/).click();
    await seen.hears(REMEDY);
    await launcherOn(page).waitFor();
  });
});

describe('two widgets on one page', () => {
  it('hold two conversations, and neither hides the other', async () => {
    const body = `${scene.scriptTag()}${scene.scriptTag('data-id="stock" data-position="left"').replace('"Help"', '"Stock"')}`;
    const { page } = await scene.visitor();
    await page.goto(scene.shop.put('/two', { body }));
    const [help, stock] = [chatCalled(page, 'Help'), chatCalled(page, 'Stock')];
    await launcherOn(page, 'Help').click();
    await goToTheQuestion(help);
    await launcherOn(page, 'Stock').click();
    await stock.say('hello');
    await stock.hears('Hello. What does the device say');
    expect(await stock.lines()).toHaveLength(3);
    expect(await help.lines()).toHaveLength(3);
    expect(await page.evaluate(() => Reflect.get(window, 'keyturn').get('stock').id)).toBe('stock');

    await page.reload();
    await stock.hears('Hello. What does the device say');
    expect(await stock.lines()).toHaveLength(3);
    await launcherOn(page, 'Help').click();
    await help.hears(QUESTION);
    expect(await help.lines()).toHaveLength(3);
  });
});

describe('a person whom the page knows', () => {
  const signed = (id: string) => ({
    id,
    name: 'Una',
    hmac: createHmac('sha256', IDENTITY_SECRET).update(id).digest('hex'),
  });
  const identify = (page: Page, person: unknown): Promise<void> =>
    page.evaluate((who) => Reflect.get(window, 'keyturn').identify(who), person);

  it('goes on in the same conversation on another device', async () => {
    const [till, phone] = [await scene.visitor(), await scene.visitor()];
    await till.page.goto(scene.shopPage);
    await identify(till.page, signed('una'));
    const atTill = await openWidget(till.page);
    await goToTheQuestion(atTill);

    await phone.page.goto(scene.shopPage);
    await openWidget(phone.page);
    await identify(phone.page, signed('una'));
    const onPhone = chatIn(phone.page);
    await onPhone.hears(QUESTION);
    await onPhone.say('2');
    await onPhone.hears(REMEDY);
    await atTill.hears(REMEDY);
    await expectAsStored(onPhone, scene.bot, phone);
    await expectAsStored(atTill, scene.bot, till);
  });

  it('is not believed without the proof of the page’s server', async () => {
    const [una, other] = [await scene.visitor(), await scene.visitor({ brokenLine: true })];
    await una.page.goto(scene.shopPage);
    await identify(una.page, signed('una-2'));
    await goToTheQuestion(await openWidget(una.page));

    await other.page.goto(scene.shopPage);
    await identify(other.page, { ...signed('una-2'), hmac: 'f'.repeat(64) });
    await launcherOn(other.page).click();
    const root: FrameLocator | Page = chatIn(other.page).root;
    await root.getByText('Your sign-in could not be confirmed.').waitFor();
    expect(await chatIn(other.page).lines()).toEqual([]);
    expect(other.conversations).toEqual([]);
  });
});
