/** The words of a text as the classifier sees them. */

/** Longest text that is read, in UTF-16 code units; what follows is passed over. A bound on time. */
const LONGEST_TEXT = 4000;
/** Longest word that is read, in UTF-16 code units; nobody writes longer ones. */
const LONGEST_WORD = 32;

const TOKEN = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|\p{N}+|[?$€£%]/gu;
const ACCENTS = /\p{M}+/gu;
const ASCII = /^[\u0000-\u007f]*$/;

/** Lower case, without accents, one form of each letter, straight apostrophes. */
function fold(text: string): string {
  const lower = text.slice(0, LONGEST_TEXT).toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower.normalize('NFKD').replace(ACCENTS, '').replaceAll('’', "'").slice(0, LONGEST_TEXT);
}

/** Runs of letters, runs of digits, and the few signs that mean something: in order, folded. */
export function tokensOf(text: string): string[] {
  return (fold(text).match(TOKEN) ?? []).map((token) => token.slice(0, LONGEST_WORD));
}
