/** "Did you mean …?": the known word that is nearest to a misspelt one. */

/**
 * How many slips (a letter too many, too few, wrong, or two swapped) still make a near word. More would offer
 * words that have nothing to do with each other; none would help nobody. Short words get fewer.
 */
const slipsAllowed = (word: string): number => (word.length < 5 ? 1 : word.length < 12 ? 2 : 3);

/**
 * How many words one run looks up. Range: any; 0 suggests nothing. It is as many as `check` prints, so that a
 * base in which every reference is broken is not compared with itself ten thousand times.
 */
const MAX_LOOKUPS = 1000;

/** Suggests for a misspelt word; null where nothing is near. */
export type Speller = (word: string, known: Iterable<string>) => string | null;

/** A speller for one run: it tires after `MAX_LOOKUPS` words. */
export function newSpeller(): Speller {
  let lookups = 0;
  return (word, known) => {
    lookups += 1;
    return lookups > MAX_LOOKUPS ? null : nearest(word, known);
  };
}

/** The known word with the fewest slips, the first of equals; null where none is near enough. */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let limit = slipsAllowed(word);
  for (const candidate of known) {
    if (candidate === word || Math.abs(candidate.length - word.length) > limit) continue;
    const found = slips(word, candidate, limit);
    if (found > limit) continue;
    best = candidate;
    limit = found - 1;
    if (limit < 1) break;
  }
  return best;
}

/**
 * Optimal string alignment distance (Damerau 1964 with adjacent swaps, each letter touched once), in UTF-16 code
 * units. Gives up and returns `limit + 1` as soon as the distance must be above `limit`.
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

/** `did you mean "x"?`, or what to do where nothing is near. */
export function didYouMean(near: string | null, otherwise: string | null): string | null {
  return near === null ? otherwise : `did you mean "${near}"?`;
}
