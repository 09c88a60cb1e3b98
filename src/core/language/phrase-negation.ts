/** Which negation of a message is the one that a phrase has: `key does not turn`, `nobody signed in`. */

import type { PlacedWord } from './clauses.ts';
import {
  ABLE,
  ABSENCE,
  DEFINITE,
  DETERMINERS,
  NO_PERSON,
  NO_THING,
  PRONOUNS,
  TRANSPARENT,
} from './english.ts';
import type { Phrase } from './phrases.ts';

/** Content words that may stand between a negation and what it denies. */
const NEGATION_REACH = 2;

/** The negation that stands before a word in its scope, not too far, or -1. */
function negationBefore(words: readonly PlacedWord[], place: number): number {
  let between = 0;
  for (let at = place - 1; at >= 0 && at >= place - 7; at--) {
    const word = words[at];
    if (word === undefined || word.scope !== words[place]?.scope) return -1;
    if (word.kind === 'not') return at;
    if (word.kind === 'content' && ++between > NEGATION_REACH) return -1;
  }
  return -1;
}

/** The negation that belongs to a phrase which has one itself, or -1. */
export function negationOf(words: readonly PlacedWord[], phrase: Phrase, found: readonly number[]): number {
  const denied = phrase.stems[phrase.deniedAt];
  const place = found.find((each) => words[each]?.stem === denied);
  const not = place === undefined ? -1 : negationBefore(words, place);
  const word = words[not];
  if (word === undefined) return -1;
  const able = words.slice(not + 1, place).some((each) => ABLE.has(each.text));
  if (phrase.cannot && NO_THING.has(word.text) && !able) return -1;
  const names = (each: PlacedWord): boolean => each.kind === 'content' && !TRANSPARENT.has(each.text);
  if (phrase.nothing && words.slice(not + 1, place).some(names)) return -1;
  if (phrase.nobody && (able || !isNobody(word, words[not + 1]))) return -1;
  // "not the key" denies that it is the key; it does not say that there is none.
  const denies =
    phrase.absence &&
    !ABSENCE.has(word.text) &&
    not + 2 === place &&
    DEFINITE.has(words[not + 1]?.text ?? '');
  return denies ? -1 : not;
}

const isNobody = (word: PlacedWord, next: PlacedWord | undefined): boolean =>
  NO_PERSON.has(word.text) || (['no', 'none', 'not'].includes(word.text) && isPerson(next));

const isPerson = (word: PlacedWord | undefined): boolean =>
  word !== undefined && (PRONOUNS.has(word.text) || DETERMINERS.has(word.text) || word.text === 'body');
