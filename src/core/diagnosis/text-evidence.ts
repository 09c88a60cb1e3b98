/**
 * What the words of the reports say beside the facts in them. This one file explains the numbers.
 *
 * Reports are read once, all together, so saying a thing again changes nothing. A pair of family f and problem p gets
 * the likelihood ratio of the problem to the power of PROBLEM_WEIGHT, times that of the family to FAMILY_WEIGHT.
 * Facts that were read from the same words say much of the same, so that each counts with REPORTED_WEIGHT. What a search
 * found beside the facts counts as it is, and so do they.
 */

import type { TextEvidence } from '../conversation.ts';
import { SOMETHING_ELSE } from '../knowledge/model.ts';
import type { DiagnosisSlice } from './prepare.ts';

/**
 * How much the problem that the words tell counts, 0..2. 0: words say nothing; 1: as their probability says, which is a
 * little too careful. With the other two fitted on the development set of `bench:reading` (220 decisive messages): of 1,
 * 1.2 and 1.3 the remedy comes at once for .65, .77 and .77, a wrong one for .02 each time, and the calibration error of
 * the likeliest problem is .038, .024 and .024.
 */
export const PROBLEM_WEIGHT = 1.2;

/** The same of the kind of device, which a problem mostly tells, too. At 0.2 it is right for .94, at 0.5 for .97. */
export const FAMILY_WEIGHT = 0.8;

/** How much a fact counts that stands in a report, beside what the report tells as a whole, 0..1. */
export const REPORTED_WEIGHT = 0.4;

/** Adds what the words tell to the logarithms of the pairs. */
export function addTexts(slice: DiagnosisSlice, told: TextEvidence, weights: Float64Array): void {
  if (told.problems.size === 0 && told.families.size === 0) return;
  const { pairs, remedies } = slice;
  const weight = told.isWhole ? PROBLEM_WEIGHT : 1;
  const ofProblem = remedies.problemIds.map((id) => weight * Math.log(told.problems.get(id) ?? 1));
  const ofElse = weight * Math.log(told.problems.get(SOMETHING_ELSE) ?? 1);
  const ofFamily = pairs.familyIds.map((id) => FAMILY_WEIGHT * Math.log(told.families.get(id) ?? 1));
  for (let pair = 0; pair < weights.length; pair += 1) {
    const problem = pairs.problem[pair] ?? -1;
    const more =
      (problem < 0 ? ofElse : (ofProblem[problem] ?? 0)) + (ofFamily[pairs.family[pair] ?? 0] ?? 0);
    weights[pair] = (weights[pair] ?? 0) + more;
  }
}
