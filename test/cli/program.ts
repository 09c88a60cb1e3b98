/** Runs the command line inside the test, with streams that remember. */

import { Readable, Writable } from 'node:stream';
import type { Command } from '../../src/cli/command.ts';
import { run } from '../../src/cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export class Remembered extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

export async function keyturn(
  argv: readonly string[],
  stdin: string | readonly (string | Buffer)[] = [],
  commands?: readonly Command[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const stdout = new Remembered();
  const stderr = new Remembered();
  const input = Readable.from(typeof stdin === 'string' ? [stdin] : stdin, { objectMode: false });
  const code = await run(argv, { stdin: input, stdout, stderr, env }, commands);
  return { code, out: stdout.text, err: stderr.text };
}
