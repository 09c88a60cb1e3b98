/** The little words of a language. */

import type { AuthoredKinds } from '../authored.ts';
import type { Language } from '../model.ts';

/** Names as the program has them; everything else stands as it is written. */
export function compileLanguage({
  function_words: functionWords,
  empty_pairs: emptyPairs,
  beside_places: besidePlaces,
  before_numbers: beforeNumbers,
  ...rest
}: AuthoredKinds['language']): Language {
  return { ...rest, functionWords, emptyPairs, besidePlaces, beforeNumbers };
}
