/** A thread that answers, fails and dies as the words say. */

import { parentPort } from 'node:worker_threads';
import { serveResponder } from '../../src/server/thread/responder-inside.ts';
import { KnowledgeRefused } from '../../src/storage/knowledge-folder.ts';
import { echo, noKnowledge } from './tiny-bot.ts';

if (parentPort !== null)
  serveResponder(
    parentPort,
    async ({ folder, hash }) => {
      if (folder === 'broken') throw new KnowledgeRefused(folder, ['a.yaml:1:1 K100 no']);
      if (folder === 'fatal') throw new RangeError('no knowledge');
      return { ...noKnowledge, hash, roleLabels: new Map([['cashier', 'Cashier']]) };
    },
    (kb, state, turn) => {
      const said = turn.kind === 'said' ? turn.text : '';
      if (said === 'fail') throw new RangeError('no answer');
      if (said === 'die') process.exit(1);
      if (said === 'brood') for (;;);
      if (said === 'work') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
      // What nobody waits for goes wrong after the answer.
      if (said === 'stumble') setTimeout(() => JSON.parse('{'), 20);
      return echo(kb, state, turn);
    },
  );
