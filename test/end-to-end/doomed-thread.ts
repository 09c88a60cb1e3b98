/** The thread of a bot on a SQLite file, which ends its process or only itself at one step of one turn. */

import { parentPort, workerData } from 'node:worker_threads';
import type { ConversationStore, TicketBook } from '../../src/ports.ts';
import { openBot } from '../../src/server/open-bot.ts';
import { serveBot } from '../../src/server/thread/bot-inside.ts';
import { withRecentStates } from '../../src/storage/recent-states.ts';
import { openSqliteStore } from '../../src/storage/sqlite-store.ts';
import { echo, noKnowledge } from '../server/tiny-bot.ts';
import type { Doom, Orders } from './processes.ts';

/** What the thread is given: its orders, and how often its step has come in this and former threads. */
export interface DoomedData extends Orders {
  readonly times: Int32Array;
}

const { file, doom, times }: DoomedData = workerData;

/** How long the disk takes that never writes, in milliseconds: long enough for a 2xx that did not wait for it. */
const SLOW_DISK_MS = 100;

const due = (step: Doom['step']): boolean =>
  doom !== null && step === doom.step && Atomics.add(times, 0, 1) + 1 === doom.nth;

function die(): void {
  if (doom?.kills === 'thread') process.exit(1);
  process.kill(process.pid, 'SIGKILL');
}

const at = (step: Doom['step']): void => {
  if (due(step)) die();
};

/** Every step of a turn passes through its store. */
function watched(store: ConversationStore & TicketBook): ConversationStore & TicketBook {
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

if (parentPort !== null)
  serveBot(parentPort, async (log) =>
    openBot({
      knowledge: noKnowledge,
      store: watched(withRecentStates(openSqliteStore(file))),
      respond: echo,
      log,
      // What a dead thread was sending is taken over soon, and a receiver that hangs up is called again at once.
      limits: { leaseMs: 1_000, claimRetryMs: 20, firstRetryMs: 20 },
    }),
  );
