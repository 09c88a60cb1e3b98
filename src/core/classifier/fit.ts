/** Fits words, features and weights to examples; what is calibrated, held out and packed elsewhere. */

import { stem } from '../language/words.ts';
import type { Scored } from './calibrate.ts';
import { type Bags, bagsOf, type Token } from './features.ts';
import { learnWords, readText } from './known-words.ts';
import { learn, score } from './learn.ts';
import type { Example, FeatureTable, KnownWords } from './model.ts';
import { tokensOf } from './tokens.ts';
import { learnFeatures, vectorOf } from './vectors.ts';

/** Examples made ready once, whatever part of them is learnt from. */
export interface Corpus {
  readonly labels: readonly string[];
  readonly texts: readonly string[];
  /** The number of each text's label. */
  readonly classes: Int32Array;
  readonly words: readonly (readonly string[])[];
  readonly bags: readonly Bags[];
  /** Every word with its stem. */
  readonly stems: ReadonlyMap<string, string>;
}

/** Words, features and weights (a row for each feature, a column for each label). */
export interface Fitted {
  readonly classCount: number;
  readonly known: KnownWords;
  readonly features: FeatureTable;
  readonly weights: Float32Array;
}

/** Most weights of a model, one byte each. More: a little more exact, and more memory. 1 to 50 million. */
const MOST_WEIGHTS = 8_000_000;

/** Reads the examples. */
export function readCorpus(examples: readonly Example[]): Corpus {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const words = examples.map(({ text }) => tokensOf(text));
  const stems = new Map<string, string>();
  const tokenOf = (letters: string): Token => {
    const known = stems.get(letters) ?? stem(letters);
    stems.set(letters, known);
    return { letters, stem: known };
  };
  return {
    labels,
    texts: examples.map(({ text }) => text),
    classes: Int32Array.from(examples, ({ label }) => numbers.get(label) ?? 0),
    words,
    bags: words.map((text) => bagsOf(text.map(tokenOf))),
    stems,
  };
}

/** `card_arrival`, `FindConnection`, `seal-switch-on` as words. */
const nameAsText = (label: string): string =>
  label.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{N}']+/gu, ' ');

/** Learns from the texts of the corpus that are listed, and from the names of their labels. */
export function learnFrom(corpus: Corpus, texts: readonly number[]): Fitted {
  const classCount = corpus.labels.length;
  const bags = texts.map((text) => corpus.bags[text] ?? []);
  const known = learnWords(
    texts.map((text) => corpus.words[text] ?? []),
    (word) => corpus.stems.get(word) ?? stem(word),
  );
  const features = learnFeatures(bags, Math.floor(MOST_WEIGHTS / Math.max(1, classCount)));
  const classes = texts.map((text) => corpus.classes[text] ?? 0);
  const learnt = new Set(classes);
  const named = [...learnt].map((label) =>
    bagsOf(readText(known, nameAsText(corpus.labels[label] ?? '')).tokens),
  );
  const weights = learn({
    vectors: [...bags, ...named].map((each) => vectorOf(features, each)),
    classes: Int32Array.from([...classes, ...learnt]),
    classCount,
    featureCount: features.hashes.length,
  });
  return { classCount, known, features, weights };
}

/** The scores of a text by what was fitted. */
export function scoreText(fitted: Fitted, text: string): Scored {
  const { tokens, corrected, unknown } = readText(fitted.known, text);
  const scores = new Float32Array(fitted.classCount);
  score(fitted.weights, fitted.classCount, vectorOf(fitted.features, bagsOf(tokens)), scores);
  const words = Math.max(1, tokens.length);
  return { scores, correctedShare: corrected / words, unknownShare: unknown / words };
}
