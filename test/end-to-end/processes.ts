/** Processes that die, and the place where their replies arrive. */

import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a process may die while it answers a turn, in order. */
export const STEPS_OF_A_TURN = ['received', 'mid-turn', 'committing', 'committed'] as const;
/** Where it may die while it sends a reply. */
export const STEPS_OF_A_SENDING = ['committed', 'claimed', 'sent', 'marked sent'] as const;

/** Where only the thread that thinks may die: when it was asked, when it knows the answer, when it has told it. */
export const STEPS_OF_A_THOUGHT = ['asked', 'known', 'told'] as const;

/** Where a process, or only its thread, dies: at the `nth` time of a step, from 1. */
export interface Doom {
  readonly step: (typeof STEPS_OF_A_TURN | typeof STEPS_OF_A_SENDING | typeof STEPS_OF_A_THOUGHT)[number];
  readonly nth: number;
}

/** What signs the tokens of a doomed server, and what another server gets tokens with. */
export const SIGNING_SECRET = 'signs-the-tokens-of-a-server-that-dies-in-tests';
export const SERVER_SECRET = 'gets-tokens-of-a-server-that-dies-in-tests';

export interface Orders {
  readonly file: string;
  readonly doom: Doom | null;
}

export interface RunningServer {
  readonly url: string;
  /** Resolves when the process has ended, however it did. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test has left running. */
export async function stopAll(): Promise<void> {
  await Promise.all(
    [...running].map(
      (child) =>
        new Promise((resolve) => {
          child.once('exit', resolve);
          child.kill('SIGKILL');
        }),
    ),
  );
}

/** The folder of the bundle that this worker has made; null: it was not needed yet. */
let bundle: Promise<string> | null = null;

/** Bundles the server that dies, and its thread: so it starts in 0.8 s of a processor, and from the sources in 2.2 s. */
async function bundled(): Promise<string> {
  const { build } = await import('esbuild');
  // As deep below the top as the sources are, so that what the code finds from its own place it finds from there, too.
  const folder = resolve(`test-results/doomed-${process.env.VITEST_POOL_ID ?? '0'}`);
  rmSync(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
    entryPoints: ['doomed-server.ts', 'doomed-thread.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    external: ['esbuild', 'libsql', 'dtrace-provider', 'spdy'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  return folder;
}

/** Starts the bot in a process of its own. */
export async function startServer(orders: Orders): Promise<RunningServer> {
  bundle ??= bundled();
  const program = join(await bundle, 'doomed-server.mjs');
  const child = spawn(process.execPath, [program, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      running.delete(child);
      resolve();
    }),
  );
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', () => reject(new Error('The server ended before it listened.')));
  });
  return {
    url,
    ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** What came over the connector's interface. */
export interface Received {
  /** The stable id. */
  readonly id: string;
  readonly text: string;
  /** All of it. */
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  close(): Promise<void>;
}

/** A connector that takes activities. `hangUp` may say that the connection is reset after one was taken. */
export async function startReceiver(
  hangUp: (id: string, times: number) => boolean = () => false,
): Promise<Receiver> {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const activity = JSON.parse(body);
      const { id } = activity.channelData.keyturn;
      received.push({ id, text: activity.text, body });
      if (hangUp(id, received.filter((each) => each.id === id).length)) {
        request.socket.resetAndDestroy();
        return;
      }
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ id: `r${received.length}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What a user sees of it: each id once, in the order of first arrival. */
export function seen(received: readonly Received[]): readonly string[] {
  const ids = new Set<string>();
  return received.filter(({ id }) => !ids.has(id) && ids.add(id)).map(({ text }) => text);
}

/** Posts an activity; null where the connection broke before an answer came. */
export async function post(
  url: string,
  activity: unknown,
): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      body: JSON.stringify(activity),
      headers: { 'Content-Type': 'application/json', Connection: 'close' },
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  } catch {
    return null;
  }
}
