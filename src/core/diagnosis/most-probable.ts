/** The few pairs that decide. */

import { ints } from './memory.ts';

/** Pairs by falling probability (ties: order of the knowledge base) until they cover enough. */
export function mostProbable(probabilities: Float64Array, cover: number, most: number): Int32Array {
  // All pairs below the floor together do not make up what may be left uncovered, so that none of them is needed.
  const floor = (1 - cover) / probabilities.length;
  const threshold = Math.max(floor, thresholdOf(probabilities, most));
  const chosen: number[] = [];
  for (let pair = 0; pair < probabilities.length; pair += 1) {
    if ((probabilities[pair] ?? 0) >= threshold) chosen.push(pair);
  }
  chosen.sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || a - b);
  let covered = 0;
  const enough = chosen.findIndex((pair, i) => {
    covered += probabilities[pair] ?? 0;
    return covered >= cover || i + 1 === most;
  });
  const kept = ints(enough < 0 ? chosen.length : enough + 1);
  for (let i = 0; i < kept.length; i += 1) kept[i] = chosen[i] ?? 0;
  return kept;
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
