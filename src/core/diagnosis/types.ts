/** What the diagnosis says to the dialogue. */

import type { Id } from '../knowledge/model.ts';

/** What speaks for or against a problem, in bits (log2 of the likelihood ratio against the rest of the belief). */
export interface Weight {
  readonly question: Id;
  readonly answer: Id;
  readonly denied: boolean;
  readonly bits: number;
}

/** The cheapest next thing to do, in expected seconds. */
export type Move =
  | {
      readonly kind: 'ask';
      readonly question: Id;
      /** Expected cost of going on by asking, and without asking. */
      readonly costSeconds: number;
      readonly withoutSeconds: number;
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
