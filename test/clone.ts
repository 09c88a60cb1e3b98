/** The folder that `git clone` and `npm ci` leave behind, and a shell in it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
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

/** Copies what was built. Only building is left out: it is done already, and would take longer than most tests. */
export function makeClone(): Clone {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-clone-'));
  for (const part of ['dist', 'knowledge', 'test/foreign-knowledge'])
    cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  const { scripts, ...rest } = JSON.parse(readFileSync('package.json', 'utf8'));
  const built = { ...rest, scripts: { ...scripts, build: 'node --version' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(built, null, 2));
  const env = surroundings(join(folder, '.npm'));
  const start: Clone['start'] = (command, args, more = {}) =>
    spawn(command, args, { cwd: folder, env: { ...env, ...more }, stdio: 'pipe' });
  return {
    folder,
    start,
    async shell(line) {
      const child = spawn(line, { cwd: folder, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
      const [out, err, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'close'),
      ]);
      return { code, out, err };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** What a person's shell has: nothing of the npm that runs the tests, and a cache of npm that is thrown away. */
function surroundings(cache: string): NodeJS.ProcessEnv {
  const theirs = Object.entries(process.env).filter(([name]) => !/^(npm_|keyturn_|port$)/i.test(name));
  return { ...Object.fromEntries(theirs), npm_config_cache: cache, npm_config_offline: 'true' };
}
