/**
 * Expected cost of repair (Heckerman, Breese, Rommelse 1995): remedies are tried in order of P(cured)/cost, as far
 * as that is cheaper than handing over at once. For one fault and costs that do not depend on each other that order is
 * optimal for any set of remedies (exchange argument). The cure of what it is has to be carried out whoever finds it, so
 * a remedy costs only where it is tried for nothing. Which set: a remedy that does not pay in the company of all
 * others pays in no smaller company, so it is left out; of the rest the cheapest beginning is taken. Where all
 * cases cost the same to hand over that is the optimum; elsewhere it is close to it, and never below.
 */

import { floats, ints } from './memory.ts';
import type { OpenRemedy } from './open-remedies.ts';
import type { Outlook } from './outlook.ts';

/** Room for one computation after the other, so that thousands of beliefs are weighed without allocating. */
export interface RepairRoom {
  /** Per open remedy: joint probability of its problem. */
  readonly mass: Float64Array;
  /** Per open remedy: joint probability × seconds of handing over. */
  readonly handOver: Float64Array;
  /** Indices of the remedies that may be tried, in order. */
  readonly order: Int32Array;
  /** Per open remedy: P(cured) / cost. */
  readonly ratio: Float64Array;
  /** How many of `order` the cheapest plan tries before it hands over. */
  planned: number;
}

/** Room for the remedies of an outlook. */
export function repairRoom(outlook: Outlook): RepairRoom {
  const size = outlook.remedies.length;
  return {
    mass: floats(size),
    handOver: floats(size),
    order: ints(size),
    ratio: floats(size),
    planned: 0,
  };
}

/**
 * Expected avoidable seconds of repair (a remedy is wasted where it is not the right one), for `room.mass` and `room.handOver` as they stand. They may be joint probabilities with
 * something heard: then `total` is its probability and the result is weighted by it. `handOverAll` is the
 * (weighted) cost of handing everything over. Leaves the plan in `room.order` and `room.planned`.
 */
export function repairSeconds(
  remedies: readonly OpenRemedy[],
  room: RepairRoom,
  total: number,
  handOverAll: number,
): number {
  const count = planRepair(remedies, room, total);
  let reached = total;
  let spent = 0;
  let left = handOverAll;
  let least = handOverAll;
  room.planned = 0;
  for (let k = 0; k < count; k += 1) {
    const r = room.order[k] ?? 0;
    const remedy = remedies[r];
    if (remedy === undefined) break;
    spent += remedy.costSeconds * (reached - (room.mass[r] ?? 0));
    reached -= (room.mass[r] ?? 0) * remedy.success;
    left -= (room.handOver[r] ?? 0) * remedy.success;
    if (spent + left >= least) continue;
    least = spent + left;
    room.planned = k + 1;
  }
  return least;
}

/** Puts the remedies that may pay into `room.order`, in the order of trying; how many they are. */
export function planRepair(remedies: readonly OpenRemedy[], room: RepairRoom, total: number): number {
  let count = sortAllowed(remedies, room, total);
  for (
    let kept = dropUnpaid(remedies, room, total, count);
    kept < count;
    kept = dropUnpaid(remedies, room, total, count)
  )
    count = kept;
  return count;
}

/** Leaves out of the first `count` remedies those that do not pay while all the others are tried; how many stay. */
function dropUnpaid(remedies: readonly OpenRemedy[], room: RepairRoom, total: number, count: number): number {
  let later = 0;
  for (let k = 0; k < count; k += 1) later += remedies[room.order[k] ?? 0]?.costSeconds ?? 0;
  let reached = total;
  let kept = 0;
  for (let k = 0; k < count; k += 1) {
    const r = room.order[k] ?? 0;
    const remedy = remedies[r];
    if (remedy === undefined) continue;
    later -= remedy.costSeconds;
    const cured = (room.mass[r] ?? 0) * remedy.success;
    const saved = (room.handOver[r] ?? 0) * remedy.success + cured * later;
    const spent = remedy.costSeconds * (reached - (room.mass[r] ?? 0));
    reached -= cured;
    if (saved < spent) continue;
    room.order[kept] = r;
    kept += 1;
  }
  return kept;
}

/** Puts the remedies that their risk allows into `room.order`, best ratio first, ties as they stand; how many they are. */
export function sortAllowed(remedies: readonly OpenRemedy[], room: RepairRoom, total: number): number {
  const { order, ratio, mass } = room;
  let count = 0;
  for (let r = 0; r < remedies.length; r += 1) {
    const remedy = remedies[r];
    const own = mass[r] ?? 0;
    if (remedy === undefined || own <= 0 || own < remedy.needs * total) continue;
    const value = (own * remedy.success) / remedy.costSeconds;
    ratio[r] = value;
    let at = count;
    while (at > 0 && (ratio[order[at - 1] ?? 0] ?? 0) < value) {
      order[at] = order[at - 1] ?? 0;
      at -= 1;
    }
    order[at] = r;
    count += 1;
  }
  return count;
}

/** Fills the room with the belief of an outlook as it is. */
export function fillRoom(outlook: Outlook, room: RepairRoom): void {
  room.mass.fill(0);
  room.handOver.fill(0);
  for (let i = 0; i < outlook.candidates.length; i += 1) {
    const r = outlook.remedyOf[i] ?? -1;
    if (r < 0) continue;
    const p = outlook.belief[outlook.candidates[i] ?? 0] ?? 0;
    room.mass[r] = (room.mass[r] ?? 0) + p;
    room.handOver[r] = (room.handOver[r] ?? 0) + p * (outlook.handOverSeconds[i] ?? 0);
  }
}
