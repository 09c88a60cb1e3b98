/** Scores of a text by the weights that were learnt. */

import { bagsOf, type Token } from './features.ts';
import { readText } from './known-words.ts';
import type { Fitted, Said } from './model.ts';
import { UNITS } from './pack.ts';
import { ABREAST, vectorOf } from './vectors.ts';

/** The scores of one text, and how well its words are known. */
export interface Scored {
  /** One for each class. */
  readonly scores: Float32Array;
  /** Share of the text's words that are known only once corrected, 0..1. */
  readonly correctedShare: number;
  /** Share of the text's words that are not known at all, 0..1; 1 where there is none. */
  readonly unknownShare: number;
}

/** Score of a text without features: of no class. It is fixed, so that classes with few texts are not put off. */
export const BIAS = -1;

/** Scores a text for the classes at some places, in their order. Left out: all. */
export function scoreText(fitted: Fitted, { text, saidOf }: Said, places?: Int32Array): Scored {
  const { tokens, corrected, unknown } = readText(fitted.known, text);
  return {
    scores: scoreWords(fitted, tokens, places, saidOf),
    correctedShare: corrected / Math.max(1, tokens.length),
    unknownShare: tokens.length === 0 ? 1 : unknown / tokens.length,
  };
}

/** The scores of words that were read already, at some places or all. Four rows at a time take a third of the time. */
export function scoreWords(
  { labels, weights, scales, features }: Fitted,
  tokens: readonly Token[],
  places?: Int32Array,
  saidOf: string | null = null,
): Float32Array {
  const { rows, values, size } = vectorOf(features, bagsOf(tokens, saidOf));
  const scores = new Float32Array(places?.length ?? labels.length).fill(BIAS);
  const baseOf = (at: number): number => (rows[at] ?? 0) * labels.length;
  // Past the end a value is 0.
  const worth = (at: number): number => (values[at] ?? 0) * (UNITS[scales[rows[at] ?? 0] ?? 0] ?? 0);
  for (let at = 0; at < size; at += ABREAST) {
    const base0 = baseOf(at);
    const base1 = baseOf(at + 1);
    const base2 = baseOf(at + 2);
    const base3 = baseOf(at + 3);
    const value0 = worth(at);
    const value1 = worth(at + 1);
    const value2 = worth(at + 2);
    const value3 = worth(at + 3);
    for (let n = 0; n < scores.length; n++) {
      const c = places === undefined ? n : (places[n] ?? 0);
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
