/**
 * Scores of runs of words out of a text, each as if it stood alone. What a word adds to every label is summed once, so
 * that a run costs as much as its labels and not as its words. A feature that a run has twice counts twice.
 */

import { GROUP_WEIGHTS, letterBagOf, pairFeature, type Token, wordFeature } from './features.ts';
import type { Model } from './model.ts';
import { BIAS } from './score.ts';
import { findable, rarityOf, rowOf } from './vectors.ts';

/** Scores of the words from `from` to `to` (excluded), for all labels that were asked for or for one, by its number there. */
export interface RunScores {
  all(from: number, to: number): Float32Array;
  one(from: number, to: number, label: number): number;
}

/** What the features of one group add, token by token: sums up to each token, and the squares of their values. */
interface Sums {
  readonly sums: Float32Array;
  readonly squares: Float64Array;
}

/** Part of a run in one group: its sums are the differences of two rows. */
interface Part {
  readonly group: number;
  readonly of: Sums;
  readonly from: number;
  readonly to: number;
}

/** Reads the words of a text, each the tokens that it has, for the labels at some places of the model. */
export function readRuns(model: Model, words: readonly (readonly Token[])[], places: Int32Array): RunScores {
  const tokens = words.flat();
  const starts = [0];
  for (const [at, word] of words.entries()) starts.push((starts[at] ?? 0) + word.length);
  const partsOf = partsIn(model, tokens, places);
  const labels = places.length;
  const run = (from: number, to: number): readonly Part[] => partsOf(starts[from] ?? 0, starts[to] ?? 0);
  return {
    all(from, to) {
      const scores = new Float32Array(labels).fill(BIAS);
      for (const [factor, parts] of factored(run(from, to)))
        for (const { of, from: low, to: high } of parts)
          for (let c = 0; c < labels; c++)
            scores[c] =
              (scores[c] ?? 0) +
              factor * ((of.sums[high * labels + c] ?? 0) - (of.sums[low * labels + c] ?? 0));
      return scores;
    },
    one(from, to, label) {
      let score = BIAS;
      for (const [factor, parts] of factored(run(from, to)))
        for (const { of, from: low, to: high } of parts)
          score += factor * ((of.sums[high * labels + label] ?? 0) - (of.sums[low * labels + label] ?? 0));
      return score;
    },
  };
}

/** The parts of each group, with what brings the group to its length. */
function factored(parts: readonly Part[]): readonly (readonly [number, readonly Part[]])[] {
  return GROUP_WEIGHTS.flatMap((weight, group) => {
    const own = parts.filter((part) => part.group === group && part.from < part.to);
    const square = own.reduce(
      (sum, { of, from, to }) => sum + (of.squares[to] ?? 0) - (of.squares[from] ?? 0),
      0,
    );
    return square > 0 ? [[Math.sqrt(weight / square), own] as const] : [];
  });
}

/** The groups of `features.ts`: pairs know where a run begins and ends, so that these have sums of their own. */
function partsIn(
  model: Model,
  tokens: readonly Token[],
  places: Int32Array,
): (from: number, to: number) => readonly Part[] {
  const stemAt = (at: number): string => tokens[at]?.stem ?? '';
  const sum = (featuresAt: FeaturesAt): Sums => summed(model, tokens.length, places, featuresAt);
  const words = sum((at, add) => add(wordFeature(stemAt(at)), 1));
  const begins = sum((at, add) => add(pairFeature(1, '', stemAt(at)), 1));
  const pairs = sum((at, add) => at >= 1 && add(pairFeature(1, stemAt(at - 1), stemAt(at)), 1));
  const ends = sum((at, add) => add(pairFeature(1, stemAt(at), ''), 1));
  const skipped = sum((at, add) => at >= 2 && add(pairFeature(2, stemAt(at - 2), stemAt(at)), 1));
  const letters = sum((at, add) => {
    const token = tokens[at];
    if (token === undefined) return;
    const { hashes, counts } = letterBagOf(token);
    for (let i = 0; i < hashes.length; i++) add(hashes[i] ?? 0, counts[i] ?? 1);
  });
  return (from, to) => [
    { group: 0, of: words, from, to },
    { group: 1, of: begins, from, to: Math.min(from + 1, to) },
    { group: 1, of: pairs, from: Math.min(from + 1, to), to },
    { group: 1, of: ends, from: Math.max(from, to - 1), to },
    { group: 2, of: skipped, from: Math.min(from + 2, to), to },
    { group: 3, of: letters, from, to },
  ];
}

/** Adds the features of a token, each with how often it has them. */
type FeaturesAt = (at: number, add: (hash: number, times: number) => void) => unknown;

function summed(
  { features, weights, scales, labels }: Model,
  count: number,
  places: Int32Array,
  featuresAt: FeaturesAt,
): Sums {
  const found = findable(features);
  const width = places.length;
  const sums = new Float32Array((count + 1) * width);
  const squares = new Float64Array(count + 1);
  let base = 0;
  let square = 0;
  const add = (hash: number, times: number): void => {
    const row = rowOf(found, hash);
    const rarity = row < 0 ? found.rarest : rarityOf(found, row);
    const value = row < 0 || times === 1 ? rarity : (1 + Math.log(times)) * rarity;
    square += value * value;
    if (row < 0) return;
    const unit = value * (scales[row] ?? 0);
    const first = row * labels.length;
    for (let c = 0; c < width; c++)
      sums[base + c] = (sums[base + c] ?? 0) + unit * (weights[first + (places[c] ?? 0)] ?? 0);
  };
  for (let at = 0; at < count; at++) {
    base = (at + 1) * width;
    sums.copyWithin(base, at * width, base);
    featuresAt(at, add);
    squares[at + 1] = square;
  }
  return { sums, squares };
}
