/** What is promised of every channel, shown over Direct Line by one process. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import { openSqliteStore } from '../../../src/storage/sqlite-store.ts';
import { gate } from '../../gate.ts';
import { begin, lines, listen, type Talk } from './line.ts';
import { type LineParts, type LineServer, lineServer } from './line-server.ts';

const running = new Set<LineServer>();
async function started(parts: LineParts): Promise<LineServer> {
  const server = await lineServer(parts);
  running.add(server);
  return server;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-direct-line-'));
});
afterEach(async () => {
  for (const server of running) await server.close();
  running.clear();
  rmSync(folder, { recursive: true });
});
const sqlite = () => openSqliteStore(join(folder, 'keyturn.db'));

describe.each([
  ['in memory', () => createMemoryStore()],
  ['in a SQLite file', sqlite],
])('with a store %s', (_, open) => {
  it('the same activity five times at once is one turn, under one id', async () => {
    const { url } = await started({ store: open() });
    const talk = await begin(url);
    const stream = await listen(talk.streamUrl);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => talk.say('it beeps', 'the-same')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const late = await talk.say('it beeps', 'the-same');
    expect(late.body.id).toBe(answers[0]!.body.id);
    await talk.say('next');
    const told = ['bot: 1: joined', 'user: it beeps', 'bot: 2: it beeps', 'user: next', 'bot: 3: next'];
    expect(lines((await talk.read()).activities)).toEqual(told);
    await stream.until(() => stream.activities().length >= told.length);
    expect(lines(stream.activities())).toEqual(told);
  });

  it('two senders are each answered in their order, and everybody reads the same order', async () => {
    const { url } = await started({ store: open() });
    const talk = await begin(url);
    const stream = await listen(talk.streamUrl);
    const send = async (sender: string) => {
      for (let number = 0; number < 50; number++) await talk.say(`${sender}${number}`);
    };
    await Promise.all([send('a'), send('b')]);
    await stream.until(() => stream.activities().length >= 201);
    const read = (await talk.read()).activities;
    expect(stream.activities()).toEqual(read);
    const said = lines(read).filter((line) => line.startsWith('user: '));
    for (const sender of ['a', 'b'])
      expect(said.filter((line) => line.startsWith(`user: ${sender}`))).toEqual(
        Array.from({ length: 50 }, (__, number) => `user: ${sender}${number}`),
      );
    // Each answer stands right behind what it answers.
    for (const [index, { from, replyToId }] of read.entries())
      if (from.role === 'bot' && index > 0) expect(replyToId).toBe(read[index - 1]!.id);
  });
});

it('nothing is acknowledged or shown before it is durable', async () => {
  const written = gate();
  const store = createMemoryStore();
  const { url } = await started({
    store: {
      ...store,
      async commit(change) {
        if (change.turnId !== 'joined') await written.opened;
        return await store.commit(change);
      },
    },
  });
  const talk = await begin(url);
  const stream = await listen(talk.streamUrl);
  let acknowledged = false;
  const said = talk.say('hello').then((answer) => {
    acknowledged = true;
    return answer;
  });
  await stream.until(() => stream.activities().length === 1);
  expect((await talk.read()).watermark).toBe('1');
  expect(acknowledged).toBe(false);
  written.open();
  expect((await said).status).toBe(200);
  expect((await talk.read()).watermark).toBe('3');
});

it('what could not be kept is not acknowledged, and is answered when it is sent again', async () => {
  const store = createMemoryStore();
  let isFull = false;
  const { url } = await started({
    store: {
      ...store,
      async commit(change) {
        if (isFull) throw new Error('the disk is full of it beeps');
        return await store.commit(change);
      },
    },
  });
  const talk = await begin(url);
  isFull = true;
  const refused = await talk.say('it beeps', 'm1');
  expect([refused.status, refused.body]).toEqual([
    500,
    { error: { code: 'INTERNAL', message: expect.stringContaining('send the same message again') } },
  ]);
  isFull = false;
  expect((await talk.say('it beeps', 'm1')).status).toBe(200);
  expect(lines((await talk.read()).activities)).toEqual([
    'bot: 1: joined',
    'user: it beeps',
    'bot: 2: it beeps',
  ]);
});

it('a stream that cannot read its conversation ends, and the next one has everything', async () => {
  const store = createMemoryStore();
  let isBroken = false;
  const { url } = await started({
    store: {
      ...store,
      async history(conversation, after, limit) {
        if (isBroken) throw new Error('the store is gone');
        return await store.history(conversation, after, limit);
      },
    },
  });
  const talk = await begin(url);
  const stream = await listen(talk.streamUrl);
  await stream.until(() => stream.activities().length === 1);
  isBroken = true;
  await talk.say('hi');
  expect(await stream.closed).toBe(1011);
  isBroken = false;
  const next = await listen(await talk.resume(stream.watermark()));
  await next.until(() => next.activities().length === 2);
  expect(lines(next.activities())).toEqual(['user: hi', 'bot: 2: hi']);
});

it('a conversation outlives a restart: the same token, the same ids, and what comes next behind the watermark', async () => {
  const first = await started({ store: sqlite() });
  const talk = await begin(first.url);
  const stream = await listen(talk.streamUrl);
  await talk.say('before', 'm1');
  await stream.until(() => stream.activities().length === 3);
  const read = await talk.read();
  await first.close();
  running.delete(first);
  expect(await stream.closed).toBe(1001);

  const second = await started({ store: sqlite() });
  const after: Talk = talk.at(second.url);
  expect(await after.read()).toEqual(read);
  const again = await listen(await after.resume(stream.watermark()));
  expect((await after.say('before', 'm1')).body.id).toBe(read.activities[1]!.id);
  await after.say('after', 'm2');
  await again.until(() => again.activities().length === 2);
  expect(lines([...stream.activities(), ...again.activities()])).toEqual([
    'bot: 1: joined',
    'user: before',
    'bot: 2: before',
    'user: after',
    'bot: 3: after',
  ]);
});
