/** Which words say that something is not so though they are misspelt. */

import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance.js';
import type { Grammar } from './grammar.ts';

/** Shortest word that is taken for a misspelt negation: `want` and `cent` are none. */
const MISSPELT_FROM = 5;
/** As many letters at the end are right: `dosnt`, `dident`, `woudnt`. */
const SAME_END = 2;

/** One slip away from a negation that begins and ends alike. */
export function isMisspeltNegation({ negations, everyday }: Grammar, text: string): boolean {
  if (text.length < MISSPELT_FROM || everyday.has(text)) return false;
  return negations.some(
    (known) =>
      known[0] === text[0] &&
      known.slice(-SAME_END) === text.slice(-SAME_END) &&
      DamerauLevenshteinDistance(known, text) <= 1,
  );
}
