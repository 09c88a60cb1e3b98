/** Asks again and again what is new: quickly after something was said, then more and more seldom. */

import type { Surroundings } from './parts.ts';
import { createRest } from './rest.ts';
import type { Times } from './times.ts';

/** Polling that runs. */
export interface Polling<T> {
  /** With what `ask` gave that was not null; null where it was stopped. */
  readonly ended: Promise<T | null>;
  /** Something was said: an answer is near. */
  hurry(): void;
  stop(): void;
}

/** `ask` reads what is new and takes it; it gives null where all went well. */
export function startPolling<T>(
  ask: () => Promise<T | null>,
  around: Surroundings,
  times: Times,
): Polling<T> {
  const rest = createRest(around.after);
  let stopped = false;
  let pauseMs = times.pollMs;

  async function poll(): Promise<T | null> {
    while (!stopped) {
      const end = await ask();
      if (stopped) break;
      if (end !== null) return end;
      rest.begin(pauseMs);
      await rest.next();
      pauseMs = Math.min(times.longestPollMs, pauseMs * 1.5);
    }
    return null;
  }

  return {
    ended: poll(),
    hurry() {
      pauseMs = times.pollMs;
      rest.cut();
    },
    stop() {
      stopped = true;
      rest.begin(0);
    },
  };
}
