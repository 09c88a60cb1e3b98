/**
 * Probabilities from scores: how sharp the softmax over the scores may be (temperature scaling, Guo, Pleiss, Sun,
 * Weinberger 2017, with a temperature that depends on the best score and on how well the words are known), and then the
 * likeliest class put right by a logistic function (Platt 1999).
 */

import type { Calibration } from './model.ts';
import { type Bend, bendOfLogistic, dot, fitWeights, logistic } from './newton.ts';
import type { Scored } from './score.ts';

/** What is learnt of how sure scores are. */
export type Sureness = Pick<Calibration, 'sharpness' | 'likeliest'>;

/** A scored text with its class; -1 where it belongs to none. */
export interface Judged extends Scored {
  readonly label: number;
}

/**
 * How many texts' worth it takes to pull the sharpness away from where it begins; matters where texts are few. Lower:
 * one wrong guess among a hundred texts decides how sure all others are; higher: nothing is learnt. 1 to 50.
 */
const SHARPNESS_RIDGE = 20;
/** The same for putting the likeliest class right, which a few wrong guesses would overdo. 5 to 100. */
const LIKELIEST_RIDGE = 20;
/** How far ahead of all others the likeliest class stays. */
const AHEAD = 1e-6;
/** Where the weights over the log odds of the likeliest class begin. */
const AS_IT_IS = [0, 1];
/** Where the sharpness begins, the log of a factor: right for scores of -1 to +1. */
const START = [2, 0, 0, 0];
const sharpnessInputs = ({ scores, correctedShare, unknownShare }: Scored): number[] => [
  1,
  correctedShare,
  unknownShare,
  highest(scores),
];

function highest(scores: Float32Array | Float64Array): number {
  let best = -Infinity;
  for (let at = 0; at < scores.length; at++) best = Math.max(best, scores[at] ?? best);
  return best;
}

/** Probabilities of the classes, if the text belongs to one; as long as `scores`. */
export function probabilitiesOf(calibration: Sureness, scored: Scored): Float64Array {
  const probabilities = sharpened(calibration.sharpness, scored);
  const best = probabilities.indexOf(highest(probabilities));
  const likeliest = probabilities[best] ?? 1;
  if (likeliest === 1) return probabilities;
  probabilities[best] = 0;
  const second = highest(probabilities);
  // Put right, but never so that another class becomes likelier.
  const right = Math.max(
    logistic(dot(calibration.likeliest, [1, logOdds(likeliest)])),
    second / (1 - likeliest + second) + AHEAD,
  );
  for (let at = 0; at < probabilities.length; at++)
    probabilities[at] = ((probabilities[at] ?? 0) * (1 - right)) / (1 - likeliest);
  probabilities[best] = right;
  return probabilities;
}

/** Probabilities before the likeliest is put right. */
const sharpened = (sharpness: Float64Array, scored: Scored): Float64Array =>
  softmax(scored.scores, Math.exp(dot(sharpness, sharpnessInputs(scored))));

/** Log odds of a probability, kept finite. */
function logOdds(probability: number): number {
  const kept = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(kept / (1 - kept));
}

function softmax(scores: Float32Array, factor: number): Float64Array {
  const best = highest(scores);
  const powers = new Float64Array(scores.length);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const power = Math.exp(factor * ((scores[at] ?? 0) - best));
    powers[at] = power;
    sum += power;
  }
  for (let at = 0; at < powers.length; at++) powers[at] = (powers[at] ?? 0) / sum;
  return powers;
}

/** Learns how sure scores are from texts that they were not trained on; those of no class are passed over. */
export function calibrate(judged: readonly Judged[]): Sureness {
  const ours = judged.filter(({ label }) => label >= 0);
  const inputs = ours.map(sharpnessInputs);
  const sharpness = fitWeights(inputs, START, SHARPNESS_RIDGE / Math.max(1, ours.length), (sum, at) =>
    bendOfSharpness(ours[at], sum),
  );
  return { sharpness, likeliest: fitLikeliest(ours, sharpness) };
}

/** Platt's method (1999) on the log odds of the likeliest class: right or wrong. */
function fitLikeliest(judged: readonly Judged[], sharpness: Float64Array): Float64Array {
  const likeliest = judged.map((each) => {
    const raw = sharpened(sharpness, each);
    const best = raw.indexOf(highest(raw));
    return { inputs: [1, logOdds(raw[best] ?? 1)], right: best === each.label };
  });
  return fitWeights(
    likeliest.map(({ inputs }) => inputs),
    AS_IT_IS,
    LIKELIEST_RIDGE / Math.max(1, judged.length),
    (sum, at) => bendOfLogistic(sum, likeliest[at]?.right === true),
  );
}

/** Slope and curvature (Gauss and Newton) of the log loss in the log of the factor. */
function bendOfSharpness(judged: Judged | undefined, sum: number): Bend {
  if (judged === undefined) return { slope: 0, curvature: 0 };
  const factor = Math.exp(sum);
  const probabilities = softmax(judged.scores, factor);
  let mean = 0;
  let square = 0;
  for (let at = 0; at < probabilities.length; at++) {
    const score = judged.scores[at] ?? 0;
    const part = (probabilities[at] ?? 0) * score;
    mean += part;
    square += part * score;
  }
  const own = judged.scores[judged.label] ?? 0;
  return { slope: factor * (mean - own), curvature: factor * factor * (square - mean * mean) };
}
