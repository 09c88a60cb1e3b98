/** Tells what a text belongs to. */

import { probabilitiesOf, type Scored } from './calibrate.ts';
import { bagsOfRead } from './features.ts';
import { type ReadText, readText } from './known-words.ts';
import type { Classified, Model } from './model.ts';
import { dot, logistic } from './newton.ts';
import { signsOfNone } from './none.ts';
import { score } from './score.ts';
import { type Vector, vectorOf } from './vectors.ts';

/**
 * What a text belongs to, said of something or not, and how sure that is. Never throws, whatever was written; the same
 * arguments give the same.
 */
export function classify(model: Model, text: string, saidOf: string | null = null): Classified {
  const last = lastClassified.get(model);
  if (last?.text === text && last.saidOf === saidOf) return last.classified;
  const classified = classifyAnew(model, text, saidOf);
  lastClassified.set(model, { text, saidOf, classified });
  return classified;
}

/** The text classified last: a message is asked of one model for more than one reason. */
const lastClassified = new WeakMap<Model, LastClassified>();

interface LastClassified {
  readonly text: string;
  readonly saidOf: string | null;
  readonly classified: Classified;
}

function classifyAnew(model: Model, text: string, saidOf: string | null): Classified {
  if (model.labels.length === 0) return { ranked: [], none: 1 };
  const scored = scoreOf(model, text, saidOf);
  if (scored === null) return { ranked: evenly(model), none: 1 };
  const probabilities = probabilitiesOf(model.calibration, scored);
  const ranked = model.labels.map((label, at) => ({ label, probability: probabilities[at] ?? 0 }));
  ranked.sort((one, other) => other.probability - one.probability);
  return { ranked, none: logistic(dot(model.calibration.none, signsOfNone(scored))) };
}

const evenly = ({ labels }: Model): Classified['ranked'] =>
  labels.map((label) => ({ label, probability: 1 / labels.length }));

/** What a model gives a text for the labels at some places, before it is made a probability; null: no word of it is known. */
export function scoresOf(model: Model, text: string, places: Int32Array): Float32Array | null {
  const weighed = weigh(model, text, null);
  return weighed && score(model.weights, model.labels.length, weighed.vector, places);
}

/** The scores of a text; null where no word of it is known. */
function scoreOf(model: Model, text: string, saidOf: string | null): Scored | null {
  const weighed = weigh(model, text, saidOf);
  if (weighed === null) return null;
  const { read, vector } = weighed;
  const scores = score(model.weights, model.labels.length, vector);
  const words = read.tokens.length;
  return { scores, correctedShare: read.corrected / words, unknownShare: read.unknown / words };
}

/** A text as it was read, and what its features weigh. */
interface Weighed {
  readonly read: ReadText;
  readonly vector: Vector;
}

/** Null where no word is known, corrected or by its stem: letters alone are like anything. */
function weigh(model: Model, text: string, saidOf: string | null): Weighed | null {
  const read = readText(model.known, text);
  if (read.unknown === read.tokens.length) return null;
  const vector = vectorOf(model.features, bagsOfRead(read.tokens, saidOf));
  const { rows, values } = vector;
  for (let at = 0; at < values.length; at++)
    values[at] = (values[at] ?? 0) * (model.scales[rows[at] ?? 0] ?? 0);
  return { read, vector };
}
