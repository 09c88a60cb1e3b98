/** What was read and searched for before, kept so that a turn that adds no text costs nothing. */

import type { Hit } from '../conversation.ts';
import type { DocumentIndex } from './documents.ts';

/**
 * Texts of which the stems are kept, and searches of which the hits are: a case searches for its texts at each of its
 * turns, and most turns add none. Range 0..100,000: 0 reads and searches anew each turn; more than the texts of the
 * cases that are open at once wins nothing.
 */
const KEPT = 2_000;

/** By text, and by what was searched for. */
export interface Kept {
  readonly stems: Map<string, readonly string[]>;
  readonly hits: Map<string, readonly Hit[]>;
}

/** By index, so that it goes with the knowledge base that it was made of. */
const kept = new WeakMap<DocumentIndex, Kept>();

/** What was kept beside an index. */
export function keptOf(index: DocumentIndex): Kept {
  const known = kept.get(index);
  if (known !== undefined) return known;
  const fresh: Kept = { stems: new Map(), hits: new Map() };
  kept.set(index, fresh);
  return fresh;
}

/** Keeps a value, in the place of the oldest where there are enough. */
export function keep<T>(values: Map<string, T>, key: string, value: T): T {
  const [oldest] = values.keys();
  if (values.size >= KEPT && oldest !== undefined) values.delete(oldest);
  values.set(key, value);
  return value;
}
