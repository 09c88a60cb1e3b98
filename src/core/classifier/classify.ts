/** Tells what a text belongs to. */

import { probabilitiesOf, type Scored } from './calibrate.ts';
import { bagsOf } from './features.ts';
import { readText } from './known-words.ts';
import { score } from './learn.ts';
import type { Classified, Model } from './model.ts';
import { dot, logistic } from './newton.ts';
import { signsOfNone } from './none.ts';
import { vectorOf } from './vectors.ts';

/** What a text belongs to, and how sure that is. Never throws, whatever was written; the same arguments give the same. */
export function classify(model: Model, text: string): Classified {
  const last = lastClassified.get(model);
  if (last?.text === text) return last.classified;
  const classified = classifyAnew(model, text);
  lastClassified.set(model, { text, classified });
  return classified;
}

/** The text classified last: a message is asked of one model for more than one reason. */
const lastClassified = new WeakMap<Model, { readonly text: string; readonly classified: Classified }>();

function classifyAnew(model: Model, text: string): Classified {
  if (model.labels.length === 0) return { ranked: [], none: 1 };
  const scored = scoreOf(model, text);
  if (scored === null) return { ranked: evenly(model), none: 1 };
  const probabilities = probabilitiesOf(model.calibration, scored);
  const ranked = model.labels.map((label, at) => ({ label, probability: probabilities[at] ?? 0 }));
  ranked.sort((one, other) => other.probability - one.probability);
  return { ranked, none: logistic(dot(model.calibration.none, signsOfNone(scored))) };
}

const evenly = ({ labels }: Model): Classified['ranked'] =>
  labels.map((label) => ({ label, probability: 1 / labels.length }));

/** What a model gives a text for each of its labels, before it is made a probability; null: no word of it is known. */
export const scoresOf = (model: Model, text: string): Float32Array | null =>
  model.labels.length === 0 ? null : (scoreOf(model, text)?.scores ?? null);

/** The scores of a text; null where no word of it is known, corrected or by its stem: letters alone are like anything. */
function scoreOf(model: Model, text: string): Scored | null {
  const { tokens, corrected, unknown } = readText(model.known, text);
  if (unknown === tokens.length) return null;
  const { rows, values } = vectorOf(model.features, bagsOf(tokens));
  const scores = new Float32Array(model.labels.length);
  const scaled = values.map((value, at) => value * (model.scales[rows[at] ?? 0] ?? 0));
  score(model.weights, model.labels.length, { rows, values: scaled }, scores);
  return { scores, correctedShare: corrected / tokens.length, unknownShare: unknown / tokens.length };
}
