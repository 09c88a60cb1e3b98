/** What a plan costs in each single case, in avoidable seconds, so that its cost in any belief is a sum over pairs. */

import type { RepairRoom } from './cost.ts';
import { floats } from './memory.ts';
import type { Outlook } from './outlook.ts';
import { NO_PROBLEM } from './pairs.ts';
import type { DiagnosisSlice } from './prepare.ts';

/** Per pair: P · seconds to the end once it is known to be this pair: a human, where its remedy does not help. */
export function finishSeconds({ pairs, remedies }: DiagnosisSlice, outlook: Outlook): Float64Array {
  const seconds = floats(outlook.belief.length);
  for (let pair = 0; pair < seconds.length; pair += 1) {
    const problem = pairs.problem[pair] ?? NO_PROBLEM;
    const human = pairs.handOverSeconds[pairs.family[pair] ?? 0] ?? 0;
    const open = problem !== NO_PROBLEM && !outlook.closed.has(problem);
    seconds[pair] = (outlook.belief[pair] ?? 0) * human * (open ? 1 - (remedies.success[problem] ?? 0) : 1);
  }
  return seconds;
}

/** Per pair: P · seconds to the end if it is this pair and the plan that stands in `repair` is carried out. */
export function repairPerPair({ pairs }: DiagnosisSlice, outlook: Outlook, repair: RepairRoom): Float64Array {
  const plan = [...repair.order.subarray(0, repair.planned)].flatMap((r) => outlook.remedies[r] ?? []);
  const all = plan.reduce((sum, remedy) => sum + remedy.costSeconds, 0);
  const human = (pair: number) => pairs.handOverSeconds[pairs.family[pair] ?? 0] ?? 0;
  const seconds = floats(outlook.belief.length);
  for (let pair = 0; pair < seconds.length; pair += 1)
    seconds[pair] = (outlook.belief[pair] ?? 0) * (all + human(pair));
  let before = 0;
  for (const { problem, success, costSeconds } of plan) {
    const after = all - before - costSeconds;
    for (const pair of outlook.candidates) {
      if (pairs.problem[pair] !== problem) continue;
      seconds[pair] = (outlook.belief[pair] ?? 0) * (before + (1 - success) * (after + human(pair)));
    }
    before += costSeconds;
  }
  return seconds;
}
