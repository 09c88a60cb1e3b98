/** Tells what a text belongs to. */

import { probabilitiesOf } from './calibrate.ts';
import type { Classified, Model } from './model.ts';
import { dot, logistic } from './newton.ts';
import { signsOfNone } from './none.ts';
import { scoreText } from './score.ts';

/**
 * What a text belongs to, said of something or not, and how sure that is. Never throws, whatever was written; the same
 * arguments give the same.
 */
export function classify(model: Model, text: string, saidOf: string | null = null): Classified {
  const { labels, calibration } = model;
  const scored = scoreText(model, saidOf === null ? { text } : { text, saidOf });
  // Letters alone are like anything.
  if (scored.unknownShare === 1)
    return { ranked: labels.map((label) => ({ label, probability: 1 / labels.length })), none: 1 };
  const probabilities = probabilitiesOf(calibration, scored);
  const ranked = labels.map((label, at) => ({ label, probability: probabilities[at] ?? 0 }));
  ranked.sort((one, other) => other.probability - one.probability);
  return { ranked, none: logistic(dot(calibration.none, signsOfNone(scored))) };
}
