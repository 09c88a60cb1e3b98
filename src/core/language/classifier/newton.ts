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
/** Longest change of one weight in one step; keeps the first steps from going astray. */
const LONGEST_STEP = 1;

/**
 * Weights that minimise the mean loss of all cases plus `ridge` / 2 times the squared weights' distance from `start`.
 * `bendAt(sum, at)` tells of the loss of case `at` where the weighted sum of its inputs is `sum`.
 */
export function fitWeights(
  inputs: readonly (readonly number[])[],
  start: readonly number[],
  ridge: number,
  bendAt: (sum: number, at: number) => Bend,
): number[] {
  let weights = [...start];
  if (inputs.length === 0) return weights;
  for (let step = 0; step < STEPS; step++) {
    const slopes = weights.map((weight, i) => ridge * (weight - (start[i] ?? 0)));
    const curves = weights.map((_, i) => weights.map((__, j) => (i === j ? ridge + 1e-9 : 0)));
    for (const [at, input] of inputs.entries()) {
      const { slope, curvature } = bendAt(dot(weights, input), at);
      for (const [i, x] of input.entries()) {
        slopes[i] = (slopes[i] ?? 0) + (slope * x) / inputs.length;
        const row = curves[i];
        if (row === undefined) continue;
        for (const [j, y] of input.entries()) row[j] = (row[j] ?? 0) + (curvature * x * y) / inputs.length;
      }
    }
    const change = solve(curves, slopes);
    weights = weights.map((weight, i) => weight - bounded(change[i] ?? 0));
    if (change.every((part) => Math.abs(part) < EXACT)) break;
  }
  return weights;
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
export const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, x, at) => sum + x * (other[at] ?? 0), 0);

/** The solution of a small system of linear equations (Gauss, with the largest pivot). */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const rest = rows.slice(column).sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    rows.splice(column, size - column, ...rest);
    const pivot = rows[column];
    if (pivot === undefined) continue;
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let at = column; at <= size; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
