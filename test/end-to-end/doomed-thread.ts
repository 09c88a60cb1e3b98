/** A thread that thinks of little, and ends at one step of one thought. */

import { parentPort, workerData } from 'node:worker_threads';
import { serveResponder } from '../../src/server/thread/responder-inside.ts';
import { echo, noKnowledge } from '../server/tiny-bot.ts';
import type { Doom } from './processes.ts';

/** What the thread is given: where it dies, and how often that step has come in this and former threads. */
export interface DoomedData {
  readonly doom: Doom | null;
  readonly times: Int32Array;
}

const { doom, times }: DoomedData = workerData;

const due = (step: Doom['step']): boolean =>
  doom !== null && step === doom.step && Atomics.add(times, 0, 1) + 1 === doom.nth;

if (parentPort !== null)
  serveResponder(
    parentPort,
    async () => noKnowledge,
    (kb, state, turn) => {
      if (due('asked')) process.exit(1);
      const response = echo(kb, state, turn);
      if (due('known')) process.exit(1);
      if (due('told')) setTimeout(() => process.exit(1), 20);
      return response;
    },
  );
