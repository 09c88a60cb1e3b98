/**
 * What the best documents have in common speaks for documents that have it, too: feedback without a judge (Rocchio
 * 1971; Lavrenko and Croft 2001). It finds what was meant under other words than those that were said.
 */

import { type OpenIndex, saturated, tells, termsOf } from './open.ts';
import { countsIn, type Ranked, type Worth } from './ranking.ts';
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

/** Terms that several of the best documents share, and what each is worth where it stands. */
export function learntFrom(open: OpenIndex, { terms }: Sought, best: readonly Ranked[]): Worth {
  const sums = new Map<string, { readonly sum: number; readonly shared: number }>();
  for (const { document: place, score } of best.slice(0, LEARNT_FROM)) {
    const document = open.documents[place];
    if (document === undefined) continue;
    for (const [term, count] of countsIn(document, termsOf(document), new Set())) {
      const { sum, shared } = sums.get(term) ?? { sum: 0, shared: 0 };
      const more = score * tells(open, term) * saturated(open, document, count);
      sums.set(term, { sum: sum + more, shared: shared + 1 });
    }
  }
  const learnt = [...sums]
    .filter(([, { shared }]) => shared >= SHARED_BY)
    .sort(([, one], [, other]) => other.sum - one.sum)
    .slice(0, MOST_LEARNT);
  const all = learnt.reduce((total, [, { sum }]) => total + sum, 0);
  return new Map(
    learnt.map(([term, { sum }]) => [term, ((LEARNT * terms.length * sum) / all) * tells(open, term)]),
  );
}
