/** Trouble at random moments, by seed: whatever comes, nothing is lost, nothing is doubled, and the order is kept. */

import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/simulate/random.ts';
import { type Served, serveEcho } from './served.ts';
import { createDevice, type Page, said } from './till.ts';

/** Seeds that are tried; the figures that are quoted come from the long run. */
const seeds = Array.from({ length: process.env.KEYTURN_LONG === '1' ? 100 : 3 }, (_, index) => index + 1);

/** All pages show what the store has, in which each text stands once. */
async function expectSame(served: Served, pages: readonly Page[], texts: readonly string[]): Promise<void> {
  for (const page of pages) {
    const shown = await page.until(
      ({ lines, answering }) => lines.length === 1 + 2 * texts.length && !answering,
    );
    const stored = await served.said(shown.conversationId);
    expect(said(shown)).toEqual(stored);
    const persons = stored.filter((line) => line.startsWith('person: '));
    expect([...persons].sort()).toEqual(texts.map((text) => `person: ${text}`).sort());
  }
}

const isInOrder = (texts: readonly string[], all: readonly string[]): boolean => {
  const places = texts.map((text) => all.indexOf(`person: ${text}`));
  return places.every((place, index) => index === 0 || place > places[index - 1]!);
};

describe('a conversation', () => {
  it.each(seeds)('loses and doubles nothing where its WebSocket is cut ten times (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const served = await serveEcho();
    const till = createDevice(served.url);
    const { webSockets } = served.wire;
    served.wire.cutWebSocketsAfter(() => (webSockets.cut < 10 ? Math.floor(random() * 3_000) : null));
    const page = till.open();
    const texts: string[] = [];
    while (webSockets.cut < 10) {
      texts.push(`number ${texts.length + 1}`);
      page.say(texts.at(-1)!);
      if (random() < 0.7) await page.untilAnswered();
    }
    await expectSame(served, [page], texts);
    expect(isInOrder(texts, said(page.snapshot()))).toBe(true);
    till.close();
    await served.close();
  });

  it.each(seeds)('outlives everything that can happen to two tabs (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const served = await serveEcho();
    const till = createDevice(served.url);
    const pages = [till.open(), till.open()];
    const texts: [string[], string[]] = [[], []];
    let lost = 0;

    const say = (tab: 0 | 1): void => {
      texts[tab].push(`${tab}.${texts[tab].length}`);
      pages[tab]!.say(texts[tab].at(-1)!);
    };
    const events: readonly (() => unknown)[] = [
      () => say(0),
      () => say(0),
      () => say(1),
      () => say(1),
      () => served.wire.cutWebSockets(),
      () => served.wire.letWebSocketsThrough(random() < 0.7),
      () => served.wire.loseAnswers((method) => method === 'POST' && lost++ % 3 === 0),
      () => served.wire.loseAnswers(() => false),
      () => served.wire.goDown(),
      () => served.wire.comeUp(),
      () => till.happens('offline'),
      () => till.happens('online'),
      () => till.happens('visible'),
      () => pages[0]!.retry(),
      () => {
        pages[1]!.close();
        pages[1] = till.open();
      },
      async () => {
        await served.stop();
        say(0);
        await served.start();
      },
      () => new Promise((resolve) => setImmediate(resolve)),
      () => fetch(served.url).catch(() => null),
    ];

    await Promise.all(pages.map((page) => page.until(({ lines }) => lines.length === 1)));
    for (let count = 0; count < 60; count++) await events[Math.floor(random() * events.length)]!();
    served.wire.comeUp();
    served.wire.letWebSocketsThrough(true);
    served.wire.loseAnswers(() => false);
    till.happens('online');
    await expectSame(served, pages, texts.flat());
    for (const page of pages)
      for (const own of texts) expect(isInOrder(own, said(page.snapshot()))).toBe(true);
    expect([...till.stored.keys()]).toEqual(['keyturn.resume']);
    till.close();
    await served.close();
  });
});
