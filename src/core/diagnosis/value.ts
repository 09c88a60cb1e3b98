/**
 * What it is expected to cost to ask a question, or to try a remedy, and then to go on as well as we know.
 *
 * Looking one step ahead alone is short-sighted: while many problems are possible no single answer makes a remedy
 * worth trying, and giving up looks cheapest. So what follows an answer is valued at the cheaper of two plans:
 * repairing from there (`repairSeconds`), or asking on until it is known what it is, at the price per bit of the
 * best question there is, and then curing it. All seconds here are avoidable ones: see `Outlook.cureSeconds`.
 */

import { type CandidateRooms, candidateRooms, outcomesOfCandidates } from './candidates.ts';
import { fillRoom, type RepairRoom, repairRoom, repairSeconds } from './cost.ts';
import { lookAt, type Measure, measure, weighRows } from './gain.ts';
import { floats } from './memory.ts';
import type { Outlook } from './outlook.ts';
import { finishSeconds, repairPerPair } from './plans.ts';
import type { DiagnosisSlice } from './prepare.ts';
import type { QuestionTable } from './questions.ts';

/**
 * Probability of "not sure" to any question, 0..1. Higher makes the bot try and hand over sooner; 0 trusts that
 * everybody always knows.
 */
export const NOT_SURE = 0.05;

/**
 * How much more a bit costs later than with the best question now, 1 or more: what comes after it teaches less. 1 asks
 * and searches longest; at 5 the bot hands over as soon as no remedy is in sight.
 */
export const ASK_ON = 1.5;

/**
 * Seconds that a question takes beyond looking: reading it, answering, waiting for what comes next. 0: people are
 * asked whatever helps a little; 120: the bot would rather try and hand over.
 */
export const EFFORT_SECONDS = 20;

/** Everything that is computed once per belief. */
export interface Prospects {
  readonly slice: DiagnosisSlice;
  readonly outlook: Outlook;
  /** Per pair: P · seconds to the end once it is known that it is this pair. */
  readonly finish: Measure;
  /** Per pair: P · seconds to the end if it is this pair and nothing more is heard. */
  readonly stay: Measure;
  readonly rooms: CandidateRooms;
  readonly repair: RepairRoom;
  /** Entropy of the belief, in bits. */
  readonly bits: number;
  /** Expected seconds to the end once it is known what it is. */
  readonly finishSeconds: number;
  /** What one bit costs with the best question left; Infinity: asking on is not reckoned with. */
  readonly secondsPerBit: number;
  /** Expected seconds of repairing without asking anything more. */
  readonly repairSeconds: number;
  /** Expected seconds of the cheaper plan. */
  readonly staySeconds: number;
}

/** Sums a belief up for valuing, with asking on at this price per bit (Infinity: not at all). */
export function prospectsOf(slice: DiagnosisSlice, outlook: Outlook, secondsPerBit: number): Prospects {
  const repair = repairRoom(outlook);
  fillRoom(outlook, repair);
  const repairing = repairSeconds(outlook.remedies, repair, 1, outlook.handOver);
  const logs = outlook.learnt.bits.ofPair;
  const finishes = finishSeconds(slice, outlook);
  const bits = -sum(logs);
  const finish = sum(finishes);
  const asking = askOn(secondsPerBit, bits, finish);
  const stays =
    asking < repairing ? askOnPerPair(finishes, logs, secondsPerBit) : repairPerPair(slice, outlook, repair);
  return {
    slice,
    outlook,
    finish: measure(slice, finishes),
    stay: measure(slice, stays),
    repair,
    bits,
    secondsPerBit,
    rooms: candidateRooms(slice, outlook),
    finishSeconds: finish,
    repairSeconds: repairing,
    staySeconds: Math.min(asking, repairing),
  };
}

/**
 * Expected seconds of asking question `q` and then going on, its own cost included. Who is not sure, and whoever the
 * question means nothing to, is left where they were.
 */
export function askSeconds(prospects: Prospects, q: number): number {
  return (
    questionSeconds(prospects.slice, q) + prospects.staySeconds - (1 - NOT_SURE) * savedSeconds(prospects, q)
  );
}

/** What asking question `q` costs. */
export function questionSeconds(slice: DiagnosisSlice, q: number): number {
  return (slice.questions.costSeconds[q] ?? 0) + EFFORT_SECONDS;
}

/** Expected seconds that an answer to question `q` saves, before its cost: the value of its information. */
export function savedSeconds(prospects: Prospects, q: number): number {
  const { slice, outlook, rooms, secondsPerBit } = prospects;
  const { questions } = slice;
  const { learnt } = outlook;
  lookAt(slice, learnt, q);
  const { chance, bitsLeft } = learnt.glances;
  const { rows } = learnt;
  weighRows(questions, q, prospects.finish, prospects.stay, rows);
  outcomesOfCandidates(slice, rooms, q);
  const start = questions.outcomeStart[q] ?? 0;
  let saved = 0;
  for (let o = 0; o < (questions.outcomeCount[q] ?? 0); o += 1) {
    const p = chance[start + o] ?? 0;
    if (p === 0) continue;
    const finish = sumOfOutcome(questions, q, rows.first, o);
    const stay = sumOfOutcome(questions, q, rows.second, o);
    const asking = askOn(secondsPerBit, bitsLeft[start + o] ?? 0, finish);
    saved += stay - Math.min(repairAfter(prospects, o, p), asking);
  }
  return saved;
}

/** Sums over the rows of question `q`: what lies on the row times the probability that it gives to the outcome. */
function sumOfOutcome(
  { rowStart, outcomeAt, outcomes }: QuestionTable,
  q: number,
  ofRow: Float64Array,
  outcome: number,
): number {
  const first = rowStart[q] ?? 0;
  const count = (rowStart[q + 1] ?? 0) - first;
  let sum = 0;
  for (let r = 0; r < count; r += 1)
    sum += (outcomes[(outcomeAt[first + r] ?? 0) + outcome] ?? 0) * (ofRow[r] ?? 0);
  return sum;
}

/** P(joint) × expected seconds where `joint` holds of each pair but nothing was learned, and the plan stays as it is. */
export function staySeconds({ stay, outlook }: Prospects, joint: Float64Array): number {
  return joint.reduce(
    (sum, p, pair) => (p > 0 ? sum + (p * (stay.ofPair[pair] ?? 0)) / (outlook.belief[pair] ?? 1) : sum),
    0,
  );
}

/** P(outcome) × expected seconds of repair after it; the rooms stand at the question, `chance` is P(outcome). */
function repairAfter(prospects: Prospects, outcome: number, chance: number): number {
  const { slice, outlook, rooms, repair } = prospects;
  const { outcomes } = slice.questions;
  const { probability, outcomeAt } = rooms;
  const { handOverSeconds, remedyOf } = outlook;
  const { mass, handOver: human } = repair;
  for (let r = 0; r < mass.length; r += 1) {
    mass[r] = 0;
    human[r] = 0;
  }
  let covered = 0;
  let handOver = 0;
  for (let i = 0; i < probability.length; i += 1) {
    const joint = (probability[i] ?? 0) * (outcomes[(outcomeAt[i] ?? 0) + outcome] ?? 0);
    const seconds = joint * (handOverSeconds[i] ?? 0);
    const r = remedyOf[i] ?? -1;
    covered += joint;
    handOver += seconds;
    if (r < 0) continue;
    mass[r] = (mass[r] ?? 0) + joint;
    human[r] = (human[r] ?? 0) + seconds;
  }
  const rest = Math.max(0, chance - covered) * outlook.restSeconds;
  return repairSeconds(outlook.remedies, repair, chance, handOver + rest);
}

/** (Weighted) seconds of asking until it is known what it is, and curing that. */
function askOn(secondsPerBit: number, bits: number, finish: number): number {
  return secondsPerBit === Number.POSITIVE_INFINITY ? secondsPerBit : ASK_ON * secondsPerBit * bits + finish;
}

/** Per pair: P · seconds to the end if it is this pair and one asks on. */
function askOnPerPair(finishes: Float64Array, logs: Float64Array, secondsPerBit: number): Float64Array {
  const seconds = floats(finishes.length);
  for (let pair = 0; pair < seconds.length; pair += 1)
    seconds[pair] = (finishes[pair] ?? 0) - ASK_ON * secondsPerBit * (logs[pair] ?? 0);
  return seconds;
}

/** Expected seconds of trying open remedy `r` now and going on from there where it fails. */
export function trySeconds(prospects: Prospects, r: number): number {
  const { outlook, repair, secondsPerBit } = prospects;
  const remedy = outlook.remedies[r];
  if (remedy === undefined) return Number.POSITIVE_INFINITY;
  fillRoom(outlook, repair);
  const own = repair.mass[r] ?? 0;
  const cured = own * remedy.success;
  const human = own > 0 ? (repair.handOver[r] ?? 0) / own : 0;
  // It is not tried twice: what is left of its problem after a failure can only be handed over, as finishing has it.
  const finish = prospects.finishSeconds;
  repair.mass[r] = 0;
  const repairing = repairSeconds(outlook.remedies, repair, 1 - cured, outlook.handOver - cured * human);
  const asking = askOn(secondsPerBit, bitsAfterFailure(prospects.bits, own, cured), finish);
  return remedy.costSeconds * (1 - own) + Math.min(repairing, asking);
}

/** P(failure) × entropy left after it, in bits, where `own` of the belief was tried and `cured` of it is over. */
function bitsAfterFailure(bits: number, own: number, cured: number): number {
  const log = (p: number) => (p > 0 ? p * Math.log2(p) : 0);
  return Math.max(0, bits + log(own) - log(own - cured) + log(1 - cured));
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += values[i] ?? 0;
  return total;
}
