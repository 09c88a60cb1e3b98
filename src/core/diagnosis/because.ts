/** Why a problem is believed: the facts that speak most for and against it. */

import type { Case } from '../conversation.ts';
import type { Belief } from './belief.ts';
import { baseLikelihood, type Evidence, eachListed, evidenceIn } from './evidence.ts';
import { floats } from './memory.ts';
import { pairsOfProblem } from './pairs.ts';
import type { DiagnosisSlice } from './prepare.ts';
import type { Weight } from './types.ts';

/** How many facts are named for a problem, and how many against it. */
const NAMED_FOR = 4;
const NAMED_AGAINST = 2;

/** Fewer bits than this are not worth naming. */
const LEAST_BITS = 0.3;

/**
 * The facts that weigh on a problem: log2 of P(answer | problem) / P(answer), the latter before anything was known.
 * Against the belief as it stands, facts that say the same would take each other's weight and none would be named.
 * Best first: at most four that speak for it, then at most two against, the strongest first.
 */
export function becauseOf(slice: DiagnosisSlice, belief: Belief, ours: Case, problem: number): Weight[] {
  const weights = evidenceIn(slice, ours).map((evidence) => ({
    question: slice.questions.ids[evidence.question] ?? '',
    answer: slice.questions.answers[evidence.question]?.[evidence.answer] ?? '',
    denied: evidence.denied,
    ...bitsFor(slice, belief, problem, evidence),
  }));
  const speaking = weights.filter(({ bits }) => bits >= LEAST_BITS).sort((a, b) => b.bits - a.bits);
  const against = weights.filter(({ bits }) => bits <= -LEAST_BITS).sort((a, b) => a.bits - b.bits);
  return [...speaking.slice(0, NAMED_FOR), ...against.slice(0, NAMED_AGAINST)];
}

function bitsFor(
  slice: DiagnosisSlice,
  belief: Belief,
  problem: number,
  evidence: Evidence,
): Pick<Weight, 'bits' | 'bitsBeside'> {
  const likelihoods = likelihoodsOf(slice, evidence);
  const own = pairsOfProblem(slice.pairs, problem);
  let before = 0;
  // The belief without this fact is, up to its sum, the belief with it over the fact's likelihood.
  let without = 0;
  for (let pair = 0; pair < likelihoods.length; pair += 1) {
    const likelihood = likelihoods[pair] ?? 0;
    before += (slice.pairs.prior[pair] ?? 0) * likelihood;
    without += (belief.pairs[pair] ?? 0) / likelihood;
  }
  const sumOfOwn = (weigh: (likelihood: number) => number) =>
    own.reduce((sum, pair) => sum + (belief.pairs[pair] ?? 0) * weigh(likelihoods[pair] ?? 0), 0);
  const mass = sumOfOwn(() => 1);
  if (mass <= 0) return { bits: 0, bitsBeside: 0 };
  const there = sumOfOwn((likelihood) => likelihood) / mass;
  const massWithout = sumOfOwn((likelihood) => 1 / likelihood) / without;
  return { bits: Math.log2(there / before), bitsBeside: Math.log2(mass / massWithout) };
}

function likelihoodsOf(slice: DiagnosisSlice, evidence: Evidence): Float64Array {
  const { familyStart, familyIds, family } = slice.pairs;
  const likelihoods = floats(family.length);
  for (let f = 0; f < familyIds.length; f += 1)
    likelihoods.fill(baseLikelihood(slice, evidence, f), familyStart[f], familyStart[f + 1]);
  eachListed(slice, evidence, (pair, likelihood) => {
    likelihoods[pair] = likelihood;
  });
  return likelihoods;
}
