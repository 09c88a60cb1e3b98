/** What can be wrong, and what cures it. */

import type { Signs } from './question.ts';
import type { Id, Risk } from './words.ts';

/** One thing to do. */
export interface Step {
  readonly id: Id;
  /** What is done, in a few words: said first, and to whoever fetches the person who does it. */
  readonly title: string;
  readonly by: Id;
  /** The families for whose devices it is; on another device it is left out. Null: for all. */
  readonly families: readonly Id[] | null;
  readonly risk: Risk;
  readonly costSeconds: number;
  /** How people say that they have done it already. */
  readonly saidDone: readonly string[];
  readonly caution: string | null;
  /** How it is done, in the words of the field. */
  readonly do: string;
  /** The same for somebody who does not do such things for a living; null: `do` is plain enough. */
  readonly plain: string | null;
  readonly see: string | null;
  readonly cannot: string | null;
  readonly sources: readonly Id[];
}

/** What cures a problem. */
export interface Remedy {
  /** P(cured | this is the problem and the remedy is carried out). */
  readonly success: number;
  readonly steps: readonly Id[];
  /** The steps of it that cure; a person who has done one of them without effect lowers the problem. */
  readonly curedBy: readonly Id[];
  readonly fixedWhen: string;
}

/** A cause that has exactly one remedy. */
export interface Problem {
  readonly id: Id;
  readonly title: string;
  /** P(problem | family); with `somethingElse` each family sums to 1. */
  readonly families: Readonly<Record<Id, number>>;
  readonly means: string;
  /** How people put it. */
  readonly saidAs: readonly string[];
  readonly signs: Signs;
  readonly remedy: Remedy;
  readonly prevention: string | null;
  readonly sources: readonly Id[];
}

/** The id under which "none of the problems we know" is reported. */
export const SOMETHING_ELSE = 'something-else';
