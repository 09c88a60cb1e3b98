/**
 * What each term of a document is worth: BM25F (Robertson, Zaragoza and Taylor 2004), laid out to be summed up.
 *
 * lunr's own weights were the limit. Measured by nDCG@10 with `bench:peers`: help texts found by what people write 0.76
 * with lunr and 0.86 here, the same with one typo 0.68 (0.69 where lunr forgives one edit) and 0.86, abstracts of papers
 * 0.37 and 0.40. lunr drops `no` and `not`, knows no phrases and saturates each field by itself; and its index of 50,000
 * documents needs many times the memory of these arrays.
 */

import { type Gathered, numbersUpTo } from './gather.ts';

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

/** Per term the documents in which it stands, and what it is worth there. Each term owns a range of both. */
export interface Postings {
  /** Terms + 1: where the range of each begins. */
  readonly start: Uint32Array;
  /** In the order of the documents. */
  readonly documents: Uint16Array | Uint32Array;
  /** In units of `unit`, from 1: 16 bits are finer than any difference that a score could mean. */
  readonly worths: Uint16Array;
  readonly unit: number;
  /** Per term: how much it tells, ln(1 + (N − n + 0.5) / (n + 0.5)), the inverse document frequency of BM25. */
  readonly tells: Float64Array;
}

/** Weighs the terms of all documents; `boosts` says how much a word in each field counts, in the order of the fields. */
export function weigh(gathered: Gathered, boosts: readonly number[]): Postings {
  const { ids, terms } = gathered;
  const pays = fieldPays(gathered, boosts);
  const start = new Uint32Array(terms.length + 1);
  eachCount(gathered, pays, (term) => {
    start[term + 1] = (start[term + 1] ?? 0) + 1;
  });
  for (let term = 0; term < terms.length; term += 1)
    start[term + 1] = (start[term + 1] ?? 0) + (start[term] ?? 0);
  const tells = Float64Array.from(terms, (_, term) => {
    const n = (start[term + 1] ?? 0) - (start[term] ?? 0);
    return Math.log(1 + (ids.length - n + 0.5) / (n + 0.5));
  });
  const unit = (largest(tells) * (REPEATS + 1)) / 0xffff || 1;
  const next = start.slice();
  const documents = numbersUpTo(ids.length, start[terms.length] ?? 0);
  const worths = new Uint16Array(documents.length);
  eachCount(gathered, pays, (term, document, count) => {
    const at = next[term] ?? 0;
    next[term] = at + 1;
    documents[at] = document;
    worths[at] = Math.max(1, Math.round(((tells[term] ?? 0) * saturated(count, 1)) / unit));
  });
  return { start, documents, worths, unit, tells };
}

/** What `count` occurrences count in a text whose length weighs `length`: at most REPEATS + 1. */
export const saturated = (count: number, length: number): number =>
  (count * (REPEATS + 1)) / (count + REPEATS * length);

/** How much the length of a text weighs: 1 where it is of the mean length. */
export const lengthWeight = (words: number, mean: number): number => 1 - LENGTH + (LENGTH * words) / mean;

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}

/**
 * Documents × fields: what one occurrence there counts, by the boost of the field beside the highest and the length of
 * its text. So one word in a text of mean length in the most telling field counts once, and REPEATS means the same
 * whatever the boosts are.
 */
function fieldPays(gathered: Gathered, boosts: readonly number[]): Float64Array {
  const { fieldStart, text, terms } = gathered;
  const lengths = new Float64Array(fieldStart.length - 1);
  const sums = boosts.map(() => 0);
  const filled = boosts.map(() => 0);
  const highest = Math.max(...boosts, 0);
  for (let place = 0; place < lengths.length; place += 1) {
    for (let at = fieldStart[place] ?? 0; at < (fieldStart[place + 1] ?? 0); at += 1) {
      if (text[at] !== terms.length) lengths[place] = (lengths[place] ?? 0) + 1;
    }
    const field = place % boosts.length;
    sums[field] = (sums[field] ?? 0) + (lengths[place] ?? 0);
    if ((lengths[place] ?? 0) > 0) filled[field] = (filled[field] ?? 0) + 1;
  }
  return lengths.map((length, place) => {
    const field = place % boosts.length;
    const mean = (sums[field] ?? 0) / Math.max(1, filled[field] ?? 0);
    return length === 0 || highest === 0 ? 0 : (boosts[field] ?? 0) / highest / lengthWeight(length, mean);
  });
}

/** Tells every term of every document, and how much it counts there over all fields. */
function eachCount(
  { ids, terms, text, fieldStart }: Gathered,
  pays: Float64Array,
  tell: (term: number, document: number, count: number) => void,
): void {
  const fields = ids.length === 0 ? 0 : pays.length / ids.length;
  const counts = new Float64Array(terms.length);
  for (let document = 0; document < ids.length; document += 1) {
    const met: number[] = [];
    for (let place = document * fields; place < (document + 1) * fields; place += 1) {
      const pay = pays[place] ?? 0;
      if (pay === 0) continue;
      for (let at = fieldStart[place] ?? 0; at < (fieldStart[place + 1] ?? 0); at += 1) {
        const term = text[at] ?? 0;
        if (term === terms.length) continue;
        if (counts[term] === 0) met.push(term);
        counts[term] = (counts[term] ?? 0) + pay;
      }
    }
    for (const term of met) {
      tell(term, document, counts[term] ?? 0);
      counts[term] = 0;
    }
  }
}
