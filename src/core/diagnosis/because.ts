/** Why a problem is believed: the facts that speak most for and against it. */

import type { Case } from '../conversation.ts';
import type { Belief } from './belief.ts';
import { baseLikelihood, type Evidence, eachListed, evidenceIn } from './evidence.ts';
import { pairsOfProblem } from './pairs.ts';
import type { DiagnosisSlice } from './prepare.ts';
import type { Weight } from './types.ts';

/** How many facts are named for a problem, and how many against it. */
const NAMED_FOR = 4;
const NAMED_AGAINST = 2;

/** Fewer bits than this are not worth naming. */
const LEAST_BITS = 0.3;

/**
 * The facts that weigh on a problem: log2 of P(answer | problem) / P(answer | the belief without this fact). Best
 * first: at most four that speak for it, then at most two against, the strongest first.
 */
export function becauseOf(slice: DiagnosisSlice, belief: Belief, ours: Case, problem: number): Weight[] {
  const weights = evidenceIn(slice, ours.facts).map((evidence) => ({
    question: slice.questions.ids[evidence.question] ?? '',
    answer: slice.questions.answers[evidence.question]?.[evidence.answer] ?? '',
    denied: evidence.denied,
    bits: bitsFor(slice, belief, problem, evidence),
  }));
  const speaking = weights.filter(({ bits }) => bits >= LEAST_BITS).sort((a, b) => b.bits - a.bits);
  const against = weights.filter(({ bits }) => bits <= -LEAST_BITS).sort((a, b) => a.bits - b.bits);
  return [...speaking.slice(0, NAMED_FOR), ...against.slice(0, NAMED_AGAINST)];
}

/**
 * With b the belief after the fact and L its likelihoods, the belief before was proportional to b/L, so that
 * P(fact) before was 1 / Σ b/L; the same inside the pairs of the problem.
 */
function bitsFor(slice: DiagnosisSlice, belief: Belief, problem: number, evidence: Evidence): number {
  const likelihoods = likelihoodsOf(slice, evidence);
  const all = belief.pairs.reduce((sum, p, pair) => sum + p / (likelihoods[pair] ?? 1), 0);
  let own = 0;
  let mass = 0;
  for (const pair of pairsOfProblem(slice.pairs, problem)) {
    mass += belief.pairs[pair] ?? 0;
    own += (belief.pairs[pair] ?? 0) / (likelihoods[pair] ?? 1);
  }
  return own > 0 && all > 0 ? Math.log2((mass / own) * all) : 0;
}

function likelihoodsOf(slice: DiagnosisSlice, evidence: Evidence): Float64Array {
  const { family, familyIds } = slice.pairs;
  const base = familyIds.map((_, f) => baseLikelihood(slice, evidence, f));
  const likelihoods = Float64Array.from(family, (f) => base[f] ?? 1);
  eachListed(slice, evidence, (pair, likelihood) => {
    likelihoods[pair] = likelihood;
  });
  return likelihoods;
}
