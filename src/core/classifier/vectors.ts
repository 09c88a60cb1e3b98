/** Texts as sparse vectors: which features count, and how much. */

import { type Bags, GROUP_WEIGHTS, type Grouped, sizeOf } from './features.ts';
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
/** What a feature of one text weighs, and one that is not known. */
export const RAREST = 255;

/** A text of many, its features by their places among all that these have. */
export interface Placed extends Grouped {
  readonly places: Int32Array;
}

/** Texts, and the features of all of them, by place: sorted by hash. */
export interface PlacedTexts {
  readonly hashes: Uint32Array;
  readonly texts: readonly Placed[];
}

/** Gives each feature of many texts a place, so that it is looked up once, whatever part of them is learnt from. */
export function placeFeatures(texts: readonly Bags[]): PlacedTexts {
  // Signed, a set finds them sooner.
  const all = new Set<number>();
  for (const { hashes } of texts) for (let at = 0; at < hashes.length; at++) all.add((hashes[at] ?? 0) | 0);
  const hashes = Uint32Array.from(all).sort();
  const found = findable(hashes);
  return {
    hashes,
    texts: texts.map(({ hashes: own, counts, ends }) => ({
      places: Int32Array.from(own, (hash) => rowOf(found, hash)),
      counts,
      ends,
    })),
  };
}

/**
 * Texts from which on a feature that only one of them has is left out, 500 to 10,000: of 6,000 messages two features of
 * three are such, and tell nothing of a text that was not learnt from.
 */
const MANY_TEXTS = 1_000;

/** The features that count, and the row of each place, -1 where its feature does not. */
export interface LearntFeatures {
  readonly table: FeatureTable;
  readonly rows: Int32Array;
}

/** Learns how rare features are; where there are more than `most`, some of those of the fewest texts are left out. */
export function learnFeatures({ hashes, texts }: PlacedTexts, most: number): LearntFeatures {
  const counts = new Uint32Array(hashes.length);
  for (const { places } of texts)
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  const logs = Float32Array.from({ length: texts.length + 1 }, (_, count) =>
    Math.log((texts.length + 1) / (count + 0.5)),
  );
  const rarities = logs.map((log) => RAREST * (log / (logs[1] ?? log)) ** RARITY_POWER);
  const kept = mostFrequent(counts, texts.length >= MANY_TEXTS ? 2 : 1, most);
  const rows = new Int32Array(hashes.length).fill(-1);
  for (const [row, place] of kept.entries()) rows[place] = row;
  return {
    table: {
      hashes: Uint32Array.from(kept, (place) => hashes[place] ?? 0),
      rarities: Float32Array.from(kept, (place) => rarities[counts[place] ?? 0] ?? 0),
    },
    rows,
  };
}

/** Places of at most `most` features that at least `fewest` texts have: those of the most texts, of equals the first. */
function mostFrequent(counts: Uint32Array, fewest: number, most: number): Uint32Array {
  const countOf = (place: number): number => counts[place] ?? 0;
  const places = Uint32Array.from(counts.keys()).filter((place) => countOf(place) >= fewest);
  if (places.length <= most) return places;
  const sorted = places.sort((one, other) => countOf(other) - countOf(one) || one - other);
  return sorted.subarray(0, most).sort();
}

/** Most bits of a hash that name its drawer; each one less halves the table and doubles the search in it. 8 to 16. */
const MOST_DRAWER_BITS = 14;
/** Features that a drawer holds on average, 1 to 16. */
const IN_A_DRAWER = 4;

/** Hashes that are found without a search. */
interface Drawers {
  readonly hashes: Uint32Array;
  /** Where in `hashes` those with the same first bits begin; one more for the end. */
  readonly drawers: Uint32Array;
  /** By how many bits a hash is shifted to name its drawer. */
  readonly shift: number;
}

const drawersFor = new WeakMap<Uint32Array, Drawers>();

/** Makes sorted hashes ready to be found, once. */
export function findable(hashes: Uint32Array): Drawers {
  const found = drawersFor.get(hashes) ?? drawersOf(hashes);
  drawersFor.set(hashes, found);
  return found;
}

function drawersOf(sorted: Uint32Array): Drawers {
  const wanted = Math.ceil(Math.log2(Math.max(2, sorted.length / IN_A_DRAWER)));
  const bits = Math.min(MOST_DRAWER_BITS, wanted);
  const shift = 32 - bits;
  const drawers = new Uint32Array(2 ** bits + 1);
  for (const hash of sorted) {
    const next = (hash >>> shift) + 1;
    drawers[next] = (drawers[next] ?? 0) + 1;
  }
  for (let at = 1; at < drawers.length; at++) drawers[at] = (drawers[at] ?? 0) + (drawers[at - 1] ?? 0);
  return { hashes: sorted, drawers, shift };
}

/** The row of a feature, -1 where it is not known. */
export function rowOf({ hashes, drawers, shift }: Drawers, hash: number): number {
  const drawer = hash >>> shift;
  const end = drawers[drawer + 1] ?? 0;
  for (let row = drawers[drawer] ?? 0; row < end; row++) if (hashes[row] === hash) return row;
  return -1;
}

/** A vector in arrays that serve text after text: only the first `size` of each are of this one. */
export interface Weighed extends Vector {
  readonly size: number;
}

/** Grows with the longest text. */
let weighed = { rows: new Int32Array(0), values: new Float32Array(0) };
/** Features that are summed abreast: behind the last so many are of value 0. */
export const ABREAST = 4;

function roomFor(size: number): typeof weighed {
  if (weighed.rows.length < size + ABREAST)
    weighed = { rows: new Int32Array(2 * size + ABREAST), values: new Float32Array(2 * size + ABREAST) };
  return weighed;
}

/** The vector of a text by its hashes, in arrays that the next text overwrites: see `weigh`. */
export function vectorOf({ hashes, rarities }: FeatureTable, bags: Bags): Weighed {
  const found = findable(hashes);
  const size = sizeOf(bags);
  const { rows } = roomFor(size);
  for (let at = 0; at < size; at++) rows[at] = rowOf(found, bags.hashes[at] ?? 0);
  return weigh(rarities, bags);
}

/** The vector of a text by the places of its features, in arrays of its own: see `weigh`. */
export function placedVector({ table, rows }: LearntFeatures, text: Placed): Vector {
  const size = sizeOf(text);
  const { rows: own } = roomFor(size);
  for (let at = 0; at < size; at++) own[at] = rows[text.places[at] ?? 0] ?? -1;
  return keptVector(weigh(table.rarities, text));
}

/** The same in arrays of its own. */
export const keptVector = ({ rows, values, size }: Weighed): Vector => ({
  rows: rows.slice(0, size),
  values: values.slice(0, size),
});

/**
 * The vector of a text whose features have the rows that stand in `weighed`, -1 where they are not known: 1 + log of counts,
 * times rarity, each group of a length of its own. Unknown features count in the length as the rarest do: what is mostly
 * unknown scores little, whatever the rest says.
 */
function weigh(rarities: FeatureTable['rarities'], { counts, ends }: Grouped): Weighed {
  const { rows, values } = weighed;
  let size = 0;
  let at = 0;
  for (const [group, groupEnd] of ends.entries()) {
    const from = size;
    let squares = 0;
    for (; at < groupEnd; at++) {
      const row = rows[at] ?? -1;
      const count = counts[at] ?? 1;
      if (row < 0) {
        squares += RAREST * RAREST;
        continue;
      }
      const value = (count > 1 ? 1 + Math.log(count) : 1) * (rarities[row] ?? 0);
      rows[size] = row;
      values[size++] = value;
      squares += value * value;
    }
    const factor = squares > 0 ? Math.sqrt((GROUP_WEIGHTS[group] ?? 1) / squares) : 0;
    for (let known = from; known < size; known++) values[known] = (values[known] ?? 0) * factor;
  }
  values.fill(0, size, size + ABREAST);
  rows.fill(0, size, size + ABREAST);
  return { rows, values, size };
}
