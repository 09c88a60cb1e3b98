/**
 * What asking a question would teach, exactly and over all pairs: because likelihoods are sparse, it is enough to know
 * how much of the belief lies on each row of the question.
 */

import type { DiagnosisSlice } from './prepare.ts';

/** Which measure is which; a measure is a number per pair that is summed up. */
export const MASS = 0;
export const LOGS = 1;

/** P and P · log2 P of each pair, and whatever else is to be summed, first per pair, then per family. */
export interface Measures {
  readonly ofPair: readonly Float64Array[];
  readonly ofFamily: readonly Float64Array[];
}

/** What is known of asking one question; refilled for each. */
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
    const sums = new Float64Array(familyIds.length);
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
  return belief.map((p) => (p > 0 ? p * Math.log2(p) : 0));
}

/** Room for any question of the knowledge base. */
export function prospectRoom(slice: DiagnosisSlice, measures: Measures): Prospect {
  const { rowStart, outcomeCount } = slice.questions;
  const rows = rowStart.reduce((most, start, q) => Math.max(most, start - (rowStart[q - 1] ?? 0)), 0);
  const outcomes = outcomeCount.reduce((most, count) => Math.max(most, count), 0);
  return {
    ofRow: measures.ofPair.map(() => new Float64Array(rows)),
    ofOutcome: measures.ofPair.map(() => new Float64Array(outcomes)),
    bitsLeft: new Float64Array(outcomes),
  };
}

/**
 * Fills `room` for question `q` and returns how much entropy its answer is expected to take away, in bits. Where the
 * question does not apply, no answer is expected and nothing is taken away.
 */
export function lookAt(slice: DiagnosisSlice, measures: Measures, room: Prospect, q: number): number {
  weighRows(slice, measures, room, q);
  const { rowStart, outcomeAt, outcomes, outcomeLogs, outcomeCount } = slice.questions;
  const first = rowStart[q] ?? 0;
  const rows = (rowStart[q + 1] ?? 0) - first;
  const [ofRowMass] = room.ofRow;
  let gain = 0;
  for (let o = 0; o < (outcomeCount[q] ?? 0); o += 1) {
    for (const sums of room.ofOutcome) sums[o] = 0;
    let spread = 0;
    for (let r = 0; r < rows; r += 1) {
      const at = (outcomeAt[first + r] ?? 0) + o;
      const p = outcomes[at] ?? 0;
      for (let m = 0; m < room.ofRow.length; m += 1) {
        const sums = room.ofOutcome[m];
        if (sums !== undefined) sums[o] = (sums[o] ?? 0) + p * (room.ofRow[m]?.[r] ?? 0);
      }
      spread += (outcomeLogs[at] ?? 0) * (ofRowMass?.[r] ?? 0);
    }
    const chance = room.ofOutcome[MASS]?.[o] ?? 0;
    const before = room.ofOutcome[LOGS]?.[o] ?? 0;
    const left = chance > 0 ? Math.max(0, chance * Math.log2(chance) - before - spread) : 0;
    room.bitsLeft[o] = left;
    // Where an outcome is not listened to, its share of the entropy is what the belief gave before: -Σ joint · log2 P.
    gain += -before - left;
  }
  return gain;
}

/** Sums each measure up over the pairs of each row of the question. */
function weighRows(slice: DiagnosisSlice, measures: Measures, room: Prospect, q: number): void {
  const { questions, pairs } = slice;
  const first = questions.rowStart[q] ?? 0;
  const families = pairs.familyIds.length;
  const start = questions.listStart[q] ?? 0;
  const end = questions.listStart[q + 1] ?? 0;
  for (let m = 0; m < measures.ofPair.length; m += 1) {
    const ofPair = measures.ofPair[m];
    const sums = room.ofRow[m];
    if (ofPair === undefined || sums === undefined) continue;
    sums.fill(0);
    for (let f = 0; f < families; f += 1) {
      const row = (questions.baseRow[q * families + f] ?? 0) - first;
      sums[row] = (sums[row] ?? 0) + (measures.ofFamily[m]?.[f] ?? 0);
    }
    for (let k = start; k < end; k += 1) {
      const pair = questions.listPair[k] ?? 0;
      const base = (questions.baseRow[q * families + (pairs.family[pair] ?? 0)] ?? 0) - first;
      const own = (questions.listRow[k] ?? 0) - first;
      const value = ofPair[pair] ?? 0;
      sums[base] = (sums[base] ?? 0) - value;
      sums[own] = (sums[own] ?? 0) + value;
    }
  }
  noDust(room.ofRow[MASS]);
}

/** Taking away what was added leaves dust of the order of 1e-17, which must not become a negative chance. */
function noDust(masses: Float64Array | undefined): void {
  if (masses === undefined) return;
  for (let r = 0; r < masses.length; r += 1) if ((masses[r] ?? 0) < 0) masses[r] = 0;
}
