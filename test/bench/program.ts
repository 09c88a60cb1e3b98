/** Programs of ours that are measured from outside, each in a process of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that listens. */
export interface Program {
  readonly url: string;
  readonly child: ChildProcess;
  /** Tells it to stop and resolves once it has. */
  readonly stop: () => Promise<void>;
}

/** How a program is started; with `ipc` it can be asked over `child.send`. */
export interface Start {
  readonly env?: Readonly<Record<string, string>>;
  /** Flags of Node. */
  readonly flags?: readonly string[];
  readonly ipc?: boolean;
}

/**
 * Starts a program of Node, named from the root of the project, and waits for the address that it prints. Rejects
 * where it ends before.
 */
export async function startProgram(file: string, { env, flags = [], ipc }: Start = {}): Promise<Program> {
  const child = spawn(process.execPath, [...flags, file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', ...(ipc === true ? (['ipc'] as const) : [])],
  });
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/[\w.]+:\d+/.exec(said);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`${file} ended before it listened.`)));
  });
  return {
    url,
    child,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
