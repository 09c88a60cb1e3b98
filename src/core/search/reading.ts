/** How a text becomes the words that are searched for. */

import lunr from 'lunr';
import { bare, tokenize } from '../language/words.ts';

/** Reads documents and what is searched for in the same way. */
export interface Reader {
  /** The words of a text in their order. */
  readonly words: (text: string) => readonly string[];
  /** What a word is compared by: `refunds` and `refunded` are both `refund`. */
  readonly term: (word: string) => string;
  /** True where an unknown word may be a misspelt one; false where `words` has put spelling right already. */
  readonly misspelt: boolean;
  /** Terms that say something only of the word beside them, and nothing by themselves. */
  readonly besideOnly: ReadonlySet<string>;
}

/** Longest word that is stemmed; longer ones are no words, and the stemmer's patterns would be slow on them. */
const LONGEST_STEMMED = 40;
/** Characters read at once; a piece of them has fewer words than the tokenizer reads of one text. */
const PIECE = 6_000;

const STEMMED = /^[a-z]{3,}$/;

/**
 * The reader of plain English. Of lunr's pipeline it keeps the stemmer. It leaves out lunr's stop words, since `no`
 * and `not` are among them and common words weigh little anyway, its separator, which cuts `C-04` in two, and its
 * trimmer, which takes letters with accents for punctuation: the words are those of the bot's own tokenizer.
 */
export const ENGLISH: Reader = {
  words: (text) =>
    pieces(text).flatMap((piece) => tokenize(piece).map(({ text: word }) => withoutApostrophe(word))),
  term: (word) =>
    STEMMED.test(word) && word.length <= LONGEST_STEMMED
      ? lunr.stemmer(new lunr.Token(word, {})).toString()
      : word,
  misspelt: true,
  besideOnly: new Set(),
};

/** `manager's` is `manager`, and `isn't` is `isnt`: it must not become `isn`. */
const withoutApostrophe = (word: string): string =>
  word.endsWith("'s") ? bare(word) : word.replaceAll("'", '');

/** Cuts a long text between words. */
function pieces(text: string): readonly string[] {
  if (text.length <= PIECE) return [text];
  const cut: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + PIECE;
    const space = end < text.length ? text.lastIndexOf(' ', end) : -1;
    const to = space > from ? space : end;
    cut.push(text.slice(from, to));
    from = to;
  }
  return cut;
}
