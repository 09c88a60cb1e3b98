/** What hits are worth as evidence, for a base that is searched because it has too many problems for one reader. */

import type { Hit, TextEvidence } from '../conversation.ts';

/**
 * The likelihood ratio of a perfect hit, 1 or more. 1: words say nothing beyond facts; 20: words outweigh a
 * sign that is almost always there.
 */
export const CAP = 6;

/** How quickly weak hits fade, 1 or more. 1: half a hit is worth half; 4: only the best hits count. */
const SHARPNESS = 2;

/** A problem hit with score s gets the likelihood ratio 1 + (CAP − 1) · s^SHARPNESS; of two hits the better counts. */
export function ratiosOf(hits: readonly Hit[]): TextEvidence {
  const problems = new Map<string, number>();
  for (const { problem, score } of hits) {
    const ratio = 1 + (CAP - 1) * Math.min(1, Math.max(0, score)) ** SHARPNESS;
    problems.set(problem, Math.max(ratio, problems.get(problem) ?? 1));
  }
  return { problems, families: new Map(), isWhole: false };
}
