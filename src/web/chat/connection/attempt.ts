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

export interface Attempt {
  readonly ended: Promise<AttemptEnd>;
  stop(): void;
  /** An answer is near: asks for it, where asking is the way. */
  hurry(): void;
  /** Milliseconds since something last came by WebSocket; null where none is open. */
  silentMs(): number | null;
}

/** `polls`: WebSockets seem to be blocked; asks meanwhile, and tries one from time to time. */
export function startAttempt(parts: AttemptParts, polls: boolean): Attempt {
  const { enter, read, take, entered, online, around, times } = parts;
  const rest = createRest(around.after);
  let stopped = false;
  let stream: Stream | null = null;
  let polling: Polling<LinkTrouble> | null = null;
  let stopNow = (): void => undefined;
  const whenStopped = new Promise<AttemptEnd>((resolve) => {
    stopNow = () => resolve(STOPPED);
  });

  async function run(): Promise<AttemptEnd> {
    const found = await enter();
    if (found.kind !== 'entered') return found;
    if (stopped) return STOPPED;
    entered();
    if (polls) return await pollMeanwhile();
    const stopTimer = around.after(times.impatientMs, () => {
      if (stream?.heardAt() === null) startToPoll();
    });
    const end = await listen(found.streamUrl);
    stopTimer();
    return { kind: end === 'worked' ? 'lost' : 'blocked' };
  }

  async function listen(url: string): Promise<StreamEnd> {
    const opened = (): void => {
      stopPolling();
      online();
    };
    stream = openStream({ url, take, opened, around, times });
    const end = await stream.ended;
    stream = null;
    return end;
  }

  async function poll(): Promise<LinkTrouble | null> {
    const found = await read();
    if (!('lines' in found)) return found;
    if (stopped || polling === null) return null;
    take(found);
    online();
    return null;
  }

  /** Until a WebSocket was open again, or something else goes wrong. */
  async function pollMeanwhile(): Promise<AttemptEnd> {
    const asking = startToPoll();
    while (!stopped) {
      rest.begin(times.socketAgainMs);
      const trouble = await Promise.race([asking.ended, rest.next()]);
      if (stopped) break;
      if (trouble) return trouble;
      const found = await enter();
      if (stopped) break;
      if (found.kind !== 'entered') return found;
      const end = await listen(found.streamUrl);
      if (polling === null) return { kind: end === 'worked' ? 'lost' : 'blocked' };
    }
    return STOPPED;
  }

  function startToPoll(): Polling<LinkTrouble> {
    polling = startPolling(poll, around, times);
    return polling;
  }

  function stopPolling(): void {
    polling?.stop();
    polling = null;
  }

  function stop(): void {
    stopped = true;
    stream?.close();
    stopPolling();
    rest.begin(0);
    stopNow();
  }

  return {
    ended: Promise.race([run(), whenStopped]).finally(stop),
    stop,
    hurry: () => polling?.hurry(),
    silentMs() {
      const heardAt = stream?.heardAt() ?? null;
      return heardAt === null ? null : around.now() - heardAt;
    },
  };
}

const STOPPED: AttemptEnd = { kind: 'stopped' };
