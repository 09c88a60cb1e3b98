/**
 * One linear function for each class, +1 for its own texts and -1 for all others, with squared hinge loss: dual
 * coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan 2008, "A dual coordinate descent method for large-scale
 * linear SVM"). All classes are learnt together, text by text. A text is a support of few classes only; the others are
 * looked at again in every few passes, which is where the time is won.
 */

import { permutation } from './permutation.ts';
import type { Vector } from './vectors.ts';

/** Texts with the number of their class. */
export interface Lesson {
  readonly vectors: readonly Vector[];
  readonly classes: Int32Array;
  readonly classCount: number;
  readonly featureCount: number;
}

/** Score of a text without features: of no class. It is fixed, so that classes with few texts are not put off. */
export const BIAS = -1;
/** What a text within the margin costs, above 0. Lower: smoother, higher: every training text is got right. 0.1 to 10. */
const COST = 1;
/** Passes over the texts. Fewer: quicker and less exact. 4 to 30. */
const PASSES = 10;
/** Every so many passes all classes are looked at, 1 to PASSES. */
const WIDE_EVERY = 4;
/** How far outside the margin a class is still watched in narrow passes, at least 0. */
const WATCHED = 0.1;
/** Violations below this are let be. */
const EXACT = 1e-3;

interface Supports {
  classes: number[];
  weights: number[];
}

/** Weights of every feature (row) for every class (column). */
export function learn(lesson: Lesson): Float32Array {
  const { vectors, classCount } = lesson;
  const weights = new Float32Array(lesson.featureCount * classCount);
  const supports = vectors.map((): Supports => ({ classes: [], weights: [] }));
  const squares = Float64Array.from(vectors, ({ values }) => values.reduce((sum, v) => sum + v * v, 0));
  const scores = new Float32Array(classCount);
  for (let pass = 0; pass < PASSES; pass++) {
    const wide = pass % WIDE_EVERY === 0;
    for (const text of permutation(vectors.length, pass + 1)) {
      const vector = vectors[text];
      const own = supports[text];
      if (vector === undefined || own === undefined) continue;
      const label = lesson.classes[text] ?? 0;
      if (wide) {
        score(weights, classCount, vector, scores);
        own.classes = watch(own, label, scores);
      } else scoreSome(weights, classCount, vector, own.classes, scores);
      step(weights, classCount, vector, own, label, squares[text] ?? 0, scores);
    }
  }
  return weights;
}

/** The score of a vector for every class, written to `scores`. */
export function score(weights: Float32Array, classCount: number, vector: Vector, scores: Float32Array): void {
  scores.fill(BIAS);
  const { rows, values } = vector;
  for (let at = 0; at < rows.length; at++) {
    const base = (rows[at] ?? 0) * classCount;
    const value = values[at] ?? 0;
    for (let c = 0; c < classCount; c++) scores[c] = (scores[c] ?? 0) + (weights[base + c] ?? 0) * value;
  }
}

function scoreSome(
  weights: Float32Array,
  classCount: number,
  { rows, values }: Vector,
  classes: readonly number[],
  scores: Float32Array,
): void {
  for (const c of classes) {
    let sum = BIAS;
    for (let at = 0; at < rows.length; at++)
      sum += (weights[(rows[at] ?? 0) * classCount + c] ?? 0) * (values[at] ?? 0);
    scores[c] = sum;
  }
}

/** The classes that a text is or may become a support of; weights follow their classes. */
function watch(own: Supports, label: number, scores: Float32Array): number[] {
  const before = new Map(own.classes.map((c, at) => [c, own.weights[at] ?? 0]));
  const classes: number[] = [];
  own.weights = [];
  for (let c = 0; c < scores.length; c++) {
    const weight = before.get(c) ?? 0;
    const margin = c === label ? (scores[c] ?? 0) : -(scores[c] ?? 0);
    if (weight === 0 && margin > 1 + WATCHED) continue;
    classes.push(c);
    own.weights.push(weight);
  }
  return classes;
}

/** One step of the descent for one text in each class that it is watched for. */
function step(
  weights: Float32Array,
  classCount: number,
  { rows, values }: Vector,
  own: Supports,
  label: number,
  square: number,
  scores: Float32Array,
): void {
  const diagonal = 1 / (2 * COST);
  for (let at = 0; at < own.classes.length; at++) {
    const c = own.classes[at] ?? 0;
    const sign = c === label ? 1 : -1;
    const weight = own.weights[at] ?? 0;
    const slope = sign * (scores[c] ?? 0) - 1 + diagonal * weight;
    if (Math.abs(weight === 0 ? Math.min(slope, 0) : slope) < EXACT) continue;
    const next = Math.max(0, weight - slope / (square + diagonal));
    own.weights[at] = next;
    const change = (next - weight) * sign;
    for (let n = 0; n < rows.length; n++) {
      const place = (rows[n] ?? 0) * classCount + c;
      weights[place] = (weights[place] ?? 0) + change * (values[n] ?? 0);
    }
  }
}
