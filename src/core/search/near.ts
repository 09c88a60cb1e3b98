/** Finds the indexed words that an unknown word was probably meant to be. */

/** Shortest word that is looked up: one edit makes almost any word of two letters of another. */
const SHORTEST = 3;
/** Length from which two edits are forgiven. Lower: more typos read, and more words taken for others. Range 6 to 12. */
const TWO_EDITS_FROM = 8;
/** Longest word that is looked at. */
const LONGEST = 32;
/** At most this many words stand for an unknown one. 1: a tie is decided by chance; many: the likely one is drowned. */
const MOST_NEAR = 3;
/**
 * How much nearer words are preferred: shares go by the likeness to this power. 1: the second best counts as much as
 * the best; beyond 20 only the best counts.
 */
const PREFERENCE = 8;
/** How much a word that many documents have is preferred among equally near ones; 0 to 0.1. */
const COMMONNESS = 0.02;

const LETTERS = /^\p{L}+$/u;

/** The words that may be meant, with a mark of the letters in each. */
export interface Spellings {
  readonly words: readonly string[];
  readonly terms: Uint32Array;
  /** Per word: a bit for each letter in it, letters beyond the 26 sharing bits. */
  readonly letters: Uint32Array;
}

/** A term that stands for an unknown word, with the share that it has in it; shares sum up to at most 1. */
export interface Near {
  readonly term: number;
  readonly share: number;
}

/** Takes the words that can be misspelt: words with digits are codes, and a near code is another code. */
export function spellingsOf(words: readonly string[], terms: Uint32Array): Spellings {
  const places = [...words.keys()].filter((place) => isSpelt(words[place] ?? ''));
  return {
    words: places.map((place) => words[place] ?? ''),
    terms: Uint32Array.from(places, (place) => terms[place] ?? 0),
    letters: Uint32Array.from(places, (place) => lettersOf(words[place] ?? '')),
  };
}

const isSpelt = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST && LETTERS.test(word);

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters >>> 0;
}

/**
 * The terms that an unknown word is nearest to; `commonness` tells in how many documents a term stands. Every word is
 * looked at, but an edit changes at most two letters of the mark, so that few are compared letter by letter.
 */
export function nearTerms(
  spellings: Spellings,
  word: string,
  commonness: (term: number) => number,
): readonly Near[] {
  if (!isSpelt(word)) return [];
  const edits = word.length >= TWO_EDITS_FROM ? 2 : 1;
  const letters = lettersOf(word);
  const rows = newRows();
  const likeness = new Map<number, number>();
  for (let place = 0; place < spellings.words.length; place += 1) {
    if (bits((spellings.letters[place] ?? 0) ^ letters) > 2 * edits) continue;
    const known = spellings.words[place] ?? '';
    const distance = boundedDistance(word, known, edits, rows);
    if (distance > edits) continue;
    const term = spellings.terms[place] ?? 0;
    const alike =
      (1 - distance / Math.max(word.length, known.length)) * (1 + COMMONNESS * Math.log1p(commonness(term)));
    likeness.set(term, Math.max(likeness.get(term) ?? 0, alike));
  }
  const best = [...likeness].sort(([a, one], [b, other]) => other - one || a - b).slice(0, MOST_NEAR);
  const all = best.reduce((sum, [, alike]) => sum + alike ** PREFERENCE, 0);
  return best.map(([term, alike]) => ({ term, share: alike ** PREFERENCE / all }));
}

/** Counts the bits that are set (Warren 2002, Hacker's Delight, 5-1). */
function bits(value: number): number {
  const pairs = value - ((value >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** Room for three rows of a comparison, so that comparing with every word of an index makes no garbage. */
type Rows = readonly [Uint8Array, Uint8Array, Uint8Array];

const newRows = (): Rows => [
  new Uint8Array(LONGEST + 1),
  new Uint8Array(LONGEST + 1),
  new Uint8Array(LONGEST + 1),
];

/**
 * How many letters must be added, taken away, changed or swapped with their neighbour to make one word of another
 * (optimal string alignment); anything above `most` where it is more than that. Words have at most LONGEST letters.
 */
export function boundedDistance(one: string, other: string, most: number, rows = newRows()): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last, row] = rows;
  for (let j = 0; j <= other.length; j += 1) last[j] = j;
  for (let i = 1; i <= one.length; i += 1) {
    const letter = one.charCodeAt(i - 1);
    let left = i;
    let least = i;
    row[0] = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = letter === other.charCodeAt(j - 1);
      let edits = Math.min((last[j] ?? 0) + 1, left + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && letter === other.charCodeAt(j - 2);
      if (swapped && one.charCodeAt(i - 2) === other.charCodeAt(j - 1))
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row[j] = edits;
      left = edits;
      if (edits < least) least = edits;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return last[other.length] ?? 0;
}
