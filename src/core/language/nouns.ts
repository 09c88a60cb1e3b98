/** Names of things, which stand in the singular or the plural and are no other form of their stem. */

import { bare, stem, type Word } from './words.ts';

/** The word without its plural: `tills` and `till's` name a till, `registered` names no register. */
export const nounForm = (text: string): string =>
  bare(text).replace(/(?<=[a-z]{2})(?:(?<=[sxz]|ch|sh)es|(?<!s)s)$/, '');

/** The words of a name: their stems, and how each is written without its plural. */
export type Nouns = ReadonlyMap<string, string>;

export const nounsOf = (words: readonly Word[]): Nouns =>
  new Map(words.map((word) => [word.rawStem, nounForm(word.text)]));

/** `registered` does not name a register, nor a balance a balancer; a misspelt name is still one. */
export function mayName(nouns: Nouns, word: Word): boolean {
  const noun = nouns.get(word.rawStem);
  return noun === undefined || nounForm(word.text) === noun || stem(word.text) !== word.rawStem;
}
