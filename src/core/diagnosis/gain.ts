/**
 * What asking a question would teach, exactly and over all pairs: because likelihoods are sparse, it is enough to know
 * how much of the belief lies on each row of the question.
 */

import { floats, ints } from './memory.ts';
import type { DiagnosisSlice } from './prepare.ts';
import type { QuestionTable } from './questions.ts';

/** A number per pair that is summed up, and its sums per family. */
export interface Measure {
  readonly ofPair: Float64Array;
  readonly ofFamily: Float64Array;
}

/** What asking each question would teach, as far as it was looked at. */
export interface Glances {
  /** Per question: 1 where what follows was filled in. */
  readonly seen: Int32Array;
  /** Per question: expected bits that its answer takes away. */
  readonly gainBits: Float64Array;
  /** Per outcome, those of a question from `outcomeStart` on: its probability. */
  readonly chance: Float64Array;
  /** Per outcome: its probability × the entropy left after it, in bits. */
  readonly bitsLeft: Float64Array;
}

/** Sums up per family. */
export function measure({ pairs }: DiagnosisSlice, ofPair: Float64Array): Measure {
  const { family, familyIds } = pairs;
  const ofFamily = floats(familyIds.length);
  for (let pair = 0; pair < ofPair.length; pair += 1) {
    const f = family[pair] ?? 0;
    ofFamily[f] = (ofFamily[f] ?? 0) + (ofPair[pair] ?? 0);
  }
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

/** Room for the questions of the knowledge base; nothing was looked at yet. */
export function noGlances({ questions }: DiagnosisSlice): Glances {
  const outcomes = questions.outcomeStart[questions.ids.length] ?? 0;
  return {
    seen: ints(questions.ids.length),
    gainBits: floats(questions.ids.length),
    chance: floats(outcomes),
    bitsLeft: floats(outcomes),
  };
}

/** What is known at a belief of the questions to ask. */
export interface Learnt {
  /** The belief. */
  readonly mass: Measure;
  /** P · log2 P of each pair. */
  readonly bits: Measure;
  readonly glances: Glances;
  /** Two measures per row of one question, refilled for each. */
  readonly rows: RowSums;
}

/** Two measures, summed up over the pairs of each row of a question. */
export interface RowSums {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Room for the rows of any question. */
export function rowSums({ questions }: DiagnosisSlice): RowSums {
  return { first: floats(questions.mostRows), second: floats(questions.mostRows) };
}

/**
 * Fills `glances` for question `q`, once, and returns how much entropy its answer is expected to take away, in bits.
 * Where the question does not apply, no answer is expected and nothing is taken away.
 */
export function lookAt({ questions }: DiagnosisSlice, learnt: Learnt, q: number): number {
  const { seen, gainBits } = learnt.glances;
  if (seen[q] !== 1) {
    seen[q] = 1;
    gainBits[q] = gainOf(questions, learnt, q);
  }
  return gainBits[q] ?? 0;
}

function gainOf(questions: QuestionTable, { mass, bits, rows, glances }: Learnt, q: number): number {
  const { outcomes, outcomeLogs, outcomeAt, outcomeStart, rowStart } = questions;
  weighRows(questions, q, mass, bits, rows);
  const first = rowStart[q] ?? 0;
  const count = (rowStart[q + 1] ?? 0) - first;
  noDust(rows.first, count);
  const start = outcomeStart[q] ?? 0;
  const end = outcomeStart[q + 1] ?? 0;
  let gain = 0;
  for (let o = start; o < end; o += 1) {
    let chance = 0;
    let before = 0;
    // Σ mass · p · log2 p of the outcome.
    let within = 0;
    for (let r = 0; r < count; r += 1) {
      const at = (outcomeAt[first + r] ?? 0) + o - start;
      const p = outcomes[at] ?? 0;
      const lies = rows.first[r] ?? 0;
      chance += p * lies;
      before += p * (rows.second[r] ?? 0);
      within += (outcomeLogs[at] ?? 0) * lies;
    }
    const left = chance > 0 ? Math.max(0, chance * Math.log2(chance) - before - within) : 0;
    glances.chance[o] = chance;
    glances.bitsLeft[o] = left;
    // Where an outcome is not listened to, its share of the entropy is what the belief gave before: -Σ joint · log2 P.
    gain += -before - left;
  }
  return gain;
}

/** Sums two measures up over the pairs of each row of question `q`. */
export function weighRows(
  { baseRow, rowStart, listStart, listPair, listRow, listBase }: QuestionTable,
  q: number,
  one: Measure,
  other: Measure,
  { first, second }: RowSums,
): void {
  const start = rowStart[q] ?? 0;
  const families = one.ofFamily.length;
  const bases = q * families;
  const count = (rowStart[q + 1] ?? 0) - start;
  for (let r = 0; r < count; r += 1) {
    first[r] = 0;
    second[r] = 0;
  }
  for (let f = 0; f < families; f += 1) {
    const row = (baseRow[bases + f] ?? 0) - start;
    first[row] = (first[row] ?? 0) + (one.ofFamily[f] ?? 0);
    second[row] = (second[row] ?? 0) + (other.ofFamily[f] ?? 0);
  }
  const end = listStart[q + 1] ?? 0;
  for (let k = listStart[q] ?? 0; k < end; k += 1) {
    const pair = listPair[k] ?? 0;
    const base = (listBase[k] ?? 0) - start;
    const own = (listRow[k] ?? 0) - start;
    const a = one.ofPair[pair] ?? 0;
    const b = other.ofPair[pair] ?? 0;
    first[base] = (first[base] ?? 0) - a;
    first[own] = (first[own] ?? 0) + a;
    second[base] = (second[base] ?? 0) - b;
    second[own] = (second[own] ?? 0) + b;
  }
}

/** Taking away what was added leaves dust of the order of 1e-17, which must not become a negative chance. */
function noDust(masses: Float64Array, count: number): void {
  for (let r = 0; r < count; r += 1) if ((masses[r] ?? 0) < 0) masses[r] = 0;
}
