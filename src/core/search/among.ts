/** What terms are worth in a few of the documents: read term by term, it need not be looked up document by document. */

import { type DocumentIndex, documentsWith, worthIn } from './documents.ts';
import type { Ranked } from './ranking.ts';
import { roomOf } from './room.ts';

/**
 * The list of a term is read through where it has at most so many documents for each that is looked at, and else each
 * is looked up in it, which takes about so many steps. Range 1 to 20: 1 looks up in short lists, 20 reads long ones.
 */
const READ_THROUGH = 8;

/**
 * Tells for each term in turn, by its place in `terms`, in which of the documents it stands, by their places in `among`,
 * and what it is worth there.
 */
export function eachWorth(
  index: DocumentIndex,
  terms: readonly number[],
  among: readonly Ranked[],
  tell: (document: number, worth: number, term: number) => void,
): void {
  const { start, documents, worths, unit } = index;
  const { places } = roomOf(index);
  among.forEach(({ document }, place) => {
    places[document] = place + 1;
  });
  for (let which = 0; which < terms.length; which += 1) {
    const term = terms[which] ?? 0;
    if (documentsWith(index, term) > READ_THROUGH * among.length) {
      among.forEach(({ document }, place) => {
        const worth = worthIn(index, term, document);
        if (worth > 0) tell(place, worth, which);
      });
      continue;
    }
    const end = start[term + 1] ?? 0;
    for (let at = start[term] ?? 0; at < end; at += 1) {
      const place = places[documents[at] ?? 0] ?? 0;
      if (place > 0) tell(place - 1, (worths[at] ?? 0) * unit, which);
    }
  }
  for (const { document } of among) places[document] = 0;
}
