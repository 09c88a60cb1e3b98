/** What the shell needs of the outside, in the words of the core. */

import type { ConversationState, Effect, Reply } from './core/conversation.ts';

/** Reads the time: milliseconds since 1970. */
export type Clock = () => number;

/** A state as it was loaded, with the version that a later commit must still find. */
export interface Loaded {
  readonly state: ConversationState | null;
  /** 0 where nothing is stored yet. */
  readonly version: number;
}

/** Where replies go, kept so that they can be sent after a restart. Opaque to all but the channel that made it. */
export interface Address {
  readonly channel: string;
  readonly to: string;
}

/** One reply that waits to be sent. `id` is stable over repeats: `conversation key/turn id/index`. */
export interface OutboxItem {
  readonly id: string;
  readonly conversation: string;
  readonly address: Address;
  readonly reply: Reply;
  /** Order of commits within the store; sending follows it. */
  readonly sequence: number;
}

/** An effect that waits to be done. */
export interface EffectItem {
  readonly id: string;
  readonly conversation: string;
  readonly effect: Effect;
  readonly sequence: number;
}

/** What one turn changes, all or nothing. */
export interface Commit {
  readonly conversation: string;
  readonly turnId: string;
  /** The version that was loaded; another one in the store is a conflict. */
  readonly expectedVersion: number;
  readonly state: ConversationState;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  /** Null: replies are handed to the caller (expectReplies, console) and do not wait in the outbox. */
  readonly address: Address | null;
  readonly at: number;
}

/** What became of a commit. `duplicate`: the turn was answered before, with these replies. */
export type Committed =
  | { readonly kind: 'stored' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'duplicate'; readonly replies: readonly Reply[] };

/** Keeps conversations. Every method resolves only when what it says is durable. */
export interface ConversationStore {
  load(conversation: string): Promise<Loaded>;
  /** The replies of a turn that was answered; null where it was not. */
  repliesOf(conversation: string, turnId: string): Promise<readonly Reply[] | null>;
  commit(change: Commit): Promise<Committed>;
  /** Replies that wait, oldest first. */
  unsent(limit: number): Promise<readonly OutboxItem[]>;
  markSent(ids: readonly string[]): Promise<void>;
  /** Effects that wait, oldest first. */
  undone(limit: number): Promise<readonly EffectItem[]>;
  markDone(ids: readonly string[]): Promise<void>;
  /** Rejects where the store cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Takes cases that a human must go on with. Doing the same effect twice must not open two tickets. */
export interface HelpDesk {
  perform(item: EffectItem): Promise<void>;
}

/** Sends what waits in the outbox to where it belongs. */
export interface Sender {
  readonly channel: string;
  send(item: OutboxItem): Promise<void>;
}
