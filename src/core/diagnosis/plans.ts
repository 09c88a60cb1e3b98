/** What a plan costs in each single case, so that its cost in any belief is a sum over pairs. */

import type { RepairRoom } from './cost.ts';
import { handOverOf, type Outlook } from './outlook.ts';
import { NO_PROBLEM } from './pairs.ts';
import type { DiagnosisSlice } from './prepare.ts';

/** Per pair: P · seconds to the end once it is known to be this pair: its remedy and, should that not help, a human. */
export function finishSeconds(slice: DiagnosisSlice, outlook: Outlook): Float64Array {
  const { pairs, remedies } = slice;
  const problems = remedies.problemIds.length;
  return outlook.belief.map((p, pair) => {
    const problem = pairs.problem[pair] ?? NO_PROBLEM;
    const human = handOverOf(slice, outlook.role, pair);
    if (problem === NO_PROBLEM || outlook.closed.has(problem)) return p * human;
    const cost = remedies.costSeconds[outlook.role * problems + problem] ?? 0;
    return p * Math.min(human, cost + (1 - (remedies.success[problem] ?? 0)) * human);
  });
}

/** Per pair: P · seconds to the end if it is this pair and the plan that stands in `repair` is carried out. */
export function repairPerPair(slice: DiagnosisSlice, outlook: Outlook, repair: RepairRoom): Float64Array {
  const plan = [...repair.order.subarray(0, repair.planned)].flatMap((r) => outlook.remedies[r] ?? []);
  const all = plan.reduce((sum, remedy) => sum + remedy.costSeconds, 0);
  const seconds = outlook.belief.map((p, pair) => p * (all + handOverOf(slice, outlook.role, pair)));
  let spent = 0;
  for (const { problem, success, costSeconds } of plan) {
    spent += costSeconds;
    outlook.candidates.forEach((pair) => {
      if (slice.pairs.problem[pair] !== problem) return;
      const failing = (1 - success) * (all - spent + handOverOf(slice, outlook.role, pair));
      seconds[pair] = (outlook.belief[pair] ?? 0) * (spent + failing);
    });
  }
  return seconds;
}
