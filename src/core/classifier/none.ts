/** When a text belongs to no class, learnt from held-out texts. */

import type { Judged } from './calibrate.ts';
import { bendOfLogistic, fitWeights } from './newton.ts';
import type { Scored } from './score.ts';

/** How many texts' worth it takes to pull the weights away from where they begin; matters where texts are few. 1 to 20. */
const RIDGE = 1;
/** Where "none of these" begins: scores above 0 speak for a class. */
const NONE_START = Float64Array.of(-2, -2, -1, 0, 0, 2);

/** What tells that a text belongs to no class, the constant first. */
export function signsOfNone({ scores, correctedShare, unknownShare }: Scored): number[] {
  let best = -2;
  let second = -2;
  for (const score of scores) {
    if (score > best) {
      second = best;
      best = score;
    } else if (score > second) second = score;
  }
  let energy = 0;
  for (const score of scores) energy += Math.exp(4 * (score - best));
  return [1, best, best - second, Math.log(energy), correctedShare, unknownShare];
}

/**
 * Learns the weights over `signsOfNone`. Both kinds count alike while learning; then the constant is moved to the
 * share of texts, `noneShare` in 0..1, that is expected to belong to no class.
 */
export function learnNone(judged: readonly Judged[], noneShare: number): Float64Array {
  const none = judged.filter(({ label }) => label < 0).length;
  if (none === 0 || none === judged.length) return NONE_START;
  const weights = fitWeights(judged.map(signsOfNone), NONE_START, RIDGE / judged.length, (sum, at) => {
    const isNone = (judged[at]?.label ?? 0) < 0;
    const weight = judged.length / (2 * (isNone ? none : judged.length - none));
    const { slope, curvature } = bendOfLogistic(sum, isNone);
    return { slope: weight * slope, curvature: weight * curvature };
  });
  const shift = Math.log(noneShare / (1 - noneShare));
  return weights.map((weight, at) => (at === 0 ? weight + shift : weight));
}
