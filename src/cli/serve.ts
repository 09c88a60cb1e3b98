/** `keyturn serve`: what `npm start` runs. */

import { type ConfigOverrides, readConfig } from '../server/config.ts';
import { runUntilStopped } from '../server/run.ts';
import { StartFailed } from '../server/start-failed.ts';
import { type Arguments, wholeNumber } from './command.ts';
import { BadInput } from './faults.ts';
import { type Streams, write } from './streams.ts';

/**
 * Serves until it is told to stop. Exit code 0 then.
 * @throws BadInput where it cannot start
 */
export async function serve(args: Arguments, streams: Streams): Promise<number> {
  const overrides = overridesOf(args);
  try {
    const config = readConfig(overrides, streams.env);
    await runUntilStopped(config, (line) => void write(streams.stdout, `${line}\n`).catch(() => undefined));
    return 0;
  } catch (error) {
    throw error instanceof StartFailed ? new BadInput(error.message) : error;
  }
}

function overridesOf(args: Arguments): ConfigOverrides {
  const knowledge = args.value('knowledge');
  const port = args.value('port');
  return {
    ...(knowledge === null ? {} : { knowledge }),
    ...(port === null ? {} : { port: wholeNumber(args, 'port', 0, 0, 65_535) }),
  };
}
