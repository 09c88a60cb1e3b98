/** The few pairs that decide. */

/** Pairs by falling probability (ties: order of the knowledge base) until they cover enough. */
export function mostProbable(probabilities: Float64Array, cover: number, most: number): Int32Array {
  const threshold = thresholdOf(probabilities, most);
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
  return Int32Array.from(enough < 0 ? chosen : chosen.slice(0, enough + 1));
}

/** The probability of the pair at rank `most`; 0 where there are not so many. */
function thresholdOf(probabilities: Float64Array, most: number): number {
  if (probabilities.length <= most) return 0;
  const sorted = Float64Array.from(probabilities).sort();
  return sorted[sorted.length - most] ?? 0;
}
