/** One WebSocket, from its opening to its end. */

import { type ActivitySet, readActivitySet } from './activity.ts';
import type { SocketLike, Surroundings } from './parts.ts';
import { parsed } from './shapes.ts';
import type { Times } from './times.ts';

/** `worked`: it was a connection to the bot; `blocked`: something between us and the bot does not let it through. */
export type StreamEnd = 'worked' | 'blocked';

/** A WebSocket that opens or is open. */
export interface Stream {
  readonly ended: Promise<StreamEnd>;
  /** Milliseconds since the last sign of life; null while it is not open. */
  silentMs(): number | null;
  /** Ends it; nothing of it is taken any longer. */
  close(): void;
}

/** `take` gets what comes, in order; `opened` is called once, at most. */
export interface StreamParts {
  readonly url: string;
  readonly take: (set: ActivitySet) => void;
  readonly opened: () => void;
  readonly around: Surroundings;
  readonly times: Times;
}

/** Opens one; where that is impossible it ends at once as blocked. */
export function openStream({ url, take, opened, around, times }: StreamParts): Stream {
  let openedAt = 0;
  let heardAt = 0;
  let heard = false;
  let over = false;
  let stopTimer = (): void => undefined;
  let finish = (_: StreamEnd): void => undefined;
  const ended = new Promise<StreamEnd>((resolve) => {
    finish = resolve;
  });

  function end(): void {
    if (over) return;
    over = true;
    stopTimer();
    if (socket !== null) socket.close();
    const lived = openedAt > 0 && around.now() - openedAt >= times.socketLivesMs;
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

  function connect(): SocketLike {
    const it = around.openSocket(url);
    it.addEventListener('open', () => {
      if (over) return;
      live();
      openedAt = heardAt;
      opened();
    });
    it.addEventListener('message', ({ data }) => {
      if (over) return;
      live();
      heard = true;
      const set = typeof data === 'string' ? readActivitySet(parsed(data)) : null;
      if (set !== null) take(set);
    });
    it.addEventListener('close', end);
    it.addEventListener('error', end);
    return it;
  }

  let socket: SocketLike | null = null;
  watch(times.socketOpensMs);
  try {
    socket = connect();
  } catch {
    // A page may forbid WebSockets altogether.
    end();
  }

  return {
    ended,
    silentMs: () => (openedAt > 0 && !over ? around.now() - heardAt : null),
    close: end,
  };
}
