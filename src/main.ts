/** What `npm start` runs. */

import { readConfig } from './server/config.ts';
import { runUntilStopped } from './server/run.ts';
import { StartFailed } from './server/start-failed.ts';

// Whoever reads along may go, or have a full disk: that ends no conversation.
process.stdout.on('error', () => undefined);

try {
  await runUntilStopped(readConfig(), (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  const why = error instanceof StartFailed ? error.message : 'Keyturn failed while it ended.';
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
