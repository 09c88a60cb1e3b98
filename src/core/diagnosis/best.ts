/** The best question and the best remedy at a belief. */

import type { Option } from './choices.ts';
import { fillRoom, planRepair, sortAllowed } from './cost.ts';
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
 * Of the open remedies that their risk allows, at most three are looked at: the first of the plan that pays, the first
 * by P(cured)/cost, and the most probable.
 */
export function remediesWorthTrying({ outlook, repair }: Prospects): ReadonlySet<number> {
  fillRoom(outlook, repair);
  const allowed = [...repair.order.subarray(0, sortAllowed(outlook.remedies, repair, 1))];
  const mass = (r: number) => repair.mass[r] ?? 0;
  const probable = allowed.reduce((best, r) => (best < 0 || mass(r) > mass(best) ? r : best), -1);
  const planned = planRepair(outlook.remedies, repair, 1) > 0 ? [repair.order[0] ?? 0] : [];
  return new Set([...planned, ...allowed.slice(0, 1), ...(probable < 0 ? [] : [probable])]);
}
