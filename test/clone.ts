/** The folder that `git clone` and `npm ci` leave behind, and a shell in it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ended, personsEnvironment } from './built-program.ts';
import type { Ran } from './cli/program.ts';

/** What a person has who followed "Start" of the README, and may write to. */
export interface Clone {
  readonly folder: string;
  /** Runs a line as it is pasted into a shell, with nothing typed into it. */
  shell(line: string): Promise<Ran>;
  /** Starts a program in the folder, with its output piped. */
  start(command: string, args: readonly string[], env?: Readonly<Record<string, string>>): ChildProcess;
  remove(): void;
}

/** Copies what was built, without the sources, so that nothing is built again: it would take longer than most tests. */
export function makeClone(): Clone {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-clone-'));
  for (const part of ['dist', 'knowledge', 'test/foreign-knowledge', 'build.mjs', 'package.json'])
    cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  // npx keeps what it links in the cache of npm, which goes with the folder.
  const npm = { npm_config_cache: join(folder, '.npm'), npm_config_offline: 'true' };
  const start: Clone['start'] = (command, args, more = {}) =>
    spawn(command, args, { cwd: folder, env: personsEnvironment({ ...npm, ...more }), stdio: 'pipe' });
  return {
    folder,
    start,
    shell: (line) =>
      ended(
        spawn(line, {
          cwd: folder,
          env: personsEnvironment(npm),
          shell: true,
          stdio: ['ignore', 'pipe', 'pipe'],
        }),
      ),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
