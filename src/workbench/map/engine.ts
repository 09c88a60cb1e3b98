/** What the engine itself says of questions: the very tables and formulas that conversations are decided by. */

import { likelihoodOf } from '../../core/diagnosis/evidence.ts';
import { logsOf, lookAt, measure, noGlances, rowSums } from '../../core/diagnosis/gain.ts';
import type { DiagnosisSlice } from '../../core/diagnosis/prepare.ts';
import { EVIDENCE } from '../../core/diagnosis/questions.ts';

/** Whether the answers to question `q` speak for and against problems at all. */
export function isEvidence({ questions }: DiagnosisSlice, q: number): boolean {
  return questions.kind[q] === EVIDENCE;
}

/** Whether question `q` applies to family `f`. */
export function appliesTo({ questions, pairs }: DiagnosisSlice, q: number, f: number): boolean {
  return questions.applies[q * pairs.familyIds.length + f] === 1;
}

/** Indices of the questions whose answers speak for problems of family `f`. */
export function evidenceOf(slice: DiagnosisSlice, f: number): number[] {
  return [...slice.questions.ids.keys()].filter((q) => isEvidence(slice, q) && appliesTo(slice, q, f));
}

/** The belief in which it is family `f` and nothing more is known. Per pair; sums to 1. */
export function familyBelief({ pairs }: DiagnosisSlice, f: number): Float64Array {
  const belief = new Float64Array(pairs.prior.length);
  const [start, end] = [pairs.familyStart[f] ?? 0, pairs.familyStart[f + 1] ?? 0];
  const mass = pairs.prior.subarray(start, end).reduce((sum, p) => sum + p, 0);
  for (let pair = start; pair < end; pair += 1) belief[pair] = mass > 0 ? (pairs.prior[pair] ?? 0) / mass : 0;
  return belief;
}

/** The belief in which it is one of two pairs, each as likely as the other. */
export function evenBelief({ pairs }: DiagnosisSlice, one: number, other: number): Float64Array {
  const belief = new Float64Array(pairs.prior.length);
  belief[one] = 0.5;
  belief[other] = 0.5;
  return belief;
}

/** How many bits the answer to each question is expected to take away at a belief: by question, 0 or more. */
export function gainsAt(slice: DiagnosisSlice, belief: Float64Array): (q: number) => number {
  const learnt = {
    mass: measure(slice, belief),
    bits: measure(slice, logsOf(belief)),
    glances: noGlances(slice),
    rows: rowSums(slice),
  };
  return (q) => (isEvidence(slice, q) ? Math.max(0, lookAt(slice, learnt, q)) : 0);
}

/** What is open at a belief, in bits. */
export function openBits(belief: Float64Array): number {
  return -logsOf(belief).reduce((sum, each) => sum + each, 0);
}

/** Per pair: the row of question `q` that holds for it. */
export function rowsOf({ questions, pairs }: DiagnosisSlice, q: number): Int32Array {
  const rows = Int32Array.from(pairs.family, (f) => questions.baseRow[q * pairs.familyIds.length + f] ?? 0);
  for (let k = questions.listStart[q] ?? 0; k < (questions.listStart[q + 1] ?? 0); k += 1)
    rows[questions.listPair[k] ?? 0] = questions.listRow[k] ?? 0;
  return rows;
}

/** P(answer `a` | a pair whose row of the question is `row`), 0..1, slips mixed in. */
export function answerLikelihood(slice: DiagnosisSlice, q: number, a: number, row: number): number {
  const said = { question: q, answer: a, denied: false, certainty: 1, isGuess: false, weight: 1 };
  return likelihoodOf(slice, said, row);
}

/** P(outcome of asking | row), an entry per outcome. */
export function outcomesAt({ questions }: DiagnosisSlice, q: number, row: number): Float64Array {
  const start = questions.outcomeAt[row] ?? 0;
  return questions.outcomes.subarray(start, start + (questions.outcomeCount[q] ?? 0));
}
