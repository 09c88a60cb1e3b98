/** What failed remedies, and things people say they did already, say against problems. */

import type { Case, TriedRemedy } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { SILENT, TRIED } from './questions.ts';

/**
 * How far a claim "I did that already" counts, 0..1, where the person may do the step. 1: as if we had seen it
 * done; 0: claims are ignored, and people are told to do again what they did.
 */
export const CLAIM = 0.7;

/** The same where the person may not do the step, or it is unknown who they are. */
export const CLAIM_ABOVE_ROLE = 0.4;

/** A failed remedy lowers its problem at most to this share, 0..1: remedies are done wrongly too. */
export const LEAST_LEFT = 0.01;

/** Outcomes after which something is left though the steps were carried out. */
const LEAVES: ReadonlySet<TriedRemedy['outcome']> = new Set(['partly', 'still-there'] as const);

/**
 * By how much each problem is lowered: problem index → factor in `LEAST_LEFT`..1. Only the strongest says
 * anything, so a claim and a try of the same thing do not count twice.
 */
export function triedFactors(
  slice: DiagnosisSlice,
  ours: Case,
  role: Id | null,
): ReadonlyMap<number, number> {
  const factors = new Map<number, number>();
  const lower = (problem: number, strength: number) => {
    const factor = Math.max(LEAST_LEFT, 1 - (slice.remedies.success[problem] ?? 0) * strength);
    factors.set(problem, Math.min(factor, factors.get(problem) ?? 1));
  };
  lowerByTries(slice, ours, lower);
  // What helped in part was there, and is not what is left.
  for (const problem of helpedIn(slice, ours)) factors.set(problem, LEAST_LEFT);
  lowerByClaims(slice, ours, role ?? roleIn(slice, ours), lower);
  return factors;
}

/** Problems whose remedy helped in part. */
export const helpedIn = ({ remedies }: DiagnosisSlice, { tried }: Case): readonly number[] =>
  tried
    .filter(({ outcome }) => outcome === 'partly')
    .flatMap(({ problem }) => remedies.problemIndex.get(problem) ?? []);

/** A remedy that left something lowers its problem, and every other whose curing steps were all carried out. */
function lowerByTries(
  slice: DiagnosisSlice,
  ours: Case,
  lower: (problem: number, strength: number) => void,
): void {
  const { remedies } = slice;
  const done = new Set<number>();
  for (const tried of ours.tried) {
    const problem = remedies.problemIndex.get(tried.problem);
    if (problem === undefined || !LEAVES.has(tried.outcome)) continue;
    lower(problem, 1);
    for (const step of remedies.curedBy[problem] ?? []) done.add(step);
  }
  const touched = new Set([...done].flatMap((step) => [...(remedies.cures[step] ?? [])]));
  for (const problem of touched) {
    if ((remedies.curedBy[problem] ?? []).every((step) => done.has(step))) lower(problem, 1);
  }
}

function lowerByClaims(
  slice: DiagnosisSlice,
  ours: Case,
  role: Id | null,
  lower: (problem: number, strength: number) => void,
): void {
  const { questions, remedies } = slice;
  for (const fact of ours.facts) {
    const question = questions.index.get(fact.question);
    const step = remedies.stepIndex.get(fact.answer);
    if (question === undefined || step === undefined || fact.denied || questions.kind[question] !== TRIED)
      continue;
    const strength = fact.known === 'tried' ? 1 : claimStrength(slice, role, step);
    for (const problem of remedies.cures[step] ?? []) lower(problem, strength);
  }
}

function claimStrength(slice: DiagnosisSlice, role: Id | null, step: number): number {
  const { remedies } = slice;
  const person = (role === null ? undefined : remedies.roleIndex.get(role)) ?? 0;
  const may = remedies.mayAct[person * remedies.roleIndex.size + (remedies.stepBy[step] ?? 0)] === 1;
  return may ? CLAIM : CLAIM_ABOVE_ROLE;
}

/** The role that the facts of the case name last. */
function roleIn(slice: DiagnosisSlice, ours: Case): Id | null {
  const roles = ours.facts.filter((fact) => {
    const question = slice.questions.index.get(fact.question);
    return question !== undefined && slice.questions.kind[question] === SILENT && !fact.denied;
  });
  return roles.findLast((fact) => slice.remedies.roleIndex.has(fact.answer))?.answer ?? null;
}
