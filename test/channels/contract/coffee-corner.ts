/** The program behind a channel: the coffee corner, a store that can be watched, and starting anew on it. */

import { respond } from '../../../src/core/respond.ts';
import type { Store } from '../../../src/ports.ts';
import { served } from '../../../src/server/knowledge.ts';
import { type OpenBot, openBot } from '../../../src/server/open-bot.ts';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import { foreignBase } from '../../foreign-base.ts';
import { responderHere, silentLog } from '../../server/tiny-bot.ts';

export const { prepared } = await foreignBase();

/** What roles are called in the coffee corner. */
export const { roleLabels } = served(prepared);

/** A store that tells when nothing waits in it any more. */
export interface WatchedStore extends Store {
  /** Resolves once every reply that was committed is sent and every effect done. */
  settled(): Promise<void>;
}

/** A store in memory, which outlives the programs that close it. */
export function watchedStore(): WatchedStore {
  const store = createMemoryStore();
  let changed = () => {};
  let change = Promise.resolve();
  const expectChange = () => {
    change = new Promise((resolve) => {
      changed = resolve;
    });
  };
  expectChange();
  const told =
    <T extends unknown[]>(work: (...given: T) => Promise<void>) =>
    async (...given: T) => {
      await work(...given);
      changed();
      expectChange();
    };
  return {
    ...store,
    markSent: told(store.markSent),
    markDone: told(store.markDone),
    giveUp: told(store.giveUp),
    async settled() {
      while (true) {
        const next = change;
        const waiting = [await store.unsent(1), await store.undone(1)];
        if (waiting.every((items) => items.length === 0)) return;
        await next;
      }
    },
  };
}

/** A bot that answers out of the coffee corner and keeps in `store`. */
export function coffeeBot(store: WatchedStore): OpenBot {
  return openBot({ responder: responderHere(respond, served(prepared)), store, log: silentLog });
}
