/** Trains a classifier of short texts. */

import { calibrate } from './calibrate.ts';
import { learnFrom, readCorpus } from './fit.ts';
import { judgeHeldOut } from './held-out.ts';
import type { Example, Model } from './model.ts';
import { learnNone } from './none.ts';
import { pack } from './pack.ts';

/** What training is told besides the examples. */
export interface TrainOptions {
  /**
   * Share of the texts, above 0 and below 1, that will belong to no class. Default 0.1. Higher: "none of these" is
   * said sooner. It moves the probability of none alone and never the order of texts by it.
   */
  readonly noneShare?: number;
  /**
   * Texts that the probabilities are learnt from, each judged by weights that did not see it; every tenth of the texts
   * costs a training of its own. Default 1,400. Fewer: quicker, and probabilities that hold less well. 100 to 10,000.
   */
  readonly heldOut?: number;
}

const NONE_SHARE = 0.1;
const HELD_OUT = 1_400;

/**
 * Learns from examples; the same examples give the same model. Without examples the model answers "none of these"
 * to everything.
 */
export function train(examples: readonly Example[], options: TrainOptions = {}): Model {
  const corpus = readCorpus(examples);
  const fitted = learnFrom(corpus, Array.from(corpus.texts.keys()));
  const judged = judgeHeldOut(corpus, options.heldOut ?? HELD_OUT);
  return {
    labels: corpus.labels,
    known: fitted.known,
    features: fitted.features,
    ...pack(fitted.weights, corpus.labels.length),
    calibration: { ...calibrate(judged), none: learnNone(judged, options.noneShare ?? NONE_SHARE) },
  };
}
