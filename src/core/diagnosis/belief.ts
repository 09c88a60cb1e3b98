/** P(family, problem | facts, tries, texts): Bayes over all pairs, in logarithms. */

import type { Case, Likely, TextEvidence } from '../conversation.ts';
import { type Id, SOMETHING_ELSE } from '../knowledge/model.ts';
import { baseLikelihood, eachListed, evidenceIn } from './evidence.ts';
import { floats } from './memory.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { addTexts, REPORTED_WEIGHT } from './text-evidence.ts';
import { triedFactors } from './tried-evidence.ts';

/** How many problems a belief names. */
const NAMED = 5;

/** How probable each (family, problem) pair is, given a case. */
export interface Belief {
  /** Best first; sums to 1. */
  readonly families: readonly { readonly id: Id; readonly probability: number }[];
  /** Summed over families, best first, at most five; `something-else` among them where it ranks, with an empty title. */
  readonly problems: readonly Likely[];
  /** Per pair, in the order of the slice; sums to 1. */
  readonly pairs: Float64Array;
}

/**
 * The belief of a case. `role` (of the person; null: what the facts say of it) decides how much a claim counts.
 * The same facts in another order, or said again, give the very same belief.
 */
export function diagnose(
  slice: DiagnosisSlice,
  ours: Case,
  told: TextEvidence,
  role: Id | null = null,
): Belief {
  const weights = floats(slice.pairs.logPrior.length);
  weights.set(slice.pairs.logPrior);
  addFacts(slice, ours, told.isWhole ? REPORTED_WEIGHT : 1, weights);
  for (const [problem, factor] of triedFactors(slice, ours, role))
    addToProblem(slice, weights, problem, Math.log(factor));
  addTexts(slice, told, weights);
  normalise(weights);
  return { families: familiesOf(slice, weights), problems: problemsOf(slice, weights), pairs: weights };
}

/**
 * What a report states says again what it tells as a whole, and counts less; but for what speaks against a problem, which
 * its words are often those of (`the key is home and turned` sounds like a key that is not home).
 */
function addFacts(slice: DiagnosisSlice, ours: Case, reportedWeight: number, weights: Float64Array): void {
  const { familyStart, family, familyIds } = slice.pairs;
  const ofFamily = floats(familyIds.length);
  const base = floats(familyIds.length);
  for (const evidence of evidenceIn(slice, ours, reportedWeight)) {
    const { weight } = evidence;
    for (let f = 0; f < base.length; f += 1) {
      const log = Math.log(baseLikelihood(slice, evidence, f));
      base[f] = log;
      ofFamily[f] = (ofFamily[f] ?? 0) + weight * log;
    }
    eachListed(slice, evidence, (pair, likelihood) => {
      const more = Math.log(likelihood) - (base[family[pair] ?? 0] ?? 0);
      weights[pair] = (weights[pair] ?? 0) + (more < 0 ? 1 : weight) * more;
    });
  }
  for (let f = 0; f < familyIds.length; f += 1) {
    const end = familyStart[f + 1] ?? 0;
    for (let pair = familyStart[f] ?? 0; pair < end; pair += 1)
      weights[pair] = (weights[pair] ?? 0) + (ofFamily[f] ?? 0);
  }
}

function addToProblem(slice: DiagnosisSlice, weights: Float64Array, problem: number, log: number): void {
  const { problemStart, ofProblem } = slice.pairs;
  const end = problemStart[problem + 1] ?? 0;
  for (let k = problemStart[problem] ?? 0; k < end; k += 1) {
    const pair = ofProblem[k] ?? 0;
    weights[pair] = (weights[pair] ?? 0) + log;
  }
}

/** Logarithms to probabilities, in place. */
function normalise(weights: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const weight of weights) if (weight > most) most = weight;
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const value = Math.exp((weights[i] ?? 0) - most);
    weights[i] = value;
    sum += value;
  }
  for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] ?? 0) / sum;
}

function familiesOf(slice: DiagnosisSlice, probabilities: Float64Array): Belief['families'] {
  const { familyIds, familyStart } = slice.pairs;
  return familyIds
    .map((id, f) => ({
      id,
      probability: sumBetween(probabilities, familyStart[f] ?? 0, familyStart[f + 1] ?? 0),
    }))
    .sort((a, b) => b.probability - a.probability);
}

/** Sums what stands from `start` to before `end`. */
export function sumBetween(values: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i += 1) sum += values[i] ?? 0;
  return sum;
}

/** P(problem), summed over families; the last entry is something-else. */
export function problemMasses(slice: DiagnosisSlice, probabilities: Float64Array): Float64Array {
  const unknown = slice.remedies.problemIds.length;
  const masses = floats(unknown + 1);
  for (let pair = 0; pair < probabilities.length; pair += 1) {
    const problem = slice.pairs.problem[pair] ?? -1;
    const at = problem < 0 ? unknown : problem;
    masses[at] = (masses[at] ?? 0) + (probabilities[pair] ?? 0);
  }
  return masses;
}

function problemsOf(slice: DiagnosisSlice, probabilities: Float64Array): Likely[] {
  const masses = problemMasses(slice, probabilities);
  const best: number[] = [];
  for (let p = 0; p < masses.length; p += 1) {
    const mass = masses[p] ?? 0;
    if (best.length === NAMED && mass <= (masses[best[NAMED - 1] ?? 0] ?? 0)) continue;
    const rank = best.findIndex((other) => (masses[other] ?? 0) < mass);
    best.splice(rank < 0 ? best.length : rank, 0, p);
    if (best.length > NAMED) best.pop();
  }
  return best.map((p) => ({
    id: slice.remedies.problemIds[p] ?? SOMETHING_ELSE,
    title: slice.remedies.problemTitles[p] ?? '',
    probability: masses[p] ?? 0,
  }));
}
