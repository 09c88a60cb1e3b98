/**
 * What the words of the reports say beside the facts in them. This one file explains the numbers.
 *
 * A problem whose words were hit with score s gets the likelihood ratio 1 + (CAP − 1) · s^SHARPNESS against one that
 * was not hit. Hits are found once over all that the case reported, so saying a thing again changes nothing,
 * and no text, however long, moves a problem by more than CAP against the rest.
 */

import type { Hit } from '../conversation.ts';
import { floats } from './memory.ts';
import type { DiagnosisSlice } from './prepare.ts';

/**
 * The likelihood ratio of a perfect hit, 1 or more. 1: words say nothing beyond facts; 20: words outweigh a
 * sign that is almost always there.
 */
export const CAP = 6;

/** How quickly weak hits fade, 1 or more. 1: half a hit is worth half; 4: only the best hits count. */
export const SHARPNESS = 2;

/** Per problem: its likelihood ratio in 1..`CAP`, 1 where it was not hit; something-else, which is not in it, keeps 1. */
export function textRatios(slice: DiagnosisSlice, hits: readonly Hit[]): Float64Array {
  const ratios = floats(slice.remedies.problemIds.length).fill(1);
  for (const hit of hits) {
    const problem = slice.remedies.problemIndex.get(hit.problem);
    if (problem === undefined) continue;
    const score = Math.min(1, Math.max(0, hit.score));
    const ratio = 1 + (CAP - 1) * score ** SHARPNESS;
    ratios[problem] = Math.max(ratio, ratios[problem] ?? 1);
  }
  return ratios;
}
