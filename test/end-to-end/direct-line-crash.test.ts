/** Killed at every step, the bot keeps what it promises over Direct Line: nothing lost, nothing doubled, in order. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/storage/sqlite-store.ts';
import {
  type Doom,
  type RunningServer,
  SERVER_SECRET,
  STEPS_OF_A_THOUGHT,
  STEPS_OF_A_TURN,
  startServer,
  stopAll,
} from './processes.ts';

/** How often each step kills: once in `npm test`, dozens of deaths in the long run. */
const ROUNDS = process.env.KEYTURN_LONG === '1' ? 15 : 1;
const SEED = 20_260_205;
/** What a thread does is the same for every channel; `crash.test.ts` ends it at each of its steps. */
const THOUGHTS = ROUNDS === 1 ? STEPS_OF_A_THOUGHT.slice(-1) : STEPS_OF_A_THOUGHT;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-line-'));
  file = join(folder, 'keyturn.db');
});
afterEach(async () => {
  await stopAll();
  rmSync(folder, { recursive: true });
});

function dooms(steps: readonly Doom['step'][]): readonly Doom[] {
  const times = fc.sample(fc.integer({ min: 1, max: 4 }), { seed: SEED, numRuns: steps.length * ROUNDS });
  return times.map((nth, index) => ({ nth, step: steps[index % steps.length] ?? 'received' }));
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A request below `/v3/directline`; null where the connection broke before an answer came. */
async function request(
  server: RunningServer,
  method: 'GET' | 'POST',
  path: string,
  bearer: string,
  body?: unknown,
): Promise<Answer | null> {
  try {
    const response = await fetch(`${server.url}/v3/directline${path}`, {
      method,
      headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json', Connection: 'close' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  } catch {
    return null;
  }
}

/** A server, and the next one after each death, until all dooms are used up. */
function throughDeaths(doomed: readonly Doom[]) {
  const waiting = [...doomed];
  let server: RunningServer | null = null;
  let deaths = 0;
  return {
    deaths: () => deaths,
    async untilAnswered(ask: (server: RunningServer) => Promise<Answer | null>): Promise<Answer> {
      for (;;) {
        server ??= await startServer({ file, doom: waiting.shift() ?? null });
        const answer = await ask(server);
        if (answer !== null) return answer;
        await server.ended;
        server = null;
        deaths++;
      }
    },
    async stop() {
      await server?.stop();
    },
  };
}

/** The words of a list of activities: who says what. */
const words = (activities: unknown): readonly string[] =>
  Array.isArray(activities)
    ? activities.map((activity) => `${activity.from.role === 'bot' ? 'bot' : 'person'} ${activity.text}`)
    : [];

/** What was said after `count` messages. */
const conversation = (count: number): readonly string[] => [
  'bot 1: joined',
  ...Array.from({ length: count }, (_, index) => [
    `person message ${index + 1}`,
    `bot ${index + 2}: message ${index + 1}`,
  ]).flat(),
];

const message = (number: number) => ({
  type: 'message',
  from: { id: 'whoever' },
  text: `message ${number}`,
  channelData: { clientActivityID: `m${number}` },
});

describe('Direct Line, killed at every step', () => {
  it('keeps every message that it acknowledged, answers each once, and goes on by the watermark', async () => {
    const doomed = dooms(STEPS_OF_A_TURN);
    const line = throughDeaths(doomed);
    const generated = await line.untilAnswered((server) =>
      request(server, 'POST', '/tokens/generate', SERVER_SECRET),
    );
    const token = String(generated.body.token);
    const path = `/conversations/${generated.body.conversationId}/activities`;
    await line.untilAnswered((server) => request(server, 'POST', '/conversations', token));
    const read: string[] = [];
    const ids: unknown[] = [];
    let watermark = '';
    let count = 0;
    while (count < 4 || line.deaths() < doomed.length) {
      const sent = message(++count);
      const posted = await line.untilAnswered((server) => request(server, 'POST', path, token, sent));
      expect(posted.status).toBe(200);
      ids.push(posted.body.id);
      const got = await line.untilAnswered((server) =>
        request(server, 'GET', `${path}?watermark=${watermark}`, token),
      );
      read.push(...words(got.body.activities));
      watermark = String(got.body.watermark);
    }
    expect(read).toEqual(conversation(count));
    const again = await line.untilAnswered((server) => request(server, 'POST', path, token, message(1)));
    expect(again.body.id).toBe(ids[0]);
    const whole = await line.untilAnswered((server) => request(server, 'GET', path, token));
    expect(words(whole.body.activities)).toEqual(conversation(count));
    expect(new Set(ids).size).toBe(count);
    await line.stop();
    await expectStored(String(generated.body.conversationId), count);
  });
});

describe('Direct Line, the thread that thinks dying at every step', () => {
  it.each(dooms(THOUGHTS))('goes on without anybody noticing: $step, time $nth', async (doom) => {
    const server = await startServer({ file, doom });
    const generated = await request(server, 'POST', '/tokens/generate', SERVER_SECRET);
    const token = String(generated?.body.token);
    const path = `/conversations/${generated?.body.conversationId}/activities`;
    await request(server, 'POST', '/conversations', token);
    for (const number of [1, 2, 3, 4])
      expect((await request(server, 'POST', path, token, message(number)))?.status).toBe(200);
    const got = await request(server, 'GET', path, token);
    expect(words(got?.body.activities)).toEqual(conversation(4));
    await server.stop();
  });
});

/** The store's own word: as many commits as turns, and the lines without a gap. */
async function expectStored(conversationId: string, count: number): Promise<void> {
  const store = openSqliteStore(file);
  const key = JSON.stringify(['directline', conversationId]);
  expect(await store.load(key)).toMatchObject({ version: count + 1 });
  const lines = await store.history(key, 0, 1_000);
  expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_, index) => index + 1));
  expect(lines).toHaveLength(2 * count + 1);
  await store.close();
}
