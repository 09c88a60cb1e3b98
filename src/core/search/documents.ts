/** Documents in a lunr index, kept as plain data: it survives `structuredClone` and `v8.serialize`. */

import lunr from 'lunr';

/**
 * How much the second and third time of a word in a document counts, `k1` of BM25. Range 0 to 3: 0 counts a word
 * once, however often it stands there; at 3 a word repeated outdoes two different words. The usual 1.2 is for long
 * documents in which words repeat by themselves; here a document is a row of phrasings, and a word that stands in
 * several of them is what the document is about.
 */
export const REPEATS = 1.6;

/**
 * How much a long document pays for its length, `b` of BM25. Range 0 to 1: at 0 the longest wins by having more
 * words, at 1 the shortest by having fewer. 0.75 is usual, and ranks articles .002 better and abstracts .003 worse.
 */
export const LENGTH = 0.6;

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

/** The texts of documents by their terms, built once. */
export interface IndexedTexts {
  /** In the order given; the place of a document is its number. */
  readonly ids: readonly string[];
  /** Of each document its texts, a line for each: how much it weighs, and its terms, with blanks between. */
  readonly texts: readonly string[];
  /** The highest number of a field, at least 1: a word in such a text counts once in the ranking. */
  readonly highest: number;
}

/** What searching needs, built once. */
export interface DocumentIndex extends IndexedTexts {
  /**
   * The index as lunr writes it, which is plain data where lunr's own is a class. Of 10,000 problems it is 6 MB of text:
   * read from the cache in some hundredths of a second, opened in 0.3 s by the first search; to build it takes 3 s.
   */
  readonly lunr: string;
}

/** A document by its terms. */
export interface OpenDocument {
  /** Terms, each as often as its text weighs. */
  readonly length: number;
  readonly texts: readonly { readonly weight: number; readonly terms: readonly string[] }[];
}

/**
 * Reads documents by the fields that are named; the number of a field says how often a word in it counts (a whole number,
 * 0 to 10; 0 leaves it out, 10 drowns the others).
 */
export function indexTexts(
  documents: readonly Document[],
  fields: Readonly<Record<string, number>>,
  reader: Reader,
): IndexedTexts {
  return {
    ids: documents.map(({ id }) => id),
    texts: documents.map((document) => linesOf(document, fields, reader)),
    highest: Math.max(1, ...Object.values(fields)),
  };
}

/** Indexes documents for searching among all of them. */
export function indexDocuments(
  documents: readonly Document[],
  fields: Readonly<Record<string, number>>,
  reader: Reader,
): DocumentIndex {
  const indexed = indexTexts(documents, fields, reader);
  const { texts, highest } = indexed;
  const builder = new lunr.Builder();
  builder.ref('position');
  builder.field('terms');
  builder.k1(REPEATS * highest);
  builder.b(LENGTH);
  for (const [place, lines] of texts.entries()) {
    const own = openDocument(lines).texts;
    builder.add({
      position: place,
      terms: own.flatMap(({ weight, terms }) => Array.from({ length: weight }, () => terms).flat()),
    });
  }
  return { ...indexed, lunr: JSON.stringify(builder.build()) };
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

/** Takes the lines of a document apart. */
export function openDocument(lines: string): OpenDocument {
  const texts = lines
    .split('\n')
    .map((line) => line.split(' '))
    .map(([weight, ...terms]) => ({ weight: Number(weight), terms }));
  return { texts, length: texts.reduce((sum, { weight, terms }) => sum + weight * terms.length, 0) };
}
