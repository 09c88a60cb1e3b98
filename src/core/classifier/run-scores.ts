/**
 * Scores of runs of words out of a text, each as if it stood alone. What a word adds to every label is summed once, so
 * that a run costs as much as its labels and not as its words. A feature that a run has twice counts twice.
 */

import { GROUP_WEIGHTS, letterBagOf, pairFeature, type Token, wordFeature } from './features.ts';
import type { Model } from './model.ts';
import { UNITS } from './pack.ts';
import { BIAS } from './score.ts';
import { findable, RAREST, rowOf } from './vectors.ts';

/** Of the words from `from` to `to` (excluded), the score of a label by its number among those that were asked for. */
export type RunScores = (from: number, to: number) => (label: number) => number;

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

/** Reads the words of a text for the labels at some places of the model. */
export function readRuns(model: Model, tokens: readonly Token[], places: Int32Array): RunScores {
  const partsOf = partsIn(model, tokens, places);
  return (from, to) => {
    const groups = factored(partsOf(from, to));
    return (label) => {
      let score = BIAS;
      for (const { factor, parts } of groups)
        for (const { of, from: low, to: high } of parts)
          score +=
            factor *
            ((of.sums[high * places.length + label] ?? 0) - (of.sums[low * places.length + label] ?? 0));
      return score;
    };
  };
}

/** The parts of each group, with what brings the group to its length. */
function factored(
  parts: readonly Part[],
): readonly { readonly factor: number; readonly parts: readonly Part[] }[] {
  return GROUP_WEIGHTS.flatMap((weight, group) => {
    const own = parts.filter((part) => part.group === group && part.from < part.to);
    const square = own.reduce(
      (sum, { of, from, to }) => sum + (of.squares[to] ?? 0) - (of.squares[from] ?? 0),
      0,
    );
    return square > 0 ? [{ factor: Math.sqrt(weight / square), parts: own }] : [];
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
  const found = findable(features.hashes);
  const width = places.length;
  const sums = new Float32Array((count + 1) * width);
  const squares = new Float64Array(count + 1);
  let base = 0;
  let square = 0;
  const add = (hash: number, times: number): void => {
    const row = rowOf(found, hash);
    const rarity = row < 0 ? RAREST : (features.rarities[row] ?? 0);
    const value = row < 0 || times === 1 ? rarity : (1 + Math.log(times)) * rarity;
    square += value * value;
    if (row < 0) return;
    const unit = value * (UNITS[scales[row] ?? 0] ?? 0);
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
