/** How long the server takes from its start until it is ready. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { percentiles, type Times } from './percentiles.ts';

/** How often readiness is asked for, in milliseconds; the figures are no finer. */
const ASK_EVERY_MS = 5;
/** When a start counts as failed, in milliseconds. */
const TOO_LATE_MS = 60_000;

/** Starts of one kind. */
export interface StartTimes {
  /** With nothing prepared before. */
  readonly cold: Times;
  /** With the prepared knowledge kept from an earlier start. */
  readonly cached: Times;
}

/** Starts the real server `starts` times without and with prepared knowledge beside its store. */
export async function startTimes(starts: number): Promise<StartTimes> {
  const cold: number[] = [];
  const cached: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'keyturn-start-'));
    cold.push(await startToReadyMs(folder));
    cached.push(await startToReadyMs(folder));
    await rm(folder, { recursive: true });
  }
  return { cold: percentiles(cold), cached: percentiles(cached) };
}

async function startToReadyMs(folder: string): Promise<number> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), KEYTURN_STORE: `file:${join(folder, 'keyturn.db')}` };
  const begun = performance.now();
  const child = spawn(process.execPath, ['dist/program/main.js'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null)
        throw new Error(`the server ended with ${child.exitCode} before it was ready`);
      if (performance.now() - begun > TOO_LATE_MS) throw new Error('the server did not become ready');
      await wait(ASK_EVERY_MS);
    }
    return performance.now() - begun;
  } finally {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
}

async function isReady(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
  await response?.arrayBuffer();
  return response?.status === 200;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
