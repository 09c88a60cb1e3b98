/** Which questions may be asked at all. */

import type { Case } from '../conversation.ts';
import type { Outlook } from './outlook.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { EVIDENCE } from './questions.ts';

/** A question is asked only if families of at least this probability know it, 0..1. */
const LEAST_FAMILY = 0.01;

/**
 * Indices of the questions that can be asked now: they have words to ask them, were not asked before and are not
 * known, the person can answer them, and they apply to a family that is still possible.
 */
export function askable(
  slice: DiagnosisSlice,
  outlook: Outlook,
  familyMass: Float64Array,
  ours: Case,
): number[] {
  const { questions, remedies } = slice;
  const asked = new Set(ours.asked.map((one) => one.question));
  const roles = remedies.roleIndex.size;
  const families = familyMass.length;
  const open: number[] = [];
  for (let q = 0; q < questions.ids.length; q += 1) {
    if (questions.asked[q] !== 1 || questions.kind[q] !== EVIDENCE) continue;
    if (remedies.mayAct[outlook.role * roles + (questions.who[q] ?? 0)] !== 1) continue;
    if (!familyMass.some((mass, f) => mass >= LEAST_FAMILY && questions.applies[q * families + f] === 1))
      continue;
    if (asked.has(questions.ids[q] ?? '') || isKnown(slice, ours, q)) continue;
    open.push(q);
  }
  return open;
}

/** Known: an answer was given, or (where answers exclude each other) all but one were denied. */
function isKnown(slice: DiagnosisSlice, ours: Case, q: number): boolean {
  const id = slice.questions.ids[q];
  const facts = ours.facts.filter((fact) => fact.question === id);
  if (facts.some((fact) => !fact.denied)) return true;
  if (slice.questions.many[q] === 1) return false;
  return (
    facts.length > 0 &&
    new Set(facts.map((fact) => fact.answer)).size >= (slice.questions.answers[q]?.length ?? 0) - 1
  );
}
