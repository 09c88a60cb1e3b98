/** Serves until told to stop. */

import { dirname, join } from 'node:path';
import type { Config } from './config.ts';
import { createLog } from './log.ts';
import { keptSecret } from './secret.ts';
import { openResponderOnThread, RESPONDER } from './thread/responder-outside.ts';
import type { ResponderData } from './thread/responder-thread.ts';
import { keepUpToDate, readFolder } from './up-to-date.ts';

/**
 * How long a shutdown may take, in milliseconds. Range 1,000..60,000, default 10,000: container platforms kill
 * after 10 to 30 seconds; what is not finished then waits in the store for the next start.
 */
const SHUTDOWN_MS = 10_000;

/** Starts, says where, and resolves after SIGTERM or SIGINT once everything is closed. */
export async function runUntilStopped(config: Config, say: (line: string) => void): Promise<void> {
  const log = createLog();
  const { knowledge, storeFile } = config;
  const data: ResponderData = { cacheFolder: cacheFolder(storeFile) };
  // What the network and the store need takes as long to load as the knowledge does, so both threads load at once.
  const secret = config.web.secret ?? (await keptSecret(storeFile));
  const [responder, { openConfigured }, { serve }] = await Promise.all([
    openResponderOnThread({ program: RESPONDER, data, log }, readFolder(knowledge)),
    import('./open-configured.ts'),
    import('./serve.ts'),
  ]);
  const opened = await openConfigured(storeFile, responder, log);
  const upToDate = keepUpToDate({ folder: knowledge, responder, log });
  const serving = await serve({ config, opened, secret, refused: upToDate.refused, log });
  const { title, hash } = serving.knowledge;
  if (!config.takesActivities)
    log.warn({}, 'POST /api/messages is closed: others can reach the bot, and MicrosoftAppId is not set.');
  say(`Keyturn listens on ${serving.url} with "${title}" (${hash.slice(0, 12)}).`);
  await stopSignal();
  const late = setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
  await upToDate.stop();
  await serving.close();
  clearTimeout(late);
}

/** Prepared knowledge is kept beside the conversations; null where those are not kept either. */
const cacheFolder = (storeFile: string | null): string | null =>
  storeFile === null ? null : join(dirname(storeFile), 'prepared');

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}
