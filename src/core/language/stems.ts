/** The stem of a word: what words are compared by. */

import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** Stems of the words of a language that have others than their ending tells. */
export type OwnStems = ReadonlyMap<string, string>;

/** The stem of every negation. */
export const NOT = 'not';

/** Longest and shortest word of which the ending is taken off; others are no words, or have none. */
const STEMMED = { shortest: 3, longest: 40 };

/** The word without what an apostrophe adds: `manager's` is `manager`, `it's` is `it`. */
export function bare(text: string): string {
  const at = text.indexOf("'");
  return at < 0 ? text : text.slice(0, at);
}

/** The stem of one word in lower case: its own, that of its ending (`-n't`), or Porter's; words with digits stay. */
export function stem(own: OwnStems, text: string): string {
  const word = bare(text);
  const known = own.get(text) ?? own.get(`-${text.slice(word.length - 1)}`);
  if (known !== undefined) return known;
  const bared = own.get(word);
  // What an apostrophe adds to a negation makes a sentence of it: `nothing's on the screen`.
  if (bared !== undefined && bared !== NOT) return bared;
  return word.length > STEMMED.longest || word.length < STEMMED.shortest || /[^a-z]/.test(word)
    ? word
    : PorterStemmer.stem(word);
}
