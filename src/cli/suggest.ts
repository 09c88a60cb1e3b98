/** "Did you mean …?" for what was typed. */

import { nearest } from '../core/language/spelling.ts';

/** ` Did you mean "x"?` with a blank before it, or nothing. The beginning of a word counts as near. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const lower = typed.toLowerCase();
  const begun = typed.length > 1 ? known.find((word) => word.startsWith(lower)) : undefined;
  const word = known.find((each) => each === lower) ?? begun ?? nearest(lower, known);
  return word === null ? '' : ` Did you mean "${word}"?`;
}
