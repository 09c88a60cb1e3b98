/**
 * The bot on a SQLite file, in a process of its own, that ends itself with SIGKILL at one step of one turn. Told
 * what to do by one JSON argument; prints its address.
 */

import type { ConversationStore, TicketBook } from '../../src/ports.ts';
import { readConfig } from '../../src/server/config.ts';
import { serve } from '../../src/server/serve.ts';
import { openSqliteStore } from '../../src/storage/sqlite-store.ts';
import { echo, noKnowledge, silentLog } from '../server/tiny-bot.ts';
import type { Doom, Orders } from './processes.ts';

const orders: Orders = JSON.parse(process.argv[2] ?? '{}');

/** Says whether the `nth` time of the step has come at which this process dies. */
function fate(doom: Doom | null): (step: Doom['step']) => boolean {
  let times = 0;
  return (step) => doom !== null && step === doom.step && ++times === doom.nth;
}

const due = fate(orders.doom);
const die = () => process.kill(process.pid, 'SIGKILL');
const at = (step: Doom['step']) => {
  if (due(step)) die();
};

/** How long the disk takes that never writes, in milliseconds: long enough for a 2xx that did not wait for it. */
const SLOW_DISK_MS = 100;

/** Every step of a turn passes through its store. */
function watched(store: ConversationStore & TicketBook): ConversationStore & TicketBook {
  return {
    ...store,
    async repliesOf(conversation, turnId) {
      at('received');
      return await store.repliesOf(conversation, turnId);
    },
    async load(conversation) {
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

const serving = await serve({
  config: readConfig({ port: 0 }, { KEYTURN_STORE: 'memory:' }),
  log: silentLog,
  knowledge: noKnowledge,
  respond: echo,
  store: watched(openSqliteStore(orders.file)),
  // What a dead process was sending is taken over soon, and a receiver that hangs up is called again at once.
  limits: { leaseMs: 1_000, claimRetryMs: 20, firstRetryMs: 20 },
});
process.once('SIGTERM', () => void serving.close());
process.stdout.write(`${serving.url}\n`);
