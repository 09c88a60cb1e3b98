/** Conversations that must go as written. */

import type { Id } from './words.ts';

/** What must be said back at one place of a golden conversation: all that is not null and not empty must hold. */
export interface ExpectedReply {
  /** A reply of this kind and id is among the replies. */
  readonly question: Id | null;
  readonly remedy: Id | null;
  readonly refusal: Id | null;
  readonly answer: Id | null;
  /** A reply of each of these kinds is among the replies. */
  readonly kinds: readonly ('handover' | 'smalltalk' | 'out-of-scope' | 'restart' | 'closing')[];
  /** Steps that are among those shown. */
  readonly shows: readonly Id[];
  /** Words that stand in what is said, upper and lower case alike. */
  readonly mentions: readonly string[];
}

/** One turn of a golden conversation. */
export type GoldenTurn =
  | { readonly kind: 'user'; readonly text: string }
  /** Presses a choice of the last reply, by its id. */
  | { readonly kind: 'chooses'; readonly choice: Id }
  | ({ readonly kind: 'bot' } & ExpectedReply);

/** A conversation that must go as written. */
export interface GoldenConversation {
  /** Relative to the knowledge folder. */
  readonly path: string;
  readonly title: string;
  /** Why it must go like this. */
  readonly why: string;
  /** The role the person is known to have from the start; null: none is known. */
  readonly role: Id | null;
  readonly turns: readonly GoldenTurn[];
}
