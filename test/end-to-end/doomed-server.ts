/**
 * The bot in a process of its own, which is killed, or whose thread ends, at one step of one turn. Told what to do by
 * one JSON argument; prints its address.
 */

import { extname } from 'node:path';
import type { Store } from '../../src/ports.ts';
import { readConfig } from '../../src/server/config.ts';
import { openBot } from '../../src/server/open-bot.ts';
import { serve } from '../../src/server/serve.ts';
import { openResponderOnThread } from '../../src/server/thread/responder-outside.ts';
import { withRecentStates } from '../../src/storage/recent-states.ts';
import { openSqliteStore } from '../../src/storage/sqlite-store.ts';
import { nothingRead, silentLog } from '../server/tiny-bot.ts';
import type { DoomedData } from './doomed-thread.ts';
import { type Doom, type Orders, SERVER_SECRET, SIGNING_SECRET } from './processes.ts';

const { file, doom }: Orders = JSON.parse(process.argv[2] ?? '{}');

/** How long the disk takes that never writes, in milliseconds: long enough for a 2xx that did not wait for it. */
const SLOW_DISK_MS = 100;

let times = 0;
const due = (step: Doom['step']): boolean => step === doom?.step && ++times === doom.nth;
const die = (): void => void process.kill(process.pid, 'SIGKILL');
const at = (step: Doom['step']): void => {
  if (due(step)) die();
};

/** Every step of a turn passes through its store. */
function watched(store: Store): Store {
  return {
    ...store,
    async load(conversation) {
      at('received');
      const loaded = await store.load(conversation);
      at('mid-turn');
      return loaded;
    },
    async commit(change) {
      if (due('committing')) {
        setTimeout(die, SLOW_DISK_MS);
        return await new Promise(() => {});
      }
      const result = await store.commit(change);
      at('committed');
      return result;
    },
    async claim(...lease) {
      const claimed = await store.claim(...lease);
      at('claimed');
      return claimed;
    },
    async markSent(ids) {
      at('sent');
      await store.markSent(ids);
      at('marked sent');
    },
  };
}

const data: DoomedData = { doom, times: new Int32Array(new SharedArrayBuffer(4)) };
// As it was written, or as it was bundled.
const program = new URL(`./doomed-thread${extname(import.meta.url)}`, import.meta.url);
const opened = openBot({
  responder: await openResponderOnThread({ program, data, log: silentLog }, Promise.resolve(nothingRead)),
  store: watched(withRecentStates(openSqliteStore(file))),
  log: silentLog,
  // What a dead process was sending is taken over soon, and a receiver that hangs up is called again at once.
  limits: { leaseMs: 1_000, claimRetryMs: 20, firstRetryMs: 20 },
});
// Tokens outlive a process that dies.
const config = readConfig(
  { port: 0 },
  { KEYTURN_SECRET: SIGNING_SECRET, KEYTURN_DIRECTLINE_SECRET: SERVER_SECRET },
);
const serving = await serve({ config, opened, log: silentLog });
process.once('SIGTERM', () => void serving.close());
process.stdout.write(`${serving.url}\n`);
