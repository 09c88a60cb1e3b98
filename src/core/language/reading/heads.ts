/** The models that read messages, one for each thing that is told apart; trained once and kept by what taught them. */

import { classify } from '../../classifier/classify.ts';
import { hashEnd, hashMore, hashStart, hashWord } from '../../classifier/hash.ts';
import { readText, shareTable } from '../../classifier/known-words.ts';
import type { Model } from '../../classifier/model.ts';
import { readerOf } from '../../classifier/read-examples.ts';
import { train } from '../../classifier/train.ts';
import type { OwnStems } from '../stems.ts';
import { wordsOf } from '../tokens.ts';
import { type KnownTexts, keepTexts, knownAs } from './known-texts.ts';
import type { Lesson } from './lesson.ts';

/** A trained head. */
export interface Head {
  /** Changes with what it was taught. */
  readonly key: string;
  readonly model: Model;
  /** The label of each example: what stands among the examples word for word is not guessed. */
  readonly known: KnownTexts;
}

/** Heads by name. Plain data. */
export type Heads = ReadonlyMap<string, Head>;

/** Models by key: those that were trained before, to which are added those that are trained now. A `Map` is one. */
export interface ModelShelf {
  get(key: string): Model | undefined;
  set(key: string, model: Model): void;
}

/** Two hashes of 32 bits over everything that a head is taught: by chance two lessons share one in 10^19 cases. */
export function keyOf(stems: OwnStems, { head, examples, options }: Lesson): string {
  const taught = JSON.stringify([
    head,
    examples.map(({ text, label, also = [], saidOf = null }) => [text, saidOf, label, ...also]),
    options,
    [...stems],
  ]);
  return `${head}-${[1, 2].map((seed) => hashOf(taught, seed)).join('')}`;
}

const hashOf = (text: string, seed: number): string =>
  hashEnd(hashWord(hashMore(hashStart(0), seed), text))
    .toString(16)
    .padStart(8, '0');

/** Trains every head whose model is not on the shelf, and puts it there; the same lessons give the same heads. */
export function learnHeads(stems: OwnStems, lessons: readonly Lesson[], shelf: ModelShelf): Heads {
  const reader = readerOf(stems);
  const heads = lessons.map((lesson) => {
    const key = keyOf(stems, lesson);
    const kept = shelf.get(key);
    const model = kept ?? train(lesson.examples, lesson.options, reader);
    if (kept === undefined) shelf.set(key, model);
    return { lesson, key, model };
  });
  const said = saidOnce();
  const words = shareTable(heads.map(({ model }) => model.known));
  return new Map(
    heads.map(({ lesson, key, model }, at) => [
      lesson.head,
      { key, model: { ...model, known: words[at] ?? model.known }, known: knownIn(lesson, said) },
    ]),
  );
}

/** Longest example that is known word for word, in UTF-16 units: longer ones are never written twice. 80 to 400. */
const LONGEST_KNOWN = 160;

/** A text by its words alone: `Fixed!` and `fixed` are one example. */
const saidIn = (words: readonly string[]): string => words.filter((word) => word !== '?').join(' ');

/** Tells texts by their words alone; heads share most of their examples, so that each is read once. */
function saidOnce(): (text: string) => string {
  const said = new Map<string, string>();
  return (text) => {
    const words = said.get(text) ?? saidIn(wordsOf(text));
    said.set(text, words);
    return words;
  };
}

/** Texts that are examples of two labels are left to the model. */
function knownIn({ examples, known = examples }: Lesson, said: (text: string) => string): KnownTexts {
  const labels = new Map<string, string | null>();
  for (const { text, label } of known) {
    if (text.length > LONGEST_KNOWN) continue;
    const words = said(text);
    if (words === '') continue;
    labels.set(words, (labels.get(words) ?? label) === label ? label : null);
  }
  return keepTexts(
    new Map([...labels].flatMap(([words, label]) => (label === null ? [] : [[words, label]]))),
  );
}

/** The label of the example that a text is word for word, slips of the finger put right; null: it is none. */
function knownLabel({ known, model }: Head, text: string): string | null {
  if (text.length > LONGEST_KNOWN) return null;
  const asWritten = knownAs(known, saidIn(wordsOf(text)));
  if (asWritten !== null) return asWritten;
  const { tokens, corrected } = readText(model.known, text);
  if (corrected === 0) return null;
  return knownAs(known, saidIn(tokens.map(({ letters }) => letters)));
}

/** A label with its probability, 0..1; together at most 1. */
export interface Read {
  readonly label: string;
  readonly probability: number;
}

/**
 * What a head says of a text, said of something or not, likeliest first: surely where it is one of its examples. Null:
 * there is no such head.
 */
export function readWith(
  heads: Heads,
  name: string,
  text: string,
  saidOf: string | null = null,
): readonly Read[] | null {
  const head = heads.get(name);
  if (head === undefined) return null;
  const known = knownLabel(head, text);
  if (known !== null) return [{ label: known, probability: 1 }];
  const { ranked, none } = classify(head.model, text, saidOf);
  return ranked.map(({ label, probability }) => ({ label, probability: probability * (1 - none) }));
}
