/** What the connection needs of its surroundings: a browser gives all of it, a test may give its own. */

import type { Person } from './snapshot.ts';
import type { Times } from './times.ts';

/** A `Storage`, or something like it. Every member may throw. */
export interface StorageLike {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The part of a `WebSocket` that is used. */
export interface SocketLike {
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/**
 * What happens around the connection. `online` and `offline`: the device says so; `visible`: somebody looks again, or
 * the device woke up; `stored`: another tab has written into the storage.
 */
export type Happening = 'online' | 'offline' | 'visible' | 'stored';

/** The network, the clock and the luck that the connection lives with. */
export interface Surroundings {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly openSocket: (url: string) => SocketLike;
  /** Milliseconds since 1970, going on while the device sleeps. */
  readonly now: () => number;
  /** Calls back after so many milliseconds; gives what stops it. */
  readonly after: (ms: number, callback: () => void) => () => void;
  /** 0 ≤ x < 1; spreads the reconnects of many clients. */
  readonly random: () => number;
  /** A new id for a message: letters, digits, `.`, `:`, `-`, `_`; at most 100. */
  readonly newId: () => string;
  /** Calls back at each happening; gives what stops it. */
  readonly on: (happening: Happening, listener: () => void) => () => void;
  /** Null: nothing outlives the page. */
  readonly storage: StorageLike | null;
}

/** What the connection is made of; all but `base` and `key` default to the browser's. */
export interface ConnectionParts extends Partial<Surroundings> {
  /** Origin of the bot, `https://host[:port]`. */
  readonly base: string;
  /** Begins the names under which the conversation and unsent messages are stored. */
  readonly key: string;
  /** Language tag for a conversation that begins; null or left out: the bot's own. */
  readonly language?: string | null;
  /** Who is there, where that is known from the start. */
  readonly person?: Person | null;
  readonly times?: Partial<Times>;
}
