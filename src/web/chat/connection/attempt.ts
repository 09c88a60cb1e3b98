/** One attempt at the line to the bot: from finding the conversation to the loss of the line. */

import type { ActivitySet } from './activity.ts';
import type { Trouble } from './http.ts';
import type { Surroundings } from './parts.ts';
import { type Polling, startPolling } from './polling.ts';
import { createRest } from './rest.ts';
import type { Barred } from './session.ts';
import { openStream, type Stream, type StreamEnd } from './stream.ts';
import type { Times } from './times.ts';

/** The conversation is there, and its lines can be had by WebSocket at this address. */
export interface Entered {
  readonly kind: 'entered';
  readonly streamUrl: string;
}

/** Why there is no line to the bot. */
export type LinkTrouble = Trouble | Barred;

/** How it ended. `lost`: the line was open; `blocked`: everything but the WebSocket is; `stopped`: by us. */
export type AttemptEnd = LinkTrouble | { readonly kind: 'lost' | 'blocked' | 'stopped' };

/** What an attempt does. */
export interface AttemptParts {
  /** Begins the conversation, or finds it. */
  readonly enter: () => Promise<Entered | LinkTrouble>;
  /** Reads what is new by a request of its own; null where there was none. */
  readonly read: () => Promise<ActivitySet | LinkTrouble>;
  readonly take: (set: ActivitySet) => void;
  /** Messages can be sent. */
  readonly entered: () => void;
  /** Lines come in. */
  readonly online: () => void;
  readonly around: Surroundings;
  readonly times: Times;
}

/** An attempt that runs. */
export interface Attempt {
  readonly ended: Promise<AttemptEnd>;
  stop(): void;
  /** An answer is near: asks for it, where asking is the way. */
  hurry(): void;
  /** Milliseconds since something last came by WebSocket; null where none is open. */
  silentMs(): number | null;
}

/**
 * Tries a WebSocket, and asks for what is new until that is open: from the start where `polls` says that WebSockets
 * seem to be blocked, else once patience is over. Ends as `blocked` when it is time to try the next WebSocket.
 */
export function startAttempt(parts: AttemptParts, polls: boolean): Attempt {
  const { enter, read, take, entered, online, around, times } = parts;
  const rest = createRest(around.after);
  let stopped = false;
  let stream: Stream | null = null;
  let polling: Polling<LinkTrouble> | null = null;
  let stopNow = (): void => undefined;
  const whenStopped = new Promise<AttemptEnd>((resolve) => {
    stopNow = () => resolve({ kind: 'stopped' });
  });

  async function run(): Promise<AttemptEnd> {
    const found = await enter();
    if (stopped || found.kind !== 'entered') return found.kind === 'entered' ? { kind: 'stopped' } : found;
    entered();
    const end = await listen(found.streamUrl);
    if (end === 'worked') return { kind: 'lost' };
    if (!polls || stopped) return { kind: 'blocked' };
    rest.begin(times.socketAgainMs);
    const trouble = await Promise.race([(polling ?? startToPoll()).ended, rest.next()]);
    return trouble ?? { kind: 'blocked' };
  }

  async function listen(url: string): Promise<StreamEnd> {
    const stopTimer = around.after(polls ? 0 : times.impatientMs, startToPoll);
    const opened = (): void => {
      stopTimer();
      stopPolling();
      online();
    };
    stream = openStream({ url, take, opened, around, times });
    const end = await stream.ended;
    stopTimer();
    return end;
  }

  async function poll(): Promise<LinkTrouble | null> {
    const found = await read();
    if (!('lines' in found)) return found;
    if (polling !== null) {
      take(found);
      online();
    }
    return null;
  }

  function startToPoll(): Polling<LinkTrouble> {
    polling = startPolling(poll, around, times);
    return polling;
  }

  function stopPolling(): void {
    if (polling !== null) polling.stop();
    polling = null;
  }

  function stop(): void {
    stopped = true;
    if (stream !== null) stream.close();
    stopPolling();
    rest.begin(0);
    stopNow();
  }

  return {
    ended: Promise.race([run(), whenStopped]).finally(stop),
    stop,
    hurry() {
      if (polling !== null) polling.hurry();
    },
    silentMs: () => (stream === null ? null : stream.silentMs()),
  };
}
