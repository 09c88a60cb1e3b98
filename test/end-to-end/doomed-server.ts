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

/** Dies at the `nth` time that it is asked about its own step. */
function fate(doom: Doom | null): (step: Doom['step']) => void {
  let times = 0;
  return (step) => {
    if (doom !== null && step === doom.step && ++times === doom.nth) process.kill(process.pid, 'SIGKILL');
  };
}

const at = fate(orders.doom);

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
      const committed = store.commit(change);
      at('committing');
      const result = await committed;
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
