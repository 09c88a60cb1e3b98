/**
 * Examples by their words: how like a text is to each of them, all at once. Whoever asks has read the words and put
 * their spelling right, so that letters would tell little more and cost much.
 */

import { GROUP_WEIGHTS, wordBagsOf } from './features.ts';
import type { FeatureTable } from './model.ts';
import { learnFeatures, type Vector, vectorOf } from './vectors.ts';

/** Examples made ready. Plain data. */
export interface Examples {
  readonly count: number;
  readonly features: FeatureTable;
  /** Where in `holders` the examples with each feature begin; one more for the end. */
  readonly starts: Uint32Array;
  /** Numbers of examples, feature by feature. */
  readonly holders: Uint16Array | Uint32Array;
  /** What the feature is worth in the example, the example's length made 1. */
  readonly values: Float32Array;
}

/** Length of the vector of three words or more all of whose features are known. */
const WHOLE = Math.sqrt(GROUP_WEIGHTS.slice(0, -1).reduce((sum, weight) => sum + weight, 0));

const lengthOf = ({ values }: Vector): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** Makes examples ready, each given as its stems in order; `likenessTo` numbers them in this order. */
export function indexExamples(texts: readonly (readonly string[])[]): Examples {
  const bags = texts.map(wordBagsOf);
  const features = learnFeatures(bags, Number.POSITIVE_INFINITY);
  const vectors = bags.map((each) => vectorOf(features, each));
  const starts = new Uint32Array(features.hashes.length + 1);
  for (const { rows } of vectors) for (const row of rows) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  for (let row = 1; row < starts.length; row++) starts[row] = (starts[row] ?? 0) + (starts[row - 1] ?? 0);
  const total = starts.at(-1) ?? 0;
  const holders = texts.length < 2 ** 16 ? new Uint16Array(total) : new Uint32Array(total);
  const values = new Float32Array(total);
  const next = starts.slice();
  for (const [number, vector] of vectors.entries()) {
    const length = lengthOf(vector) || 1;
    for (const [at, row] of vector.rows.entries()) {
      const place = next[row] ?? 0;
      next[row] = place + 1;
      holders[place] = number;
      values[place] = (vector.values[at] ?? 0) / length;
    }
  }
  return { count: texts.length, features, starts, holders, values };
}

/** How like a text is to each example: the cosine of their angle, 0..1; what no example knows makes it less like all. */
export function likenessTo(examples: Examples, stems: readonly string[]): Float32Array {
  const { rows, values } = vectorOf(examples.features, wordBagsOf(stems));
  const likeness = new Float32Array(examples.count);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const value = (values[at] ?? 0) / WHOLE;
    const end = examples.starts[row + 1] ?? 0;
    for (let place = examples.starts[row] ?? 0; place < end; place++) {
      const holder = examples.holders[place] ?? 0;
      likeness[holder] = (likeness[holder] ?? 0) + value * (examples.values[place] ?? 0);
    }
  }
  return likeness;
}
