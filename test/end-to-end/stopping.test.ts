/** What happens to a bot that npm runs and that is told to stop: real processes, real signals. */

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ended } from '../built-program.ts';
import { makeClone } from '../clone.ts';
import { gate } from '../gate.ts';
import { activity } from '../server/tiny-bot.ts';
import { post } from './processes.ts';

// Each starts the whole program, and others may be using both processors.
vi.setConfig({ testTimeout: 300_000 });

const clone = makeClone();
afterAll(() => clone.remove());

/** Takes what is sent and, where it is told so, never answers. */
let receiver: Server;
let answers: boolean;
let arrived = gate();
beforeEach(async () => {
  answers = false;
  arrived = gate();
  receiver = createServer((request, response) => {
    request.resume().on('end', () => {
      if (answers) response.setHeader('Content-Type', 'application/json').end('{"id":"r"}');
      arrived.open();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
afterEach(() => void receiver.close().closeAllConnections());

/** Runs `npm start`; resolves once it listens. */
async function npmStart() {
  const npm = clone.start('npm', ['start'], {
    PORT: '0',
    KEYTURN_KNOWLEDGE: 'test/foreign-knowledge',
    KEYTURN_STORE: 'file:data/keyturn.db',
  });
  const over = ended(npm);
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    npm.stdout?.on('data', (chunk: Buffer) => {
      said += chunk;
      const found = /listens on (http:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    over.then(({ err }) => reject(new Error(err)), reject);
  });
  return { npm, url, over };
}

/** Who may send for which conversation; as long as there is one, the next start has to wait for its end. */
function leasesIn(file: string): readonly unknown[] {
  const db = new Database(file);
  const leases = db.prepare('select * from leases').all();
  db.close();
  return leases;
}

describe('npm start', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('passes %s on, and the bot ends well', async (signal) => {
    const { npm, url, over } = await npmStart();
    npm.kill(signal);
    expect(await over).toMatchObject({ code: 0, err: '' });
    await expect(fetch(url)).rejects.toThrow();
  });

  it('ends well though a receiver never answers, and the next one sends at once', {
    timeout: 120_000,
  }, async () => {
    const first = await npmStart();
    const { port } = receiver.address() as AddressInfo;
    const message = activity({
      text: 'no coffee',
      deliveryMode: 'normal',
      serviceUrl: `http://127.0.0.1:${port}`,
    });
    expect((await post(first.url, message))?.status).toBeLessThan(300);
    await arrived.opened;
    const toldAt = performance.now();
    first.npm.kill('SIGTERM');
    const { code } = await first.over;
    // The promise is ten seconds, that of most container platforms.
    expect([code, performance.now() - toldAt < 10_000]).toEqual([0, true]);

    expect(leasesIn(join(clone.folder, 'data/keyturn.db'))).toEqual([]);

    answers = true;
    arrived = gate();
    const second = await npmStart();
    await arrived.opened;
    second.npm.kill('SIGTERM');
    expect((await second.over).code).toBe(0);
  });
});
