/**
 * One linear function for each class, +1 for its own texts and -1 for all others, with squared hinge loss: dual
 * coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan 2008, "A dual coordinate descent method for large-scale
 * linear SVM"). Each class is learnt by itself, so that its weights stay in the cache. Few texts support a class; the
 * others are looked at twice, which is where the time is won.
 */

import { mix, permutation } from './permutation.ts';
import { BIAS } from './score.ts';
import { ABREAST, type Vector } from './vectors.ts';

/** Texts with the numbers of their classes. */
export interface Lesson {
  readonly vectors: readonly Vector[];
  readonly classes: readonly (readonly number[])[];
  readonly classCount: number;
  readonly featureCount: number;
}

/**
 * What a text within the margin costs, above 0: one of the class itself, and one of another class, of which there are
 * many more. Lower: smoother; higher: every training text is got right. Lower for others: texts of no class score
 * lower, and classes that are near each other are told apart less. 0.1 to 10.
 */
const COST = { own: 2, other: 0.3 };
/** Passes over the texts. Fewer: quicker and less exact. 4 to 30. */
const PASSES = 10;
/** The passes that look at all texts: once a class is known roughly, few of others come near it. Below PASSES. */
const WIDE_PASSES: readonly number[] = [2, 6];
/** Of the texts of other classes the first pass looks at one of so many, 1 to 20. */
const FIRST_OF = 8;
/** Violations below this are let be, 0.001 to 0.1. */
const EXACT = 0.02;

/** The texts in the order in which they are looked at, one after the other in the same arrays. */
interface Texts {
  readonly count: number;
  /** Where the features of each text begin; one more for the end. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float32Array;
  /** The squared length of each. */
  readonly squares: Float64Array;
}

/** What is learnt of one class; the arrays are filled anew for each. */
interface Descent {
  readonly texts: Texts;
  /** The weight of each feature. */
  readonly weights: Float64Array;
  /** 1 for each text of the class. */
  readonly isOwn: Uint8Array;
  /** How much each text supports the class, at least 0. */
  readonly supports: Float64Array;
  /** The texts that support it or may come to, the first of these. */
  readonly watched: Int32Array;
}

/** Weights of every feature (row) for every class (column). */
export function learn({ vectors, classes, classCount, featureCount }: Lesson): Float32Array {
  const order = permutation(vectors.length, 1);
  const texts = inOrder(vectors, order);
  const ownOf = textsByClass(classes, order, classCount);
  const descent: Descent = {
    texts,
    weights: new Float64Array(featureCount),
    isOwn: new Uint8Array(texts.count),
    supports: new Float64Array(texts.count),
    watched: new Int32Array(texts.count),
  };
  const weights = new Float32Array(featureCount * classCount);
  for (const [label, own] of ownOf.entries()) {
    learnClass(descent, own);
    for (let row = 0; row < featureCount; row++)
      weights[row * classCount + label] = descent.weights[row] ?? 0;
  }
  return weights;
}

function inOrder(vectors: readonly Vector[], order: Int32Array): Texts {
  const sizeOf = ({ rows }: Vector): number => Math.ceil(rows.length / ABREAST) * ABREAST;
  const size = vectors.reduce((sum, vector) => sum + sizeOf(vector), 0);
  const texts = {
    count: vectors.length,
    starts: new Int32Array(vectors.length + 1),
    rows: new Int32Array(size),
    values: new Float32Array(size),
    squares: new Float64Array(vectors.length),
  };
  let end = 0;
  for (const [place, text] of order.entries()) {
    const vector = vectors[text];
    if (vector === undefined) continue;
    const { rows, values } = vector;
    texts.rows.set(rows, end);
    texts.values.set(values, end);
    end += sizeOf(vector);
    texts.starts[place + 1] = end;
    let square = 0;
    for (let at = 0; at < values.length; at++) square += (values[at] ?? 0) ** 2;
    texts.squares[place] = square;
  }
  return texts;
}

/** The places of the texts of each class. */
function textsByClass(
  classes: Lesson['classes'],
  order: Int32Array,
  classCount: number,
): readonly (readonly number[])[] {
  const own = Array.from({ length: classCount }, (): number[] => []);
  for (const [place, text] of order.entries())
    for (const label of classes[text] ?? []) own[label]?.push(place);
  return own;
}

function learnClass(descent: Descent, own: readonly number[]): void {
  const { texts, weights, isOwn, supports, watched } = descent;
  weights.fill(0);
  supports.fill(0);
  for (const text of own) isOwn[text] = 1;
  let count = 0;
  for (let text = 0; text < texts.count; text++)
    if (isOwn[text] === 1 || text % FIRST_OF === 0) watched[count++] = text;
  for (let pass = 0; pass < PASSES; pass++) {
    if (WIDE_PASSES.includes(pass)) count = watchAll(watched);
    else mix(watched.subarray(0, count), pass);
    count = stepAll(descent, count);
  }
  for (const text of own) isOwn[text] = 0;
}

/** Watches every text, in their order, which is mixed already; returns how many there are. */
function watchAll(watched: Int32Array): number {
  for (let text = 0; text < watched.length; text++) watched[text] = text;
  return watched.length;
}

/** Takes a step for each text that is watched; watches on those that support the class, and returns how many. */
function stepAll(descent: Descent, count: number): number {
  const { watched } = descent;
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const text = watched[at] ?? 0;
    if (step(descent, text)) watched[kept++] = text;
  }
  return kept;
}

/** One step of the descent for one text; tells whether the text supports the class now. */
function step({ texts, weights, isOwn, supports }: Descent, text: number): boolean {
  const { starts, rows, values, squares } = texts;
  const start = starts[text] ?? 0;
  const end = starts[text + 1] ?? 0;
  // Four sums that do not wait for each other take half the time of one.
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  for (let at = start; at < end; at += ABREAST) {
    sum0 += (weights[rows[at] ?? 0] ?? 0) * (values[at] ?? 0);
    sum1 += (weights[rows[at + 1] ?? 0] ?? 0) * (values[at + 1] ?? 0);
    sum2 += (weights[rows[at + 2] ?? 0] ?? 0) * (values[at + 2] ?? 0);
    sum3 += (weights[rows[at + 3] ?? 0] ?? 0) * (values[at + 3] ?? 0);
  }
  const score = BIAS + sum0 + sum1 + sum2 + sum3;
  const sign = isOwn[text] === 1 ? 1 : -1;
  const diagonal = 1 / (2 * (sign > 0 ? COST.own : COST.other));
  const support = supports[text] ?? 0;
  const slope = sign * score - 1 + diagonal * support;
  if (Math.abs(slope) < EXACT) return support > 0;
  const next = Math.max(0, support - slope / ((squares[text] ?? 0) + diagonal));
  if (next !== support) {
    const change = (next - support) * sign;
    for (let at = start; at < end; at++) {
      const row = rows[at] ?? 0;
      weights[row] = (weights[row] ?? 0) + change * (values[at] ?? 0);
    }
    supports[text] = next;
  }
  return next > 0;
}
