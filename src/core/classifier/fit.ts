/** Fits words, features and weights to examples; what is calibrated, held out and packed elsewhere. */

import { stem } from '../language/stems.ts';
import { wordsOf } from '../language/tokens.ts';
import type { Scored } from './calibrate.ts';
import { type Bags, bagsOf, type Token } from './features.ts';
import { learnWords, readText } from './known-words.ts';
import { learn, score } from './learn.ts';
import type { Example, FeatureTable, KnownWords } from './model.ts';
import { learnFeatures, vectorOf } from './vectors.ts';

/** Examples made ready once, whatever part of them is learnt from. */
export interface Corpus {
  readonly labels: readonly string[];
  readonly texts: readonly string[];
  /** The number of each text's label. */
  readonly classes: Int32Array;
  /** The numbers of all labels of each text. */
  readonly allClasses: readonly (readonly number[])[];
  readonly mostWeights: number;
  readonly words: readonly (readonly string[])[];
  readonly bags: readonly Bags[];
  /** Stems of words that have others than their ending tells. */
  readonly known: ReadonlyMap<string, string>;
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

/** Most weights where nothing else is said. */
const MOST_WEIGHTS = 8_000_000;

/** Reads the examples. */
export function readCorpus(
  examples: readonly Example[],
  known: ReadonlyMap<string, string>,
  mostWeights = MOST_WEIGHTS,
): Corpus {
  const labelsOf = ({ label, also = [] }: Example): readonly string[] => [label, ...also];
  const labels = [...new Set(examples.flatMap(labelsOf))];
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const words = examples.map(({ text }) => wordsOf(text));
  const stems = new Map<string, string>();
  const tokenOf = (letters: string): Token => {
    const own = stems.get(letters) ?? stem(known, letters);
    stems.set(letters, own);
    return { letters, stem: own };
  };
  return {
    labels,
    texts: examples.map(({ text }) => text),
    classes: Int32Array.from(examples, ({ label }) => numbers.get(label) ?? 0),
    allClasses: examples.map((example) => labelsOf(example).map((label) => numbers.get(label) ?? 0)),
    mostWeights,
    words,
    bags: words.map((text) => bagsOf(text.map(tokenOf))),
    known,
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
    corpus.known,
    corpus.stems,
  );
  const features = learnFeatures(bags, Math.floor(corpus.mostWeights / Math.max(1, classCount)));
  const classes = texts.map((text) => corpus.allClasses[text] ?? []);
  const learnt = [...new Set(classes.flat())];
  const named = learnt.map((label) => bagsOf(readText(known, nameAsText(corpus.labels[label] ?? '')).tokens));
  const weights = learn({
    vectors: [...bags, ...named].map((each) => vectorOf(features, each)),
    classes: [...classes, ...learnt.map((label) => [label])],
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
