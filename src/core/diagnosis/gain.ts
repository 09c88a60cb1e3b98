/**
 * What asking a question would teach, exactly and over all pairs: because likelihoods are sparse, it is enough to know
 * how much of the belief lies on each row of the question.
 */

import { floats } from './memory.ts';
import type { DiagnosisSlice } from './prepare.ts';
import type { QuestionTable } from './questions.ts';

/** Which measure is which; a measure is a number per pair that is summed up. */
export const MASS = 0;
export const LOGS = 1;
/** P · seconds to the end once it is known, and if nothing more is heard. */
export const FINISH = 2;
export const STAY = 3;
/** How many there are. */
const MEASURES = 4;

/** P and P · log2 P of each pair, and whatever else is to be summed, first per pair, then per family. */
export interface Measures {
  readonly ofPair: readonly Float64Array[];
  readonly ofFamily: readonly Float64Array[];
}

/** What is known of asking one question; refilled for each. There may be room for more measures than are looked at. */
export interface Prospect {
  /** Per measure and row of the question: the sum over its pairs. */
  readonly ofRow: readonly Float64Array[];
  /** Per measure and outcome: the sum over all pairs, each times its probability of the outcome. */
  readonly ofOutcome: readonly Float64Array[];
  /** Per outcome: its probability × the entropy left after it, in bits. */
  readonly bitsLeft: Float64Array;
}

/** Sums measures up per family. */
export function measure(slice: DiagnosisSlice, ofPair: readonly Float64Array[]): Measures {
  const { family, familyIds } = slice.pairs;
  const ofFamily = ofPair.map((values) => {
    const sums = floats(familyIds.length);
    for (let pair = 0; pair < values.length; pair += 1) {
      const f = family[pair] ?? 0;
      sums[f] = (sums[f] ?? 0) + (values[pair] ?? 0);
    }
    return sums;
  });
  return { ofPair, ofFamily };
}

/** P · log2 P of each pair. */
export function logsOf(belief: Float64Array): Float64Array {
  const logs = floats(belief.length);
  for (let pair = 0; pair < belief.length; pair += 1) {
    const p = belief[pair] ?? 0;
    if (p > 0) logs[pair] = p * Math.log2(p);
  }
  return logs;
}

/** Room for any question of the knowledge base and all measures. */
export function prospectRoom({ questions }: DiagnosisSlice): Prospect {
  const { mostRows, mostOutcomes } = questions;
  return {
    ofRow: Array.from({ length: MEASURES }, () => floats(mostRows)),
    ofOutcome: Array.from({ length: MEASURES }, () => floats(mostOutcomes)),
    bitsLeft: floats(mostOutcomes),
  };
}

/**
 * Fills `room` for question `q` and returns how much entropy its answer is expected to take away, in bits. Where the
 * question does not apply, no answer is expected and nothing is taken away.
 */
export function lookAt(slice: DiagnosisSlice, measures: Measures, room: Prospect, q: number): number {
  const { questions } = slice;
  for (let m = 0; m < measures.ofPair.length; m += 1) {
    const ofPair = measures.ofPair[m];
    const ofFamily = measures.ofFamily[m];
    const ofRow = room.ofRow[m];
    const ofOutcome = room.ofOutcome[m];
    if (!ofPair || !ofFamily || !ofRow || !ofOutcome) continue;
    weighRows(questions, q, ofPair, ofFamily, ofRow);
    if (m === MASS) noDust(ofRow);
    spread(questions, q, questions.outcomes, ofRow, ofOutcome);
  }
  const ofRowMass = room.ofRow[MASS];
  const ofOutcomeMass = room.ofOutcome[MASS];
  const ofOutcomeLogs = room.ofOutcome[LOGS];
  if (ofRowMass === undefined) return 0;
  // Until it is turned into the bits left, the room holds Σ mass · p · log2 p of each outcome.
  spread(questions, q, questions.outcomeLogs, ofRowMass, room.bitsLeft);
  let gain = 0;
  for (let o = 0; o < (questions.outcomeCount[q] ?? 0); o += 1) {
    const chance = ofOutcomeMass?.[o] ?? 0;
    const before = ofOutcomeLogs?.[o] ?? 0;
    const within = room.bitsLeft[o] ?? 0;
    const left = chance > 0 ? Math.max(0, chance * Math.log2(chance) - before - within) : 0;
    room.bitsLeft[o] = left;
    // Where an outcome is not listened to, its share of the entropy is what the belief gave before: -Σ joint · log2 P.
    gain += -before - left;
  }
  return gain;
}

/** Sums a measure up over the pairs of each row of the question. */
function weighRows(
  { baseRow, rowStart, listStart, listPair, listRow, listBase }: QuestionTable,
  q: number,
  ofPair: Float64Array,
  ofFamily: Float64Array,
  ofRow: Float64Array,
): void {
  const first = rowStart[q] ?? 0;
  const bases = q * ofFamily.length;
  ofRow.fill(0);
  for (let f = 0; f < ofFamily.length; f += 1) {
    const row = (baseRow[bases + f] ?? 0) - first;
    ofRow[row] = (ofRow[row] ?? 0) + (ofFamily[f] ?? 0);
  }
  const end = listStart[q + 1] ?? 0;
  for (let k = listStart[q] ?? 0; k < end; k += 1) {
    const base = (listBase[k] ?? 0) - first;
    const own = (listRow[k] ?? 0) - first;
    const value = ofPair[listPair[k] ?? 0] ?? 0;
    ofRow[base] = (ofRow[base] ?? 0) - value;
    ofRow[own] = (ofRow[own] ?? 0) + value;
  }
}

/** Sums over the rows of the question, per outcome: what lies on the row times what `per` has for row and outcome. */
function spread(
  { rowStart, outcomeAt, outcomeCount }: QuestionTable,
  q: number,
  per: Float64Array,
  ofRow: Float64Array,
  ofOutcome: Float64Array,
): void {
  const first = rowStart[q] ?? 0;
  const rows = (rowStart[q + 1] ?? 0) - first;
  const outcomes = outcomeCount[q] ?? 0;
  ofOutcome.fill(0, 0, outcomes);
  for (let r = 0; r < rows; r += 1) {
    const at = outcomeAt[first + r] ?? 0;
    const lies = ofRow[r] ?? 0;
    for (let o = 0; o < outcomes; o += 1) ofOutcome[o] = (ofOutcome[o] ?? 0) + (per[at + o] ?? 0) * lies;
  }
}

/** Taking away what was added leaves dust of the order of 1e-17, which must not become a negative chance. */
function noDust(masses: Float64Array): void {
  for (let r = 0; r < masses.length; r += 1) if ((masses[r] ?? 0) < 0) masses[r] = 0;
}
