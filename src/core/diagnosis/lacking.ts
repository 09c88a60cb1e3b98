/** What cannot be asked or done for want of a thing that it needs. */

import {
  type Id,
  isLacking,
  type KnowledgeBase,
  lackedIn,
  type Needs,
  type Problem,
  type Said,
} from '../knowledge/model.ts';
import { NO_PROBLEM, type PairTable } from './pairs.ts';

/** Needs by the numbers of what has them. */
export interface LackingTable {
  readonly needs: Needs;
  /** Per pair: what its problem needs. */
  readonly ofPair: readonly (readonly Id[])[];
  /** Per pair: what each step that cures it on its kind of device needs; none where a step needs nothing. */
  readonly ofCures: readonly (readonly (readonly Id[])[])[];
}

/** Lays out what needs what. */
export function buildLacking(kb: KnowledgeBase, pairs: PairTable): LackingTable {
  const steps = new Map(kb.steps.map((step) => [step.id, step]));
  const neededByCures = ({ remedy }: Problem, family: Id | undefined): readonly (readonly Id[])[] => {
    const cures = remedy.curedBy.filter((step) => isFor(steps.get(step)?.families ?? null, family));
    const needs = cures.map((step) => kb.needs.ofStep.get(step) ?? []);
    return needs.every((needed) => needed.length > 0) ? needs : [];
  };
  const problemOf = (pair: number): Problem | undefined => kb.problems[pairs.problem[pair] ?? NO_PROBLEM];
  const numbers = [...pairs.problem.keys()];
  return {
    needs: kb.needs,
    ofPair: numbers.map((pair) => kb.needs.ofProblem.get(problemOf(pair)?.id ?? '') ?? []),
    ofCures: numbers.map((pair) => {
      const problem = problemOf(pair);
      return problem === undefined ? [] : neededByCures(problem, pairs.familyIds[pairs.family[pair] ?? 0]);
    }),
  };
}

/** Whether what is said for some kinds of device, null: for all, is for this one; undefined: not known. */
export const isFor = (families: readonly Id[] | null, family: Id | undefined): boolean =>
  families === null || family === undefined || families.includes(family);

/** The things that a case is without. */
export const lackedOf = ({ needs }: LackingTable, facts: readonly Said[]): ReadonlySet<Id> =>
  lackedIn(needs, facts);

/** Whether a question is about something that is not there. */
export const isAskedInVain = ({ needs }: LackingTable, question: Id, lacked: ReadonlySet<Id>): boolean =>
  isLacking(needs.ofQuestion.get(question), lacked);

/**
 * Whether the remedy of a pair is of no use: its problem needs what is not there, or each of the steps that cure it does.
 * Where another step still cures, those that need it are left out instead.
 */
export function isCuredInVain(
  { ofPair, ofCures }: LackingTable,
  pair: number,
  lacked: ReadonlySet<Id>,
): boolean {
  if (lacked.size === 0) return false;
  const cures = ofCures[pair] ?? [];
  return (
    isLacking(ofPair[pair], lacked) ||
    (cures.length > 0 && cures.every((needed) => isLacking(needed, lacked)))
  );
}
