/**
 * What it is expected to cost to ask a question, or to try a remedy, and then to go on as well as we know.
 *
 * Looking one step ahead alone is short-sighted: while many problems are possible no single answer makes a remedy
 * worth trying, and giving up looks cheapest. So what follows an answer is valued at the cheaper of two plans:
 * repairing from there (`repairSeconds`), or asking on until it is known what it is, at the price per bit of the
 * best question there is, and then curing it.
 */

import { fillRoom, type RepairRoom, repairRoom, repairSeconds } from './cost.ts';
import { lookAt, type Prospect, prospectRoom, rowsOfCandidates, type Spread, spreadOf } from './gain.ts';
import type { Outlook } from './outlook.ts';
import type { DiagnosisSlice } from './prepare.ts';

/**
 * Probability of "not sure" to any question, 0..1. Higher makes the bot try and hand over sooner; 0 trusts that
 * everybody always knows.
 */
export const NOT_SURE = 0.05;

/** Everything that is computed once per belief. */
export interface Prospects {
  readonly slice: DiagnosisSlice;
  readonly outlook: Outlook;
  readonly spread: Spread;
  readonly room: Prospect;
  readonly repair: RepairRoom;
  /** What one bit costs with the best question left; Infinity: asking on is not reckoned with. */
  readonly secondsPerBit: number;
  /** Expected seconds of repairing without asking anything more. */
  readonly repairSeconds: number;
}

/** Sums a belief up for valuing; asking on is not reckoned with until `reckonWith`. */
export function prospectsOf(slice: DiagnosisSlice, outlook: Outlook): Prospects {
  const repair = repairRoom(outlook);
  fillRoom(outlook, repair);
  return {
    slice,
    outlook,
    spread: spreadOf(slice, outlook),
    room: prospectRoom(slice, outlook),
    repair,
    secondsPerBit: Number.POSITIVE_INFINITY,
    repairSeconds: repairSeconds(outlook.remedies, repair, 1, outlook.handOver),
  };
}

/** The same, with asking on at this price. */
export function reckonWith(prospects: Prospects, secondsPerBit: number): Prospects {
  return { ...prospects, secondsPerBit };
}

/** Expected bits that asking question `q` takes away. */
export function gainBits(prospects: Prospects, q: number): number {
  return lookAt(prospects.slice, prospects.outlook, prospects.spread, prospects.room, q);
}

/** Expected seconds of going on from the belief as it is, without knowing yet how. */
export function goOnSeconds(prospects: Prospects): number {
  const { spread } = prospects;
  return Math.min(prospects.repairSeconds, askOn(prospects, spread.bits, spread.finish));
}

/** Expected seconds of asking question `q` and then going on, its own cost included. */
export function askSeconds(prospects: Prospects, q: number): number {
  const { slice, outlook, room } = prospects;
  gainBits(prospects, q);
  rowsOfCandidates(slice, outlook, room, q);
  let heard = 0;
  let after = 0;
  for (let o = 0; o < (slice.questions.outcomeCount[q] ?? 0); o += 1) {
    heard += room.chance[o] ?? 0;
    after += Math.min(
      repairAfter(prospects, o),
      askOn(prospects, room.bitsLeft[o] ?? 0, room.finish[o] ?? 0),
    );
  }
  const sure = 1 - NOT_SURE;
  return (slice.questions.costSeconds[q] ?? 0) + sure * after + (1 - sure * heard) * goOnSeconds(prospects);
}

/** P(outcome) × expected seconds of repair after it; `room` stands at the question. */
function repairAfter(prospects: Prospects, outcome: number): number {
  const { slice, outlook, room, repair } = prospects;
  const { outcomeAt, outcomes } = slice.questions;
  const chance = room.chance[outcome] ?? 0;
  repair.mass.fill(0);
  repair.handOver.fill(0);
  let covered = 0;
  let handOver = 0;
  for (let i = 0; i < outlook.candidates.length; i += 1) {
    const p = outlook.belief[outlook.candidates[i] ?? 0] ?? 0;
    const joint = p * (outcomes[(outcomeAt[room.candidateRow[i] ?? 0] ?? 0) + outcome] ?? 0);
    const seconds = joint * (outlook.handOverSeconds[i] ?? 0);
    const r = outlook.remedyOf[i] ?? -1;
    covered += joint;
    handOver += seconds;
    if (r < 0) continue;
    repair.mass[r] = (repair.mass[r] ?? 0) + joint;
    repair.handOver[r] = (repair.handOver[r] ?? 0) + seconds;
  }
  const rest = Math.max(0, chance - covered) * outlook.restSeconds;
  return repairSeconds(outlook.remedies, repair, chance, handOver + rest);
}

/** (Weighted) seconds of asking until it is known what it is, and curing that. */
function askOn(prospects: Prospects, bits: number, finish: number): number {
  return prospects.secondsPerBit === Number.POSITIVE_INFINITY
    ? prospects.secondsPerBit
    : prospects.secondsPerBit * bits + finish;
}

/** Expected seconds of trying open remedy `r` now and going on from there where it fails. */
export function trySeconds(prospects: Prospects, r: number): number {
  const { outlook, repair, spread } = prospects;
  const remedy = outlook.remedies[r];
  if (remedy === undefined) return Number.POSITIVE_INFINITY;
  fillRoom(outlook, repair);
  const own = repair.mass[r] ?? 0;
  const cured = own * remedy.success;
  const human = own > 0 ? (repair.handOver[r] ?? 0) / own : 0;
  const handOver = outlook.handOver - cured * human;
  // It is not tried twice: what is left of its problem after a failure can only be handed over.
  const finishThere = own * Math.min(human, remedy.costSeconds + (1 - remedy.success) * human);
  const finish = spread.finish - finishThere + (own - cured) * human;
  repair.mass[r] = 0;
  const left = 1 - cured;
  const repaired = repairSeconds(outlook.remedies, repair, left, handOver);
  const bits = bitsAfterFailure(spread.bits, own, cured);
  return remedy.costSeconds + Math.min(repaired, askOn(prospects, bits, finish));
}

/** P(failure) × entropy left after it, in bits, where `own` of the belief was tried and `cured` of it is over. */
function bitsAfterFailure(bits: number, own: number, cured: number): number {
  const log = (p: number) => (p > 0 ? p * Math.log2(p) : 0);
  return Math.max(0, bits + log(own) - log(own - cured) + log(1 - cured));
}
