/** What the thread of the bot runs: the knowledge, the store and the core, away from the network. */

import { parentPort, workerData } from 'node:worker_threads';
import { type BotConfig, openConfigured } from '../open-configured.ts';
import { serveBot } from './bot-inside.ts';

const config: BotConfig = workerData;

if (parentPort !== null) serveBot(parentPort, (log) => openConfigured(config, log));
