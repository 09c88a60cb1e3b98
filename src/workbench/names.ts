/** Ids for what is new. */

import type { Id } from '../core/knowledge/model.ts';

/** How many words of a sentence make an id (2..10): fewer say too little, more make file names that nobody reads. */
const WORDS_OF_AN_ID = 6;

/** Words that say nothing in a name. */
const EMPTY = new Set([
  'a',
  'an',
  'the',
  'is',
  'are',
  'was',
  'it',
  'of',
  'and',
  'or',
  'to',
  'its',
  'this',
  'that',
]);

/** An id made of the first telling words of a sentence, with a number behind it where it is taken. */
export function newId(said: string, taken: ReadonlySet<Id>, otherwise: Id): Id {
  const words = said
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !EMPTY.has(word));
  const chosen = (telling.length === 0 ? words : telling).slice(0, WORDS_OF_AN_ID);
  const name = chosen.join('-').slice(0, 70).replace(/-+$/u, '') || otherwise;
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`;
  return free;
}
