/** What the walk uses of the diagnosis. How it works is in the files beside this one, small each. */

export { type Belief, diagnose } from './belief.ts';
export { expectedCostSeconds, nextMove } from './next-move.ts';
export { type DiagnosisSlice, prepareDiagnosis } from './prepare.ts';
