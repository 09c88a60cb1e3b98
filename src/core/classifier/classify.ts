/** Tells what a text belongs to. */

import { probabilitiesOf } from './calibrate.ts';
import type { Classified, Model } from './model.ts';
import { dot, logistic } from './newton.ts';
import { signsOfNone } from './none.ts';
import { remembering } from './remembering.ts';
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

/** Texts of each model that are remembered: a few for each of those who are in a conversation. 20 to 2,000. */
const TEXTS_REMEMBERED = 300;
const remembered = new WeakMap<Model, (text: string) => Classified>();

/** The same of a text that is read with every turn of its conversation: what was told lately is remembered. */
export function classifyAgain(model: Model, text: string): Classified {
  const classified = remembered.get(model) ?? remembering(TEXTS_REMEMBERED, (each) => classify(model, each));
  remembered.set(model, classified);
  return classified(text);
}
