/** Killed at every step, the bot loses no turn that it acknowledged, answers none twice, and every reply arrives. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readState } from '../../src/responder.ts';
import { openSqliteStore } from '../../src/storage/sqlite-store.ts';
import { activity, textsIn } from '../server/tiny-bot.ts';
import {
  type Doom,
  post,
  type Receiver,
  type RunningServer,
  STEPS_OF_A_SENDING,
  STEPS_OF_A_THOUGHT,
  STEPS_OF_A_TURN,
  seen,
  startReceiver,
  startServer,
  stopAll,
} from './processes.ts';

/** How often each step kills: once in `npm test`, hundreds of deaths in the long run. */
const ROUNDS = process.env.KEYTURN_LONG === '1' ? 30 : 1;
const SEED = 20_260_105;
/** Longest wait for what must come; nothing is measured by it. */
const PATIENCE = { timeout: 30_000 };

let folder: string;
let file: string;
let receiver: Receiver;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-crash-'));
  file = join(folder, 'keyturn.db');
  receiver = await startReceiver();
});
afterEach(async () => {
  await stopAll();
  await receiver.close();
  rmSync(folder, { recursive: true });
});

/** These steps in turn, each at a random time. */
function dooms(steps: readonly Doom['step'][]): readonly Doom[] {
  const times = fc.sample(fc.integer({ min: 1, max: 4 }), { seed: SEED, numRuns: steps.length * ROUNDS });
  return times.map((nth, index) => ({ nth, step: steps[index % steps.length] ?? 'received' }));
}

/** Sends numbered turns one after the other, each again until it is acknowledged; a new process after every death. */
async function talkThroughDeaths(
  doomed: readonly Doom[],
  message: (number: number) => Record<string, unknown>,
) {
  const waiting = [...doomed];
  const bodies: unknown[] = [];
  let server: RunningServer | null = null;
  let deaths = 0;
  for (let number = 1; deaths < doomed.length || server === null; ) {
    // What a dead process left behind is sent at once, so the next one may die before it says where it listens.
    server ??= await startServer({ file, doom: waiting.shift() ?? null }).catch(() => null);
    const answer = server === null ? null : await post(server.url, message(number));
    if (answer === null) {
      await server?.ended;
      server = null;
      deaths++;
      continue;
    }
    expect(answer.status).toBe(200);
    bodies.push(answer.body);
    number++;
  }
  return { server, bodies, deaths };
}

async function stateAfter(): Promise<{ turns: number | undefined; commits: number }> {
  const store = openSqliteStore(file);
  const { state, version } = await store.load(JSON.stringify(['test', 'conversation', 'user']));
  await store.close();
  return { turns: state === null ? undefined : readState(state).turn, commits: version };
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `${index + 1}: message ${index + 1}`);

describe('killed at every step', () => {
  it('answers an expectReplies turn once, and a repeat of it with the stored replies', async () => {
    const message = (number: number) => activity({ id: `m${number}`, text: `message ${number}` });
    const inTurn = dooms(STEPS_OF_A_TURN);
    const { server, bodies, deaths } = await talkThroughDeaths(inTurn, message);
    expect(bodies.flatMap(textsIn)).toEqual(numbered(bodies.length));
    expect((await post(server.url, message(1)))?.body).toEqual(bodies[0]);
    await server.stop();
    expect(await stateAfter()).toEqual({ turns: bodies.length, commits: bodies.length });
    expect(deaths).toBe(inTurn.length);
  });

  it('delivers every reply in order, and the user sees each once', async () => {
    const message = (number: number) =>
      activity({
        id: `m${number}`,
        text: `message ${number}`,
        deliveryMode: 'normal',
        serviceUrl: receiver.url,
      });
    const afterTurn = dooms(STEPS_OF_A_SENDING);
    const { server, bodies, deaths } = await talkThroughDeaths(afterTurn, message);
    await expect.poll(() => seen(receiver.received).length, PATIENCE).toBe(bodies.length);
    expect(seen(receiver.received)).toEqual(numbered(bodies.length));
    await server.stop();
    expect(await stateAfter()).toEqual({ turns: bodies.length, commits: bodies.length });
    expect(deaths).toBe(afterTurn.length);
  });
});

describe('the thread that thinks, dying at every step', () => {
  it.each(dooms(STEPS_OF_A_THOUGHT))(
    'is replaced without anybody noticing: $step, time $nth',
    async (doom) => {
      const server = await startServer({ file, doom });
      const direct = { conversation: { id: 'direct' } };
      const sent = { deliveryMode: 'normal', serviceUrl: receiver.url };
      for (const number of [1, 2, 3, 4]) {
        const say = (change: Record<string, unknown>) =>
          post(server.url, activity({ id: `m${number}`, text: `message ${number}`, ...change }));
        expect(textsIn((await say(direct))?.body)).toEqual([`${number}: message ${number}`]);
        expect(await say(sent)).toEqual({ status: 200, body: null });
      }
      await expect.poll(() => seen(receiver.received), PATIENCE).toEqual(numbered(4));
      await server.stop();
      expect(await stateAfter()).toEqual({ turns: 4, commits: 4 });
    },
  );
});

describe('a receiver that takes a reply and resets the connection', () => {
  it('gets it again with the same id, so that the user sees one message', async () => {
    const rude = await startReceiver((_, times) => times === 1);
    const server = await startServer({ file, doom: null });
    for (const number of [1, 2, 3]) {
      const answer = await post(
        server.url,
        activity({ text: `message ${number}`, deliveryMode: 'normal', serviceUrl: rude.url }),
      );
      expect(answer).toEqual({ status: 200, body: null });
    }
    await expect.poll(() => rude.received.length, PATIENCE).toBe(6);
    expect(seen(rude.received)).toEqual(numbered(3));
    await server.stop();
    await rude.close();
  });
});

describe('two processes on one file', () => {
  it('answer an activity that comes five times at once to both only once', async () => {
    const servers = await Promise.all([1, 2].map(() => startServer({ file, doom: null })));
    const same = activity({ text: 'message 1' });
    const answers = await Promise.all([0, 1, 0, 1, 0].map((index) => post(servers[index]?.url ?? '', same)));
    expect(answers.map((answer) => textsIn(answer?.body))).toEqual(Array(5).fill(['1: message 1']));
    expect(await stateAfter()).toEqual({ turns: 1, commits: 1 });
    await Promise.all(servers.map((server) => server.stop()));
  });

  it('keep the order of two senders who each wait for their 2xx, and send replies in the order of commits', async () => {
    const servers = await Promise.all([1, 2].map(() => startServer({ file, doom: null })));
    const each = 100;
    const sender = async (name: string) => {
      for (let number = 0; number < each; number++) {
        const text = `${name} ${number}`;
        const url = servers[number % 2]?.url ?? '';
        const answer = await post(
          url,
          activity({ id: text, text, deliveryMode: 'normal', serviceUrl: receiver.url }),
        );
        expect(answer?.status).toBe(200);
      }
    };
    await Promise.all(['a', 'b'].map(sender));
    await expect.poll(() => seen(receiver.received).length, PATIENCE).toBe(2 * each);
    const replies = seen(receiver.received).map((text) => text.split(': '));
    expect(replies.map(([count]) => Number(count))).toEqual(
      Array.from({ length: 2 * each }, (_, index) => index + 1),
    );
    for (const name of ['a', 'b']) {
      const own = replies.map(([, words]) => words).filter((words) => words?.startsWith(name));
      expect(own).toEqual(Array.from({ length: each }, (_, number) => `${name} ${number}`));
    }
    await Promise.all(servers.map((server) => server.stop()));
  });
});
