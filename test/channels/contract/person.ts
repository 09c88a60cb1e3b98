/** What a person can do on any channel, and what they can read there. Channels say how; nothing here says which. */

import type { ConversationStore } from '../../../src/ports.ts';
import type { WatchedStore } from './coffee-corner.ts';

/** One thing that the bot said, as far as a person sees it. */
export interface Said {
  /** By which their program tells a repeat. */
  readonly id: string;
  /** All that can be read in it, in reading order. */
  readonly words: string;
  /** What stands on the buttons, or behind the numbers. */
  readonly labels: readonly string[];
}

/** Somebody who has a conversation. Everything resolves once all that comes of it has arrived. */
export interface Person {
  /** Key of their state in the store. */
  readonly key: string;
  /** All that the bot said to them so far, in order, each once. */
  readonly heard: readonly Said[];
  /** Opens the conversation as programs of this channel do; again where it is open already: comes back to it. */
  comes(): Promise<void>;
  /** Sends words; `times` deliveries of the one message, all at once. */
  says(text: string, times?: number): Promise<void>;
  /** Presses what stands on `said`, however old it is. */
  presses(said: Said, label: string, times?: number): Promise<void>;
}

/** A channel with a bot behind it that answers out of the coffee corner. */
export interface Channel {
  readonly store: WatchedStore;
  /** Somebody new; beside somebody: as near to them as the channel brings two people, in one group chat say. */
  person(beside?: Person): Promise<Person>;
  /** The program ends and another begins on the same store. */
  restarts(): Promise<void>;
  close(): Promise<void>;
}

/** Keeps what was heard, each once, in the order in which it came first. */
export class Ears {
  readonly heard: Said[] = [];
  readonly #known = new Set<string>();

  take(said: Said): void {
    if (this.#known.has(said.id)) return;
    this.#known.add(said.id);
    this.heard.push(said);
  }
}

/** Everything that is kept of a conversation, as text: for looking what stands in it. */
export async function keptOf(store: ConversationStore, key: string): Promise<string> {
  return JSON.stringify([await store.load(key), await store.history(key, 0, 10_000)]);
}
