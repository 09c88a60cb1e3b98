/** Room that a search writes in, kept beside its index: making it anew costs more than most searches. */

import type { DocumentIndex } from './documents.ts';

/** No search clears room for every document that it never meets. */
export interface Room {
  /** By document: what it scores; all zeros between two searches. */
  readonly scores: Float64Array;
  /** The documents that were met, as many as the search counted. */
  readonly met: Uint32Array;
  /** By document: its place among those that are looked at, from 1; all zeros between two searches. */
  readonly places: Uint32Array;
  /** By term and one more, each for one purpose of one search, who begins by filling it with zeros. */
  readonly metIn: Uint8Array;
  readonly counts: Uint8Array;
  readonly begins: Uint8Array;
}

/** By index, so that it goes with it. */
const kept = new WeakMap<DocumentIndex, Room>();

/** The room beside an index. */
export function roomOf(index: DocumentIndex): Room {
  const known = kept.get(index);
  if (known !== undefined) return known;
  const terms = index.terms.length + 1;
  const documents = index.ids.length;
  const fresh: Room = {
    scores: new Float64Array(documents),
    met: new Uint32Array(documents),
    places: new Uint32Array(documents),
    metIn: new Uint8Array(terms),
    counts: new Uint8Array(terms),
    begins: new Uint8Array(terms),
  };
  kept.set(index, fresh);
  return fresh;
}
