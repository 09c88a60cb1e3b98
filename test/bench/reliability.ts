/** Whether probabilities hold, and how well a number tells two kinds apart. */

/** What was foretold with which probability, and whether it came so. */
export interface Guess {
  readonly right: boolean;
  /** 0..1 */
  readonly probability: number;
}

/**
 * Expected calibration error, 0..1: how far the mean probability of a bin lies from its share of right guesses,
 * weighted by the guesses in it. The bins hold equally many guesses, sorted by probability.
 */
export function calibrationError(guesses: readonly Guess[], bins = 15): number {
  const sorted = [...guesses].sort((one, other) => one.probability - other.probability);
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const part = sorted.slice(
      Math.floor((bin * sorted.length) / bins),
      Math.floor(((bin + 1) * sorted.length) / bins),
    );
    const foretold = part.reduce((sum, { probability }) => sum + probability, 0);
    error += Math.abs(foretold - part.filter(({ right }) => right).length);
  }
  return error / Math.max(1, sorted.length);
}

/** Chance that one of `high` is above one of `low`, draws counting half (Mann and Whitney), 0..1. */
export function auroc(high: readonly number[], low: readonly number[]): number {
  const sorted = [...low].sort((one, other) => one - other);
  const below = (value: number, orEqual: boolean): number => {
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const at = sorted[middle] ?? 0;
      if (at < value || (orEqual && at === value)) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const sum = high.reduce((total, value) => total + (below(value, false) + below(value, true)) / 2, 0);
  return sum / Math.max(1, high.length * low.length);
}
