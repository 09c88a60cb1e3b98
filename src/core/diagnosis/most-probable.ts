/** The few pairs that decide. */

import { floats, ints } from './memory.ts';

/** Pairs by falling probability (ties: order of the knowledge base) until they cover enough. */
export function mostProbable(probabilities: Float64Array, cover: number, most: number): Int32Array {
  // All pairs below the floor together do not make up what may be left uncovered, so that none of them is needed.
  const floor = (1 - cover) / probabilities.length;
  const threshold = Math.max(floor, thresholdOf(probabilities, most));
  const ranked = rankedFrom(probabilities, threshold, most);
  let covered = 0;
  let kept = 0;
  while (kept < ranked.length && covered < cover) {
    covered += probabilities[ranked[kept] ?? 0] ?? 0;
    kept += 1;
  }
  return ranked.subarray(0, kept);
}

/** The pairs of at least this probability by falling probability, ties as they stand, at most `most`. */
function rankedFrom(probabilities: Float64Array, threshold: number, most: number): Int32Array {
  const size = Math.min(most, probabilities.length);
  const ranked = ints(size);
  const values = floats(size);
  let count = 0;
  for (let pair = 0; pair < probabilities.length; pair += 1) {
    const p = probabilities[pair] ?? 0;
    const ranks = p >= threshold && (count < size || p > (values[size - 1] ?? 0));
    if (!ranks) continue;
    let at = Math.min(count, size - 1);
    for (; at > 0 && (values[at - 1] ?? 0) < p; at -= 1) {
      values[at] = values[at - 1] ?? 0;
      ranked[at] = ranked[at - 1] ?? 0;
    }
    values[at] = p;
    ranked[at] = pair;
    count = Math.min(count + 1, size);
  }
  return ranked.subarray(0, count);
}

/**
 * The probability of the pair at rank `most`; 0 where there are not so many. Keeps the best so far in a buffer of
 * twice the size and cuts it back when it is full, which is much cheaper than sorting all.
 */
function thresholdOf(probabilities: Float64Array, most: number): number {
  if (probabilities.length <= most) return 0;
  const buffer = new Float64Array(2 * most);
  let filled = 0;
  let cut = 0;
  for (let pair = 0; pair < probabilities.length; pair += 1) {
    const p = probabilities[pair] ?? 0;
    if (p <= cut) continue;
    buffer[filled] = p;
    filled += 1;
    if (filled < buffer.length) continue;
    buffer.sort();
    buffer.copyWithin(0, most);
    filled = most;
    cut = buffer[0] ?? 0;
  }
  return buffer.subarray(0, filled).sort()[Math.max(0, filled - most)] ?? 0;
}
