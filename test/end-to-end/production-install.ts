/** Keyturn as it stands on a server: what was built, and no package that is only for building and testing. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What git does not keep, and what is installed or made in a checkout. */
const MADE = new Set(['.git', 'node_modules', 'dist', 'data', 'schema', 'test-results']);
const foreignKnowledge = join(process.cwd(), 'test/foreign-knowledge');

/** What a command printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Copies what a clone would have into a new folder, whose path it returns. */
export function freshCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-install-'));
  cpSync('.', folder, { recursive: true, filter: (path) => !MADE.has(basename(path)) });
  return folder;
}

/** Copies what building reads and what it made into a new folder, whose path it returns, with the packages that serve. */
export function productionCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-built-'));
  for (const name of ['build.mjs', 'package.json', 'tsconfig.json', 'src', 'dist'])
    cpSync(name, join(folder, name), { recursive: true, filter: (path) => path !== join('dist', 'bench') });
  linkProductionPackages(folder);
  return folder;
}

/** Gives a folder the packages of the checkout that `npm ci --omit=dev` would bring, as links: see `serve`. */
function linkProductionPackages(folder: string): void {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const installed = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;
  // A package within a package comes along with the link to the outer one.
  const outer = Object.keys(installed).filter((path) => path.lastIndexOf('node_modules/') === 0);
  for (const path of outer.filter((each) => packages[each].dev !== true)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(process.cwd(), path), join(folder, path), 'junction');
  }
}

/** Runs a command of the shell to its end, without what npm tells those that it runs. */
export async function runIn(folder: string, command: string): Promise<Ended> {
  const child = spawn(command, {
    cwd: folder,
    env: ownEnvironment(),
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, stdout, stderr };
}

/** A server that `npm start` started. */
export interface Serving {
  readonly url: string;
  /** Ends it as Ctrl-C does, and resolves with what it wrote on stderr. */
  stop(): Promise<string>;
}

/** Runs `npm start` on the small foreign base. Rejects with what stderr says where it ends without listening. */
export async function serve(folder: string): Promise<Serving> {
  const child = spawn('npm start --silent', {
    cwd: folder,
    // Packages that are links would otherwise look for others where they lie, and find those of the checkout.
    env: {
      ...ownEnvironment(),
      NODE_OPTIONS: '--preserve-symlinks',
      KEYTURN_STORE: 'memory:',
      KEYTURN_KNOWLEDGE: foreignKnowledge,
      PORT: '0',
    },
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const errors = text(child.stderr);
  const url = await Promise.race([
    listening(child),
    once(child, 'exit').then(async () => Promise.reject(new Error(await errors))),
  ]);
  return {
    url,
    async stop() {
      const closed = once(child, 'close');
      interrupt(child);
      await closed;
      return errors;
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /http:\S+/.exec(printed)?.[0];
      if (url !== undefined) resolve(url);
    });
  });
}

/** A terminal tells all of them: the shell, npm and the server. */
function interrupt({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
  else process.kill(-pid, 'SIGINT');
}

/** The tests run under npm, which leaves marks of its own; NODE_ENV is vitest's. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD$|NODE_ENV$|VITEST)/i.test(name),
  );
  return Object.fromEntries(own);
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
