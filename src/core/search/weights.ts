/** What a term is worth in a document: BM25 (Robertson and Zaragoza 2009), as lunr weighs it, too. */

import type { OpenDocument, OpenIndex } from './documents.ts';

/**
 * How much the second and third time of a word in a document counts, `k1` of BM25. Range 0 to 3: 0 counts a word
 * once, however often it stands there; at 3 a word repeated outdoes two different words. The usual 1.2 is for long
 * documents in which words repeat by themselves; here a document is a row of phrasings, and a word that stands in
 * several of them is what the document is about.
 */
export const REPEATS = 1.6;

/**
 * How much a long document pays for its length, `b` of BM25. Range 0 to 1: at 0 the longest wins by having more
 * words, at 1 the shortest by having fewer. 0.75 is what Robertson and Zaragoza (2009) found to serve most collections.
 */
export const LENGTH = 0.75;

/** How much a term tells: ln(1 + (N − n + 0.5) / (n + 0.5)), 0 where no document has it. */
export function tells({ documents, standsIn }: OpenIndex, term: string): number {
  const n = standsIn.get(term) ?? 0;
  return n === 0 ? 0 : Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
}

/** What an occurrence counted `count` times over counts in a document: at most REPEATS + 1. */
export function saturated({ mean, highest }: OpenIndex, { length }: OpenDocument, count: number): number {
  const lasting = REPEATS * highest * (1 - LENGTH + (LENGTH * length) / mean);
  return (count * (REPEATS + 1)) / (count + lasting);
}
