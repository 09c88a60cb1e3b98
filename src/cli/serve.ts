/** `keyturn serve`: what `npm start` runs. */

import { BadConfig, readConfig } from '../server/config.ts';
import { runUntilStopped } from '../server/run.ts';
import { type Arguments, wholeNumber } from './command.ts';
import { BadInput } from './faults.ts';
import { type Streams, write } from './streams.ts';

/** Serves until it is told to stop. Exit code 0 then; `BadInput` where it cannot start. */
export async function serve(args: Arguments, streams: Streams): Promise<number> {
  const knowledge = args.value('knowledge');
  const port = args.value('port') === null ? null : wholeNumber(args, 'port', 0, 0, 65_535);
  const config = readConfigured(
    { ...(knowledge === null ? {} : { knowledge }), ...(port === null ? {} : { port }) },
    streams,
  );
  await runUntilStopped(config, (line) => void write(streams.stdout, `${line}\n`).catch(() => undefined));
  return 0;
}

function readConfigured(
  overrides: Parameters<typeof readConfig>[0],
  streams: Streams,
): ReturnType<typeof readConfig> {
  try {
    return readConfig(overrides, streams.env);
  } catch (error) {
    if (error instanceof BadConfig) throw new BadInput(error.message);
    throw error;
  }
}
