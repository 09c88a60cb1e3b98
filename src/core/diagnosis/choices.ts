/** Which questions may be asked at all. */

import type { Case } from '../conversation.ts';
import type { Belief } from './belief.ts';
import type { Outlook } from './outlook.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { EVIDENCE } from './questions.ts';

/** A question is asked only if families of at least this probability know it, 0..1. */
const LEAST_FAMILY = 0.01;

/**
 * Indices of the questions that can be asked now: they have words to ask them, were not asked before and are not
 * known, the person can answer them, and they apply to a family that is still possible.
 */
export function askable(slice: DiagnosisSlice, outlook: Outlook, belief: Belief, ours: Case): number[] {
  const { questions, remedies } = slice;
  const families = possibleFamilies(slice, belief);
  const asked = new Set(ours.asked.map((one) => one.question));
  const roles = remedies.roleIndex.size;
  const applies = (q: number) =>
    families.some((f) => questions.applies[q * slice.pairs.familyIds.length + f] === 1);
  const canAnswer = (q: number) => remedies.mayAct[outlook.role * roles + (questions.who[q] ?? 0)] === 1;
  return [...questions.ids.keys()].filter(
    (q) =>
      questions.asked[q] === 1 &&
      questions.kind[q] === EVIDENCE &&
      canAnswer(q) &&
      applies(q) &&
      !asked.has(questions.ids[q] ?? '') &&
      !isKnown(slice, ours, q),
  );
}

function possibleFamilies(slice: DiagnosisSlice, belief: Belief): number[] {
  const possible = belief.families
    .filter(({ probability }) => probability >= LEAST_FAMILY)
    .map(({ id }) => id);
  return [...slice.pairs.familyIds.keys()].filter((f) => possible.includes(slice.pairs.familyIds[f] ?? ''));
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
