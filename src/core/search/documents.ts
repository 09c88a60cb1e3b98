/** Documents in a lunr index, kept as plain data: it survives `structuredClone` and `v8.serialize`. */

import lunr from 'lunr';
import { LENGTH, REPEATS } from './weights.ts';

/** One document: its texts by field. A field may have several texts; no phrase goes from one into the next. */
export interface Document {
  readonly id: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * Reads documents and what is searched for alike: the words of a text in their order, each as it is compared, in lower
 * case. It stands for lunr's pipeline, whose stop words drop `no` and `not`, and whose separator cuts `C-04` in two.
 */
export type Reader = (text: string) => readonly string[];

/** What searching needs, built once. */
export interface DocumentIndex {
  /** In the order given; the place of a document is its number. */
  readonly ids: readonly string[];
  /** Of each document its texts, a line for each: how much it weighs, and its terms, with blanks between. */
  readonly texts: readonly string[];
  /** The highest number of a field, at least 1: a word in such a text counts once in the ranking. */
  readonly highest: number;
  /**
   * The index as lunr writes it. Of 10,000 problems it is 6 MB of text, which is kept and read back in some hundredths
   * of a second and opened in 0.3 s, where building it anew takes 3 s.
   */
  readonly lunr: string;
}

/** An index ready to be asked. */
export interface OpenIndex {
  readonly lunr: lunr.Index;
  readonly documents: readonly OpenDocument[];
  /** Mean length of a document. */
  readonly mean: number;
  /** Term → in how many documents it stands. */
  readonly standsIn: ReadonlyMap<string, number>;
  readonly highest: number;
}

/** A document by its terms. */
export interface OpenDocument {
  /** Terms, each as often as its text weighs. */
  readonly length: number;
  readonly texts: readonly { readonly weight: number; readonly terms: readonly string[] }[];
}

/**
 * Indexes documents by the fields that are named; the number of a field says how often a word in it counts (a whole
 * number, 0 to 10; 0 leaves it out, 10 drowns the others).
 */
export function indexDocuments(
  documents: readonly Document[],
  fields: Readonly<Record<string, number>>,
  reader: Reader,
): DocumentIndex {
  const texts = documents.map((document) => linesOf(document, fields, reader));
  const highest = Math.max(1, ...Object.values(fields));
  const builder = new lunr.Builder();
  builder.ref('place');
  builder.field('terms');
  builder.k1(REPEATS * highest);
  builder.b(LENGTH);
  for (const [place, lines] of texts.entries()) {
    const own = openDocument(lines).texts;
    builder.add({
      place,
      terms: own.flatMap(({ weight, terms }) => Array.from({ length: weight }, () => terms).flat()),
    });
  }
  return { ids: documents.map(({ id }) => id), texts, highest, lunr: JSON.stringify(builder.build()) };
}

function linesOf(
  { fields: texts }: Document,
  fields: Readonly<Record<string, number>>,
  reader: Reader,
): string {
  return Object.entries(fields)
    .filter(([, weight]) => weight > 0)
    .flatMap(([field, weight]) => [texts[field] ?? []].flat().map((text) => [weight, ...reader(text)]))
    .filter(({ length }) => length > 1)
    .map((line) => line.join(' '))
    .join('\n');
}

/** By index, so that each is opened once and goes with its knowledge base. */
const opened = new WeakMap<DocumentIndex, OpenIndex>();

/** Opens an index at its first search. */
export function openIndex(index: DocumentIndex): OpenIndex {
  const known = opened.get(index);
  if (known !== undefined) return known;
  const documents = index.texts.map(openDocument);
  const fresh: OpenIndex = {
    lunr: lunr.Index.load(JSON.parse(index.lunr)),
    documents,
    mean: documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length),
    standsIn: countDocuments(documents),
    highest: index.highest,
  };
  opened.set(index, fresh);
  return fresh;
}

function openDocument(lines: string): OpenDocument {
  const texts = lines
    .split('\n')
    .map((line) => line.split(' '))
    .map(([weight, ...terms]) => ({ weight: Number(weight), terms }));
  return { texts, length: texts.reduce((sum, { weight, terms }) => sum + weight * terms.length, 0) };
}

function countDocuments(documents: readonly OpenDocument[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const term of termsOf(document)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** The terms of a document. */
export const termsOf = ({ texts }: OpenDocument): ReadonlySet<string> =>
  new Set(texts.flatMap(({ terms }) => terms));
