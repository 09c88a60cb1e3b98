/** Which questions may be asked at all. */

import type { Case } from '../conversation.ts';
import type { Belief } from './belief.ts';
import type { Outlook } from './outlook.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { EVIDENCE } from './questions.ts';

/**
 * A question is asked only if the families to which it applies have at least this probability together, 0..1. Lower,
 * and people are asked about things that their device does not have; 1: only when the family is certain.
 */
export const LEAST_APPLIES = 0.5;

/**
 * Indices of the questions that can be asked now: they have words to ask them, were not asked before and are not
 * known, the person can answer them, and they are about a device that it probably is.
 */
export function askable(slice: DiagnosisSlice, outlook: Outlook, belief: Belief, ours: Case): number[] {
  const { questions, remedies } = slice;
  const probability = familyProbabilities(slice, belief);
  const asked = new Set(ours.asked.map((one) => one.question));
  const roles = remedies.roleIndex.size;
  const applies = (q: number) =>
    probability.reduce((sum, p, f) => sum + p * (questions.applies[q * probability.length + f] ?? 0), 0) >=
    LEAST_APPLIES;
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

function familyProbabilities({ pairs }: DiagnosisSlice, belief: Belief): number[] {
  const probability = new Map(belief.families.map((family) => [family.id, family.probability]));
  return pairs.familyIds.map((id) => probability.get(id) ?? 0);
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
