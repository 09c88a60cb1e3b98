/** Direct Line over WebSockets: what is said comes by itself, once, in order, and after a cut from where it was. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, type Listening, lines, listen, type Talk } from './line.ts';
import { type LineServer, lineServer } from './line-server.ts';

const has = (listening: Listening, count: number) => () => listening.activities().length >= count;

describe('a stream', () => {
  let server: LineServer;
  let talk: Talk;
  beforeAll(async () => {
    server = await lineServer();
    talk = await begin(server.url);
    for (const text of ['a', 'b', 'c']) await talk.say(text, text);
  });
  afterAll(() => server.close());
  const all = ['bot: 1: joined', 'user: a', 'bot: 2: a', 'user: b', 'bot: 3: b', 'user: c', 'bot: 4: c'];

  it('begins with what was said before, and goes on with what is said', async () => {
    const fresh = await begin(server.url);
    const stream = await listen(fresh.streamUrl);
    await stream.until(has(stream, 1));
    const { body } = await fresh.say('it beeps', 'x1');
    await stream.until(has(stream, 3));
    expect(lines(stream.activities())).toEqual(['bot: 1: joined', 'user: it beeps', 'bot: 2: it beeps']);
    expect(stream.activities()[1]).toMatchObject({ id: body.id, channelData: { clientActivityID: 'x1' } });
    expect(await fresh.read()).toEqual({ activities: stream.activities(), watermark: stream.watermark() });
    stream.socket.close();
  });

  it.each(all.map((_, index) => index))('that was cut after %i lines goes on behind them', async (from) => {
    const stream = await listen(await talk.resume(String(from)));
    await stream.until(has(stream, all.length - from));
    expect(lines(stream.activities())).toEqual(all.slice(from));
    expect(stream.watermark()).toBe('7');
    stream.socket.terminate();
  });

  it.each(['8', '999999999999999'])(
    'that begins beyond the end, at %s, has what is said next',
    async (watermark) => {
      const fresh = await begin(server.url);
      const stream = await listen(await fresh.resume(watermark));
      await fresh.say('new');
      await stream.until(has(stream, 2));
      expect([lines(stream.activities()), stream.watermark()]).toEqual([['user: new', 'bot: 2: new'], '3']);
      stream.socket.close();
    },
  );

  it('is one of several: another tab has all of it too', async () => {
    const fresh = await begin(server.url);
    const tabs = await Promise.all([1, 2, 3].map(() => listen(fresh.streamUrl)));
    await fresh.say('hi');
    for (const tab of tabs) {
      await tab.until(has(tab, 3));
      expect(lines(tab.activities())).toEqual(['bot: 1: joined', 'user: hi', 'bot: 2: hi']);
      tab.socket.close();
    }
  });

  it('of one conversation has nothing of another', async () => {
    const [one, other] = [await begin(server.url), await begin(server.url)];
    const stream = await listen(one.streamUrl);
    await other.say('for the other one');
    await one.say('for this one');
    await stream.until(has(stream, 3));
    expect(lines(stream.activities()).slice(1)).toEqual(['user: for this one', 'bot: 2: for this one']);
    stream.socket.close();
  });

  it('goes on whatever small thing its client says, and ends at a large one', async () => {
    const fresh = await begin(server.url);
    const stream = await listen(fresh.streamUrl);
    for (const frame of ['', '{}', 'hello', Buffer.from([0, 1])]) stream.socket.send(frame);
    await fresh.say('still there');
    await stream.until(has(stream, 3));
    expect(lines(await fresh.read().then(({ activities }) => activities))).toHaveLength(3);
    stream.socket.send('x'.repeat(2_000));
    expect(await stream.closed).toBe(1009);
  });

  it('is closed with 1001 when the bot shuts down', async () => {
    const { url, close } = await lineServer();
    const streams = await Promise.all([1, 2].map(async () => listen((await begin(url)).streamUrl)));
    await close();
    expect(await Promise.all(streams.map(({ closed }) => closed))).toEqual([1001, 1001]);
  });
});
