/** One WebSocket: reads its conversation from its own position on, in order, and sends no faster than is read. */

import { WebSocket } from 'ws';
import type { Clock, Log } from '../../ports.ts';
import type { ActivitySet, Page } from './activity-sets.ts';

/** How streams are kept. */
export interface StreamTuning {
  /**
   * Milliseconds between two signs of life, each of which looks into the history too. Range 10..300,000, default
   * 15,000: proxies close what was silent for 30 to 60 seconds, and what another process has said waits as long as
   * this; 10 is for tests, and at 300,000 a dead connection is kept for a quarter of an hour.
   */
  readonly keepAliveMs: number;
  /**
   * How many of them may pass without a sign of life of the client. Range 1..20, default 3: with 1 a slow line is cut
   * in the middle of a long answer, and would get it again and again.
   */
  readonly keepAlivesMissed: number;
  /** Milliseconds that a client has to take its leave. Range 0..30,000, default 2,000: a shutdown waits as long. */
  readonly leaveMs: number;
}

/** What is used where nothing else is said. */
export const STREAM_TUNING: StreamTuning = { keepAliveMs: 15_000, keepAlivesMissed: 3, leaveMs: 2_000 };

/** Codes with which a stream is closed: the client asks for a new stream URL, with a new token where it expired. */
export const CLOSE_CODES = { goingAway: 1001, failed: 1011, tokenExpired: 4403 } as const;

/** A stream that is open. */
export interface Stream {
  /** Something was said: sends all that is new. Returns at once. */
  wake(): void;
  /** Sends what is not stored, where nothing else is on its way. */
  mention(activities: ActivitySet['activities']): void;
  /** Closes with 1001; resolves once it is closed. */
  close(): Promise<void>;
}

/** What a stream is made of. */
export interface StreamParts {
  readonly socket: WebSocket;
  /** Where it begins. Asked once, and again where that failed. */
  readonly begin: () => Promise<number>;
  /** What stands behind a position. */
  readonly read: (position: number) => Promise<Page>;
  /** Milliseconds since 1970 when its token expires. */
  readonly expiresAt: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly tuning: StreamTuning;
}

/** Begins to send. */
export function openStream({ socket, begin, read, expiresAt, clock, log, tuning }: StreamParts): Stream {
  /** Last line that was sent; null until it is known where to begin. */
  let position: number | null = null;
  let missed = 0;
  let sending = false;
  let again = false;

  const isOpen = (): boolean => socket.readyState === WebSocket.OPEN;

  async function sendNew(): Promise<void> {
    let at = position ?? (await begin());
    position = at;
    while (isOpen() && !expired()) {
      const page = await read(at);
      if (page.position === at || !isOpen()) return;
      // Noted before it has arrived: the order of frames is the order of sending, and whoever gets only a part of them
      // comes back with the watermark of the last one.
      position = at = page.position;
      await send(JSON.stringify(page.set));
    }
  }

  /** Resolves once the network has taken it. */
  function send(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      socket.send(text, (error) => (error ? reject(error) : resolve()));
    });
  }

  async function sendAll(): Promise<void> {
    try {
      do {
        again = false;
        await sendNew();
      } while (again && isOpen());
    } catch (error) {
      if (!isOpen()) return;
      log.warn({ error: error instanceof Error ? error.name : typeof error }, 'A stream could not go on.');
      socket.close(CLOSE_CODES.failed, 'The conversation could not be read; connect again.');
    } finally {
      sending = false;
    }
  }

  function wake(): void {
    again = true;
    if (sending || !isOpen()) return;
    sending = true;
    void sendAll();
  }

  function expired(): boolean {
    if (clock() < expiresAt) return false;
    if (isOpen()) socket.close(CLOSE_CODES.tokenExpired, 'The token has expired; connect with a new one.');
    return true;
  }

  function keepAlive(): void {
    if (expired()) return;
    missed += 1;
    if (missed > tuning.keepAlivesMissed) {
      socket.terminate();
      return;
    }
    socket.ping();
    // Browsers do not show pings, and clients wait for an empty message.
    if (socket.bufferedAmount === 0) socket.send('');
    wake();
  }

  const timer = setInterval(keepAlive, tuning.keepAliveMs).unref();
  const alive = (): void => {
    missed = 0;
  };
  socket.on('pong', alive);
  // Clients have nothing to say here but that they are there.
  socket.on('message', alive);
  // A client that breaks the protocol is closed by the library, with the code that says how.
  socket.on('error', () => undefined);
  socket.once('close', () => clearInterval(timer));
  wake();

  return {
    wake,
    mention(activities) {
      if (!isOpen() || position === null || socket.bufferedAmount > 0) return;
      socket.send(JSON.stringify({ activities, watermark: String(position) } satisfies ActivitySet));
    },
    async close() {
      if (socket.readyState === WebSocket.CLOSED) return;
      const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      socket.close(CLOSE_CODES.goingAway, 'The bot is shutting down; connect again.');
      const overdue = setTimeout(() => socket.terminate(), tuning.leaveMs);
      await closed;
      clearTimeout(overdue);
    },
  };
}
