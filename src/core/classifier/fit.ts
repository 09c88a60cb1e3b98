/** Fits words, features and weights to examples; what is calibrated, held out and packed elsewhere. */

import { bagsOf } from './features.ts';
import { learnWords, readText } from './known-words.ts';
import { learn } from './learn.ts';
import type { Example, Fitted } from './model.ts';
import { pack } from './pack.ts';
import type { ExampleReader } from './read-examples.ts';
import {
  keptVector,
  learnFeatures,
  type PlacedTexts,
  placedVector,
  placeFeatures,
  vectorOf,
} from './vectors.ts';

/** Examples made ready once, whatever part of them is learnt from. */
export interface Corpus {
  readonly labels: readonly string[];
  readonly examples: readonly Example[];
  /** The number of each text's label. */
  readonly classes: Int32Array;
  /** The numbers of all labels of each text. */
  readonly allClasses: readonly (readonly number[])[];
  readonly mostWeights: number;
  readonly words: readonly (readonly string[])[];
  readonly placed: PlacedTexts;
  /** What read them. */
  readonly reader: ExampleReader;
}

/** Most weights where nothing else is said. */
const MOST_WEIGHTS = 8_000_000;

/** Reads the examples. */
export function readCorpus(
  examples: readonly Example[],
  reader: ExampleReader,
  mostWeights = MOST_WEIGHTS,
): Corpus {
  const labelsOf = ({ label, also = [] }: Example): readonly string[] => [label, ...also];
  const labels = [...new Set(examples.flatMap(labelsOf))];
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const read = examples.map((example) => reader.read(example));
  return {
    labels,
    examples,
    classes: Int32Array.from(examples, ({ label }) => numbers.get(label) ?? 0),
    allClasses: examples.map((example) => labelsOf(example).map((label) => numbers.get(label) ?? 0)),
    mostWeights,
    words: read.map(({ words }) => words),
    placed: placeFeatures(read.map(({ bags }) => bags)),
    reader,
  };
}

/** `card_arrival`, `FindConnection`, `seal-switch-on` as words. */
const nameAsText = (label: string): string =>
  label.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{N}']+/gu, ' ');

/** Learns from the texts of the corpus that are listed, and from the names of their labels. */
export function learnFrom(corpus: Corpus, texts: readonly number[]): Fitted {
  const classCount = corpus.labels.length;
  const known = learnWords(
    texts.map((text) => corpus.words[text] ?? []),
    corpus.reader.own,
    corpus.reader.stems,
  );
  const placed = texts.flatMap((text) => corpus.placed.texts[text] ?? []);
  const features = learnFeatures(
    { hashes: corpus.placed.hashes, texts: placed },
    Math.floor(corpus.mostWeights / Math.max(1, classCount)),
  );
  const classes = texts.map((text) => corpus.allClasses[text] ?? []);
  const learnt = [...new Set(classes.flat())];
  const named = learnt.map((label) => {
    const { tokens } = readText(known, nameAsText(corpus.labels[label] ?? ''));
    return keptVector(vectorOf(features.table, bagsOf(tokens)));
  });
  const weights = learn({
    vectors: [...placed.map((text) => placedVector(features, text)), ...named],
    classes: [...classes, ...learnt.map((label) => [label])],
    classCount,
    featureCount: features.table.hashes.length,
  });
  const { hashes, rarities } = features.table;
  return {
    labels: corpus.labels,
    known,
    features: { hashes, rarities: Uint8Array.from(rarities, Math.round) },
    ...pack(weights, classCount),
  };
}
