/** Reads plain documents as the bot reads its problems: by a vocabulary of their own words. */

import { buildVocabulary, readWords } from '../../src/core/language/words.ts';
import type { Document, Reader } from '../../src/core/search/documents.ts';
import { grammar } from '../shipped-language.ts';

/** The reader of some documents. Small words stay: nothing else tells some texts apart. */
export function documentReader(documents: readonly Document[]): Reader {
  const texts = documents.flatMap(({ fields }) => Object.values(fields).flat());
  const vocabulary = buildVocabulary(grammar, texts, []);
  return (text) => readWords(vocabulary, text).map(({ stem }) => stem);
}
