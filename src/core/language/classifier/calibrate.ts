/**
 * Probabilities from scores. Both parts are learnt from texts that the scores were not trained on: how sharp the
 * softmax over the scores may be (temperature scaling, Guo, Pleiss, Sun, Weinberger 2017, with a temperature that
 * depends on how many words had to be corrected or are unknown), and when a text belongs to no class.
 */

import type { Calibration } from './model.ts';
import { type Bend, dot, fitWeights } from './newton.ts';

/** The scores of one text, and how well its words are known. */
export interface Scored {
  /** One for each class. */
  readonly scores: Float32Array;
  /** Share of the text's words that are known only once corrected, 0..1. */
  readonly correctedShare: number;
  /** Share of the text's words that are not known at all, 0..1. */
  readonly unknownShare: number;
}

/** A scored text with its class; -1 where it belongs to none. */
export interface Judged extends Scored {
  readonly label: number;
}

/** Pulls the weights towards where they begin; matters where there are few held-out texts only. */
const RIDGE = 1e-3;
/** Where the sharpness begins, the log of a factor: right for scores of -1 to +1. */
const START = [1.5, 0, 0, 0];
/** Where "none of these" begins: scores above 0 speak for a class. */
const NONE_START = [-2, -2, -1, 0, 0, 2];

const sharpnessInputs = ({ scores, correctedShare, unknownShare }: Scored): number[] => [
  1,
  correctedShare,
  unknownShare,
  highest(scores),
];

function highest(scores: Float32Array): number {
  let best = -Infinity;
  for (const score of scores) if (score > best) best = score;
  return best;
}

/** What tells that a text belongs to no class, the constant first. */
export function signsOfNone({ scores, correctedShare, unknownShare }: Scored): number[] {
  let best = -2;
  let second = -2;
  for (const score of scores) {
    if (score > best) {
      second = best;
      best = score;
    } else if (score > second) second = score;
  }
  let energy = 0;
  for (const score of scores) energy += Math.exp(4 * (score - best));
  return [1, best, best - second, Math.log(energy), correctedShare, unknownShare];
}

/** Probabilities of the classes, if the text belongs to one; as long as `scores`. */
export function probabilitiesOf(sharpness: readonly number[], scored: Scored): Float64Array {
  return softmax(scored.scores, Math.exp(dot(sharpness, sharpnessInputs(scored))));
}

function softmax(scores: Float32Array, factor: number): Float64Array {
  const best = highest(scores);
  const powers = Float64Array.from(scores, (score) => Math.exp(factor * (score - best)));
  let sum = 0;
  for (const power of powers) sum += power;
  return powers.map((power) => power / sum);
}

/** The logistic function. */
export const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** Learns both parts; `noneShare` is the share of texts, in 0..1, that belong to no class where the bot is used. */
export function calibrate(judged: readonly Judged[], noneShare: number): Calibration {
  const ours = judged.filter(({ label }) => label >= 0);
  const inputs = ours.map(sharpnessInputs);
  const sharpness = fitWeights(inputs, START, RIDGE, (sum, at) => bendOfSharpness(ours[at], sum));
  return { sharpness, none: fitNone(judged, noneShare) };
}

/** Slope and curvature (Gauss and Newton) of the log loss in the log of the factor. */
function bendOfSharpness(judged: Judged | undefined, sum: number): Bend {
  if (judged === undefined) return { slope: 0, curvature: 0 };
  const factor = Math.exp(sum);
  const probabilities = softmax(judged.scores, factor);
  let mean = 0;
  let square = 0;
  for (const [at, probability] of probabilities.entries()) {
    const score = judged.scores[at] ?? 0;
    mean += probability * score;
    square += probability * score * score;
  }
  const own = judged.scores[judged.label] ?? 0;
  return { slope: factor * (mean - own), curvature: factor * factor * (square - mean * mean) };
}

/** Both kinds count alike while learning; then the constant is moved to the share that is expected. */
function fitNone(judged: readonly Judged[], noneShare: number): number[] {
  const none = judged.filter(({ label }) => label < 0).length;
  const odds = Math.log(noneShare / (1 - noneShare));
  const shift = none === 0 || none === judged.length ? 0 : odds;
  const weightOf = (label: number): number =>
    shift === 0 ? 1 : judged.length / (2 * (label < 0 ? none : judged.length - none));
  const weights = fitWeights(judged.map(signsOfNone), NONE_START, RIDGE, (sum, at) => {
    const label = judged[at]?.label ?? 0;
    const probability = logistic(sum);
    const weight = weightOf(label);
    return {
      slope: weight * (probability - (label < 0 ? 1 : 0)),
      curvature: weight * probability * (1 - probability),
    };
  });
  return weights.map((weight, at) => (at === 0 ? weight + shift : weight));
}
