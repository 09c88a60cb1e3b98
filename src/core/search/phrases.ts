/** Words that stand side by side in a document as they do in what is searched for: `no display` is not `display`. */

import type { DocumentIndex } from './documents.ts';
import { lengthWeight, saturated } from './postings.ts';
import { roomOf } from './room.ts';
import { pairKey, type Sought } from './sought.ts';

/**
 * How much two words side by side count beside a word that is as rare as they are together. Range 0 to 1: 0 takes
 * texts for bags of words; at 1 two words that often stand together count as three words. A pair is at least as rare
 * as its rarer word, so that one's weight is taken for it: no count of pairs has to be kept.
 */
const PHRASE = 0.3;

/** Adds up what the pairs sought are worth in a document, until the next search in the same index. */
export function phraseScorer(index: DocumentIndex, { pairs }: Sought): (document: number) => number {
  const { text, textStart, tells, ids } = index;
  const { begins } = roomOf(index);
  begins.fill(0);
  for (const { first } of pairs) begins[first] = 1;
  const places = new Map(pairs.map(({ first, second }, place) => [pairKey(index, first, second), place]));
  const weights = pairs.map(({ first, second }) => PHRASE * Math.max(tells[first] ?? 0, tells[second] ?? 0));
  const mean = text.length / Math.max(1, ids.length);
  return (document) => {
    const from = textStart[document] ?? 0;
    const end = textStart[document + 1] ?? 0;
    let counts: Map<number, number> | null = null;
    for (let at = from; at < end - 1; at += 1) {
      const first = text[at] ?? 0;
      if (begins[first] === 0) continue;
      const place = places.get(pairKey(index, first, text[at + 1] ?? 0));
      if (place === undefined) continue;
      counts ??= new Map();
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    if (counts === null) return 0;
    const length = lengthWeight(end - from, mean);
    let sum = 0;
    for (const [place, count] of counts) sum += (weights[place] ?? 0) * saturated(count, length);
    return sum;
  };
}
