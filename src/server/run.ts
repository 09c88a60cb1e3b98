/** Serves until told to stop. */

import { dirname, join } from 'node:path';
import { type Log, loggedError } from '../ports.ts';
import type { Config } from './config.ts';
import { explainStart, type StartNeed } from './explain-start.ts';
import { createLog } from './log.ts';
import { keptSecret } from './secret.ts';
import type { Serving } from './serve.ts';
import { openResponderOnThread, RESPONDER } from './thread/responder-outside.ts';
import type { ResponderData } from './thread/responder-thread.ts';
import { keepUpToDate, readFolder, type UpToDate } from './up-to-date.ts';

/**
 * How long a shutdown may take, in milliseconds. Range 8,000..60,000, default 9,000: container platforms kill after 10
 * to 30 seconds; requests (5 s) and sendings (2 s) are cut off before, so only something that is stuck takes so long.
 */
const SHUTDOWN_MS = 9_000;

/**
 * Starts, says where, and resolves after SIGTERM or SIGINT once everything is closed.
 * @throws StartFailed where it cannot start; nothing runs on then
 */
export async function runUntilStopped(config: Config, say: (line: string) => void): Promise<void> {
  const log = createLog();
  process.once('uncaughtException', (error) => endUnforeseen(error, log));
  const { serving, upToDate } = await start(config, log);
  const { title, hash } = serving.knowledge;
  if (!config.takesActivities)
    log.warn({}, 'POST /api/messages is closed: others can reach the bot, and MicrosoftAppId is not set.');
  // Whoever reads that it listens may tell it to stop in the same moment.
  const stopped = stopSignal();
  say(`Keyturn listens on ${serving.url} with "${title}" (${hash.slice(0, 12)}).`);
  await stopped;
  const late = setTimeout(() => endLate(log), SHUTDOWN_MS).unref();
  await Promise.all([upToDate.stop(), serving.close()]);
  clearTimeout(late);
  // A sending that was abandoned may hold its connection for long; nobody waits for it.
  setTimeout(() => process.exit(), 0).unref();
}

function endLate(log: Log): void {
  log.error(
    { afterMs: SHUTDOWN_MS },
    'Something is stuck and was cut off; what was acknowledged is in the store.',
  );
  process.exit(1);
}

async function start(config: Config, log: Log): Promise<{ serving: Serving; upToDate: UpToDate }> {
  const { knowledge, storeFile } = config;
  const had = <T>(need: StartNeed, work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw explainStart(need, error, config);
    });
  const secret = config.web.secret ?? (await had('secret', keptSecret(storeFile)));
  // What the network and the store need takes as long to load as the knowledge does, so both threads load at once.
  const data: ResponderData = { cacheFolder: cacheFolder(storeFile) };
  const program = had('program', loadProgram(config));
  const thinking = openResponderOnThread({ program: RESPONDER, data, log }, readFolder(knowledge));
  const [responder] = await Promise.all([had('knowledge', thinking), program.catch(() => undefined)]);
  const { openConfigured, serve } = await program.catch(async (error: unknown) => {
    await responder.close();
    throw error;
  });
  const opened = await had('store', openConfigured(storeFile, responder, log));
  const upToDate = keepUpToDate({ folder: knowledge, responder, log });
  const answering = serve({ config, opened, secret, refused: upToDate.refused, log });
  const serving = await had('serving', answering).catch(async (error: unknown) => {
    await upToDate.stop();
    throw error;
  });
  return { serving, upToDate };
}

/** What answers the network; botbuilder, which is the most of it, only where Bot Framework is sure to call. */
async function loadProgram({ botFramework }: Config) {
  const [open, serve] = await Promise.all([
    import('./open-configured.ts'),
    import('./serve.ts'),
    botFramework.MicrosoftAppId === undefined ? null : import('../channels/bot-framework/adapter.ts'),
  ]);
  return { ...open, ...serve };
}

/** An error that nobody foresaw leaves the process in a state that nobody knows. Only its kind is told. */
function endUnforeseen(error: unknown, log: Log): void {
  log.error(loggedError(error), 'The program failed and ends; what was acknowledged is in the store.');
  process.exit(1);
}

/** Prepared knowledge is kept beside the conversations; null where those are not kept either. */
const cacheFolder = (storeFile: string | null): string | null =>
  storeFile === null ? null : join(dirname(storeFile), 'prepared');

/** npm passes on what a terminal sends to both of them, so a second signal is no second wish. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
  });
}
