/**
 * A corrector over the words of the knowledge base: deletion neighbourhoods, as in SymSpell (Garbe 2012). Two words
 * lie within distance d of each other when deleting at most d letters on either side makes them equal; so the
 * deletions of every known word are kept as hashes, and a lookup costs only the deletions of the word looked up.
 */

import JaroWinklerDistance from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance.js';
import { lowerBound } from './lower-bound.ts';

/** Shortest word that is corrected. Lower: `kee` becomes `key`, and `out` something else. */
const SHORTEST = 4;
/** Length from which two edits are forgiven. Lower: more typos read, and more words taken for others. Range 6 to 12. */
const TWO_EDITS_FROM = 8;
/**
 * Length from which one edit in the first letter is forgiven. Lower: `ate` is `date`; higher: a slip on the first key
 * makes a word unknown. Range 4 to 8.
 */
const OTHER_START_FROM = 5;
/** Known words that are compared with one word, a bound on time. Lower: rare words are not found. Range 30 to 200. */
export const MOST_CANDIDATES = 100;
/** Letters at the front of a word that the neighbourhoods cover; more cost memory and win nothing. */
const PREFIX = 8;
/** Longest word that is looked at. */
const LONGEST = 32;

/** Known words and the hashes of their deletions, sorted; `owners[i]` is the word that `hashes[i]` comes from. */
export interface SpellingIndex {
  readonly words: readonly string[];
  readonly counts: Uint32Array;
  readonly hashes: Uint32Array;
  readonly owners: Uint32Array;
}

const LETTERS = /^\p{L}+$/u;

const editsFor = (word: string): number => (word.length >= TWO_EDITS_FROM ? 2 : 1);

/** FNV-1a over the first letters of a word, without those at `skipOne` and `skipTwo`. */
function hashWithout(word: string, skipOne: number, skipTwo: number): number {
  let hash = 0x811c9dc5;
  const end = Math.min(word.length, PREFIX);
  for (let at = 0; at < end; at++) {
    if (at === skipOne || at === skipTwo) continue;
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Hashes of a word with up to `edits` letters of its front deleted. */
function neighbourhood(word: string, edits: number): Set<number> {
  const hashes = new Set([hashWithout(word, -1, -1)]);
  const end = Math.min(word.length, PREFIX);
  for (let one = 0; one < end; one++) {
    hashes.add(hashWithout(word, one, -1));
    if (edits < 2) continue;
    for (let two = one + 1; two < end; two++) hashes.add(hashWithout(word, one, two));
  }
  return hashes;
}

/** Indexes known words by how often they stand in the knowledge base. */
export function buildSpelling(counts: ReadonlyMap<string, number>): SpellingIndex {
  const words = [...counts.keys()].filter(
    (word) => word.length >= SHORTEST && word.length <= LONGEST && LETTERS.test(word),
  );
  // A hash and its owner in one number, so that sorting needs no objects: 32 bits and 20 bits fit in a double.
  const packed: number[] = [];
  for (const [owner, word] of words.entries()) {
    for (const hash of neighbourhood(word, editsFor(word))) packed.push(hash * 2 ** 20 + owner);
  }
  const sorted = Float64Array.from(packed).sort();
  return {
    words,
    counts: Uint32Array.from(words, (word) => counts.get(word) ?? 1),
    hashes: Uint32Array.from(sorted, (both) => Math.floor(both / 2 ** 20)),
    owners: Uint32Array.from(sorted, (both) => both % 2 ** 20),
  };
}

/** Known words that may be meant by a word, most of them by chance; never more than `MOST_CANDIDATES`. */
export function candidates(index: SpellingIndex, word: string): readonly number[] {
  const owners = new Set<number>();
  for (const hash of neighbourhood(word, editsFor(word))) {
    for (let at = lowerBound(index.hashes, hash); index.hashes[at] === hash; at++) {
      if (owners.size >= MOST_CANDIDATES) return [...owners];
      owners.add(index.owners[at] ?? 0);
    }
  }
  return [...owners];
}

/** Edits that are forgiven between a word and a known one; people seldom err in the first letter. */
function allowedEdits(word: string, known: string): number {
  const both = Math.min(editsFor(word), editsFor(known));
  if (word[0] === known[0]) return both;
  if (word[0] === known[1] && word[1] === known[0]) return both;
  return Math.min(word.length, known.length) >= OTHER_START_FROM ? 1 : 0;
}

/**
 * The known word that was probably meant, or null. One edit is forgiven from four letters on, two from eight; the
 * likest by Jaro-Winkler wins, and of words alike the more frequent.
 */
export function correct(index: SpellingIndex, word: string): string | null {
  if (word.length < SHORTEST || word.length > LONGEST || !LETTERS.test(word)) return null;
  let best: string | null = null;
  let bestScore = 0;
  for (const owner of candidates(index, word)) {
    const known = index.words[owner];
    if (known === undefined || Math.abs(known.length - word.length) > 2) continue;
    const allowed = allowedEdits(word, known);
    if (allowed === 0 || DamerauLevenshteinDistance(word, known) > allowed) continue;
    const score = JaroWinklerDistance(word, known) + 0.01 * Math.log2(1 + (index.counts[owner] ?? 1));
    if (score > bestScore || (score === bestScore && best !== null && known < best)) {
      best = known;
      bestScore = score;
    }
  }
  return best;
}
