/** Facts that speak for or against pairs, as numbers: each once, in an order of their own. */

import type { Fact } from '../conversation.ts';
import { denied as deniedLikelihood } from './likelihood.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { EVIDENCE } from './questions.ts';

/** One answer heard, or denied. */
export interface Evidence {
  readonly question: number;
  readonly answer: number;
  readonly denied: boolean;
}

/**
 * The facts that are evidence, each once and sorted, so that neither repetition nor order changes the belief by
 * a bit. Facts about unknown questions or answers (of an older knowledge base) are left out.
 */
export function evidenceIn(slice: DiagnosisSlice, facts: readonly Fact[]): Evidence[] {
  const found: Evidence[] = [];
  for (const fact of facts) {
    const question = slice.questions.index.get(fact.question);
    if (question === undefined || slice.questions.kind[question] !== EVIDENCE) continue;
    const answer = (slice.questions.answers[question] ?? []).indexOf(fact.answer);
    if (answer >= 0) found.push({ question, answer, denied: fact.denied });
  }
  found.sort(inOrder);
  return found.filter((evidence, i) => {
    const last = found[i - 1];
    return last === undefined || inOrder(last, evidence) !== 0;
  });
}

function inOrder(a: Evidence, b: Evidence): number {
  return a.question - b.question || a.answer - b.answer || Number(a.denied) - Number(b.denied);
}

/** P(this evidence | a pair whose row of the question is `row`), 0..1. */
export function likelihoodOf(slice: DiagnosisSlice, evidence: Evidence, row: number): number {
  const { likelihoodAt, likelihoods } = slice.questions;
  const p = likelihoods[(likelihoodAt[row] ?? 0) + evidence.answer] ?? 0;
  return evidence.denied ? deniedLikelihood(p) : p;
}

/** P(this evidence | a pair of the family that says nothing of it itself). */
export function baseLikelihood(slice: DiagnosisSlice, evidence: Evidence, family: number): number {
  const { questions, pairs } = slice;
  const at = evidence.question * pairs.familyIds.length + family;
  // Outside the question's families a denial is taken as usual: it says nothing of the family.
  const usual = evidence.denied && questions.applies[at] !== 1;
  const row = usual ? questions.usualRow[evidence.question] : questions.baseRow[at];
  return likelihoodOf(slice, evidence, row ?? 0);
}

/** Calls `visit` with the likelihood of every pair that has a row of its own. */
export function eachListed(
  slice: DiagnosisSlice,
  evidence: Evidence,
  visit: (pair: number, likelihood: number) => void,
): void {
  const { listStart, listPair, listRow } = slice.questions;
  const end = listStart[evidence.question + 1] ?? 0;
  for (let k = listStart[evidence.question] ?? 0; k < end; k += 1) {
    visit(listPair[k] ?? 0, likelihoodOf(slice, evidence, listRow[k] ?? 0));
  }
}
