/** Which remedies are open, and what trying one costs where it is not the right one. */

import type { Id } from '../knowledge/model.ts';
import { isCuredInVain } from './lacking.ts';
import { floats, ints } from './memory.ts';
import { NO_PROBLEM } from './pairs.ts';
import type { DiagnosisSlice } from './prepare.ts';

/** A remedy that may still be tried. */
export interface OpenRemedy {
  readonly problem: number;
  readonly success: number;
  /** Probability that its problem must have now, 0..1. */
  readonly needs: number;
  /** Seconds that it costs to try it where it is not the right one. */
  readonly costSeconds: number;
}

/** What rules remedies out. */
export interface RuledOut {
  /** Problems whose remedy was shown. */
  readonly closed: ReadonlySet<number>;
  /** Things that are not there. */
  readonly lacked: ReadonlySet<Id>;
}

/** The remedies of the candidates that may still be tried, and which of them belongs to each candidate. */
export function openRemedies(
  { pairs, remedies, lacking }: DiagnosisSlice,
  candidates: Int32Array,
  { closed, lacked }: RuledOut,
  leastProbable: number,
  price: (problem: number) => number,
): { remedies: OpenRemedy[]; remedyOf: Int32Array } {
  // Per problem: one more than the place of its remedy in the list; 0: it has none yet.
  const known = ints(remedies.problemIds.length);
  const list: OpenRemedy[] = [];
  const remedyOf = ints(candidates.length).fill(-1);
  for (let i = 0; i < candidates.length; i += 1) {
    const pair = candidates[i] ?? 0;
    const problem = pairs.problem[pair] ?? NO_PROBLEM;
    if (problem === NO_PROBLEM || closed.has(problem) || isCuredInVain(lacking, pair, lacked)) continue;
    const place = known[problem] ?? 0;
    remedyOf[i] = place > 0 ? place - 1 : list.length;
    if (place > 0) continue;
    known[problem] = list.length + 1;
    const needs = Math.max(leastProbable, remedies.needs[problem] ?? 0);
    list.push({ problem, success: remedies.success[problem] ?? 0, needs, costSeconds: price(problem) });
  }
  return { remedies: list, remedyOf };
}

/** Problems less probable than this do not change who is needed. */
const NEGLIGIBLE = 1e-7;

/**
 * What trying each remedy costs where it is not the right one, in seconds and with the trust that it costs, at a belief (`masses` per problem,
 * something-else last). Somebody who was fetched for nothing is a waste only if the right cure does not need them too.
 */
export function priceList(
  { remedies }: DiagnosisSlice,
  masses: Float64Array,
  role: number,
): (problem: number) => number {
  const roles = remedies.fetchSeconds.length;
  const needed = neededRoles(remedies.roles, masses, roles);
  return (problem) => {
    const others = 1 - (masses[problem] ?? 0);
    let fetching = 0;
    for (const other of remedies.roles[problem] ?? []) {
      if (remedies.mayAct[role * roles + other] === 1) continue;
      const unneeded = Math.max(0, 1 - (needed[other] ?? 0));
      fetching += (remedies.fetchSeconds[other] ?? 0) * (others > unneeded ? unneeded / others : 1);
    }
    return (remedies.ownSeconds[problem] ?? 1) + fetching + remedies.wrongRemedySeconds;
  };
}

/**
 * Per role: how probable it is that the cure of whatever it is needs somebody of that role; something-else needs them as
 * often as what is known.
 */
function neededRoles(rolesOf: readonly Int32Array[], masses: Float64Array, roles: number): Float64Array {
  const needed = floats(roles);
  const known = Math.max(Number.EPSILON, 1 - (masses[masses.length - 1] ?? 0));
  for (let problem = 0; problem < rolesOf.length; problem += 1) {
    const mass = masses[problem] ?? 0;
    if (mass < NEGLIGIBLE) continue;
    for (const role of rolesOf[problem] ?? []) needed[role] = (needed[role] ?? 0) + mass / known;
  }
  return needed;
}

/** Expected seconds of the cure that the case needs anyway, as far as one is known and still open. */
export function expectedCureSeconds(
  { remedies }: DiagnosisSlice,
  masses: Float64Array,
  closed: ReadonlySet<number>,
  role: number,
): number {
  const problems = remedies.problemIds.length;
  let seconds = 0;
  for (let problem = 0; problem < problems; problem += 1) {
    if (!closed.has(problem))
      seconds += (masses[problem] ?? 0) * (remedies.cureSeconds[role * problems + problem] ?? 0);
  }
  return seconds;
}
