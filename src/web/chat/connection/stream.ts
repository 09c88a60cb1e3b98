/** One WebSocket, from its opening to its end. */

import { type ActivitySet, readActivitySet } from './activity.ts';
import type { Surroundings } from './parts.ts';
import { parsed } from './shapes.ts';
import type { Times } from './times.ts';

/** `worked`: it was a connection to the bot; `blocked`: something between us and the bot does not let it through. */
export type StreamEnd = 'worked' | 'blocked';

export interface Stream {
  readonly ended: Promise<StreamEnd>;
  /** Milliseconds since 1970 of the last sign of life; null before it is open. */
  heardAt(): number | null;
  /** Ends it; nothing of it is taken any longer. */
  close(): void;
}

export interface StreamParts {
  readonly url: string;
  readonly take: (set: ActivitySet) => void;
  readonly opened: () => void;
  readonly around: Surroundings;
  readonly times: Times;
}

export function openStream({ url, take, opened, around, times }: StreamParts): Stream {
  let heardAt: number | null = null;
  let openedAt: number | null = null;
  let heard = false;
  let over = false;
  let stopTimer = (): void => undefined;
  let finish = (_: StreamEnd): void => undefined;
  const ended = new Promise<StreamEnd>((resolve) => {
    finish = resolve;
  });
  const socket = connect();

  function connect() {
    try {
      return around.openSocket(url);
    } catch {
      // A page may forbid WebSockets altogether.
      return null;
    }
  }

  function end(): void {
    if (over) return;
    over = true;
    stopTimer();
    socket?.close();
    const lived = openedAt !== null && around.now() - openedAt >= times.socketLivesMs;
    finish(heard || lived ? 'worked' : 'blocked');
  }

  /** Ends it where nothing comes for so long. */
  function watch(ms: number): void {
    stopTimer();
    stopTimer = around.after(ms, end);
  }

  function live(): void {
    heardAt = around.now();
    watch(times.silenceMs);
  }

  watch(times.socketOpensMs);
  socket?.addEventListener('open', () => {
    if (over) return;
    openedAt = around.now();
    live();
    opened();
  });
  socket?.addEventListener('message', ({ data }) => {
    if (over) return;
    live();
    heard = true;
    const set = typeof data === 'string' ? readActivitySet(parsed(data)) : null;
    if (set !== null) take(set);
  });
  socket?.addEventListener('close', end);
  socket?.addEventListener('error', end);
  if (socket === null) end();

  return { ended, heardAt: () => heardAt, close: end };
}
