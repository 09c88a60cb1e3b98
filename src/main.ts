/** What `npm start` runs. */

import { readConfig } from './server/config.ts';
import { runUntilStopped } from './server/run.ts';

try {
  await runUntilStopped(readConfig(), (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'Keyturn could not start.'}\n`);
  process.exitCode = 1;
}
