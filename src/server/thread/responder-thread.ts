/** What the thread that thinks runs: the core, away from the network and the disk. */

import { parentPort, workerData } from 'node:worker_threads';
import { respond } from '../../core/respond.ts';
import { loadKnowledge } from '../knowledge.ts';
import { serveResponder } from './responder-inside.ts';

/** What the thread is given. */
export interface ResponderData {
  /** Where prepared knowledge is kept; null: nowhere. */
  readonly cacheFolder: string | null;
}

const { cacheFolder }: ResponderData = workerData;

if (parentPort !== null) serveResponder(parentPort, (read) => loadKnowledge(read, cacheFolder), respond);
