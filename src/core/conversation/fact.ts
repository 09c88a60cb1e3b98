/** What is known about a case, and by which words. */

import type { About, Id } from '../knowledge/model.ts';

/** How a fact is known: read in a message, picked from choices, or seen when a remedy was tried. */
export type Known = 'said' | 'chosen' | 'tried';

/** The words that said something, in UTF-16 code units of the masked text. */
export interface Quote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Something known about a case. */
export interface Fact {
  readonly question: Id;
  readonly answer: Id;
  readonly about: About;
  readonly known: Known;
  /** True: the person said that this answer is NOT so. */
  readonly denied: boolean;
  /** The turn that said it; removing a turn removes its facts. */
  readonly turn: number;
  /** Null for a choice. */
  readonly quote: Quote | null;
  /** How surely it was heard, above 0 to 1. Left out: 1. */
  readonly certainty?: number;
}

/** An answer that a first message may state, too unsurely for a fact: it is asked back where its question comes up. */
export interface Guess {
  readonly question: Id;
  readonly answer: Id;
  /** How surely it was heard, above 0 and below 1. */
  readonly certainty: number;
  /** The turn that said it; removing a turn removes its guesses. */
  readonly turn: number;
}

/** What became of a remedy. */
export type Outcome = 'fixed' | 'partly' | 'still-there' | 'cannot';
