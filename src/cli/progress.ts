/** A bar that shows how far something long is, for a person at a terminal. */

import { type Output, write } from './streams.ts';

/** Cells of the bar. */
const CELLS = 30;
/** How often it is drawn anew at most, in milliseconds (50..1000). Less flickers, more looks stuck. */
const EVERY_MS = 100;

/** Shows progress on `output`; draws nothing where that is not a terminal. */
export class Progress {
  private done = 0;
  private drawnAt = 0;
  private readonly output: Output;
  private readonly total: number;

  constructor(output: Output, total: number) {
    this.output = output;
    this.total = total;
  }

  /** One more of the total is done; `what` says which. Lets the terminal draw where it is time to. */
  async step(what: string): Promise<void> {
    this.done += 1;
    const now = Date.now();
    if (this.output.isTTY !== true || now - this.drawnAt < EVERY_MS) return;
    this.drawnAt = now;
    const full = Math.round((this.done / this.total) * CELLS);
    const bar = '#'.repeat(full) + '.'.repeat(CELLS - full);
    const line = `[${bar}] ${Math.floor((this.done / this.total) * 100)} %  ${what}`;
    await write(this.output, `\r\u001b[K${line.slice(0, (this.output.columns ?? 80) - 1)}`);
  }

  /** Takes the bar away. */
  async end(): Promise<void> {
    if (this.output.isTTY === true) await write(this.output, '\r\u001b[K');
  }
}
