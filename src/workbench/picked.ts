/** Numbers and names that were typed for choices. */

import { nearest } from '../core/language/spelling.ts';

/** What was picked, or what to say of it. */
export type Picked =
  | { readonly kind: 'picked'; readonly names: readonly string[] }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * Reads `1, 3` or the names themselves, parted by commas or blanks.
 * @param shown what stands behind the numbers, from 1
 * @param known every name that may be typed
 */
export function picked(typed: string, shown: readonly string[], known: readonly string[]): Picked {
  const names: string[] = [];
  for (const word of typed.split(/[\s,;]+/u).filter((each) => each !== '')) {
    const name = /^\d{1,3}$/u.test(word) ? shown[Number(word) - 1] : known.find((each) => each === word);
    if (name === undefined) return { kind: 'unknown', why: unknown(word, shown.length, known) };
    if (!names.includes(name)) names.push(name);
  }
  return { kind: 'picked', names };
}

function unknown(word: string, count: number, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null
    ? `"${word}" is not a number from 1 to ${count}.`
    : `"${word}": did you mean "${near}"?`;
}
