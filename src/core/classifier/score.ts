/** Scores of a text by the weights that were learnt. */

import type { Vector } from './vectors.ts';

/** Score of a text without features: of no class. It is fixed, so that classes with few texts are not put off. */
export const BIAS = -1;

/**
 * The scores of a vector for the classes at some places, in their order. Left out: all. Four rows at a time, which takes
 * a third of the time.
 */
export function score(
  weights: Float32Array | Int8Array,
  classCount: number,
  { rows, values }: Vector,
  places: Int32Array = Int32Array.from({ length: classCount }, (_, place) => place),
): Float32Array {
  const scores = new Float32Array(places.length).fill(BIAS);
  const baseOf = (at: number): number => (rows[at] ?? 0) * classCount;
  for (let at = 0; at < rows.length; at += 4) {
    const base0 = baseOf(at);
    const base1 = baseOf(at + 1);
    const base2 = baseOf(at + 2);
    const base3 = baseOf(at + 3);
    // Past the end a value is 0.
    const value0 = values[at] ?? 0;
    const value1 = values[at + 1] ?? 0;
    const value2 = values[at + 2] ?? 0;
    const value3 = values[at + 3] ?? 0;
    for (let n = 0; n < places.length; n++) {
      const c = places[n] ?? 0;
      scores[n] =
        (scores[n] ?? 0) +
        (weights[base0 + c] ?? 0) * value0 +
        (weights[base1 + c] ?? 0) * value1 +
        (weights[base2 + c] ?? 0) * value2 +
        (weights[base3 + c] ?? 0) * value3;
    }
  }
  return scores;
}
