/** "Did you mean …?" for what was typed. */

import { nearest } from '../core/language/spelling.ts';

/** ` Did you mean "x"?` with a blank before it, or nothing. The beginning of a word counts as near. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const lower = typed.toLowerCase();
  const begun = typed.length > 1 ? known.find((word) => word.startsWith(lower)) : undefined;
  const word = known.find((each) => each === lower) ?? begun ?? nearest(lower, known);
  return word === null ? '' : ` Did you mean "${word}"?`;
}

/** As many words as are listed where none is near. */
const MOST_LISTED = 12;

/** The same, and where no word is near those that share a part of an id with it, or all where they are few. */
export function nearIds(typed: string, known: readonly string[]): string {
  const near = didYouMean(typed, known);
  if (near !== '') return near;
  const parts = typed.toLowerCase().split('-');
  const alike = known.filter((id) => id.split('-').some((part) => parts.includes(part)));
  const listed = alike.length > 0 || known.length > MOST_LISTED ? alike.slice(0, MOST_LISTED) : known;
  return listed.length === 0
    ? ''
    : ` ${alike.length > 0 ? 'Like it are' : 'There are'}: ${listed.join(', ')}.`;
}
