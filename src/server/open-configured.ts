/** The bot that the configuration describes. */

import { dirname, join } from 'node:path';
import { respond } from '../core/respond.ts';
import type { Log } from '../ports.ts';
import { createMemoryStore } from '../storage/memory-store.ts';
import { withRecentStates } from '../storage/recent-states.ts';
import { openSqliteStore } from '../storage/sqlite-store.ts';
import type { Config } from './config.ts';
import { loadKnowledge } from './knowledge.ts';
import { type OpenBot, openBot } from './open-bot.ts';

/** What the bot itself needs of the configuration. */
export type BotConfig = Pick<Config, 'knowledge' | 'storeFile'>;

/** Rejects, with what to do, where the knowledge or the store cannot be had. */
export async function openConfigured(config: BotConfig, log: Log): Promise<OpenBot> {
  const { knowledge, storeFile } = config;
  return openBot({
    knowledge: await loadKnowledge(knowledge, cacheFolder(storeFile)),
    store: storeFile === null ? createMemoryStore() : withRecentStates(openSqliteStore(storeFile)),
    respond,
    log,
  });
}

/** Prepared knowledge is kept beside the conversations; null where those are not kept either. */
const cacheFolder = (storeFile: string | null): string | null =>
  storeFile === null ? null : join(dirname(storeFile), 'prepared');
