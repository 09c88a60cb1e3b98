/**
 * What reading an activity costs of the thread that serves everybody: CPU time of this process (its garbage collector
 * too), not time on a clock, which other programs on the machine would lengthen. Each figure is the least of several
 * tries, for whatever else happens in the process only adds to it.
 */

import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_TEXT } from '../../src/channels/activity/reading-limits.ts';
import { createBotFrameworkChannel } from '../../src/channels/bot-framework/channel.ts';
import { MalformedBody, readClientActivity } from '../../src/channels/direct-line/read-activity.ts';
import { readTurn } from '../../src/channels/direct-line/read-turn.ts';
import { HttpFault } from '../../src/server/http-fault.ts';
import { MAX_BODY_BYTES, readJsonBody } from '../../src/server/json-body.ts';
import { silentLog } from '../server/tiny-bot.ts';
import { type BodyOfSize, DEAREST, hostileBody } from './hostile-bodies.ts';

const LONG = process.env.KEYTURN_LONG === '1';
const RUNS = LONG ? 1_000 : 15;
/**
 * Most CPU for one body, in milliseconds. What is promised is 100, which the long run checks. The short one runs on any
 * machine, beside anything: it finds only what is ten times as dear, and reading these bodies was, a hundred times.
 */
const LIMIT_MS = LONG ? 100 : 1_000;
const TRIES = 5;

const channel = createBotFrameworkChannel({
  settings: {},
  roleLabel: (role) => role,
  clock: () => 0,
  log: silentLog,
});

/** A request with this body, as node's server gives it. */
function requestWith(body: Uint8Array): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.headers = { 'content-type': 'application/json' };
  request.push(body);
  request.push(null);
  return request;
}

/** Null: it is refused, which costs too. */
async function bodyOf(body: Uint8Array): Promise<unknown> {
  try {
    return await readJsonBody(requestWith(body));
  } catch (error) {
    if (error instanceof HttpFault) return null;
    throw error;
  }
}

/** Reads a body as Bot Framework; gives the length of the text that is handed on. */
async function readAsActivity(body: Uint8Array): Promise<number> {
  let length = 0;
  await channel.receive(await bodyOf(body), '', async ({ turn }) => {
    if ('text' in turn) length = turn.text.length;
    return { replies: [] };
  });
  return length;
}

/** Reads a body as Direct Line; gives the length of the text that is handed on. */
async function readAsDirectLine(body: Uint8Array): Promise<number> {
  try {
    const turn = readTurn(readClientActivity(await bodyOf(body)), 0);
    return turn !== null && 'text' in turn ? turn.text.length : 0;
  } catch (error) {
    if (error instanceof MalformedBody) return 0;
    throw error;
  }
}

const WAYS = [
  ['Bot Framework', readAsActivity],
  ['Direct Line', readAsDirectLine],
] as const;
type Read = (body: Uint8Array) => Promise<number>;

/** Least CPU of some tries, in milliseconds; none more once it is within `enoughMs`. */
async function cpuMsOf(read: Read, body: Uint8Array, enoughMs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && (tries === 0 || least > enoughMs); tries++) {
    const begun = process.cpuUsage();
    await read(body);
    const { user, system } = process.cpuUsage(begun);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

/** Tried in turn, so that whatever slows one down, a compiler that is not done yet say, slows down both. */
async function bothCpuMs(read: Read, one: Uint8Array, other: Uint8Array): Promise<readonly [number, number]> {
  let least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  for (let tries = 0; tries < TRIES; tries++) {
    least = [
      Math.min(least[0], await cpuMsOf(read, one, Number.POSITIVE_INFINITY)),
      Math.min(least[1], await cpuMsOf(read, other, Number.POSITIVE_INFINITY)),
    ];
  }
  return least;
}

const bytesOf = (body: BodyOfSize, maxBytes: number): Uint8Array => new TextEncoder().encode(body(maxBytes));

describe.each(WAYS)('a body of a megabyte that means no good, read as %s', (way, read) => {
  it.each(DEAREST)('%s: four times as much costs no more than eight times as much', async (_, body) => {
    // Sixteen times where every part is held against every other. What is small is measured too coarsely to compare.
    const [quarter, whole] = await bothCpuMs(read, bytesOf(body, 65_536), bytesOf(body, 262_144));
    expect(whole).toBeLessThan(20 + 8 * quarter);
    expect(await cpuMsOf(read, bytesOf(body, MAX_BODY_BYTES), LIMIT_MS)).toBeLessThanOrEqual(LIMIT_MS);
  });

  it(`costs at most ${LIMIT_MS} ms of CPU, whatever is in it, and hands on at most ${LONGEST_TEXT} units`, async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(hostileBody, async (body) => {
        const bytes = bytesOf(body, MAX_BODY_BYTES);
        expect(bytes.length).toBeLessThanOrEqual(MAX_BODY_BYTES);
        const ms = await cpuMsOf(read, bytes, LIMIT_MS);
        if (LONG && ms > most) most = Math.max(most, await cpuMsOf(read, bytes, most));
        expect(ms).toBeLessThanOrEqual(LIMIT_MS);
        expect(await read(bytes)).toBeLessThanOrEqual(LONGEST_TEXT);
      }),
      { numRuns: RUNS, seed: 1 },
    );
    if (LONG) console.info(`${way}: at most ${most.toFixed(0)} ms of CPU for ${RUNS} bodies`);
  });
});
