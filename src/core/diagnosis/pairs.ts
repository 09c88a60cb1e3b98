/** The hypotheses: every problem in every family it occurs in, and "something else" once per family. */

import type { Id, KnowledgeBase } from '../knowledge/model.ts';

/** In `problem` of a pair: none of the problems we know. */
export const NO_PROBLEM = -1;

/**
 * All (family, problem) pairs, grouped by family in the order of the knowledge base, so that what holds for a
 * whole family is one range. Problems stand in their order inside a family; something-else comes last.
 */
export interface PairTable {
  readonly familyIds: readonly Id[];
  /** Per family: seconds that handing over costs. */
  readonly handOverSeconds: Float64Array;
  /** Families + 1: where the pairs of each family begin. */
  readonly familyStart: Int32Array;
  /** Per pair: index of its family. */
  readonly family: Int32Array;
  /** Per pair: index of its problem, or `NO_PROBLEM`. */
  readonly problem: Int32Array;
  /** Per pair: natural logarithm of P(family) · P(problem | family). */
  readonly logPrior: Float64Array;
  /** Per pair: P(family) · P(problem | family). */
  readonly prior: Float64Array;
  /** Problems + 1: where the pairs of each problem begin in `ofProblem`. */
  readonly problemStart: Int32Array;
  /** Pairs by problem. */
  readonly ofProblem: Int32Array;
}

/** Lays out the pairs of a knowledge base. */
export function buildPairs(kb: KnowledgeBase): PairTable {
  const family: number[] = [];
  const problem: number[] = [];
  const logPrior: number[] = [];
  const familyStart = new Int32Array(kb.families.length + 1);
  const members = problemsByFamily(kb);
  kb.families.forEach((one, f) => {
    const own = members.get(one.id) ?? [];
    // A family whose problems nobody wrote down yet is all something-else, not forgotten.
    const shares = own.reduce((sum, [, share]) => sum + share, one.somethingElse);
    for (const [p, share] of own) {
      family.push(f);
      problem.push(p);
      logPrior.push(Math.log((one.prior * share) / shares));
    }
    family.push(f);
    problem.push(NO_PROBLEM);
    logPrior.push(Math.log((one.prior * one.somethingElse) / shares));
    familyStart[f + 1] = family.length;
  });
  return {
    familyIds: kb.families.map((one) => one.id),
    handOverSeconds: Float64Array.from(kb.families, (one) => one.handOverSeconds),
    familyStart,
    family: Int32Array.from(family),
    problem: Int32Array.from(problem),
    logPrior: Float64Array.from(logPrior),
    prior: Float64Array.from(logPrior, (log) => Math.exp(log)),
    ...groupByProblem(problem, kb.problems.length),
  };
}

function problemsByFamily(kb: KnowledgeBase): Map<Id, [number, number][]> {
  const members = new Map<Id, [number, number][]>();
  kb.problems.forEach((problem, p) => {
    for (const [id, share] of Object.entries(problem.families)) {
      const list = members.get(id);
      if (list === undefined) members.set(id, [[p, share]]);
      else list.push([p, share]);
    }
  });
  return members;
}

function groupByProblem(
  problem: readonly number[],
  problems: number,
): Pick<PairTable, 'problemStart' | 'ofProblem'> {
  const lists: number[][] = Array.from({ length: problems }, () => []);
  problem.forEach((p, pair) => {
    lists[p]?.push(pair);
  });
  return flatten(lists);
}

function flatten(lists: readonly (readonly number[])[]): Pick<PairTable, 'problemStart' | 'ofProblem'> {
  const problemStart = new Int32Array(lists.length + 1);
  lists.forEach((list, p) => {
    problemStart[p + 1] = (problemStart[p] ?? 0) + list.length;
  });
  return { problemStart, ofProblem: Int32Array.from(lists.flat()) };
}

/** The pairs of a problem, one per family it occurs in. */
export function pairsOfProblem(pairs: PairTable, problem: number): Int32Array {
  return pairs.ofProblem.subarray(pairs.problemStart[problem], pairs.problemStart[problem + 1]);
}
