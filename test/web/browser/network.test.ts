/** On slow and broken lines nothing is lost, nothing comes twice, and people know where they stand. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/simulate/random.ts';
import { type Chat, chatOn, expectAsStored, openWidget } from './chat.ts';
import {
  ANSWER,
  COMPLAINT,
  END,
  FIXED,
  goToTheEnd,
  goToTheQuestion,
  goToTheRemedy,
  REMEDY,
} from './key-not-home.ts';
import { openScene, type Scene } from './scene.ts';
import type { Visitor } from './visitor.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterEach(async () => {
  scene.wire.comeUp();
  scene.wire.letWebSocketsThrough(true);
  scene.wire.cutWebSocketsAfter(() => null);
  scene.wire.loseAnswers(() => false);
  await scene.everybodyLeaves();
});
afterAll(() => scene.close());

/** Somebody on a line that will break, whose clock can be moved on. */
async function somebody(): Promise<{ readonly visitor: Visitor; readonly seen: Chat }> {
  const visitor = await scene.visitor({ brokenLine: true });
  await visitor.page.clock.install();
  await visitor.page.goto(scene.shopPage);
  return { visitor, seen: await openWidget(visitor.page) };
}

/** What is said while lines break: some of it has one reply, some of it two, some buttons. */
const SAID = [COMPLAINT, 'why do you ask', 'not sure', 'back', 'what', 'hello', 'start over', 'thanks'];

const long = process.env.KEYTURN_LONG === '1';
/** WebSockets that are cut in one conversation, and conversations. */
const CUTS = long ? 50 : 10;
const SEEDS = long ? [1, 2, 3] : [1];

/** Most bytes that come over a WebSocket before it is cut: about two replies. */
const MOST_BYTES = 4_000;

/** Longer than any pause of the connection before it tries again, in milliseconds. */
const LONGEST_PAUSE_MS = 90_000;

describe('a WebSocket', () => {
  it.each(SEEDS)(
    `that is cut ${CUTS} times at random moments loses and doubles nothing (seed %i)`,
    async (seed) => {
      const random = randomFrom(seed);
      const { wire } = scene;
      const before = wire.webSockets.cut;
      const cuts = (): number => wire.webSockets.cut - before;
      wire.cutWebSocketsAfter(() => (cuts() < CUTS ? Math.floor(random() * MOST_BYTES) : null));
      const { visitor, seen } = await somebody();

      for (let said = 0; cuts() < CUTS; said++) {
        const lines = (await seen.lines()).length;
        await seen.say(SAID[said % SAID.length]!);
        // Pauses before the next attempt pass at once; what is said meanwhile waits like on any bad line.
        await visitor.page.clock.fastForward(LONGEST_PAUSE_MS);
        await expect.poll(async () => (await seen.lines()).length).toBeGreaterThan(lines + 1);
      }
      await expectAsStored(seen, scene.bot, visitor);
      expect(visitor.conversations).toHaveLength(1);
    },
  );

  it('that no proxy lets through is done without', async () => {
    scene.wire.letWebSocketsThrough(false);
    const before = scene.wire.webSockets.opened;
    const visitor = await scene.visitor({ brokenLine: true });
    await visitor.page.goto(scene.shopPage);
    const seen = await openWidget(visitor.page);
    await goToTheEnd(seen);
    await expectAsStored(seen, scene.bot, visitor);
    expect(scene.wire.webSockets.opened).toBe(before);
  });
});

describe('a device without a network', () => {
  it('keeps three messages and sends each of them once', async () => {
    const visitor = await scene.visitor({ brokenLine: true });
    await visitor.page.goto(scene.shopPage);
    const seen = await openWidget(visitor.page);

    await visitor.context.setOffline(true);
    await seen.root.getByText('No connection. Go on writing').waitFor();
    for (const text of ['hello', COMPLAINT, 'not sure']) await seen.say(text);
    await seen.root.getByText('3 messages are kept').waitFor();
    expect((await seen.lines()).filter(({ from }) => from === 'person')).toHaveLength(3);

    await visitor.context.setOffline(false);
    await expect.poll(() => seen.root.getByText('No connection').count()).toBe(0);
    await expect.poll(async () => (await seen.lines()).at(-1)?.from).toBe('bot');
    await expectAsStored(seen, scene.bot, visitor);
    const said = (await seen.lines()).filter(({ from }) => from === 'person');
    expect(said.map(({ text }) => text)).toEqual([
      expect.stringContaining('hello'),
      expect.stringContaining(COMPLAINT),
      expect.stringContaining('not sure'),
    ]);
  });

  it('keeps them over a reload', async () => {
    const visitor = await scene.visitor({ brokenLine: true });
    const { context, page } = visitor;
    await page.goto(`${scene.wire.url}/chat`);
    const seen = chatOn(page);
    await seen.replies.first().waitFor();
    // The page itself can be loaded again, but it reaches the bot no more.
    scene.wire.letWebSocketsThrough(false);
    scene.wire.cutWebSockets();
    await context.route(/directline|session/, (route) => route.abort());
    await seen.say(COMPLAINT);
    await seen.root.getByText('Your message is kept').waitFor();
    await page.reload();
    await seen.root.getByText('Your message is kept').waitFor();
    expect((await seen.lines()).at(-1)).toEqual({ from: 'person', text: expect.stringContaining(COMPLAINT) });
    await context.unroute(/directline|session/);
    await seen.button('Try now').click();
    await seen.button(ANSWER).waitFor();
    await expectAsStored(seen, scene.bot, visitor);
  });
});

describe('an answer that is lost', () => {
  it('is asked for again, and the message is heard once', async () => {
    const { visitor, seen } = await somebody();
    let lost = 0;
    scene.wire.loseAnswers((method, path) => method === 'POST' && path.endsWith('/activities') && lost++ < 2);
    await seen.say(COMPLAINT);
    await seen.button(ANSWER).waitFor();
    await visitor.page.clock.fastForward(LONGEST_PAUSE_MS);
    await expect.poll(() => lost).toBeGreaterThan(2);
    await expectAsStored(seen, scene.bot, visitor);
  });
});

describe('a bot', () => {
  it('that is started anew in the middle of a conversation goes on with it', async () => {
    const { visitor, seen } = await somebody();
    await goToTheQuestion(seen);
    await scene.bot.restart();
    await visitor.page.clock.fastForward(LONGEST_PAUSE_MS);
    await seen.button(ANSWER).click();
    await visitor.page.clock.fastForward(LONGEST_PAUSE_MS);
    await seen.hears(REMEDY);
    await expectAsStored(seen, scene.bot, visitor);
    expect(visitor.conversations).toHaveLength(1);
  });

  it('that is away is waited for, and "try now" need not wait', async () => {
    const { visitor, seen } = await somebody();
    await goToTheRemedy(seen);
    scene.wire.goDown();
    await seen.button(FIXED).click();
    await seen.button('Try now').waitFor();
    scene.wire.comeUp();
    await seen.button('Try now').click();
    await seen.hears(END);
    await expectAsStored(seen, scene.bot, visitor);
  });
});
