/**
 * The words of the training texts, and the way from a misspelt word to a known one: two words lie within one edit of
 * each other only if they are equal once at most one letter of each is left out (SymSpell, Garbe 2012).
 */

import { lowerBound } from '../language/lower-bound.ts';
import { stem } from '../language/words.ts';
import type { Token } from './features.ts';
import { hashEnd, hashMore, hashStart } from './hash.ts';
import type { KnownWords } from './model.ts';
import { tokensOf } from './tokens.ts';

/** Shortest and longest word that is corrected. Shorter ones have too many neighbours: `kee` is `key`, `see` and `fee`. */
const CORRECTED = { shortest: 4, longest: 24 };
/** How many unknown words of one text are looked up; a bound on time. */
const MOST_LOOKED_UP = 100;

const LETTERS = /^\p{L}+$/u;
const isCorrected = (word: string): boolean =>
  word.length >= CORRECTED.shortest && word.length <= CORRECTED.longest && LETTERS.test(word);

/** Hash of a word without the letter at `left`; -1 leaves none out. */
function hashWithout(word: string, left: number): number {
  let hash = hashStart(0);
  for (let at = 0; at < word.length; at++) if (at !== left) hash = hashMore(hash, word.charCodeAt(at));
  return hashEnd(hash);
}

function neighbourhood(word: string): Set<number> {
  const hashes = new Set<number>();
  for (let left = -1; left < word.length; left++) hashes.add(hashWithout(word, left));
  return hashes;
}

/**
 * Learns the words of all texts. `own` has the stems of words that have others than their ending tells; `found` those
 * that were found before, which takes long.
 */
export function learnWords(
  texts: readonly (readonly string[])[],
  own: ReadonlyMap<string, string> = new Map(),
  found: ReadonlyMap<string, string> = own,
): KnownWords {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts.keys()].filter(isCorrected);
  // A hash and its owner in one number, so that sorting needs no objects: 32 bits and 20 bits fit in a double.
  const packed: number[] = [];
  for (const [owner, word] of words.entries())
    for (const hash of neighbourhood(word)) packed.push(hash * 2 ** 20 + owner);
  const sorted = Float64Array.from(packed).sort();
  const stems = new Map(own);
  const knownStems = new Set<string>();
  for (const word of counts.keys()) {
    const stemmed = found.get(word) ?? stem(own, word);
    stems.set(word, stemmed);
    knownStems.add(stemmed);
  }
  return {
    stems,
    knownStems,
    words,
    counts: Uint32Array.from(words, (word) => counts.get(word) ?? 1),
    hashes: Uint32Array.from(sorted, (both) => Math.floor(both / 2 ** 20)),
    owners: Uint32Array.from(sorted, (both) => both % 2 ** 20),
  };
}

/** True where one letter put in, left out, changed, or swapped with its neighbour makes one word the other. */
export function isOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  const rest = (word: string, at: number): string => word.slice(at);
  if (short.length < long.length) return rest(short, from) === rest(long, from + 1);
  if (rest(short, from + 1) === rest(long, from + 1)) return true;
  return (
    short[from] === long[from + 1] &&
    short[from + 1] === long[from] &&
    rest(short, from + 2) === rest(long, from + 2)
  );
}

/** The most frequent known word within one edit of an unknown one, null where there is none. */
export function nearest(known: KnownWords, word: string): string | null {
  if (!isCorrected(word)) return null;
  let best: string | null = null;
  let bestCount = 0;
  for (const hash of neighbourhood(word)) {
    for (let at = lowerBound(known.hashes, hash); known.hashes[at] === hash; at++) {
      const owner = known.owners[at] ?? 0;
      const count = known.counts[owner] ?? 0;
      const candidate = known.words[owner];
      if (candidate === undefined || count <= bestCount || !isOneEdit(word, candidate)) continue;
      best = candidate;
      bestCount = count;
    }
  }
  return best;
}

/** A text's words made ready, and how many of them had to be corrected or stayed unknown. */
export interface ReadText {
  readonly tokens: readonly Token[];
  readonly corrected: number;
  readonly unknown: number;
}

/** Reads a text by the words that are known. */
export function readText(known: KnownWords, text: string): ReadText {
  let corrected = 0;
  let unknown = 0;
  const tokens = tokensOf(text).map((word): Token => {
    const own = stem(known.stems, word);
    if (known.knownStems.has(own)) return { letters: word, stem: own };
    const near = corrected + unknown < MOST_LOOKED_UP ? nearest(known, word) : null;
    if (near === null) {
      unknown++;
      return { letters: word, stem: own };
    }
    corrected++;
    return { letters: near, stem: stem(known.stems, near) };
  });
  return { tokens, corrected, unknown };
}
