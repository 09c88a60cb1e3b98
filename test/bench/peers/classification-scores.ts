/** How good a classifier is and how well it knows it, from what it guessed. */

/** One guess: whether it was right, and how sure the classifier said it was, 0..1. */
export interface Judged {
  readonly right: boolean;
  readonly confidence: number;
}

/** Bins of the calibration error, each of as many guesses. */
const BINS = 15;

/** The share that is right, 0..1. */
export const accuracy = (judged: readonly Judged[]): number =>
  mean(judged.map(({ right }) => (right ? 1 : 0)));

/**
 * Expected calibration error, 0..1: the mean distance between the confidence and the share that is right in 15 bins of
 * equal mass, ordered by confidence (Nguyen and O'Connor 2015, "Posterior calibration and exploratory analysis").
 */
export function calibrationError(judged: readonly Judged[]): number {
  const sorted = [...judged].sort((a, b) => a.confidence - b.confidence);
  const edge = (bin: number): number => Math.round((bin * sorted.length) / BINS);
  const bins = Array.from({ length: BINS }, (_, bin) => sorted.slice(edge(bin), edge(bin + 1)));
  const distances = bins.map((some) =>
    some.length === 0
      ? 0
      : Math.abs(accuracy(some) - mean(some.map(({ confidence }) => confidence))) * some.length,
  );
  return distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, sorted.length);
}

/**
 * The chance that one of `known` has a higher confidence than one of `foreign` (area under the ROC curve), 0..1; equal
 * ones count half. By ranks, as the Mann-Whitney U.
 */
export function areaUnderCurve(known: readonly number[], foreign: readonly number[]): number {
  const all = [
    ...known.map((confidence) => ({ confidence, isKnown: true })),
    ...foreign.map((confidence) => ({ confidence, isKnown: false })),
  ].sort((a, b) => a.confidence - b.confidence);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]!.confidence === all[from]!.confidence) to += 1;
    const middleRank = (from + 1 + to) / 2;
    ranks += middleRank * all.slice(from, to).filter(({ isKnown }) => isKnown).length;
    from = to;
  }
  return (ranks - (known.length * (known.length + 1)) / 2) / (known.length * foreign.length);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
