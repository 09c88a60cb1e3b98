/** What a person types, message by message. */

import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/**
 * How long lines must stay away until the ones before are taken as one message, in milliseconds (5..200). Pasted
 * lines arrive together, typed ones never do. Shorter: a ticket pasted over a slow line falls apart. Longer: the
 * answer to a typed line is felt to hang.
 */
const PASTE_PAUSE_MS = 30;

/** Where messages come from. */
export interface Keyboard {
  readonly input: Readable;
  /** The terminal that shows what is typed; null: the input is a pipe. */
  readonly terminal: Writable | null;
}

/**
 * Messages until the input ends. From a terminal, lines pasted together are one message. From a pipe every line is
 * one; a line that ends with a backslash goes on in the next.
 */
export async function* messagesFrom(keyboard: Keyboard): AsyncGenerator<string> {
  if (keyboard.terminal === null) yield* pipedMessages(keyboard.input);
  else yield* typedMessages(keyboard.input, keyboard.terminal);
}

async function* pipedMessages(input: Readable): AsyncGenerator<string> {
  let begun = '';
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.endsWith('\\')) {
      begun += `${line.slice(0, -1)}\n`;
    } else {
      yield begun + line;
      begun = '';
    }
  }
  if (begun !== '') yield begun;
}

async function* typedMessages(input: Readable, terminal: Writable): AsyncGenerator<string> {
  const lines = createInterface({ input, output: terminal, prompt: '> ' });
  const waiting: string[] = [];
  let ended = false;
  let wake = (): void => undefined;
  lines.on('close', () => {
    ended = true;
    wake();
  });
  gather(lines, (message) => {
    waiting.push(message);
    wake();
  });
  try {
    while (true) {
      const message = waiting.shift();
      if (message !== undefined) yield message;
      else if (ended) return;
      else {
        lines.prompt();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    lines.close();
  }
}

/** Joins lines that come together; the rest of a paste that still stands in the edit line belongs to them. */
function gather(lines: Interface, take: (message: string) => void): void {
  let together: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    if (together.length === 0 || lines.line !== '') return;
    take(together.join('\n'));
    together = [];
  };
  lines.on('line', (line) => {
    together.push(line);
    clearTimeout(timer);
    timer = setTimeout(flush, PASTE_PAUSE_MS);
  });
  lines.on('close', () => {
    clearTimeout(timer);
    if (together.length > 0) take(together.join('\n'));
  });
}
