/** Which words say that something is not so, misspelt ones too. */

import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance.js';
import { COMMON_WORDS } from './common-words.ts';
import { NEGATIONS } from './english.ts';

/** True for a negation in lower case. */
export const isNegation = (text: string): boolean => NEGATIONS.has(text) || text.endsWith("n't");

/** Shortest word that is taken for a misspelt negation: `want` and `cent` are none. */
const MISSPELT_FROM = 5;

/** `dosnt`, `dident`, `woudnt`: one slip away from a negation that begins alike. */
export function isMisspeltNegation(text: string): boolean {
  if (text.length < MISSPELT_FROM || !text.endsWith('nt') || COMMON_WORDS.has(text)) return false;
  return [...NEGATIONS].some(
    (known) => known.endsWith('nt') && known[0] === text[0] && DamerauLevenshteinDistance(known, text) <= 1,
  );
}
