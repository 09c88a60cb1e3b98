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

/** A link tells where something lies, and not what it is: `https://api.files.example/screens.doc`. */
const LINK = /(?:\b[a-z][a-z\d+.-]{1,9}:\/\/|\bwww\.)[^\s"'<>]+/giu;

/** The text with blanks where its links stand, as long as before. */
export const withoutLinks = (text: string): string =>
  text.includes('://') || text.includes('www.')
    ? text.replace(LINK, (link) => ' '.repeat(link.length))
    : text;

/** Runs of letters, runs of digits, and the few signs that mean something, links left out: in order, folded. */
export function tokensOf(text: string): string[] {
  return (fold(withoutLinks(text)).match(TOKEN) ?? []).map((token) => token.slice(0, LONGEST_WORD));
}
