/**
 * What the best documents have in common speaks for documents that have it, too: feedback without a judge (Rocchio
 * 1971; Lavrenko and Croft 2001). It finds what was meant under other words than those that were said.
 */

import { eachWorth } from './among.ts';
import { type DocumentIndex, worthIn } from './documents.ts';
import type { Ranked } from './ranking.ts';
import { roomOf } from './room.ts';
import type { Sought } from './sought.ts';

/** From how many of the best documents is learnt. 1: one document speaks for itself; 20: most are about other things. */
const LEARNT_FROM = 5;
/** In how many of them a term must stand: what one alone has is its own peculiarity. */
const SHARED_BY = 2;
/** How many terms are learnt, the heaviest first; 5 to 50. More cost time and weigh next to nothing. */
const MOST_LEARNT = 20;
/**
 * How much all that was learnt weighs beside all that was said. Range 0 to 0.5: at 0 nothing is learnt; at 0.5 the
 * first documents found decide the order of the rest, right or wrong.
 */
const LEARNT = 0.1;

/** What the learnt terms are worth in each of the best documents so far, which stand best first. */
export function feedback(
  index: DocumentIndex,
  { terms }: Sought,
  best: readonly Ranked[],
): readonly number[] {
  const sums = best.map(() => 0);
  const learnt = learn(index, best.slice(0, LEARNT_FROM));
  const all = learnt.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return sums;
  let said = 0;
  for (const share of terms.values()) said += share;
  const learntTerms = learnt.map(({ term }) => term);
  eachWorth(index, learntTerms, best, (place, worth, which) => {
    sums[place] = (sums[place] ?? 0) + (learnt[which]?.weight ?? 0) * worth;
  });
  const factor = (LEARNT * said) / all;
  return sums.map((sum) => factor * sum);
}

interface Learnt {
  readonly term: number;
  readonly weight: number;
}

/** Terms that several documents share, by what they are worth in them, each document counting by its score. */
function learn(index: DocumentIndex, from: readonly Ranked[]): readonly Learnt[] {
  const weigh = (term: number): number => {
    let sum = 0;
    for (const { document, score } of from) sum += score * worthIn(index, term, document);
    return sum;
  };
  return shared(index, from)
    .map((term): Learnt => ({ term, weight: weigh(term) }))
    .sort((one, other) => other.weight - one.weight || one.term - other.term)
    .slice(0, MOST_LEARNT);
}

/** Terms that stand in at least SHARED_BY of the documents. */
function shared(index: DocumentIndex, from: readonly Ranked[]): readonly number[] {
  const { text, textStart, terms } = index;
  const { metIn, counts } = roomOf(index);
  metIn.fill(0);
  counts.fill(0);
  const found: number[] = [];
  for (const [place, { document }] of from.entries()) {
    const end = textStart[document + 1] ?? 0;
    for (let at = textStart[document] ?? 0; at < end; at += 1) {
      const term = text[at] ?? 0;
      if (metIn[term] === place + 1) continue;
      metIn[term] = place + 1;
      const count = (counts[term] ?? 0) + 1;
      counts[term] = count;
      // What stands after each text is no term.
      if (count === SHARED_BY && term < terms.length) found.push(term);
    }
  }
  return found;
}
