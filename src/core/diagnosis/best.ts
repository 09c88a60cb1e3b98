/** The best question and the best remedy at a belief. */

import type { Option } from './choices.ts';
import { fillRoom, planRepair, type RepairRoom, sortAllowed } from './cost.ts';
import { askSeconds, type Prospects, trySeconds } from './value.ts';

/** The question to ask if any is asked, and the avoidable seconds of asking it and going on; null and Infinity: none. */
export interface BestQuestion {
  readonly option: Option | null;
  readonly seconds: number;
}

/** The open remedy to try if any is tried, and the avoidable seconds of trying it and going on; -1 and Infinity: none. */
export interface BestRemedy {
  readonly remedy: number;
  readonly seconds: number;
}

/** The question after which going on is cheapest. */
export function bestQuestion(prospects: Prospects, options: readonly Option[]): BestQuestion {
  let option: Option | null = null;
  let seconds = Number.POSITIVE_INFINITY;
  for (const candidate of options) {
    const cost = askSeconds(prospects, candidate.question);
    if (cost >= seconds) continue;
    option = candidate;
    seconds = cost;
  }
  return { option, seconds };
}

/** The open remedy after which going on is cheapest. */
export function bestRemedy(prospects: Prospects): BestRemedy {
  let best: BestRemedy = { remedy: -1, seconds: Number.POSITIVE_INFINITY };
  for (const remedy of remediesWorthTrying(prospects)) {
    const seconds = trySeconds(prospects, remedy);
    if (seconds < best.seconds) best = { remedy, seconds };
  }
  return best;
}

/**
 * A remedy is offered only where its problem has at least this share of the probability of the likeliest whose remedy
 * may be tried, 0..1. At 0 the cheapest remedy goes first however unlikely, and people wonder whether they were heard;
 * at 1 the likeliest always goes first, however dear.
 */
const NEXT_TO_LIKELIEST = 1 / 3;

/**
 * Of the open remedies that their risk allows and that are not far behind the likeliest, at most three are looked at:
 * the first of the plan that pays, the first by P(cured)/cost, and the most probable.
 */
export function remediesWorthTrying({ outlook, repair }: Prospects): ReadonlySet<number> {
  fillRoom(outlook, repair);
  const { mass, order } = repair;
  const worth = new Set<number>();
  const open = sortAllowed(outlook.remedies, repair, 1);
  if (open === 0) return worth;
  const probable = mostProbable(repair, open);
  const allowed = (r: number) => (mass[r] ?? 0) >= NEXT_TO_LIKELIEST * (mass[probable] ?? 0);
  const first = order.subarray(0, open).find(allowed) ?? probable;
  const pays = planRepair(outlook.remedies, repair, 1) > 0;
  const planned = order[0] ?? probable;
  if (pays && allowed(planned)) worth.add(planned);
  return worth.add(first).add(probable);
}

/** The most probable of the first `open` remedies in order. */
function mostProbable({ mass, order }: RepairRoom, open: number): number {
  let probable = order[0] ?? 0;
  for (let k = 1; k < open; k += 1) {
    const r = order[k] ?? 0;
    if ((mass[r] ?? 0) > (mass[probable] ?? 0)) probable = r;
  }
  return probable;
}
