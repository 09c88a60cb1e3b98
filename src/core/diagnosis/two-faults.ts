/**
 * Two faults at once. The belief reckons with one, so two show as a contradiction: one problem explains a fact
 * that the other speaks against, and the other way round, and together they explain all.
 */

import type { Case } from '../conversation.ts';
import type { Belief } from './belief.ts';
import { baseLikelihood, type Evidence, eachListed, evidenceIn } from './evidence.ts';
import type { DiagnosisSlice } from './prepare.ts';

/** A problem explains a fact to which it gives at least this likelihood, 0..1. Higher finds two faults less often. */
const EXPLAINS = 0.5;

/** How many times likelier one must make a fact than the other before that is a contradiction. */
const CONTRADICTS = 8;

/** At most so many problems are compared, two by two: those which explain most. */
const COMPARED = 24;

/** What one problem makes of each fact, 0..1. */
interface Explanation {
  readonly problem: number;
  readonly likelihoods: Float64Array;
  readonly explained: number;
}

/** The two problems of the likeliest family that explain the facts together but not alone; null: there are none. */
export function twoFaults(
  slice: DiagnosisSlice,
  belief: Belief,
  ours: Case,
): readonly [number, number] | null {
  const facts = evidenceIn(slice, ours.facts).filter((evidence) => !evidence.denied);
  const family = slice.pairs.familyIds.indexOf(belief.families[0]?.id ?? '');
  if (facts.length < 2 || family < 0) return null;
  const usual = facts.map((fact) => baseLikelihood(slice, fact, family));
  const explanations = explanationsOf(slice, facts, usual, family);
  let best: readonly [number, number] | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  explanations.forEach((a, i) => {
    for (const b of explanations.slice(i + 1)) {
      const score = togetherScore(a, b, usual);
      if (score === null || score <= bestScore) continue;
      bestScore = score;
      best = [a.problem, b.problem];
    }
  });
  return best;
}

function explanationsOf(
  slice: DiagnosisSlice,
  facts: readonly Evidence[],
  usual: readonly number[],
  family: number,
): Explanation[] {
  const found = new Map<number, Float64Array>();
  facts.forEach((fact, x) => {
    eachListed(slice, fact, (pair, likelihood) => {
      const problem = slice.pairs.problem[pair] ?? -1;
      if (slice.pairs.family[pair] !== family || problem < 0) return;
      const own = found.get(problem) ?? Float64Array.from(usual);
      own[x] = likelihood;
      found.set(problem, own);
    });
  });
  return [...found]
    .map(([problem, likelihoods]) => ({
      problem,
      likelihoods,
      explained: likelihoods.filter((p) => p >= EXPLAINS).length,
    }))
    .filter(({ explained }) => explained > 0)
    .sort((a, b) => b.explained - a.explained || a.problem - b.problem)
    .slice(0, COMPARED);
}

/** How well two explain all facts together, as a log likelihood; null where one alone would do or a fact stays strange. */
function togetherScore(a: Explanation, b: Explanation, usual: readonly number[]): number | null {
  let score = 0;
  let onlyA = false;
  let onlyB = false;
  for (let x = 0; x < usual.length; x += 1) {
    const pa = a.likelihoods[x] ?? 0;
    const pb = b.likelihoods[x] ?? 0;
    const most = Math.max(pa, pb);
    if (most < (usual[x] ?? 0) / 2) return null;
    onlyA ||= pa >= EXPLAINS && pa >= CONTRADICTS * pb;
    onlyB ||= pb >= EXPLAINS && pb >= CONTRADICTS * pa;
    score += Math.log(most);
  }
  return onlyA && onlyB ? score : null;
}
