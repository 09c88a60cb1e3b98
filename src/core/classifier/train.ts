/** Trains a classifier of short texts. */

import { calibrate } from './calibrate.ts';
import { type Corpus, learnFrom, readCorpus } from './fit.ts';
import { judgeHeldOut } from './held-out.ts';
import type { Example, Model, TrainOptions } from './model.ts';
import { learnNone } from './none.ts';
import { readerOf } from './read-examples.ts';

const NONE_SHARE = 0.1;

/**
 * Learns from examples; the same examples give the same model. Without examples the model answers "none of these"
 * to everything. A `reader` that read the same texts before need not read them again.
 */
export function train(examples: readonly Example[], options: TrainOptions = {}, reader = readerOf()): Model {
  const corpus = readCorpus(examples, reader, options.mostWeights);
  const fitted = learnFrom(corpus, Array.from(corpus.examples.keys()));
  const judged = judgeHeldOut(corpus, options);
  return {
    shares: sharesOf(corpus),
    ...fitted,
    calibration: { ...calibrate(judged), none: learnNone(judged, options.noneShare ?? NONE_SHARE) },
  };
}

function sharesOf({ labels, classes }: Corpus): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of classes) {
    const name = labels[label] ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1 / classes.length);
  }
  return counts;
}
