/** Passwords by their own form: `Sup3rV1s`, `Spring24!`, `Jesus4Me`. */

import { matchesOf } from '../matches.ts';
import type { Span } from '../spans.ts';
import type { SecretReader } from './secret-reader.ts';

const WORD =
  /(?<![\p{L}\p{N}_.@/\\=?&-])[A-Za-z][A-Za-z0-9!#$%&*_-]{3,38}[A-Za-z0-9!#$%&*](?![\p{L}\p{N}_@/\\=]|[.-][\p{L}\p{N}])(?![:=(])/gu;
/** `Sup3rV1s`: two digits stand for letters within a word. */
const LEET_TWICE =
  /^[A-Z][a-z]{1,8}[0134578][a-z]{1,6}[A-Z]?[a-z]{0,6}[0134578][a-z]{1,8}(?:[-_!#$%&*]{0,2}\d{0,4})?[!]?$/;
const FORMS: readonly RegExp[] = [
  /** `t0rque-wrench`, `opr8tor`: one does. */
  /^[A-Za-z]{1,10}[0134578][a-z]{2,12}(?:[013457][a-z]{1,8})?(?:[-_!#$%&*][A-Za-z]{0,12})?[!]?$/,
  /** `Jesus4Me`: a digit between two words. */
  /^[A-Z][a-z]{2,12}[0-9][A-Z][a-z]{1,12}[!]?$/,
  /** `Spring24!`: a word, a number and a sign. */
  /^[A-Z][a-z]{3,14}[!#$%&*_-]?\d{2,4}[!#$%&*]{1,2}$/,
];
/** Fewest letters of a word that is one by its form: shorter ones are the names of models. */
const FEWEST_LETTERS = 6;

/** All of a text, and the same words told again in another way: `Spring24!, Spring25! and spring25`. */
export function* passwordForms({ signs }: SecretReader, text: string): Generator<Span> {
  if (!/\d/.test(text)) return;
  const isByForm = (word: string): boolean =>
    !signs.name.test(word) &&
    (LEET_TWICE.test(word) ||
      ((word.match(/[A-Za-z]/g) ?? []).length >= FEWEST_LETTERS && FORMS.some((form) => form.test(word))));
  const words = matchesOf(WORD, text);
  const stems = new Set(words.filter(({ 0: word }) => isByForm(word)).map(({ 0: word }) => stemOf(word)));
  for (const { 0: word, index } of words)
    if (/\d/.test(word) && stems.has(stemOf(word))) yield { start: index, end: index + word.length };
}

const stemOf = (word: string): string => word.toLowerCase().replace(/[^a-z]+$/, '');
