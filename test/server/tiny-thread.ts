/** A thread that answers, fails and dies as the words say. */

import { parentPort, workerData } from 'node:worker_threads';
import { serveResponder } from '../../src/server/thread/responder-inside.ts';
import { echo, noKnowledge } from './tiny-bot.ts';

/** What the thread is given. */
export interface TinyThread {
  /** True: its knowledge cannot be read. */
  readonly broken: boolean;
}

const { broken }: TinyThread = workerData;

if (parentPort !== null)
  serveResponder(
    parentPort,
    async () => {
      if (broken) throw new Error('the knowledge base has 3 errors');
      return { ...noKnowledge, roleLabels: new Map([['cashier', 'Cashier']]) };
    },
    (kb, state, turn) => {
      const said = turn.kind === 'said' ? turn.text : '';
      if (said === 'fail') throw new RangeError('no answer');
      if (said === 'die') process.exit(1);
      // What nobody waits for goes wrong after the answer.
      if (said === 'stumble') setImmediate(() => JSON.parse('{'));
      return echo(kb, state, turn);
    },
  );
