/** Splits a text into words. */

import { remembering } from '../classifier/remembering.ts';
import type { Span } from './spans.ts';

/** What stands in a text where a secret stood. It counts as a sign. */
export const HIDDEN = '[hidden]';

/** A word as it is compared, with its place in the text as it was given. */
export interface TextToken extends Span {
  /** In lower case, without accents, one form of each letter; at most `LONGEST_WORD` UTF-16 units. */
  readonly text: string;
}

/**
 * Words of one text that are read. Range 200..10,000, default 2,000: four printed pages, more than a ticket of forty lines
 * with the mail below it; with 10,000 of one letter each somebody could keep everybody else waiting.
 */
const MOST_WORDS = 2_000;
/** Longest word that is read, in UTF-16 units; nobody writes longer ones. */
const LONGEST_WORD = 32;

/** HTML tags and links: a link tells where something lies, and not what it is. */
const PASSED_OVER = [
  /<\/?[a-z][^<>\n]{0,200}>/,
  /\b[a-z][a-z\d+.-]{1,9}:\/\/[^\s"'<>]+/,
  /\bwww\.[^\s"'<>]+/,
];
/** `wasn't` is one word; `z-report` and `C04` are two. Of signs those are words that mean something. */
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+|[?$€£%]/u;
const SECRET = HIDDEN.replace(/[[\]]/g, '\\$&');
const TOKEN = new RegExp(
  `${PASSED_OVER.map(({ source }) => source).join('|')}|(${SECRET}|${WORD.source})`,
  'giu',
);

const ACCENTS = /\p{M}+/gu;
/** A text without accents, other scripts and signs. */
export const ASCII = /^[\u0000-\u007f]*$/;

const folded = (word: string): string =>
  ASCII.test(word) ? word : word.normalize('NFKD').replace(ACCENTS, '').replaceAll('’', "'");

/** Texts whose words are remembered: a message and its clauses are read by many heads. 20 to 1,000. */
const TEXTS_REMEMBERED = 100;

/** Runs of letters, runs of digits, and the few signs that mean something, in their order. */
export const tokenize: (text: string) => readonly TextToken[] = remembering(TEXTS_REMEMBERED, tokensIn);

function tokensIn(text: string): readonly TextToken[] {
  const tokens: TextToken[] = [];
  for (const { 1: word, index: start } of text.matchAll(TOKEN)) {
    if (tokens.length >= MOST_WORDS) break;
    if (word === undefined) continue;
    const own = folded(word.toLowerCase()).slice(0, LONGEST_WORD);
    if (own !== '') tokens.push({ text: own, start, end: start + word.length });
  }
  return tokens;
}

/** The words of a text alone. */
export const wordsOf = (text: string): readonly string[] => tokenize(text).map((token) => token.text);
