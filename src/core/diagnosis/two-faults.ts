/**
 * Two faults at once. The belief reckons with one, so two show as a contradiction: one problem explains a fact
 * that the other speaks against, and the other way round. That both are there is believed where it is more
 * probable than all single problems of the family together: P(a) · P(b) · Π max(P(fact | a), P(fact | b)).
 */

import type { Case } from '../conversation.ts';
import type { Belief } from './belief.ts';
import { baseLikelihood, type Evidence, eachListed, evidenceIn } from './evidence.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { helpedIn } from './tried-evidence.ts';

/** A problem explains a fact to which it gives at least this likelihood, 0..1. Higher finds two faults less often. */
const EXPLAINS = 0.5;

/** How many times likelier one must make a fact than the other before that is a contradiction. */
const CONTRADICTS = 8;

/** At most so many problems are compared, two by two: those which explain most. */
const COMPARED = 24;

/** What one problem makes of each fact, 0..1. */
interface Explanation {
  readonly problem: number;
  /** Logarithm of P(problem | family). */
  readonly shareLog: number;
  readonly likelihoods: Float64Array;
  /** How many facts it explains. */
  readonly explained: number;
}

/**
 * The two problems of the likeliest family that explain the facts together better than any does alone; null: there are none.
 * One whose remedy helped in part was found already.
 */
export function twoFaults(
  slice: DiagnosisSlice,
  belief: Belief,
  ours: Case,
): readonly [number, number] | null {
  const facts = evidenceIn(slice, ours).filter((evidence) => !evidence.denied);
  const family = slice.pairs.familyIds.indexOf(belief.families[0]?.id ?? '');
  if (facts.length < 2 || family < 0) return null;
  const usual = facts.map((fact) => baseLikelihood(slice, fact, family));
  const helped = new Set(helpedIn(slice, ours));
  const explanations = explanationsOf(slice, facts, usual, family).filter(
    ({ problem }) => !helped.has(problem),
  );
  let best: readonly [number, number] | null = null;
  let bestLog = singleFaultLog(slice, belief, family, usual);
  explanations.forEach((a, i) => {
    for (const b of explanations.slice(i + 1)) {
      const log = togetherLog(a, b);
      if (log <= bestLog) continue;
      bestLog = log;
      best = [a.problem, b.problem];
    }
  });
  return best;
}

/**
 * Logarithm of P(facts and any single problem of the family), up to the prior of the family. Something-else says
 * nothing of its own, so its share of the belief and what is usual give the scale.
 */
function singleFaultLog(
  slice: DiagnosisSlice,
  belief: Belief,
  family: number,
  usual: readonly number[],
): number {
  const { familyStart } = slice.pairs;
  const end = familyStart[family + 1] ?? 0;
  const all = belief.pairs.subarray(familyStart[family], end).reduce((sum, p) => sum + p, 0);
  const unknown = belief.pairs[end - 1] ?? 0;
  const own =
    (slice.pairs.logPrior[end - 1] ?? 0) -
    familyLog(slice, family) +
    usual.reduce((sum, p) => sum + Math.log(p), 0);
  return own + Math.log(all / unknown);
}

/** Logarithm of P(family). */
function familyLog({ pairs }: DiagnosisSlice, family: number): number {
  const end = pairs.familyStart[family + 1] ?? 0;
  let all = 0;
  for (let pair = pairs.familyStart[family] ?? 0; pair < end; pair += 1) all += pairs.prior[pair] ?? 0;
  return Math.log(all);
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
      if (slice.pairs.family[pair] !== family) return;
      const own = found.get(pair) ?? Float64Array.from(usual);
      own[x] = likelihood;
      found.set(pair, own);
    });
  });
  const log = familyLog(slice, family);
  return [...found]
    .map(([pair, likelihoods]) => ({
      problem: slice.pairs.problem[pair] ?? 0,
      shareLog: (slice.pairs.logPrior[pair] ?? 0) - log,
      likelihoods,
      explained: likelihoods.filter((p) => p >= EXPLAINS).length,
    }))
    .filter(({ explained }) => explained > 0)
    .sort((a, b) => b.explained - a.explained || a.problem - b.problem)
    .slice(0, COMPARED);
}

/** Logarithm of P(facts and both problems); -Infinity where neither contradicts the other. */
function togetherLog(a: Explanation, b: Explanation): number {
  let log = a.shareLog + b.shareLog;
  let onlyA = false;
  let onlyB = false;
  a.likelihoods.forEach((pa, x) => {
    const pb = b.likelihoods[x] ?? 0;
    onlyA ||= pa >= EXPLAINS && pa >= CONTRADICTS * pb;
    onlyB ||= pb >= EXPLAINS && pb >= CONTRADICTS * pa;
    log += Math.log(Math.max(pa, pb));
  });
  return onlyA && onlyB ? log : Number.NEGATIVE_INFINITY;
}
