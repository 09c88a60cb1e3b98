/** What can be known about a case. */

import type { About, Id } from './words.ts';

/** A probability for each answer id. */
export type AnswerLikelihoods = Readonly<Record<Id, number>>;

/** What a family or problem says of questions: question id → answer id → probability in 0..1. */
export type Signs = Readonly<Record<Id, AnswerLikelihoods>>;

/** One of the values that a question can take. */
export interface Answer {
  readonly id: Id;
  readonly label: string;
  /** Ways to say it that are recognised anywhere in a message. */
  readonly phrases: readonly string[];
  /** `yes` or `no` where that word alone means this answer while the question is pending. */
  readonly says: 'yes' | 'no' | null;
  /** False: recognised in text but not shown as a choice. */
  readonly offered: boolean;
}

/** Something that can be known about a case. */
export interface Question {
  readonly id: Id;
  readonly about: About;
  /** Families to which it applies; an answer to it in another family has the leak likelihood. */
  readonly families: readonly Id[];
  readonly choose: 'one' | 'many';
  /** Null: never asked, only heard. */
  readonly ask: string | null;
  readonly why: string | null;
  readonly costSeconds: number;
  /** The role that can answer by looking. */
  readonly who: Id;
  readonly answers: readonly Answer[];
  /** Where the answers come from when the author lists none: every family, role or step is one. */
  readonly answersAre: 'listed' | 'families' | 'roles' | 'steps';
  /** P(answer) where a problem and its family say nothing of it. `one`: sums to 1. */
  readonly usually: AnswerLikelihoods;
  /** Probability that an answer is a slip, 0..0.5. Mixed into every likelihood of the question. */
  readonly noise: number;
}

/**
 * The answer "my device has no such thing", which every asked question gets that does not apply to all families.
 * Without it somebody who is asked about a lock that is not there could only be "not sure", which teaches nothing.
 */
export const NOT_HERE = 'not-here';
