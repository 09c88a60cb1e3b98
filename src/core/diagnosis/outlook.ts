/**
 * What lies ahead at a belief for one person: which remedies are open at which price, and the few pairs that
 * decide. Everything behind those few is summed up exactly as a rest without remedy.
 */

import type { ConversationState, TriedRemedy } from '../conversation.ts';
import { type Belief, problemMasses } from './belief.ts';
import { NO_PROBLEM } from './pairs.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { cureSeconds, fetchedFor } from './remedies.ts';

/** Candidates cover at least this share of the belief, 0..1, where `MOST_CANDIDATES` allows it. */
export const COVER = 0.9995;

/** Most pairs that are weighed one by one. More is slower and changes decisions only in very flat beliefs. */
export const MOST_CANDIDATES = 128;

/**
 * A remedy of a less probable problem is not offered, however cheap it is, 0..1. Lower makes the bot guess; higher
 * makes it ask and hand over more.
 */
export const LEAST_PROBABLE = 0.05;

/** How far a look ahead goes; the defaults are for conversations, no limits for checking against them. */
export interface Limits {
  readonly cover: number;
  readonly candidates: number;
}

export const LIMITS: Limits = { cover: COVER, candidates: MOST_CANDIDATES };

/** A remedy that may still be tried. */
export interface OpenRemedy {
  readonly problem: number;
  readonly success: number;
  /** Probability that its problem must have now, 0..1. */
  readonly needs: number;
  /** Seconds that it costs to try it where it is not the right one. */
  readonly costSeconds: number;
}

export interface Outlook {
  /** Index of the person's role. */
  readonly role: number;
  /** Per pair: probability. */
  readonly belief: Float64Array;
  /** Per problem, something-else last. */
  readonly masses: Float64Array;
  /** Pairs that decide, most probable first. */
  readonly candidates: Int32Array;
  /** Per candidate: index in `remedies` of the remedy of its problem; -1: none is open. */
  readonly remedyOf: Int32Array;
  readonly remedies: readonly OpenRemedy[];
  /** Problems whose remedy was shown already, whatever came of it. */
  readonly closed: ReadonlySet<number>;
  /** Per candidate: seconds that handing it over costs. */
  readonly handOverSeconds: Float64Array;
  /** Expected seconds of handing the whole belief over. */
  readonly handOver: number;
  /** Mean seconds of handing over what is behind the candidates. */
  readonly restSeconds: number;
  /**
   * Expected seconds of the cure that the case needs in any event, whoever finds it. All other costs are avoidable ones
   * and leave it out: that a technician is two hours away must not speak for handing over, only against
   * fetching one for nothing.
   */
  readonly cureSeconds: number;
}

/** Remedies that were shown. */
export interface Tried {
  readonly tried: readonly Pick<TriedRemedy, 'problem'>[];
}

/** Looks at a belief with the eyes of one person. */
export function outlookOf(
  slice: DiagnosisSlice,
  belief: Pick<Belief, 'pairs'>,
  ours: Tried,
  person: ConversationState['person'],
  limits: Limits = LIMITS,
): Outlook {
  const { remedies } = slice;
  const role = (person.role === null ? undefined : remedies.roleIndex.get(person.role)) ?? 0;
  const candidates = mostProbable(belief.pairs, limits);
  const masses = problemMasses(slice, belief.pairs);
  const closed = new Set(ours.tried.flatMap((tried) => remedies.problemIndex.get(tried.problem) ?? []));
  const needed = neededRoles(slice, masses);
  const { list, remedyOf } = openRemedies(slice, candidates, closed, (problem) =>
    wasteSeconds(slice, masses, role, needed, problem),
  );
  const handOverSeconds = Float64Array.from(candidates, (pair) => handOverOf(slice, pair));
  const handOver = belief.pairs.reduce((sum, p, pair) => sum + p * handOverOf(slice, pair), 0);
  const covered = candidates.reduce((sum, pair) => sum + (belief.pairs[pair] ?? 0), 0);
  const coveredSeconds = candidates.reduce(
    (sum, pair, i) => sum + (belief.pairs[pair] ?? 0) * (handOverSeconds[i] ?? 0),
    0,
  );
  const rest = 1 - covered;
  const restSeconds = rest > 1e-9 ? Math.max(0, handOver - coveredSeconds) / rest : handOver;
  return {
    role,
    belief: belief.pairs,
    masses,
    candidates,
    remedyOf,
    remedies: list,
    closed,
    handOverSeconds,
    handOver,
    restSeconds,
    cureSeconds: cureSecondsOf(slice, masses, closed, role),
  };
}

function handOverOf({ pairs }: DiagnosisSlice, pair: number): number {
  return pairs.handOverSeconds[pairs.family[pair] ?? 0] ?? 0;
}

/** The remedies of the candidates that may still be tried, and which of them belongs to each candidate. */
function openRemedies(
  { pairs, remedies }: DiagnosisSlice,
  candidates: Int32Array,
  closed: ReadonlySet<number>,
  cost: (problem: number) => number,
): { list: OpenRemedy[]; remedyOf: Int32Array } {
  const open = new Map<number, number>();
  const list: OpenRemedy[] = [];
  const remedyOf = Int32Array.from(candidates, (pair) => {
    const problem = pairs.problem[pair] ?? NO_PROBLEM;
    if (problem === NO_PROBLEM || closed.has(problem)) return -1;
    const known = open.get(problem);
    if (known !== undefined) return known;
    open.set(problem, list.length);
    const needs = Math.max(LEAST_PROBABLE, remedies.needs[problem] ?? 0);
    list.push({ problem, success: remedies.success[problem] ?? 0, needs, costSeconds: cost(problem) });
    return list.length - 1;
  });
  return { list, remedyOf };
}

/**
 * Per role: how probable it is that the cure of whatever it is needs somebody of that role; something-else needs them as
 * often as what is known.
 */
function neededRoles({ remedies }: DiagnosisSlice, masses: Float64Array): Float64Array {
  const needed = new Float64Array(remedies.fetchSeconds.length);
  const known = 1 - (masses[masses.length - 1] ?? 0);
  remedies.roles.forEach((roles, problem) => {
    for (const role of roles)
      needed[role] = (needed[role] ?? 0) + (masses[problem] ?? 0) / Math.max(known, Number.EPSILON);
  });
  return needed;
}

/**
 * Seconds that trying the remedy costs where it is not the right one. Somebody who was fetched for nothing is a waste
 * only if the right cure does not need them too.
 */
function wasteSeconds(
  { remedies }: DiagnosisSlice,
  masses: Float64Array,
  role: number,
  needed: Float64Array,
  problem: number,
): number {
  const others = 1 - (masses[problem] ?? 0);
  const fetching = fetchedFor(remedies, role, problem).reduce((sum, other) => {
    const unneeded = Math.max(0, 1 - (needed[other] ?? 0));
    return sum + (remedies.fetchSeconds[other] ?? 0) * (others > unneeded ? unneeded / others : 1);
  }, 0);
  return (remedies.ownSeconds[problem] ?? 1) + fetching;
}

/** Expected seconds of the cure that the case needs anyway, as far as one is known and still open. */
function cureSecondsOf(
  { remedies }: DiagnosisSlice,
  masses: Float64Array,
  closed: ReadonlySet<number>,
  role: number,
): number {
  return remedies.problemIds.reduce(
    (sum, _, problem) =>
      closed.has(problem) ? sum : sum + (masses[problem] ?? 0) * cureSeconds(remedies, role, problem),
    0,
  );
}

/** Pairs by falling probability (ties: order of the knowledge base) until they cover enough. */
function mostProbable(probabilities: Float64Array, limits: Limits): Int32Array {
  const threshold = thresholdOf(probabilities, limits.candidates);
  const chosen: number[] = [];
  for (let pair = 0; pair < probabilities.length; pair += 1) {
    if ((probabilities[pair] ?? 0) >= threshold) chosen.push(pair);
  }
  chosen.sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || a - b);
  let covered = 0;
  const enough = chosen.findIndex((pair, i) => {
    covered += probabilities[pair] ?? 0;
    return covered >= limits.cover || i + 1 === limits.candidates;
  });
  return Int32Array.from(enough < 0 ? chosen : chosen.slice(0, enough + 1));
}

/** The probability of the pair at rank `most`; 0 where there are not so many. */
function thresholdOf(probabilities: Float64Array, most: number): number {
  if (probabilities.length <= most) return 0;
  const sorted = Float64Array.from(probabilities).sort();
  return sorted[sorted.length - most] ?? 0;
}
