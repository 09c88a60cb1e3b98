/**
 * Scores of runs of words out of a text, each as if it stood alone. What a word adds to every label is summed once, so
 * that a run costs as much as its labels and not as its words. A feature that a run has twice counts twice.
 */

import { type Bag, GROUP_WEIGHTS, letterBagOf, pairFeature, type Token, wordFeature } from './features.ts';
import { BIAS } from './learn.ts';
import type { Model } from './model.ts';
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
export function readRuns(
  model: Model,
  words: readonly (readonly Token[])[],
  places: readonly number[],
): RunScores {
  const tokens = words.flat();
  const starts = [0];
  for (const [at, word] of words.entries()) starts.push((starts[at] ?? 0) + word.length);
  const partsOf = partsIn(model, tokens, Int32Array.from(places));
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
  const sum = (bagAt: (at: number) => Bag): Sums => summed(model, tokens.length, places, bagAt);
  const words = sum((at) => single(wordFeature(stemAt(at))));
  const begins = sum((at) => single(pairFeature(1, '', stemAt(at))));
  const pairs = sum((at) => (at < 1 ? NONE : single(pairFeature(1, stemAt(at - 1), stemAt(at)))));
  const ends = sum((at) => single(pairFeature(1, stemAt(at), '')));
  const skipped = sum((at) => (at < 2 ? NONE : single(pairFeature(2, stemAt(at - 2), stemAt(at)))));
  const letters = sum((at) => letterBagOf(tokens[at]?.letters ?? ''));
  return (from, to) => [
    { group: 0, of: words, from, to },
    { group: 1, of: begins, from, to: Math.min(from + 1, to) },
    { group: 1, of: pairs, from: Math.min(from + 1, to), to },
    { group: 1, of: ends, from: Math.max(from, to - 1), to },
    { group: 2, of: skipped, from: Math.min(from + 2, to), to },
    { group: 3, of: letters, from, to },
  ];
}

const NONE: Bag = { hashes: new Uint32Array(0), counts: new Float32Array(0) };
const single = (hash: number): Bag => ({ hashes: Uint32Array.of(hash), counts: Float32Array.of(1) });

function summed(
  { features, weights, scales, labels }: Model,
  count: number,
  places: Int32Array,
  bagAt: (at: number) => Bag,
): Sums {
  const found = findable(features);
  const width = places.length;
  const sums = new Float32Array((count + 1) * width);
  const squares = new Float64Array(count + 1);
  for (let at = 0; at < count; at++) {
    const base = (at + 1) * width;
    sums.copyWithin(base, at * width, base);
    let square = squares[at] ?? 0;
    const { hashes, counts } = bagAt(at);
    for (let i = 0; i < hashes.length; i++) {
      const row = rowOf(found, hashes[i] ?? 0);
      const times = counts[i] ?? 1;
      const rarity = row < 0 ? found.rarest : rarityOf(found, row);
      const value = row < 0 || times === 1 ? rarity : (1 + Math.log(times)) * rarity;
      square += value * value;
      if (row < 0) continue;
      const unit = value * (scales[row] ?? 0);
      const first = row * labels.length;
      for (let c = 0; c < width; c++)
        sums[base + c] = (sums[base + c] ?? 0) + unit * (weights[first + (places[c] ?? 0)] ?? 0);
    }
    squares[at + 1] = square;
  }
  return { sums, squares };
}
