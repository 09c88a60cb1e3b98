/** Documents made ready to be searched. Plain data: it survives `structuredClone` and `v8.serialize`. */

import { type Document, gather } from './gather.ts';
import { type Spellings, spellingsOf } from './near.ts';
import { type Postings, weigh } from './postings.ts';
import { ENGLISH, type Reader } from './reading.ts';

export type { Document } from './gather.ts';

/** What searching needs, built once. */
export interface DocumentIndex extends Postings {
  /** In the order given; the place of a document is its number. */
  readonly ids: readonly string[];
  /** By the alphabet; the place of a term is its number. */
  readonly terms: readonly string[];
  /** The terms of all documents in reading order; the number after the last term stands after each text. */
  readonly text: Uint16Array | Uint32Array;
  /** Documents + 1: where each begins in `text`. */
  readonly textStart: Uint32Array;
  readonly spellings: Spellings;
}

/**
 * Indexes documents by the fields that are named; the number of a field says how much a word in it counts beside the
 * same word in another field (range 0 to 10; 0 leaves it out, 10 drowns the others).
 */
export function indexDocuments(
  documents: readonly Document[],
  fields: Readonly<Record<string, number>>,
  reader: Reader = ENGLISH,
): DocumentIndex {
  const names = Object.keys(fields);
  const gathered = gather(documents, names, reader);
  const { ids, terms, text, fieldStart, words, termOfWord } = gathered;
  return {
    ...weigh(gathered, Object.values(fields)),
    ids,
    terms,
    text,
    textStart: Uint32Array.from(
      { length: ids.length + 1 },
      (_, document) => fieldStart[document * names.length] ?? text.length,
    ),
    spellings: spellingsOf(words, termOfWord),
  };
}

/** The number of a term; -1 where no document has it. */
export function termNumber({ terms }: DocumentIndex, term: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return terms[low] === term ? low : -1;
}

/** In how many documents a term stands. */
export const documentsWith = ({ start }: DocumentIndex, term: number): number =>
  (start[term + 1] ?? 0) - (start[term] ?? 0);

/** What a term is worth in a document; 0 where it does not stand in it. */
export function worthIn(
  { start, documents, worths, unit }: DocumentIndex,
  term: number,
  document: number,
): number {
  const end = start[term + 1] ?? 0;
  let low = start[term] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((documents[middle] ?? 0) < document) low = middle + 1;
    else high = middle;
  }
  return low < end && documents[low] === document ? (worths[low] ?? 0) * unit : 0;
}
