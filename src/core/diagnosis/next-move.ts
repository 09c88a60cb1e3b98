/** The cheapest next thing in expected seconds: try a remedy, ask a question, or hand over. */

import type { Case, ConversationState } from '../conversation.ts';
import type { Belief } from './belief.ts';
import { bestQuestion, bestRemedy } from './best.ts';
import { chooseMove, sameQuestion } from './choose-move.ts';
import { outlookOf } from './outlook.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { questionAhead } from './two-step.ts';
import type { Move } from './types.ts';
import { prospectsOf } from './value.ts';

/**
 * In a base of up to so many pairs the question is chosen looking two steps ahead, 0 or more. 0: always one step, which
 * asks about a tenth more where answers are often wrong. Its time grows with the pairs: at 10,000 it would take most of
 * what a turn may take.
 */
const PAIRS_AHEAD = 500;

/**
 * The cheapest next thing to do: one step ahead says whether to ask, to try or to hand over; which question, two steps
 * say in small bases where answers are noisy. The belief must be that of the same case. Ties go to trying, then to
 * asking, then to the order of the knowledge base.
 */
export function nextMove(
  slice: DiagnosisSlice,
  belief: Belief,
  ours: Case,
  person: ConversationState['person'],
): Move {
  const small = slice.pairs.family.length <= PAIRS_AHEAD;
  const instead = small ? questionAhead(ours, person) : sameQuestion;
  return chooseMove(slice, belief, ours, person, { question: bestQuestion, remedy: bestRemedy, instead });
}

/** Expected seconds of repairing and handing over from this belief on, without asking anything more. */
export function expectedCostSeconds(
  slice: DiagnosisSlice,
  belief: Belief,
  ours: Case,
  person: ConversationState['person'],
): number {
  const outlook = outlookOf(slice, belief, ours, person);
  return prospectsOf(slice, outlook, Number.POSITIVE_INFINITY).repairSeconds + outlook.cureSeconds;
}
