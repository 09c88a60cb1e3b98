/**
 * What it is expected to cost to ask a question, or to try a remedy, and then to go on as well as we know.
 *
 * Looking one step ahead alone is short-sighted: while many problems are possible no single answer makes a remedy
 * worth trying, and giving up looks cheapest. So what follows an answer is valued at the cheaper of two plans:
 * repairing from there (`repairSeconds`), or asking on until it is known what it is, at the price per bit of the
 * best question there is, and then curing it. All seconds here are avoidable ones: see `Outlook.cureSeconds`.
 */

import { type CandidateRooms, candidateRooms, rowsOfCandidates } from './candidates.ts';
import { fillRoom, type RepairRoom, repairRoom, repairSeconds } from './cost.ts';
import { FINISH, lookAt, MASS, type Measures, measure, STAY } from './gain.ts';
import { floats } from './memory.ts';
import type { Outlook } from './outlook.ts';
import { finishSeconds, repairPerPair } from './plans.ts';
import type { DiagnosisSlice } from './prepare.ts';

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
  readonly measures: Measures;
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
  const { logs } = outlook;
  const finishes = finishSeconds(slice, outlook);
  const bits = -sum(logs);
  const finish = sum(finishes);
  const asking = askOn(secondsPerBit, bits, finish);
  const stays =
    asking < repairing ? askOnPerPair(finishes, logs, secondsPerBit) : repairPerPair(slice, outlook, repair);
  const seconds = measure(slice, [finishes, stays]);
  return {
    slice,
    outlook,
    measures: {
      ofPair: [...outlook.measures.ofPair, ...seconds.ofPair],
      ofFamily: [...outlook.measures.ofFamily, ...seconds.ofFamily],
    },
    repair,
    bits,
    secondsPerBit,
    rooms: candidateRooms(outlook),
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
  const { slice, outlook, rooms, measures, secondsPerBit } = prospects;
  const { room } = outlook;
  lookAt(slice, measures, room, q);
  rowsOfCandidates(slice, outlook, rooms, q);
  let saved = 0;
  for (let o = 0; o < (slice.questions.outcomeCount[q] ?? 0); o += 1) {
    if (room.ofOutcome[MASS]?.[o] === 0) continue;
    const asking = askOn(secondsPerBit, room.bitsLeft[o] ?? 0, room.ofOutcome[FINISH]?.[o] ?? 0);
    saved += (room.ofOutcome[STAY]?.[o] ?? 0) - Math.min(repairAfter(prospects, o), asking);
  }
  return saved;
}

/** P(joint) × expected seconds where `joint` holds of each pair but nothing was learned, and the plan stays as it is. */
export function staySeconds({ measures, outlook }: Prospects, joint: Float64Array): number {
  const stays = measures.ofPair[STAY];
  return joint.reduce(
    (sum, p, pair) => (p > 0 ? sum + (p * (stays?.[pair] ?? 0)) / (outlook.belief[pair] ?? 1) : sum),
    0,
  );
}

/** P(outcome) × expected seconds of repair after it; the rooms stand at the question. */
function repairAfter(prospects: Prospects, outcome: number): number {
  const { slice, outlook, rooms, repair } = prospects;
  const { outcomeAt, outcomes } = slice.questions;
  const { belief, candidates, handOverSeconds, remedyOf } = outlook;
  const { mass, handOver: human } = repair;
  const chance = outlook.room.ofOutcome[MASS]?.[outcome] ?? 0;
  mass.fill(0);
  human.fill(0);
  let covered = 0;
  let handOver = 0;
  for (let i = 0; i < candidates.length; i += 1) {
    const p = belief[candidates[i] ?? 0] ?? 0;
    const joint = p * (outcomes[(outcomeAt[rooms.row[i] ?? 0] ?? 0) + outcome] ?? 0);
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

/** Expected bits that asking each of the questions takes away. */
export function gainsBits(slice: DiagnosisSlice, outlook: Outlook, questions: readonly number[]): number[] {
  return questions.map((q) => lookAt(slice, outlook.measures, outlook.room, q));
}
