/** What a remedy that does not help costs in trust, beyond the seconds that it takes. */

import { type Case, isInVain } from '../conversation.ts';
import { sumBetween } from './belief.ts';
import { pairsOfProblem } from './pairs.ts';
import type { DiagnosisSlice } from './prepare.ts';

/**
 * A problem is supported once it is so many times as probable as it is among the problems of its kinds of device before
 * anything is said, 1 or more. 1: what is frequent counts as supported; 10: hardly any remedy is shown at first.
 */
const SUPPORTED = 2;

/**
 * How many times the price of a wrong remedy is added for one that nothing supports, 0 or more. Of 1,242 first remedies
 * in words 31 were such and 16 of these wrong. 0: a frequent cause is tried before anything speaks for it.
 */
const UNSUPPORTED = 4;

/**
 * The same for each remedy that failed since something was asked, 0 or more. 0: remedy follows remedy as long as that is
 * quicker than asking.
 */
const FAILED_IN_A_ROW = 4;

/**
 * Expected seconds that showing the remedy of `problem` now costs in trust beside its own price: it is wrong, and either
 * nothing that was said speaks for it or another one has just failed. `belief`: per pair; `mass`: of the problem, 0..1.
 */
export function distrustSeconds(
  slice: DiagnosisSlice,
  belief: Float64Array,
  ours: Pick<Case, 'asked' | 'tried'>,
  { problem, mass }: { readonly problem: number; readonly mass: number },
): number {
  const unsupported = mass < SUPPORTED * expectedMass(slice, belief, problem) ? UNSUPPORTED : 0;
  const times = unsupported + FAILED_IN_A_ROW * failedInARow(ours);
  return (1 - mass) * times * slice.remedies.wrongRemedySeconds;
}

/** How probable a problem would be if nothing but the kind of device were known, 0..1. */
function expectedMass({ pairs }: DiagnosisSlice, belief: Float64Array, problem: number): number {
  let expected = 0;
  for (const pair of pairsOfProblem(pairs, problem)) {
    const family = pairs.family[pair] ?? 0;
    const start = pairs.familyStart[family] ?? 0;
    const end = pairs.familyStart[family + 1] ?? 0;
    const usual = (pairs.prior[pair] ?? 0) / sumBetween(pairs.prior, start, end);
    expected += usual * sumBetween(belief, start, end);
  }
  return expected;
}

/** Remedies that were shown after the last question and did not help. */
function failedInARow({ asked, tried }: Pick<Case, 'asked' | 'tried'>): number {
  const lastAsked = Math.max(-1, ...asked.map(({ turn }) => turn));
  return tried.filter((each) => isInVain(each) && each.shownTurn > lastAsked).length;
}
