/** Texts as sparse vectors: which features count, and how much. */

import { type Bags, GROUP_WEIGHTS } from './features.ts';
import { lowerBound } from './hash.ts';
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

/** Learns which features stand in at least `leastTexts` texts, and how rare they are. */
export function learnFeatures(texts: readonly Bags[], leastTexts: number): FeatureTable {
  const counts = new Map<number, number>();
  for (const bags of texts)
    for (const bag of bags) for (const hash of bag.keys()) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= leastTexts).map(([hash]) => hash);
  const hashes = Uint32Array.from(kept).sort();
  const rarity = Float32Array.from(
    hashes,
    (hash) => Math.log((texts.length + 1) / ((counts.get(hash) ?? 0) + 0.5)) ** RARITY_POWER,
  );
  return { hashes, rarity };
}

/** The vector of a text: 1 + log of counts, times rarity, each group of a length of its own. Unknown features are passed over. */
export function vectorOf(table: FeatureTable, bags: Bags): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  for (const [group, bag] of bags.entries()) {
    const from = values.length;
    let squares = 0;
    for (const [hash, count] of bag) {
      const row = lowerBound(table.hashes, hash);
      if (table.hashes[row] !== hash) continue;
      const value = (count > 1 ? 1 + Math.log(count) : 1) * (table.rarity[row] ?? 0);
      rows.push(row);
      values.push(value);
      squares += value * value;
    }
    const factor = squares > 0 ? Math.sqrt((GROUP_WEIGHTS[group] ?? 1) / squares) : 0;
    for (let at = from; at < values.length; at++) values[at] = (values[at] ?? 0) * factor;
  }
  return { rows: Int32Array.from(rows), values: Float32Array.from(values) };
}
