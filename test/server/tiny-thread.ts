/** A thread with a bot of a few lines: it answers, complains, fails and dies as the words say, and of a ping. */

import { parentPort, workerData } from 'node:worker_threads';
import { openBot } from '../../src/server/open-bot.ts';
import { serveBot } from '../../src/server/thread/bot-inside.ts';
import { openSqliteStore } from '../../src/storage/sqlite-store.ts';
import { echo, noKnowledge } from './tiny-bot.ts';

/** What the thread is given. */
export interface TinyThread {
  readonly file: string;
  /** True: it cannot be opened. */
  readonly broken: boolean;
}

const { file, broken }: TinyThread = workerData;

/** What nobody waits for goes wrong. */
async function accident(): Promise<void> {
  setImmediate(() => JSON.parse('{'));
}

if (parentPort !== null)
  serveBot(parentPort, async (log) => {
    if (broken) throw new Error('the knowledge base has 3 errors');
    return openBot({
      knowledge: { ...noKnowledge, roleLabels: new Map([['cashier', 'Cashier']]) },
      store: { ...openSqliteStore(file), ping: accident },
      respond: (kb, state, turn) => {
        const said = turn.kind === 'said' ? turn.text : '';
        if (said === 'fail') throw new RangeError('no answer');
        if (said === 'complain') log.warn({ turn: turn.id }, 'A complaint.');
        if (said === 'die') process.exit(1);
        return echo(kb, state, turn);
      },
      log,
    });
  });
