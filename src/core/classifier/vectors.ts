/** Texts as sparse vectors: which features count, and how much. */

import { type Bags, GROUP_WEIGHTS } from './features.ts';
import type { FeatureTable } from './model.ts';

/** A sparse vector: rows of the feature table and their values. */
export interface Vector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/**
 * How much rarity counts, 0 to 1: the power of log(texts / texts with the feature). 1 is idf as it is known, which
 * lets the rarest word decide; 0 takes all features alike.
 */
const RARITY_POWER = 0.5;

/** In how many texts each feature stands, sorted by hash. */
interface Counted {
  readonly hashes: Uint32Array;
  readonly counts: Uint32Array;
}

function countFeatures(texts: readonly Bags[]): Counted {
  const lengthOf = (bags: Bags): number => bags.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const all = new Uint32Array(texts.reduce((sum, bags) => sum + lengthOf(bags), 0));
  let end = 0;
  for (const bags of texts)
    for (const { hashes } of bags) {
      all.set(hashes, end);
      end += hashes.length;
    }
  all.sort();
  const counts = new Uint32Array(all.length);
  let kept = 0;
  for (let at = 0; at < all.length; at++) {
    if (at > 0 && all[at] !== all[kept - 1]) kept++;
    else if (at === 0) kept = 1;
    all[kept - 1] = all[at] ?? 0;
    counts[kept - 1] = (counts[kept - 1] ?? 0) + 1;
  }
  return { hashes: all.slice(0, kept), counts: counts.slice(0, kept) };
}

/**
 * Texts from which on a feature that only one of them has is left out, 500 to 10,000: of 6,000 messages two features of
 * three are such, and tell nothing of a text that was not learnt from.
 */
const MANY_TEXTS = 1_000;

/** Learns how rare features are; where there are more than `most`, some of those of the fewest texts are left out. */
export function learnFeatures(texts: readonly Bags[], most: number): FeatureTable {
  const { hashes, counts } = countFeatures(texts);
  const isKept = keeping(counts, most, texts.length >= MANY_TEXTS ? 2 : 1);
  const rarityOf = (count: number): number => Math.log((texts.length + 1) / (count + 0.5)) ** RARITY_POWER;
  const kept = counts.filter(isKept);
  // Few: to have 65,536 different counts takes two billion features.
  const different = [...new Set(kept)];
  const rankOf = new Map(different.map((count, rank) => [count, rank]));
  return {
    hashes: hashes.filter(isKept),
    ranks: Uint16Array.from(kept, (count) => rankOf.get(count) ?? 0),
    rarities: Float32Array.from(different, rarityOf),
    rarest: rarityOf(1),
  };
}

/** Tells by place which features are kept: all above some count, and of those with that count the first that fit. */
function keeping(counts: Uint32Array, most: number, fewest: number): (_: number, at: number) => boolean {
  let border = 1;
  let above = counts.filter((count) => count > border).length;
  if (counts.length <= most) return (_, at) => (counts[at] ?? 0) >= fewest;
  while (above > most) {
    border++;
    above = counts.filter((count) => count > border).length;
  }
  const fits = new Uint8Array(counts.length);
  let room = most - above;
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? 0;
    if (count > border || (count === border && room-- > 0)) fits[at] = 1;
  }
  return (_, at) => fits[at] === 1;
}

/** Most bits of a hash that name its drawer; each one less halves the table and doubles the search in it. 8 to 16. */
const MOST_DRAWER_BITS = 14;
/** Features that a drawer holds on average, 1 to 16. */
const IN_A_DRAWER = 4;

/** A table whose features are found without a search. */
export interface FoundFeatures extends FeatureTable {
  /** Where in `hashes` those with the same first bits begin; one more for the end. */
  readonly drawers: Uint32Array;
  /** By how many bits a hash is shifted to name its drawer. */
  readonly shift: number;
}

const foundIn = new WeakMap<FeatureTable, FoundFeatures>();

/** Makes a table ready to find features in, once. */
export function findable(table: FeatureTable): FoundFeatures {
  const found = foundIn.get(table) ?? { ...table, ...drawersOf(table.hashes) };
  foundIn.set(table, found);
  return found;
}

function drawersOf(sorted: Uint32Array): Pick<FoundFeatures, 'drawers' | 'shift'> {
  const wanted = Math.ceil(Math.log2(Math.max(2, sorted.length / IN_A_DRAWER)));
  const bits = Math.min(MOST_DRAWER_BITS, wanted);
  const shift = 32 - bits;
  const drawers = new Uint32Array(2 ** bits + 1);
  for (const hash of sorted) {
    const next = (hash >>> shift) + 1;
    drawers[next] = (drawers[next] ?? 0) + 1;
  }
  for (let at = 1; at < drawers.length; at++) drawers[at] = (drawers[at] ?? 0) + (drawers[at - 1] ?? 0);
  return { drawers, shift };
}

/** The row of a feature, -1 where it is not known. */
export function rowOf({ hashes, drawers, shift }: FoundFeatures, hash: number): number {
  const drawer = hash >>> shift;
  const end = drawers[drawer + 1] ?? 0;
  for (let row = drawers[drawer] ?? 0; row < end; row++) if (hashes[row] === hash) return row;
  return -1;
}

/** What the feature in a row weighs by its rarity. */
export const rarityOf = ({ ranks, rarities }: FoundFeatures, row: number): number =>
  rarities[ranks[row] ?? 0] ?? 0;

/**
 * The vector of a text: 1 + log of counts, times rarity, each group of a length of its own. Unknown features count in
 * the length as the rarest do: what is mostly unknown scores little, whatever the rest says.
 */
export function vectorOf(table: FeatureTable, bags: Bags): Vector {
  const features = findable(table);
  const most = bags.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const rows = new Int32Array(most);
  const values = new Float64Array(most);
  let end = 0;
  for (const [group, bag] of bags.entries()) {
    const from = end;
    let squares = 0;
    for (let at = 0; at < bag.hashes.length; at++) {
      const row = rowOf(features, bag.hashes[at] ?? 0);
      const count = bag.counts[at] ?? 1;
      if (row < 0) {
        squares += features.rarest * features.rarest;
        continue;
      }
      const value = (count > 1 ? 1 + Math.log(count) : 1) * rarityOf(features, row);
      rows[end] = row;
      values[end++] = value;
      squares += value * value;
    }
    const factor = squares > 0 ? Math.sqrt((GROUP_WEIGHTS[group] ?? 1) / squares) : 0;
    for (let at = from; at < end; at++) values[at] = (values[at] ?? 0) * factor;
  }
  return { rows: rows.slice(0, end), values: new Float32Array(values.subarray(0, end)) };
}
