/** The program as it was built, in a process of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Ran } from './cli/program.ts';

/** Both ways to serve: `npm start` runs the first one. */
export const SERVERS = {
  'npm start': ['dist/program/main.js'],
  'keyturn serve': ['dist/program/bin.js', 'serve'],
};

/** What a person's shell has: nothing of the npm that runs the tests, and no settings of the bot. */
export function personsEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const theirs = Object.entries(process.env).filter(([name]) => !/^(npm_|keyturn_|port$)/i.test(name));
  return { ...Object.fromEntries(theirs), ...more };
}

/**
 * Starts a server in a folder, on any free port where nothing else is said.
 * @param before what a shell does first; empty: there is no shell
 * @param output where both streams go; left out: to the test
 */
export function startServing(
  server: keyof typeof SERVERS,
  folder: string,
  env: Readonly<Record<string, string>>,
  before = '',
  output: 'pipe' | number = 'pipe',
): ChildProcess {
  const [program = '', ...words] = SERVERS[server];
  const command = [process.execPath, resolve(program), ...words];
  const [file = '', ...args] =
    before === '' ? command : ['sh', '-c', `${before}; exec "$@"`, 'sh', ...command];
  return spawn(file, args, {
    cwd: folder,
    env: personsEnvironment({ PORT: '0', ...env }),
    stdio: ['ignore', output, output],
  });
}

/** All that a process printed and the code that it ended with; 128 and its number where a signal ended it. */
export async function ended(child: ChildProcess): Promise<Ran> {
  const printed = (stream: Readable | null) => (stream === null ? '' : text(stream));
  const [out, err, [code, signal]] = await Promise.all([
    printed(child.stdout),
    printed(child.stderr),
    once(child, 'close'),
  ]);
  return { code: code ?? 128 + (constants.signals[signal as NodeJS.Signals] ?? 0), out, err };
}

/** The address under which a server says that it listens. */
export async function listening(child: ChildProcess): Promise<string> {
  const [line] = await once(child.stdout ?? child, 'data');
  return /http:\S+/.exec(String(line))?.[0] ?? String(line);
}
