/** Finds documents by what they say. Nothing in a text is a command: it is words, whatever it is. */

import { eachWorth } from './among.ts';
import type { DocumentIndex } from './documents.ts';
import { feedback } from './feedback.ts';
import { phraseScorer } from './phrases.ts';
import { byScore, type Ranked, rank } from './ranking.ts';
import { ENGLISH, type Reader } from './reading.ts';
import { type Sought, soughtIn } from './sought.ts';

/**
 * How many of the best by their words alone are looked at closely; 10 to 1000. Fewer: a document that only phrases
 * speak for is missed; more cost time, and hardly ever rise to the first ten.
 */
const LOOKED_AT = 100;

/**
 * Characters of a text that are read, 1,000 to 100,000: a bound on time. What a text is about is said long before; the
 * longest message that a channel takes has some thousand.
 */
const LONGEST_READ = 20_000;

/** A document that was found. */
export interface Found extends Ranked {
  readonly id: string;
  /** The numbers of the terms by which it was found, the most telling first. */
  readonly terms: readonly number[];
}

/** The best documents for a text, best first, at most `most` of them (up to 100). Scores compare within one search. */
export function searchDocuments(
  index: DocumentIndex,
  text: string,
  most = 10,
  reader: Reader = ENGLISH,
): readonly Found[] {
  return searchFor(index, soughtIn(index, [reader.words(text.slice(0, LONGEST_READ))], reader), most);
}

/** The best documents for what is sought, best first. */
export function searchFor(index: DocumentIndex, sought: Sought, most: number): readonly Found[] {
  const byWords = rank(index, sought, Math.max(most, LOOKED_AT));
  const phrase = phraseScorer(index, sought);
  const byPhrases = addTo(byWords, ({ document }) => phrase(document));
  const learnt = feedback(index, sought, byPhrases);
  const best = addTo(byPhrases, (_, place) => learnt[place] ?? 0).slice(0, most);
  const foundBy = termsOf(index, sought, best);
  return best.map(({ document, score }, place) => ({
    document,
    score,
    id: index.ids[document] ?? '',
    terms: foundBy[place] ?? [],
  }));
}

const addTo = (
  ranked: readonly Ranked[],
  more: (ranked: Ranked, place: number) => number,
): readonly Ranked[] =>
  ranked
    .map((each, place) => ({ document: each.document, score: each.score + more(each, place) }))
    .sort(byScore);

/** For each document the terms sought that stand in it. */
function termsOf(index: DocumentIndex, { terms }: Sought, among: readonly Ranked[]): readonly number[][] {
  const found = among.map((): number[] => []);
  const sought = [...terms.keys()];
  eachWorth(index, sought, among, (place, _, which) => found[place]?.push(sought[which] ?? 0));
  return found;
}
