/**
 * One linear function for each class, +1 for its own texts and -1 for all others, with squared hinge loss: dual
 * coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan 2008, "A dual coordinate descent method for large-scale
 * linear SVM"). All classes are learnt together, text by text. A text is a support of few classes only; the others are
 * looked at again in every few passes, which is where the time is won.
 */

import { permutation } from './permutation.ts';
import type { Vector } from './vectors.ts';

/** Texts with the numbers of their classes. */
export interface Lesson {
  readonly vectors: readonly Vector[];
  readonly classes: readonly (readonly number[])[];
  readonly classCount: number;
  readonly featureCount: number;
}

/** Score of a text without features: of no class. It is fixed, so that classes with few texts are not put off. */
export const BIAS = -1;
/**
 * What a text within the margin costs, above 0: one of the class itself, and one of another class, of which there are
 * many more. Lower: smoother; higher: every training text is got right. Lower for others: texts of no class score
 * lower, and classes that are near each other are told apart less. 0.1 to 10.
 */
const COST = { own: 2, other: 0.3 };
/** Passes over the texts. Fewer: quicker and less exact. 4 to 30. */
const PASSES = 12;
/** Every so many passes all classes are looked at, 1 to PASSES. */
const WIDE_EVERY = 4;
/** Violations below this are let be. */
const EXACT = 1e-3;

/** The classes that a text supports or may come to support, and its weight in each, 0 while it does not. */
interface Supports {
  readonly classes: number[];
  readonly weights: number[];
}

/** What all steps work on; the arrays from `scores` on are filled anew for each text. */
interface Work {
  readonly classCount: number;
  readonly weights: Float32Array;
  readonly scores: Float32Array;
  /** 1 for each class of the text that is learnt from now. */
  readonly isOwn: Uint8Array;
  /** Classes whose weights change in this step, and by how much. */
  readonly changed: Int32Array;
  readonly changes: Float32Array;
}

/** Weights of every feature (row) for every class (column). */
export function learn(lesson: Lesson): Float32Array {
  const { vectors, classCount } = lesson;
  const work: Work = {
    classCount,
    weights: new Float32Array(lesson.featureCount * classCount),
    scores: new Float32Array(classCount),
    isOwn: new Uint8Array(classCount),
    changed: new Int32Array(classCount),
    changes: new Float32Array(classCount),
  };
  const supports = vectors.map((): Supports => ({ classes: [], weights: [] }));
  const squares = Float64Array.from(vectors, ({ values }) => values.reduce((sum, v) => sum + v * v, 0));
  for (let pass = 0; pass < PASSES; pass++) {
    for (const text of permutation(vectors.length, pass + 1)) {
      const vector = vectors[text];
      const own = supports[text];
      if (vector === undefined || own === undefined) continue;
      const labels = lesson.classes[text] ?? [];
      for (const label of labels) work.isOwn[label] = 1;
      if (pass % WIDE_EVERY === 0) {
        score(work.weights, classCount, vector, work.scores);
        watch(own, work);
      } else scoreSome(work, vector, own.classes);
      change(work, vector, step(work, own, squares[text] ?? 0));
      for (const label of labels) work.isOwn[label] = 0;
    }
  }
  return work.weights;
}

/** The score of a vector for every class, written to `scores`. Four rows at a time, which takes a third of the time. */
export function score(
  weights: Float32Array | Int8Array,
  classCount: number,
  { rows, values }: Vector,
  scores: Float32Array,
): void {
  scores.fill(BIAS);
  let at = 0;
  for (; at + 3 < rows.length; at += 4) {
    const base0 = (rows[at] ?? 0) * classCount;
    const base1 = (rows[at + 1] ?? 0) * classCount;
    const base2 = (rows[at + 2] ?? 0) * classCount;
    const base3 = (rows[at + 3] ?? 0) * classCount;
    const value0 = values[at] ?? 0;
    const value1 = values[at + 1] ?? 0;
    const value2 = values[at + 2] ?? 0;
    const value3 = values[at + 3] ?? 0;
    for (let c = 0; c < classCount; c++)
      scores[c] =
        (scores[c] ?? 0) +
        (weights[base0 + c] ?? 0) * value0 +
        (weights[base1 + c] ?? 0) * value1 +
        (weights[base2 + c] ?? 0) * value2 +
        (weights[base3 + c] ?? 0) * value3;
  }
  for (; at < rows.length; at++) {
    const base = (rows[at] ?? 0) * classCount;
    const value = values[at] ?? 0;
    for (let c = 0; c < classCount; c++) scores[c] = (scores[c] ?? 0) + (weights[base + c] ?? 0) * value;
  }
}

/** The same for the classes at some places, in their order: to the last digit what `score` gives them. */
export function scoreAt(
  weights: Int8Array,
  classCount: number,
  { rows, values }: Vector,
  places: Int32Array,
): Float32Array {
  const scores = new Float32Array(places.length).fill(BIAS);
  let at = 0;
  for (; at + 3 < rows.length; at += 4) {
    const base0 = (rows[at] ?? 0) * classCount;
    const base1 = (rows[at + 1] ?? 0) * classCount;
    const base2 = (rows[at + 2] ?? 0) * classCount;
    const base3 = (rows[at + 3] ?? 0) * classCount;
    const value0 = values[at] ?? 0;
    const value1 = values[at + 1] ?? 0;
    const value2 = values[at + 2] ?? 0;
    const value3 = values[at + 3] ?? 0;
    for (let n = 0; n < places.length; n++) {
      const c = places[n] ?? 0;
      scores[n] =
        (scores[n] ?? 0) +
        (weights[base0 + c] ?? 0) * value0 +
        (weights[base1 + c] ?? 0) * value1 +
        (weights[base2 + c] ?? 0) * value2 +
        (weights[base3 + c] ?? 0) * value3;
    }
  }
  for (; at < rows.length; at++) {
    const base = (rows[at] ?? 0) * classCount;
    const value = values[at] ?? 0;
    for (let n = 0; n < places.length; n++)
      scores[n] = (scores[n] ?? 0) + (weights[base + (places[n] ?? 0)] ?? 0) * value;
  }
  return scores;
}

/** The same for some classes only. */
function scoreSome({ classCount, weights, scores }: Work, vector: Vector, classes: readonly number[]): void {
  const { rows, values } = vector;
  for (let n = 0; n < classes.length; n++) {
    const c = classes[n] ?? 0;
    let sum = BIAS;
    for (let at = 0; at < rows.length; at++)
      sum += (weights[(rows[at] ?? 0) * classCount + c] ?? 0) * (values[at] ?? 0);
    scores[c] = sum;
  }
}

/** Adds the classes within the margin to those that are watched. */
function watch(own: Supports, { scores, isOwn }: Work): void {
  const watched = new Set(own.classes);
  for (let c = 0; c < scores.length; c++) {
    const margin = isOwn[c] === 1 ? (scores[c] ?? 0) : -(scores[c] ?? 0);
    if (margin > 1 || watched.has(c)) continue;
    own.classes.push(c);
    own.weights.push(0);
  }
}

/**
 * One step of the descent for one text in each class that it is watched for; returns how many classes change. Classes
 * that the text turns out not to support are watched no more.
 */
function step({ scores, isOwn, changed, changes }: Work, own: Supports, square: number): number {
  let count = 0;
  let kept = 0;
  for (let at = 0; at < own.classes.length; at++) {
    const c = own.classes[at] ?? 0;
    const sign = isOwn[c] === 1 ? 1 : -1;
    const diagonal = 1 / (2 * (sign > 0 ? COST.own : COST.other));
    const weight = own.weights[at] ?? 0;
    const slope = sign * (scores[c] ?? 0) - 1 + diagonal * weight;
    const next = Math.abs(slope) < EXACT ? weight : Math.max(0, weight - slope / (square + diagonal));
    if (next !== weight) {
      changed[count] = c;
      changes[count++] = (next - weight) * sign;
    }
    if (next === 0) continue;
    own.classes[kept] = c;
    own.weights[kept++] = next;
  }
  own.classes.length = kept;
  own.weights.length = kept;
  return count;
}

function change({ classCount, weights, changed, changes }: Work, vector: Vector, count: number): void {
  const { rows, values } = vector;
  if (count === 0) return;
  for (let at = 0; at < rows.length; at++) {
    const base = (rows[at] ?? 0) * classCount;
    const value = values[at] ?? 0;
    for (let n = 0; n < count; n++) {
      const place = base + (changed[n] ?? 0);
      weights[place] = (weights[place] ?? 0) + (changes[n] ?? 0) * value;
    }
  }
}
