/**
 * A collection of any size to search in, always the same for the same size: made-up words of which few are used often
 * and most seldom, as in any language, and queries of some words of one document each, which is the right one.
 */

import { type Drawing, pick, pseudoWords, seeded } from './drawing.ts';
import { withOneTypo } from './typo.ts';

/** A document or a query. */
export interface GeneratedText {
  readonly id: string;
  readonly text: string;
}

/** A collection: queries are answered by the document of the same place in `right`. */
export interface GeneratedDocuments {
  readonly documents: readonly GeneratedText[];
  readonly queries: readonly GeneratedText[];
  /** Ids of documents, one for each query. */
  readonly right: readonly string[];
}

/** Different words that a collection has. */
const VOCABULARY = 20_000;
/** The most frequent words of a language, which real tools leave out: so many ranks are left out of Zipf's law. */
const STOP_WORDS = 20;
/** Words of one document, as many as an article of some sentences has once those are left out. */
const DOCUMENT_WORDS = 30;
/** Words of one query. */
const QUERY_WORDS = 5;
/** How often a query has a mistake of typing, 0..1. */
const TYPO_SHARE = 0.5;

/** Makes `count` documents and `queryCount` queries; a word is as frequent as one divided by its rank. */
export function generatedDocuments(count: number, queryCount: number): GeneratedDocuments {
  const random = seeded(1);
  const draw: Drawing = { random, words: pseudoWords(random, VOCABULARY) };
  // The logarithm of a rank is spread evenly where the chance of a rank is one divided by it.
  const rank = (): number => STOP_WORDS * ((VOCABULARY + STOP_WORDS) / STOP_WORDS) ** random();
  const word = (): string => draw.words[Math.floor(rank()) - STOP_WORDS]!;
  const documents = Array.from({ length: count }, (_, index) => ({
    id: `document-${index}`,
    text: Array.from({ length: DOCUMENT_WORDS }, word).join(' '),
  }));
  const asked = Array.from({ length: queryCount }, () => pick(draw, documents));
  const queries = asked.map(({ text }, index) => {
    const words = text.split(' ');
    const some = Array.from({ length: QUERY_WORDS }, () => pick(draw, words)).join(' ');
    return { id: `query-${index}`, text: random() < TYPO_SHARE ? withOneTypo(some) : some };
  });
  return { documents, queries, right: asked.map(({ id }) => id) };
}
