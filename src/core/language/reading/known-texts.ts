/** Texts that are known word for word. */

import { hashEnd, hashStart, hashWord } from '../../classifier/hash.ts';
import { lowerBound } from '../lower-bound.ts';

/** What each text is, by a hash of its words: a text takes a tenth of what its words do. Plain data. */
export interface KnownTexts {
  readonly labels: readonly string[];
  /** 53 bits of each text, sorted: by chance two texts of a million share them in one case of 10,000. */
  readonly hashes: Float64Array;
  /** Place among `labels` of what each text is. */
  readonly are: Uint32Array;
}

/** Keeps what each text is. */
export function keepTexts(labelOf: ReadonlyMap<string, string>): KnownTexts {
  const labels = [...new Set(labelOf.values())];
  const placeOf = new Map(labels.map((label, place) => [label, place]));
  const hashed = [...labelOf]
    .map(([words, label]) => ({ hash: hashOf(words), place: placeOf.get(label) ?? 0 }))
    .sort((one, other) => one.hash - other.hash);
  return {
    labels,
    hashes: Float64Array.from(hashed, ({ hash }) => hash),
    are: Uint32Array.from(hashed, ({ place }) => place),
  };
}

/** What a text is; null: it is not known. */
export function knownAs({ labels, hashes, are }: KnownTexts, words: string): string | null {
  const hash = hashOf(words);
  const at = lowerBound(hashes, hash);
  return hashes[at] === hash ? (labels[are[at] ?? 0] ?? null) : null;
}

const hashOf = (words: string): number =>
  hashEnd(hashWord(hashStart(0), words)) * 2 ** 21 + (hashEnd(hashWord(hashStart(1), words)) >>> 11);
