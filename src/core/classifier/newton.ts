/** Weights of a few inputs by Newton's method; what is minimised is the caller's. */

/** Slope and curvature (at least 0) of the loss of one case at the weighted sum of its inputs. */
export interface Bend {
  readonly slope: number;
  readonly curvature: number;
}

/** Steps of Newton's method; it converges in fewer than ten where it does at all. */
const STEPS = 25;
/** Changes below this end the search. */
const EXACT = 1e-4;
/** Keeps equations solvable where an input is always the same. */
const LEAST_CURVATURE = 1e-9;
/** Longest change of one weight in one step; keeps the first steps from going astray. */
const LONGEST_STEP = 1;

/**
 * Weights that minimise the mean loss of all cases plus `ridge` / 2 times the squared weights' distance from `start`.
 * `bendAt(sum, at)` tells of the loss of case `at` where the weighted sum of its inputs is `sum`.
 */
export function fitWeights(
  inputs: readonly (readonly number[])[],
  start: ArrayLike<number>,
  ridge: number,
  bendAt: (sum: number, at: number) => Bend,
): Float64Array {
  let weights = Float64Array.from(start);
  if (inputs.length === 0) return weights;
  for (let step = 0; step < STEPS; step++) {
    const { slopes, curves } = sumUp(inputs, weights, bendAt);
    for (let i = 0; i < weights.length; i++) {
      slopes[i] = (slopes[i] ?? 0) / inputs.length + ridge * ((weights[i] ?? 0) - (start[i] ?? 0));
      const row = curves[i] ?? [];
      for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) / inputs.length;
      row[i] = (row[i] ?? 0) + ridge + LEAST_CURVATURE;
    }
    const change = solve(curves, slopes).map(bounded);
    weights = weights.map((weight, i) => weight - (change[i] ?? 0));
    if (change.every((part) => Math.abs(part) < EXACT)) break;
  }
  return weights;
}

/** Slopes and curvatures of the loss in every weight, all cases together. */
function sumUp(
  inputs: readonly (readonly number[])[],
  weights: Float64Array,
  bendAt: (sum: number, at: number) => Bend,
): { slopes: number[]; curves: number[][] } {
  const size = weights.length;
  const slopes = new Array<number>(size).fill(0);
  const curves = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let at = 0; at < inputs.length; at++) {
    const input = inputs[at] ?? [];
    const { slope, curvature } = bendAt(dot(weights, input), at);
    for (let i = 0; i < size; i++) {
      const x = input[i] ?? 0;
      slopes[i] = (slopes[i] ?? 0) + slope * x;
      const row = curves[i] ?? [];
      for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + curvature * x * (input[j] ?? 0);
    }
  }
  return { slopes, curves };
}

const bounded = (step: number): number =>
  Number.isFinite(step) ? Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step)) : 0;

/** The logistic function. */
export const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** Slope and curvature of the log loss of a logistic function where the truth is yes or no. */
export function bendOfLogistic(sum: number, truth: boolean): Bend {
  const probability = logistic(sum);
  return { slope: probability - (truth ? 1 : 0), curvature: probability * (1 - probability) };
}

/** The sum of products. */
export function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** The solution of a small system of linear equations whose matrix is symmetric and positive definite (Gauss and Jordan). */
function solve(matrix: readonly (readonly number[])[], right: ArrayLike<number>): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (const [column, pivot] of rows.entries())
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let at = column; at < row.length; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}
