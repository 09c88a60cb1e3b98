/** What a command is given instead of the process: so that it can be tested, piped and embedded. */

import type { Readable, Writable } from 'node:stream';

/** Where text goes, as a terminal or a pipe. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Everything outside that a command may touch. Data goes to `stdout`, everything else said to `stderr`. */
export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Nobody reads the output any more (`| head`): the command ends at once, quietly. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

const CLOSED_CODES = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

const isClosed = (error: Error): boolean =>
  'code' in error && typeof error.code === 'string' && CLOSED_CODES.has(error.code);

/**
 * Writes and waits until the stream took it, so that a slow reader slows the writer instead of filling memory.
 * Rejects with `OutputClosed` where nobody reads any more.
 */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (stream.destroyed || stream.writableEnded) {
      reject(new OutputClosed());
      return;
    }
    stream.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(isClosed(error) ? new OutputClosed() : error);
    });
  });
}

/** Keeps a closed pipe from ending the process: `write` reports it instead. Returns how to stop. */
export function hearClosing(...streams: readonly Writable[]): () => void {
  const ignore = (): void => undefined;
  for (const stream of streams) stream.on('error', ignore);
  return () => {
    for (const stream of streams) stream.off('error', ignore);
  };
}

/** The whole of a stream as text, up to `limitBytes`; what comes after is not read. */
export async function readAll(stream: AsyncIterable<unknown>, limitBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = asBytes(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size >= limitBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, limitBytes).toString('utf8');
}

/** A chunk of a stream as bytes, whatever encoding the stream was set to. */
export function asBytes(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  if (chunk instanceof Uint8Array) return Buffer.from(chunk);
  return Buffer.from(String(chunk), 'utf8');
}
