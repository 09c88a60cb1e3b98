/**
 * What asking a question would teach, exactly and over all pairs: because likelihoods are sparse, it is enough to know
 * how much of the belief lies on each row of the question.
 */

import { handOverOf, type Outlook } from './outlook.ts';
import { NO_PROBLEM } from './pairs.ts';
import type { DiagnosisSlice } from './prepare.ts';

/** A belief summed up for asking. */
export interface Spread {
  /** Per pair: P · log2 P. */
  readonly logs: Float64Array;
  /** Per pair: P · seconds from knowing that it is this pair to the end of the case. */
  readonly finishes: Float64Array;
  /** Per family: sums of P, of `logs`, of `finishes`. */
  readonly familyMass: Float64Array;
  readonly familyLogs: Float64Array;
  readonly familyFinishes: Float64Array;
  /** Entropy of the belief over pairs, in bits. */
  readonly bits: number;
  /** Expected seconds from knowing what it is to the end of the case. */
  readonly finish: number;
}

/** What is known of asking one question; refilled for each. */
export interface Prospect {
  /** Per outcome: its probability. */
  readonly chance: Float64Array;
  /** Per outcome: its probability × the entropy left after it, in bits. */
  readonly bitsLeft: Float64Array;
  /** Per outcome: its probability × the seconds from knowing what it is to the end. */
  readonly finish: Float64Array;
  /** Per row of the question: sums of P, of P · log2 P, of P · seconds to finish. */
  readonly rowMass: Float64Array;
  readonly rowLogs: Float64Array;
  readonly rowFinishes: Float64Array;
  /** Per pair: its place among the candidates, or -1. */
  readonly place: Int16Array;
  /** Per candidate: the row that holds for it. */
  readonly candidateRow: Int32Array;
}

/** Sums a belief up. */
export function spreadOf(slice: DiagnosisSlice, outlook: Outlook): Spread {
  const { family, familyIds } = slice.pairs;
  const logs = outlook.belief.map((p) => (p > 0 ? p * Math.log2(p) : 0));
  const finishes = finishSeconds(slice, outlook);
  const familyMass = new Float64Array(familyIds.length);
  const familyLogs = new Float64Array(familyIds.length);
  const familyFinishes = new Float64Array(familyIds.length);
  for (let pair = 0; pair < logs.length; pair += 1) {
    const f = family[pair] ?? 0;
    familyMass[f] = (familyMass[f] ?? 0) + (outlook.belief[pair] ?? 0);
    familyLogs[f] = (familyLogs[f] ?? 0) + (logs[pair] ?? 0);
    familyFinishes[f] = (familyFinishes[f] ?? 0) + (finishes[pair] ?? 0);
  }
  const bits = -familyLogs.reduce((sum, log) => sum + log, 0);
  const finish = familyFinishes.reduce((sum, seconds) => sum + seconds, 0);
  return { logs, finishes, familyMass, familyLogs, familyFinishes, bits, finish };
}

/** P · seconds to the end once it is known to be this pair: its remedy and, should that fail or not be open, a human. */
function finishSeconds(slice: DiagnosisSlice, outlook: Outlook): Float64Array {
  const { pairs, remedies } = slice;
  const problems = remedies.problemIds.length;
  return outlook.belief.map((p, pair) => {
    const problem = pairs.problem[pair] ?? NO_PROBLEM;
    const human = handOverOf(slice, outlook.role, pair);
    if (problem === NO_PROBLEM || outlook.closed.has(problem)) return p * human;
    const cost = remedies.costSeconds[outlook.role * problems + problem] ?? 0;
    return p * Math.min(human, cost + (1 - (remedies.success[problem] ?? 0)) * human);
  });
}

/** Room for any question of the knowledge base. */
export function prospectRoom(slice: DiagnosisSlice, outlook: Outlook): Prospect {
  const { rowStart, outcomeCount } = slice.questions;
  const rows = rowStart.reduce((most, start, q) => Math.max(most, start - (rowStart[q - 1] ?? 0)), 0);
  const outcomes = outcomeCount.reduce((most, count) => Math.max(most, count), 0);
  const place = new Int16Array(outlook.belief.length).fill(-1);
  outlook.candidates.forEach((pair, i) => {
    place[pair] = i;
  });
  return {
    chance: new Float64Array(outcomes),
    bitsLeft: new Float64Array(outcomes),
    finish: new Float64Array(outcomes),
    rowMass: new Float64Array(rows),
    rowLogs: new Float64Array(rows),
    rowFinishes: new Float64Array(rows),
    place,
    candidateRow: new Int32Array(outlook.candidates.length),
  };
}

/**
 * Fills `room` for question `q` and returns how much entropy its answer is expected to take away, in bits.
 * Where the question does not apply, no answer is expected and nothing is taken away.
 */
export function lookAt(
  slice: DiagnosisSlice,
  outlook: Outlook,
  spread: Spread,
  room: Prospect,
  q: number,
): number {
  weighRows(slice, outlook, spread, room, q);
  const { rowStart, outcomeAt, outcomes, outcomeLogs, outcomeCount } = slice.questions;
  const first = rowStart[q] ?? 0;
  const rows = (rowStart[q + 1] ?? 0) - first;
  let gain = 0;
  for (let o = 0; o < (outcomeCount[q] ?? 0); o += 1) {
    let chance = 0;
    let logs = 0;
    let finish = 0;
    for (let r = 0; r < rows; r += 1) {
      const at = (outcomeAt[first + r] ?? 0) + o;
      const p = outcomes[at] ?? 0;
      chance += p * (room.rowMass[r] ?? 0);
      finish += p * (room.rowFinishes[r] ?? 0);
      logs += p * (room.rowLogs[r] ?? 0) + (outcomeLogs[at] ?? 0) * (room.rowMass[r] ?? 0);
    }
    const left = chance > 0 ? Math.max(0, chance * Math.log2(chance) - logs) : 0;
    room.chance[o] = chance;
    room.bitsLeft[o] = left;
    room.finish[o] = finish;
    gain += chance * spread.bits - left;
  }
  return gain;
}

/** How much of the belief lies on each row of the question. */
function weighRows(slice: DiagnosisSlice, outlook: Outlook, spread: Spread, room: Prospect, q: number): void {
  const { questions, pairs } = slice;
  const first = questions.rowStart[q] ?? 0;
  const families = pairs.familyIds.length;
  const { rowMass, rowLogs, rowFinishes } = room;
  rowMass.fill(0);
  rowLogs.fill(0);
  rowFinishes.fill(0);
  const add = (row: number, mass: number, logs: number, finishes: number) => {
    rowMass[row] = (rowMass[row] ?? 0) + mass;
    rowLogs[row] = (rowLogs[row] ?? 0) + logs;
    rowFinishes[row] = (rowFinishes[row] ?? 0) + finishes;
  };
  for (let f = 0; f < families; f += 1) {
    const row = (questions.baseRow[q * families + f] ?? 0) - first;
    add(row, spread.familyMass[f] ?? 0, spread.familyLogs[f] ?? 0, spread.familyFinishes[f] ?? 0);
  }
  const end = questions.listStart[q + 1] ?? 0;
  for (let k = questions.listStart[q] ?? 0; k < end; k += 1) {
    const pair = questions.listPair[k] ?? 0;
    const base = (questions.baseRow[q * families + (pairs.family[pair] ?? 0)] ?? 0) - first;
    const mass = outlook.belief[pair] ?? 0;
    const logs = spread.logs[pair] ?? 0;
    const finishes = spread.finishes[pair] ?? 0;
    add(base, -mass, -logs, -finishes);
    add((questions.listRow[k] ?? 0) - first, mass, logs, finishes);
  }
  // Taking away what was added leaves dust of the order of 1e-17, which must not become a negative chance.
  for (let r = 0; r < rowMass.length; r += 1) if ((rowMass[r] ?? 0) < 0) rowMass[r] = 0;
}

/** Fills `room.candidateRow` for question `q`. */
export function rowsOfCandidates(slice: DiagnosisSlice, outlook: Outlook, room: Prospect, q: number): void {
  const { questions, pairs } = slice;
  const families = pairs.familyIds.length;
  for (let i = 0; i < outlook.candidates.length; i += 1) {
    const family = pairs.family[outlook.candidates[i] ?? 0] ?? 0;
    room.candidateRow[i] = questions.baseRow[q * families + family] ?? 0;
  }
  const end = questions.listStart[q + 1] ?? 0;
  for (let k = questions.listStart[q] ?? 0; k < end; k += 1) {
    const i = room.place[questions.listPair[k] ?? 0] ?? -1;
    if (i >= 0) room.candidateRow[i] = questions.listRow[k] ?? 0;
  }
}
