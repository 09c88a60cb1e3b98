/** What the diagnosis says to the dialogue. */

import type { Id } from '../knowledge/model.ts';

/** What speaks for or against a problem, in bits: log2 of P(answer | problem) / P(answer before anything was known). */
export interface Weight {
  readonly question: Id;
  readonly answer: Id;
  readonly denied: boolean;
  readonly bits: number;
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
