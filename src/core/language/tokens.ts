/** Splits a text into runs of letters and digits. */

import { matchesOf } from './matches.ts';

/** What stands in a text where a secret stood; it is no word. */
export const HIDDEN = '[hidden]';

/** A run of letters and digits, in lower case without accents; `start` and `end` are UTF-16 offsets into the text. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Hidden secrets and HTML tags are passed over; `OP-909` is one word; `wasn't` is one word; `z-report` is two. */
const TOKEN =
  /\[hidden\]|<\/?[a-z][^<>\n]{0,200}>|\p{L}{1,5}-\d[\p{L}\p{N}]{0,11}(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'\p{L}{1,3}(?![\p{L}\p{N}]))?/giu;
const ACCENTS = /\p{M}+/gu;
const ASCII = /^[\u0000-\u007f]*$/;

const isPlain = (text: string): boolean => ASCII.test(text);

const folded = (text: string): string => text.toLowerCase().normalize('NFD').replace(ACCENTS, '');

/**
 * Words of one text that are read. Range 200..10,000, default 2,000: four printed pages, more than a ticket of forty lines
 * with the mail below it; with 10,000 of one letter each somebody could keep everybody else waiting.
 */
const MOST_WORDS = 2_000;

/** Splits a text into words. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  // Folding a plain text moves no letter, so that one pass does for all of its words.
  const lower = isPlain(text) ? text.toLowerCase() : null;
  for (const { 0: raw, index: start } of matchesOf(TOKEN, text)) {
    if (tokens.length >= MOST_WORDS) break;
    if (raw === HIDDEN || raw.startsWith('<') || raw.startsWith('[')) continue;
    const end = start + raw.length;
    const word = (lower?.slice(start, end) ?? folded(raw)).replaceAll('-', '');
    if (word !== '') tokens.push({ text: word, start, end });
  }
  return tokens;
}
