/** Serves until told to stop. */

import type { Config } from './config.ts';
import { createLog } from './log.ts';
import { CONFIGURED_BOT, openBotOnThread } from './thread/bot-outside.ts';

/**
 * How long a shutdown may take, in milliseconds. Range 1,000..60,000, default 10,000: container platforms kill
 * after 10 to 30 seconds; what is not finished then waits in the store for the next start.
 */
const SHUTDOWN_MS = 10_000;

/** Starts, says where, and resolves after SIGTERM or SIGINT once everything is closed. */
export async function runUntilStopped(config: Config, say: (line: string) => void): Promise<void> {
  const log = createLog();
  const { knowledge, storeFile } = config;
  const opening = openBotOnThread({ program: CONFIGURED_BOT, data: { knowledge, storeFile }, log });
  // What the channels need takes as long to load as what the bot needs, so both threads load at once.
  const [opened, { serve }] = await Promise.all([opening, import('./serve.ts')]);
  const serving = await serve({ config, opened, log });
  const { title, hash } = serving.knowledge;
  say(`Keyturn listens on ${serving.url} with "${title}" (${hash.slice(0, 12)}).`);
  await stopSignal();
  const late = setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
  await serving.close();
  clearTimeout(late);
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}
