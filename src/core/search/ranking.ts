/** Ranks what lunr found by all that was said, phrases among it: `no display` is not `display`. */

import type { OpenDocument } from './documents.ts';
import { type OpenTexts, saturated, tells } from './open.ts';
import type { Sought } from './sought.ts';

/**
 * How much two words side by side count beside a word that is as rare as they are together. Range 0 to 1: 0 takes
 * texts for bags of words; at 1 two words that often stand together count as three words. A pair is at least as rare
 * as its rarer word, so that one's weight is taken for it: no count of pairs has to be kept.
 */
const PHRASE = 0.5;

/** A document and what it scores. */
export interface Ranked {
  readonly document: number;
  readonly score: number;
}

/** Term, or pair with a blank between → what it is worth where it stands once. */
export type Worth = ReadonlyMap<string, number>;

/** The order of results: best first, and of equals the one that was given first. */
export const byScore = (one: Ranked, other: Ranked): number =>
  other.score - one.score || one.document - other.document;

/** What all that is sought is worth. */
export function worthOf(open: OpenTexts, { terms, pairs }: Sought): Worth {
  const ofPair = (pair: string): number =>
    PHRASE * Math.max(...pair.split(' ').map((term) => tells(open, term)));
  return new Map([
    ...terms.map((term) => [term, tells(open, term)] as const),
    ...pairs.map((pair) => [pair, ofPair(pair)] as const),
  ]);
}

/** Adds to each score what stands in the document, and puts the best first. */
export function scored(open: OpenTexts, ranked: readonly Ranked[], worth: Worth): readonly Ranked[] {
  const paired = new Set([...worth.keys()].flatMap((key) => (key.includes(' ') ? key.split(' ') : [])));
  return ranked
    .map(({ document, score }) => ({ document, score: score + sumOf(open, document, worth, paired) }))
    .sort(byScore);
}

function sumOf(open: OpenTexts, place: number, worth: Worth, paired: ReadonlySet<string>): number {
  const document = open.documents[place];
  if (document === undefined) return 0;
  let sum = 0;
  for (const [key, count] of countsIn(document, worth, paired))
    sum += (worth.get(key) ?? 0) * saturated(open, document, count);
  return sum;
}

/** How often each term and pair stands in a document, each time counting as much as its text. */
export function countsIn(
  { texts }: OpenDocument,
  keys: { has(key: string): boolean },
  paired: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { weight, terms } of texts) {
    let before = '';
    for (const term of terms) {
      if (keys.has(term)) counts.set(term, (counts.get(term) ?? 0) + weight);
      const isPaired = paired.has(term);
      if (isPaired && before !== '') {
        const pair = `${before} ${term}`;
        if (keys.has(pair)) counts.set(pair, (counts.get(pair) ?? 0) + weight);
      }
      before = isPaired ? term : '';
    }
  }
  return counts;
}
