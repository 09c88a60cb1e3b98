/** What a trained classifier is. Plain data: it survives `structuredClone` and `v8.serialize`. */

import type { OwnStems } from '../language/stems.ts';

/** One text with the class that it belongs to. */
export interface Example {
  readonly text: string;
  /** Name of its class; where names are words, they count as an example of their own. */
  readonly label: string;
  /** More classes that it belongs to as well. Left out: none. */
  readonly also?: readonly string[];
  /**
   * What it was said of, an id: `sorted it` means one thing of a jammed key and another of a list. Left out: nothing
   * that tells.
   */
  readonly saidOf?: string;
}

/** A text, and what it was said of. */
export type Said = Pick<Example, 'text' | 'saidOf'>;

/** What training is told besides the examples. */
export interface TrainOptions {
  /**
   * Share of the texts, above 0 and below 1, that will belong to no class. Default 0.1. Higher: "none of these" is
   * said sooner. It moves the probability of none alone and never the order of texts by it.
   */
  readonly noneShare?: number;
  /**
   * Texts that the probabilities are learnt from, each judged by weights that did not see it; every tenth of the texts
   * costs a training of its own. Default 1,400. Fewer: quicker, and probabilities that hold less well. 100 to 10,000;
   * 0: only scores will be asked for, and nothing is learnt of how sure they are.
   */
  readonly heldOut?: number;
  /** Most weights, one byte each. Default 8 million. More: a little more exact, and more memory. 1 to 50 million. */
  readonly mostWeights?: number;
  /** Texts that belong to no class. Left out: what is like none is guessed from texts whose own class is taken away. */
  readonly none?: readonly string[];
}

/** Words in a list; models that are used together share one. */
export interface WordTable {
  /** The words, folded, a line each. */
  readonly words: string;
  /** The stem of each, a line each. */
  readonly stems: string;
  readonly own: OwnStems;
}

/** The words of the training texts. */
export interface KnownWords {
  readonly table: WordTable;
  /** In how many texts each word of the table stands, at most 65,535; 0: it is not known. */
  readonly counts: Uint16Array;
}

/** The features that count, sorted by hash, and how much each tells. */
export interface FeatureTable {
  readonly hashes: Uint32Array;
  /** What each feature weighs by its rarity: `RAREST` where one text has it; rounded once the weights are learnt. */
  readonly rarities: Uint8Array | Float32Array;
}

/** How sure scores are, learnt from texts that the scores were not trained on. */
export interface Calibration {
  /** Weights of the log of the factor of the scores before softmax, over what `sharpnessInputs` gives. */
  readonly sharpness: Float64Array;
  /** Logistic weights over the log odds of the likeliest class, the constant first: what its probability is put right by. */
  readonly likeliest: Float64Array;
  /** Logistic weights of "none of these" over `signsOfNone`; the first is the constant. */
  readonly none: Float64Array;
}

/** Words, features and what they weigh. */
export interface Fitted {
  readonly labels: readonly string[];
  readonly known: KnownWords;
  readonly features: FeatureTable;
  /** One row for each feature, one column for each label. */
  readonly weights: Int8Array;
  /** What 1 is worth in each row of `weights`: its place in `UNITS`. */
  readonly scales: Uint8Array;
}

/** A trained classifier. */
export interface Model extends Fitted {
  /** Share of each label among the examples, 0..1. */
  readonly shares: ReadonlyMap<string, number>;
  readonly calibration: Calibration;
}

/** A label with its probability, given that the text belongs to one of the labels. */
export interface Ranked {
  readonly label: string;
  readonly probability: number;
}

/** What a text belongs to. */
export interface Classified {
  /** Every label, likeliest first; the probabilities sum to 1 and hold if the text belongs to any of them. */
  readonly ranked: readonly Ranked[];
  /** Probability that it belongs to none of them. A label's whole probability is its own times 1 - `none`. */
  readonly none: number;
}
