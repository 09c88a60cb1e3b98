/** Streams that last: signs of life, tokens that expire, slow clients, slow answers, a store that others write to. */

import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import { gate } from '../../gate.ts';
import { echo } from '../../server/tiny-bot.ts';
import { ask, begin, type Listening, lines, listen, talkOf } from './line.ts';
import { type LineParts, type LineServer, lineServer } from './line-server.ts';

/** Servers that a test starts for itself. */
const own: LineServer[] = [];
async function started(parts: LineParts): Promise<LineServer> {
  const server = await lineServer(parts);
  own.push(server);
  return server;
}
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(own.splice(0).map((server) => server.close()));
});

const has = (listening: Listening, count: number) => () => listening.activities().length >= count;

describe('over time', () => {
  it('a stream is kept alive with empty messages', async () => {
    const { url } = await started({ tuning: { keepAliveMs: 10 } });
    const stream = await listen((await begin(url)).streamUrl);
    await stream.until(() => stream.empties() >= 3);
    expect(lines(stream.activities())).toEqual(['bot: 1: joined']);
  });

  it('a stream has what another process wrote at its next sign of life', async () => {
    const store = createMemoryStore();
    const one = await started({ store, tuning: { keepAliveMs: 10 } });
    const other = await started({ store });
    const talk = await begin(one.url);
    const stream = await listen(talk.streamUrl);
    await talk.at(other.url).say('from the other one');
    await stream.until(has(stream, 3));
    expect(lines(stream.activities()).at(-1)).toBe('bot: 2: from the other one');
  });

  it('a client that gives no sign of life is let go', async () => {
    const { url } = await started({ tuning: { keepAliveMs: 10, keepAlivesMissed: 2 } });
    // As a device that lost its network, it does not answer pings.
    const stream = await listen((await begin(url)).streamUrl, { autoPong: false });
    expect(await stream.closed).toBe(1006);
  });

  it('a stream ends with its token, and the client is told', async () => {
    const { url } = await started({ tuning: { keepAliveMs: 10 } });
    const talk = await begin(url);
    const stream = await listen(talk.streamUrl);
    await stream.until(has(stream, 1));
    later(30);
    expect(await stream.closed).toBe(4403);
    const { status, body } = await ask(url, `/conversations/${talk.id}?watermark=1`, { token: talk.token });
    expect([status, body.error.code]).toEqual([403, 'TOKEN_EXPIRED']);
  });

  it('nothing is sent on a token that has expired', async () => {
    const { url } = await started({});
    const talk = await begin(url);
    const stream = await listen(talk.streamUrl);
    await stream.until(has(stream, 1));
    later(29);
    const renewed = (await ask(url, '/tokens/refresh', { method: 'POST', token: talk.token })).body;
    later(1);
    expect((await talkOf(url, renewed).say('too late for this stream')).status).toBe(200);
    expect(await stream.closed).toBe(4403);
    expect(lines(stream.activities())).toEqual(['bot: 1: joined']);
  });

  it('typing is shown while an answer takes long, and is not kept', async () => {
    const thought = gate();
    const store = createMemoryStore();
    const { url } = await started({
      tuning: { typingAfterMs: 5 },
      store: {
        ...store,
        async commit(change) {
          if (change.turnId !== 'joined') await thought.opened;
          return await store.commit(change);
        },
      },
    });
    const talk = await begin(url);
    const stream = await listen(talk.streamUrl);
    await stream.until(has(stream, 1));
    const said = talk.say('a hard one');
    await stream.until(has(stream, 2));
    expect(stream.activities()[1]).toMatchObject({ type: 'typing', from: { role: 'bot' } });
    expect(stream.watermark()).toBe('1');
    thought.open();
    await said;
    await stream.until(has(stream, 4));
    expect((await talk.read()).activities.map(({ type }) => type)).toEqual(['message', 'message', 'message']);
  });

  it('a client that reads slowly is sent no more than it takes, and has everything in the end', async () => {
    const store = createMemoryStore();
    const asked: number[] = [];
    const { url } = await started({
      store: {
        ...store,
        async history(conversation, after, limit) {
          asked.push(after);
          return await store.history(conversation, after, limit);
        },
      },
      respond: (kb, state, turn) => ({
        ...echo(kb, state, turn),
        replies: [{ kind: 'smalltalk', id: 'long', text: 'x'.repeat(1_000_000) }],
      }),
      tuning: { linesPerFrame: 1 },
    });
    const talk = await begin(url);
    const slow = await listen(`${talk.streamUrl}&replies=data`);
    await slow.until(has(slow, 1));
    slow.socket.pause();
    for (let index = 0; index < 30; index++) await talk.say(`${index}`);
    await talk.read('?watermark=61');
    const furthest = Math.max(...asked.filter((after) => after < 60));
    expect(furthest).toBeLessThan(50);
    slow.socket.resume();
    await slow.until(has(slow, 61));
    expect(slow.watermark()).toBe('61');
  });

  it('a stream that is told of something new while it finds nothing looks again', async () => {
    const store = createMemoryStore();
    const [asked, read] = [gate(), gate()];
    let isSlow = false;
    const { url } = await started({
      store: {
        ...store,
        async history(conversation, after, limit) {
          const kept = await store.history(conversation, after, limit);
          if (isSlow) {
            asked.open();
            await read.opened;
          }
          return kept;
        },
      },
    });
    const talk = await begin(url);
    await talk.say('a', 'm1');
    const stream = await listen(talk.streamUrl);
    await stream.until(has(stream, 3));
    isSlow = true;
    await talk.say('a', 'm1');
    await asked.opened;
    await talk.say('b');
    read.open();
    await stream.until(has(stream, 5));
    expect(lines(stream.activities()).slice(3)).toEqual(['user: b', 'bot: 3: b']);
  });

  it('a shutdown does not wait for clients that take no leave', async () => {
    const server = await lineServer({ tuning: { leaveMs: 10 } });
    const stream = await listen((await begin(server.url)).streamUrl);
    await stream.until(has(stream, 1));
    stream.socket.pause();
    await expect(server.close()).resolves.toBeUndefined();
    stream.socket.terminate();
  });
});

/** Sets the clock of the server forward. */
function later(minutes: number): void {
  const at = Date.now() + minutes * 60_000;
  vi.useFakeTimers({ toFake: ['Date'], now: at });
}
