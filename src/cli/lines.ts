/** Lines of a stream of bytes, in constant memory. */

import { asBytes } from './streams.ts';

/** One line without its line break. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** The line, or its beginning where it is too long. */
  readonly bytes: Buffer;
  readonly tooLong: boolean;
}

const NEWLINE = 0x0a;

/**
 * Reads line by line; of a line longer than `limitBytes` only the beginning is kept. The next chunk is read when the
 * lines before were taken, so a slow reader slows the source.
 */
export async function* linesOf(stream: AsyncIterable<unknown>, limitBytes: number): AsyncGenerator<Line> {
  const line = new LineBuffer(limitBytes);
  for await (const chunk of stream) {
    const bytes = asBytes(chunk);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, from)) {
      line.add(bytes.subarray(from, end));
      yield line.take();
      from = end + 1;
    }
    line.add(bytes.subarray(from));
  }
  if (!line.isEmpty) yield line.take();
}

/** The line that is being read. */
class LineBuffer {
  private parts: Buffer[] = [];
  private size = 0;
  private number = 0;
  private readonly limitBytes: number;

  constructor(limitBytes: number) {
    this.limitBytes = limitBytes;
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }

  add(bytes: Buffer): void {
    const room = Math.max(0, this.limitBytes - this.size);
    if (room > 0 && bytes.length > 0) this.parts.push(bytes.subarray(0, room));
    this.size += bytes.length;
  }

  take(): Line {
    this.number += 1;
    const whole = Buffer.concat(this.parts);
    const bytes = whole.at(-1) === 0x0d ? whole.subarray(0, -1) : whole;
    const tooLong = this.size > this.limitBytes;
    this.parts = [];
    this.size = 0;
    return { number: this.number, bytes, tooLong };
  }
}
