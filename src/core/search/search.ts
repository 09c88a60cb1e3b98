/**
 * Finds documents by what they say: lunr finds candidates, and among them we rank. Nothing in a text is a command: lunr
 * is asked by its Query object and for single terms that stand in its index.
 *
 * What of it is ours is what lunr loses without it. nDCG@10 of the right document (`bench:search`, and 1,336 messages of
 * the shipped base that stand in no document, first with no messages in the index and then with seven a problem):
 *
 * | | articles | one typo | cranfield | messages | seven each |
 * |---|--:|--:|--:|--:|--:|
 * | lunr alone, its own reader | .763 | .677 | .368 | | |
 * | lunr alone, the words of the bot (a third of the articles' queries) | .832 | .815 | .386 | .725 | .733 |
 * | lunr, ranked with phrases | | | .392 | .743 | .771 |
 * | lunr, ranked with phrases and feedback: this | .863 | .852 | .395 | .744 | .775 |
 * | an index of our own, twice the code | .866 | .859 | .397 | .740 | .769 |
 *
 * The price is time and memory. 10,000 generated documents, both on the same busy machine: built in 20 s (ours 1.8), 73 MB
 * (7.5), one search p50 15 ms (0.5), p99 75 ms (29), nDCG@10 .996 (.998); a turn with 10,000 problems p50 8.3 ms and p99
 * 25 ms of CPU (7.1 and 19). Of 50,000 documents, whose words stand in too many, only .936 (.997) come first: it is for
 * ten thousand. Not kept, since they lost: a lunr field for each field of a document (.721 of the messages), an index of
 * pairs (.02 of the articles), and near spellings, which the vocabulary puts right before.
 */

import type { DocumentIndex, Reader } from './documents.ts';
import { learntFrom } from './feedback.ts';
import { type OpenIndex, openIndex, termsOf } from './open.ts';
import { byScore, type Ranked, scored, worthOf } from './ranking.ts';
import { type Sought, soughtIn } from './sought.ts';

/** Candidates that are ranked; 10 to 1000. Fewer: one that only phrases speak for is missed; more cost time. */
const CANDIDATES = 100;

/**
 * Characters of a text that are read, 1,000 to 100,000: a bound on time. What a text is about is said long before; the
 * longest message that a channel takes has some thousand.
 */
const LONGEST_READ = 20_000;

/**
 * lunr is asked for the most telling terms only, which stand in so many documents together; 500 to 10,000. Each place
 * where a term stands costs it 3 µs. Commoner terms still count in the ranking; with fewer places they find nothing new.
 */
const MOST_PLACES = 1_000;

/** A document that was found. */
export interface Found extends Ranked {
  readonly id: string;
  /** The terms sought that stand in it, the most telling first. */
  readonly terms: readonly string[];
}

/** The best documents for a text, best first, at most `most` of them (up to 100). Scores compare within one search. */
export function searchDocuments(
  index: DocumentIndex,
  text: string,
  reader: Reader,
  most = 10,
): readonly Found[] {
  return searchFor(index, soughtIn(index, [reader(text.slice(0, LONGEST_READ))]), most);
}

/** The best documents for what is sought, best first. */
export function searchFor(index: DocumentIndex, sought: Sought, most: number): readonly Found[] {
  const open = openIndex(index);
  const byWords = scored(open, candidates(open, sought.terms), worthOf(open, sought));
  const best = scored(open, byWords, learntFrom(open, sought, byWords)).slice(0, most);
  return best.map(({ document, score }) => {
    const standing = termsOf(open.documents[document] ?? { length: 0, texts: [] });
    return {
      document,
      score,
      id: index.ids[document] ?? '',
      terms: sought.terms.filter((term) => standing.has(term)),
    };
  });
}

/** What lunr finds by the most telling terms. */
function candidates(open: OpenIndex, terms: readonly string[]): readonly Ranked[] {
  let places = 0;
  // lunr takes a star in a term for any letters, whatever is said of wildcards.
  const plain = terms.filter((term) => !term.includes('*'));
  const asked = plain.filter((term, nth) => {
    places += open.standsIn.get(term) ?? 0;
    return nth === 0 || places <= MOST_PLACES;
  });
  if (asked.length === 0) return [];
  return open.lunr
    .query((query) => {
      for (const term of asked) query.term(term, { usePipeline: false });
    })
    .map(({ ref, score }) => ({ document: Number(ref), score }))
    .sort(byScore)
    .slice(0, CANDIDATES)
    .map(({ document }) => ({ document, score: 0 }));
}
