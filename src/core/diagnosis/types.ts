/** What the diagnosis says to the dialogue. */

import type { Id } from '../knowledge/model.ts';

/**
 * What speaks for (above 0) or against a problem, in bits: the weight of evidence of Good 1950, "Probability and the
 * Weighing of Evidence", as the logarithm of a likelihood ratio.
 */
export interface Weight {
  readonly question: Id;
  readonly answer: Id;
  readonly denied: boolean;
  /** log2 of P(answer | problem) / P(answer before anything was known): what it says by itself. */
  readonly bits: number;
  /**
   * log2 of P(answer | problem) / P(answer | everything else that is known), which is log2 of P(problem) with this fact
   * over P(problem) without it: what it adds. Facts that say the same take each other's share of it.
   */
  readonly bitsBeside: number;
}

/**
 * The cheapest next thing to do. `costSeconds`: expected seconds from here to the end of the case, the cure itself and
 * a human where one is needed included.
 */
export type Move =
  | {
      readonly kind: 'ask';
      readonly question: Id;
      readonly costSeconds: number;
      /** Expected seconds of going on without asking anything, to compare. */
      readonly withoutSeconds: number;
      /** Expected bits that the answer takes away. */
      readonly gainBits: number;
    }
  | {
      readonly kind: 'try';
      readonly problem: Id;
      readonly probability: number;
      readonly costSeconds: number;
      readonly because: readonly Weight[];
    }
  | {
      readonly kind: 'hand-over';
      readonly reason: 'nothing-left' | 'cheaper' | 'two-faults';
      readonly costSeconds: number;
      readonly problems: readonly Id[];
    };
