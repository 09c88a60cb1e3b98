/** Which known word was meant by one that is not known. */

import { hashEnd, hashMore, hashStart } from '../classifier/hash.ts';
import { lowerBound } from './lower-bound.ts';

/**
 * How many slips (a letter too many, too few, wrong, or two swapped) part two words: optimal string alignment (Damerau
 * 1964 with adjacent swaps, each letter touched once), in UTF-16 units. Gives up and returns `limit + 1` as soon as there
 * must be more than `limit`.
 */
export function slips(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const wrong = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cell = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, wrong);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cell = Math.min(cell, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cell);
      least = Math.min(least, cell);
    }
    // A swap reaches back two rows, so one row above the limit is not yet proof.
    if (least > limit && Math.min(...last) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/**
 * How many slips still make a near name. More would offer names that have nothing to do with each other; none would help
 * nobody. Short names get fewer.
 */
const slipsAllowed = (name: string): number => (name.length < 5 ? 1 : name.length < 12 ? 2 : 3);

/** The one of some names with the fewest slips, the first of equals; null where none is near enough. */
export function nearest(name: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let limit = slipsAllowed(name);
  for (const candidate of names) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit) continue;
    const found = slips(name, candidate, limit);
    if (found > limit) continue;
    best = candidate;
    limit = found - 1;
    if (limit < 1) break;
  }
  return best;
}

/** Suggests for a misspelt name; null where nothing is near. */
export type Speller = (name: string, names: Iterable<string>) => string | null;

/**
 * How many names one run looks up. Range: any; 0 suggests nothing. It is as many as `check` prints, so that a base in
 * which every reference is broken is not compared with itself ten thousand times.
 */
const MAX_LOOKUPS = 1000;

/** A speller for one run: it tires after `MAX_LOOKUPS` names. */
export function newSpeller(): Speller {
  let lookups = 0;
  return (name, names) => {
    lookups += 1;
    return lookups > MAX_LOOKUPS ? null : nearest(name, names);
  };
}

/**
 * Hashes of many words with at most one letter left out, sorted; `owners[i]` is the place of the word that `hashes[i]` is
 * of. Two words lie within one slip of each other only if they share one (SymSpell, Garbe 2012).
 */
export interface NearIndex {
  readonly words: readonly string[];
  readonly hashes: Uint32Array;
  readonly owners: Uint32Array;
}

/** Shortest and longest word that is put right. Shorter ones have too many neighbours: `kee` is `key`, `see` and `fee`. */
const CORRECTED = { shortest: 4, longest: 24 };

const LETTERS = /^\p{L}+$/u;
const isCorrected = (word: string): boolean =>
  word.length >= CORRECTED.shortest && word.length <= CORRECTED.longest && LETTERS.test(word);

/** Indexes words, up to a million, for `wordsNear`. */
export function indexNear(words: readonly string[]): NearIndex {
  // A hash and its owner in one number, so that sorting needs no objects: 32 bits and 20 bits fit in a double.
  const packed: number[] = [];
  for (const [place, word] of words.entries())
    if (isCorrected(word)) for (const hash of neighbourhood(word)) packed.push(hash * 2 ** 20 + place);
  const sorted = Float64Array.from(packed).sort();
  return {
    words,
    hashes: Uint32Array.from(sorted, (both) => Math.floor(both / 2 ** 20)),
    owners: Uint32Array.from(sorted, (both) => both % 2 ** 20),
  };
}

/** Hashes of a word with none or one of its letters left out. */
function neighbourhood(word: string): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (let left = -1; left < word.length; left++) {
    let hash = hashStart(0);
    for (let at = 0; at < word.length; at++) if (at !== left) hash = hashMore(hash, word.charCodeAt(at));
    hashes.add(hashEnd(hash));
  }
  return hashes;
}

/** Places of the words that one slip makes of a word, or it of them. */
export function wordsNear({ words, hashes, owners }: NearIndex, word: string): readonly number[] {
  if (!isCorrected(word)) return [];
  const found = new Set<number>();
  for (const hash of neighbourhood(word)) {
    for (let at = lowerBound(hashes, hash); hashes[at] === hash; at++) {
      const place = owners[at] ?? 0;
      if (!found.has(place) && slips(word, words[place] ?? '', 1) === 1) found.add(place);
    }
  }
  return [...found];
}
