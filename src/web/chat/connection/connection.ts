/** The network side of the chat: what is said goes out once and in order, what is answered comes in. */

import type { Choice, ChoiceOf } from '../../../core/conversation.ts';
import type { Person, Snapshot } from './snapshot.ts';

export type { ConnectionParts } from './parts.ts';
export type * from './snapshot.ts';

/** A conversation as the screens know it. Nothing here throws or rejects; what goes wrong stands in the snapshot. */
export interface Connection {
  /** The same object until something changes. */
  snapshot(): Snapshot;
  /** Calls back after each change; gives what stops it. */
  subscribe(listener: () => void): () => void;
  /** Blank text is passed over. */
  say(text: string): void;
  /** The label is shown as what was said. */
  choose(of: ChoiceOf, choice: Choice): void;
  /** Goes on in this person's own conversation; null: signed out, a new conversation. */
  identify(person: Person | null): void;
  /** Forgets this conversation on this device and begins a new one. */
  startAnew(): void;
  /** Tries at once what would be tried again later. */
  retry(): void;
  /** Ends all of it; unsent messages stay stored. */
  close(): void;
}
