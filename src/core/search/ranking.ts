/** The best of many documents by what the terms sought are worth in them. */

import type { DocumentIndex } from './documents.ts';
import { roomOf } from './room.ts';
import type { Sought } from './sought.ts';

/** A document and what it scores; above 0. */
export interface Ranked {
  readonly document: number;
  readonly score: number;
}

/** The order of results: best first, and of equals the one that was given first. */
export const byScore = (one: Ranked, other: Ranked): number =>
  other.score - one.score || one.document - other.document;

/** The `most` best documents by the sum of what the terms sought are worth in them, best first. */
export function rank(index: DocumentIndex, { terms }: Sought, most: number): readonly Ranked[] {
  const { scores, met } = roomOf(index);
  let count = 0;
  for (const [term, share] of terms) {
    const factor = share * index.unit;
    const end = index.start[term + 1] ?? 0;
    for (let at = index.start[term] ?? 0; at < end; at += 1) {
      const document = index.documents[at] ?? 0;
      const before = scores[document] ?? 0;
      if (before === 0) {
        met[count] = document;
        count += 1;
      }
      scores[document] = before + factor * (index.worths[at] ?? 0);
    }
  }
  const best = bestOf(scores, met.subarray(0, count), most);
  for (let at = 0; at < count; at += 1) scores[met[at] ?? 0] = 0;
  return best;
}

/** A row of the best so far is let grow to twice its length and then cut, which is one comparison for most documents. */
function bestOf(scores: Float64Array, met: Uint32Array, most: number): readonly Ranked[] {
  let best: Ranked[] = [];
  let least = 0;
  for (const document of met) {
    const score = scores[document] ?? 0;
    if (score < least) continue;
    best.push({ document, score });
    if (best.length < 2 * most) continue;
    best = best.sort(byScore).slice(0, most);
    least = best.at(-1)?.score ?? 0;
  }
  return best.sort(byScore).slice(0, most);
}
