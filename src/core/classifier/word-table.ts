/** Words with their stems, in a list that many models share: it is kept as two strings, and looked up in once it is asked. */

import { lowerBound } from '../language/lower-bound.ts';
import { stem } from '../language/words.ts';
import type { Token } from './features.ts';
import { hashEnd, hashMore, hashStart } from './hash.ts';
import type { OwnStems, WordTable } from './model.ts';

/** A word as a table sees it, whichever model asks. */
export interface SeenWord extends Token {
  /** Its place in the table; -1: it is not in it. */
  readonly place: number;
  /** The number of its stem; -1: no word of the table has it. */
  readonly stemNumber: number;
}

/** What a table is looked up by. */
export interface WordLookup {
  /** By place. */
  readonly words: readonly SeenWord[];
  readonly stemCount: number;
  seen(word: string): SeenWord;
  /** Places of the words within one edit of a word: those that share a hash with it together, hash by hash. */
  near(word: string): readonly (readonly number[])[];
}

/** The table of words and of the stem of each, where it is not `found` before. */
export const tableOf = (words: readonly string[], own: OwnStems, found: OwnStems): WordTable => ({
  words: words.join('\n'),
  stems: words.map((word) => found.get(word) ?? stem(own, word)).join('\n'),
  own,
});

const lookups = new WeakMap<WordTable, WordLookup>();

/** Makes a table ready, once. */
export function lookupIn(table: WordTable): WordLookup {
  const made = lookups.get(table) ?? lookupFrom(table);
  lookups.set(table, made);
  return made;
}

/** How many words outside of a table are remembered: as many as some long messages have. 100 to 10,000. */
const REMEMBERED = 1_000;

function lookupFrom({ words, stems, own: ownStems }: WordTable): WordLookup {
  const numbers = new Map<string, number>();
  const stemOfEach = linesOf(stems);
  const all = linesOf(words).map((letters, place): SeenWord => {
    const own = stemOfEach[place] ?? '';
    const stemNumber = numbers.get(own) ?? numbers.size;
    numbers.set(own, stemNumber);
    return { letters, stem: own, place, stemNumber };
  });
  const byLetters = new Map(all.map((word) => [word.letters, word]));
  const strange = remembering((letters: string): SeenWord => {
    const own = stem(ownStems, letters);
    return { letters, stem: own, place: -1, stemNumber: numbers.get(own) ?? -1 };
  });
  let index: NearIndex | null = null;
  const near = remembering((word: string) => {
    index ??= indexNear(all);
    return nearIn(index, all, word);
  });
  return {
    words: all,
    stemCount: numbers.size,
    seen: (word) => byLetters.get(word) ?? strange(word),
    near,
  };
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));

/** A function that remembers what it returned; too many are forgotten together. */
function remembering<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    const worked = work(word);
    if (known.size >= REMEMBERED) known.clear();
    known.set(word, worked);
    return worked;
  };
}

/**
 * Hashes of the words with at most one letter left out, sorted; `owners[i]` is the place of the word that `hashes[i]` is
 * of. Two words lie within one edit of each other only if they share one (SymSpell, Garbe 2012).
 */
interface NearIndex {
  readonly hashes: Uint32Array;
  readonly owners: Uint32Array;
}

/** Shortest and longest word that is corrected. Shorter ones have too many neighbours: `kee` is `key`, `see` and `fee`. */
const CORRECTED = { shortest: 4, longest: 24 };

const LETTERS = /^\p{L}+$/u;
const isCorrected = (word: string): boolean =>
  word.length >= CORRECTED.shortest && word.length <= CORRECTED.longest && LETTERS.test(word);

function indexNear(words: readonly SeenWord[]): NearIndex {
  // A hash and its owner in one number, so that sorting needs no objects: 32 bits and 20 bits fit in a double.
  const packed: number[] = [];
  for (const { letters, place } of words)
    if (isCorrected(letters)) for (const hash of neighbourhood(letters)) packed.push(hash * 2 ** 20 + place);
  const sorted = Float64Array.from(packed).sort();
  return {
    hashes: Uint32Array.from(sorted, (both) => Math.floor(both / 2 ** 20)),
    owners: Uint32Array.from(sorted, (both) => both % 2 ** 20),
  };
}

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

function nearIn(
  { hashes, owners }: NearIndex,
  words: readonly SeenWord[],
  word: string,
): readonly number[][] {
  if (!isCorrected(word)) return [];
  const found: number[][] = [];
  for (const hash of neighbourhood(word)) {
    const together: number[] = [];
    for (let at = lowerBound(hashes, hash); hashes[at] === hash; at++) {
      const place = owners[at] ?? 0;
      if (isOneEdit(word, words[place]?.letters ?? '')) together.push(place);
    }
    if (together.length > 0) found.push(together);
  }
  return found;
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
