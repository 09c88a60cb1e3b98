/** The bot that the configuration describes. */

import type { Log } from '../ports.ts';
import { createMemoryStore } from '../storage/memory-store.ts';
import { withRecentStates } from '../storage/recent-states.ts';
import { openSqliteStore } from '../storage/sqlite-store.ts';
import { type KnowingResponder, type OpenBot, openBot } from './open-bot.ts';

/**
 * Puts `responder` before the store in `storeFile` (null: in memory). Rejects where the store cannot be had;
 * nothing is left open then.
 */
export async function openConfigured(
  storeFile: string | null,
  responder: KnowingResponder,
  log: Log,
): Promise<OpenBot> {
  try {
    const store = storeFile === null ? createMemoryStore() : withRecentStates(openSqliteStore(storeFile));
    return openBot({ responder, store, log });
  } catch (error) {
    await responder.close();
    throw error;
  }
}
