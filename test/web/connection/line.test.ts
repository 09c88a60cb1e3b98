/** What becomes of a conversation whose line fails, with and without WebSockets. */

import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { SocketLike } from '../../../src/web/chat/connection/parts.ts';
import { begun, endScenes, expectSaid, isOnline, opened, sayAll, three } from './scene.ts';
import { quick } from './till.ts';

afterEach(endScenes);

const isPost = (method: string, path: string): boolean => method === 'POST' && path.endsWith('/activities');

describe('a line with faults', () => {
  it('takes the WebSocket away: it is opened again', async () => {
    const { page, served } = await begun();
    served.wire.cutWebSockets();
    sayAll(page);
    await expectSaid(served, page, three);
    expect(served.wire.webSockets.cut).toBe(1);
  });

  it('fails now and then: each time it is tried again as soon as the first time', async () => {
    const pauses: number[] = [];
    const { page, served } = await begun(
      {},
      {
        times: { ...quick, backOffMs: 7 },
        random: () => 0,
        after(ms, callback) {
          pauses.push(ms);
          const timer = setTimeout(callback, ms);
          return () => clearTimeout(timer);
        },
      },
    );
    for (let count = 0; count < 3; count++) {
      served.wire.cutWebSockets();
      await page.until(({ status }) => status === 'connecting');
      page.say(`number ${count}`);
      await page.untilAnswered();
    }
    expect(pauses.filter((ms) => ms === 3.5)).toHaveLength(3);
    expect(pauses).not.toContain(7);
  });

  it.each([true, false])('loses the answers to what is sent (WebSocket: %s)', async (open) => {
    const { page, served } = await begun();
    let lost = 0;
    served.wire.letWebSocketsThrough(open);
    served.wire.cutWebSockets();
    served.wire.loseAnswers((method, path) => isPost(method, path) && ++lost % 2 === 1);
    sayAll(page);
    await expectSaid(served, page, three);
    expect(lost).toBeGreaterThan(2);
  });

  it('is down while three messages are typed, and comes up', async () => {
    const { page, served, till } = await begun();
    served.wire.goDown();
    till.happens('offline');
    expect(page.snapshot().status).toBe('offline');
    sayAll(page);
    expect(page.snapshot().lines.slice(3)).toMatchObject(
      three.map((text) => ({ text, delivery: 'waiting' })),
    );
    served.wire.comeUp();
    till.happens('online');
    await expectSaid(served, page, three);
  });

  it('is down without the device knowing it: what is said waits', async () => {
    const { page, served } = await begun();
    served.wire.goDown();
    sayAll(page);
    await page.until(({ status }) => status === 'offline');
    served.wire.comeUp();
    await expectSaid(served, page, three);
  });

  it('is down when the page is opened: "try now" tries at once', async () => {
    const { served, till } = await begun();
    served.wire.goDown();
    const page = till.open({ times: { ...quick, backOffMs: 3_600_000, longestBackOffMs: 3_600_000 } });
    await page.until(({ status }) => status === 'offline');
    served.wire.comeUp();
    page.retry();
    await page.until(isOnline);
  });

  it('keeps what was not sent over a reload', async () => {
    const { page, served, till } = await begun();
    served.wire.goDown();
    sayAll(page);
    page.close();
    // A browser gives the names of what it stores in any order.
    const stored = [...till.stored].reverse();
    till.stored.clear();
    for (const [name, value] of stored) till.stored.set(name, value);
    const reloaded = till.open();
    expect(reloaded.snapshot().lines).toMatchObject(three.map((text) => ({ text, delivery: 'waiting' })));
    served.wire.comeUp();
    await expectSaid(served, reloaded, three);
    expect([...till.stored.keys()].filter((name) => name.includes('unsent'))).toEqual([]);
  });

  it('sends what two tabs both keep once', async () => {
    const { page, served, till } = await begun();
    served.wire.goDown();
    sayAll(page);
    const other = till.open();
    served.wire.comeUp();
    await Promise.all([expectSaid(served, page, three), expectSaid(served, other, three)]);
  });
});

describe('where WebSockets are blocked', () => {
  it('asks for what is new, and goes over to a WebSocket once one is let through', async () => {
    const { served, till } = await opened();
    served.wire.letWebSocketsThrough(false);
    let tellOpen = (): void => undefined;
    const open = new Promise<void>((resolve) => {
      tellOpen = resolve;
    });
    const page = till.open({
      openSocket(url) {
        const socket = new WebSocket(url);
        socket.once('open', tellOpen);
        return socket;
      },
    });
    page.say('hello');
    await page.untilAnswered();
    sayAll(page);
    await expectSaid(served, page, three);
    expect(served.wire.webSockets.opened).toBe(0);
    served.wire.letWebSocketsThrough(true);
    await open;
    page.say('four');
    await expectSaid(served, page, [...three, 'four']);
  });

  it('asks where each one is closed as soon as it is open', async () => {
    const { served, till } = await opened();
    served.wire.cutWebSocketsAfter(() => 0);
    const page = till.open();
    page.say('hello');
    await page.untilAnswered();
    sayAll(page);
    await expectSaid(served, page, three);
  });

  it('asks while one does not open', async () => {
    const silent: SocketLike = { addEventListener: () => undefined, close: () => undefined };
    const { page, served } = await begun(
      {},
      { openSocket: () => silent, times: { ...quick, impatientMs: 20, socketOpensMs: 3_600_000 } },
    );
    sayAll(page);
    await expectSaid(served, page, three);
  });

  it('asks where the page forbids them', async () => {
    const { page, served } = await begun(
      {},
      {
        openSocket() {
          throw new Error('forbidden by the policy of the page');
        },
      },
    );
    sayAll(page);
    await expectSaid(served, page, three);
  });
});
