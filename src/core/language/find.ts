/** Finds phrases anywhere in a message, whatever stands between their words. */

import type { PlacedWord } from './clauses.ts';
import { LIGHT_PARTICLES, PARTICLES, PREPOSITIONS, SKIPPED } from './english.ts';
import { lowerBound } from './lower-bound.ts';
import { markOf } from './marks.ts';
import { negationOf } from './phrase-negation.ts';
import { mayLack, type Phrase, type PhraseIndex } from './phrases.ts';
import { othersOf, referencesOf } from './references.ts';
import { isNamed, isWorded } from './wording.ts';
import { NOT } from './words.ts';

/** Where a phrase was found. */
export interface Match {
  readonly phrase: Phrase;
  /** Places of its words in the message, ascending. */
  readonly at: readonly number[];
  /** How well, in 0..1: all of it, in order and together is 1. */
  readonly quality: number;
  /** Quality times the weight of what was found: longer and rarer phrases count more. */
  readonly score: number;
}

/** Part of a phrase's weight that must be found. 1: every word; 0.7: facts that nobody stated. */
const ENOUGH = 0.79;
/** Times that one word is looked at in a message, a bound on time for texts that repeat it. */
const MOST_PLACES = 16;
/** What one foreign content word between the words of a phrase takes off its quality. Range 0 to 0.2. */
const GAP_COST = 0.06;
/** What being in another order takes off. Range 0 to 0.3. */
const ORDER_COST = 0.08;
/** Phrases of at most so many words do not reach over `when`, `because` or `and the`. */
const SAME_SCOPE_TO = 3;

/** Places of every stem of a message. */
export interface Places {
  readonly of: ReadonlyMap<string, readonly number[]>;
  /** The marks of all of them: a phrase with a mark that is not among them is not said. */
  readonly marks: number;
}

/** What `other` is compared by. */
const OTHER = 'other';

/** Indexes a message for `findPhrases`. A pronoun stands where the thing would stand that it means. */
export function placesOf(words: readonly PlacedWord[]): Places {
  const places = new Map<string, number[]>();
  let marks = 0;
  const put = (stem: string, at: number): void => {
    const list = places.get(stem);
    if (list !== undefined) {
      list.push(at);
      return;
    }
    places.set(stem, [at]);
    marks |= markOf(stem);
  };
  for (const [at, word] of words.entries()) put(word.stem, at);
  const others = othersOf(words);
  const meant = new Set(others.length > 0 ? [OTHER] : []);
  for (const at of others) put(OTHER, at);
  for (const { at, stems } of referencesOf(words)) {
    for (const stem of stems) {
      put(stem, at);
      meant.add(stem);
    }
  }
  for (const stem of meant) places.get(stem)?.sort((one, other) => one - other);
  return { of: places, marks };
}

/**
 * Words more that a place in another scope, or of a pronoun, seems away; of two as near the later counts.
 */
const OTHER_SCOPE = 100;
const PRONOUN = 0.6;
const EARLIER = 0.2;

/** The place of a stem in the anchor's segment that lies nearest to the anchor, or -1; a preposition is not the particle. */
function nearest(
  words: readonly PlacedWord[],
  places: readonly number[],
  anchor: number,
  stem: string,
): number {
  const middle = lowerBound(places, anchor);
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let at = Math.max(0, middle - 3); at < Math.min(places.length, middle + 3); at++) {
    const place = places[at] ?? -1;
    const word = words[place];
    if (word === undefined || word.segment !== words[anchor]?.segment) continue;
    if (LIGHT_PARTICLES.has(stem) && word.prepositional) continue;
    const away =
      Math.abs(place - anchor) +
      (word.scope === words[anchor]?.scope ? 0 : OTHER_SCOPE) +
      (word.stem === stem ? 0 : PRONOUN) +
      (place < anchor ? EARLIER : 0);
    if (away < least) {
      best = place;
      least = away;
    }
  }
  return best;
}

const NOWHERE: readonly number[] = [];

function matchAt(
  words: readonly PlacedWord[],
  places: Places,
  phrase: Phrase,
  anchored: string,
  anchor: number,
): Match | null {
  const found: number[] = [];
  let weight = 0;
  for (let index = 0; index < phrase.stems.length; index++) {
    const stem = phrase.stems[index] ?? NOT;
    if (stem === NOT) continue;
    const own = anchored === stem;
    const place = own ? anchor : nearest(words, places.of.get(stem) ?? NOWHERE, anchor, stem);
    if (place >= 0) {
      found.push(place);
      weight += phrase.weights[index] ?? 0;
    } else if (!mayLack(phrase.manner, phrase.stems.length, stem)) return null;
  }
  if (phrase.deniedAt >= 0) {
    const not = negationOf(words, phrase, found);
    if (not < 0) return null;
    found.push(not);
    weight += 1;
  }
  if (weight < ENOUGH * phrase.total || !isWorded(words, phrase, found) || !isNamed(words, phrase, found))
    return null;
  return judge(words, phrase, found, weight);
}

/** How many words of a kind stand between the found ones. */
function foreign(
  words: readonly PlacedWord[],
  at: readonly number[],
  counts: (word: PlacedWord) => boolean,
): number {
  let sum = 0;
  for (let place = at[0] ?? 0; place <= (at.at(-1) ?? 0); place++) {
    const word = words[place];
    if (word !== undefined && counts(word) && !at.includes(place)) sum++;
  }
  return sum;
}

function judge(
  words: readonly PlacedWord[],
  phrase: Phrase,
  found: readonly number[],
  weight: number,
): Match | null {
  const at = [...new Set(found)].sort((one, other) => one - other);
  const size = phrase.stems.length;
  if ((at.at(-1) ?? 0) - (at[0] ?? 0) > 3 * size + 4) return null;
  const content = found.filter((place) => words[place]?.kind !== 'not');
  const inOrder = content.every((place, index) => index === 0 || place > (content[index - 1] ?? 0));
  if (
    !inOrder &&
    (phrase.manner !== 'loose' || phrase.related || isRelated(words, at) || isTurned(words, found))
  )
    return null;
  if (size <= SAME_SCOPE_TO && !phrase.joins && words[at[0] ?? 0]?.scope !== words[at.at(-1) ?? 0]?.scope)
    return null;
  const gaps = foreign(words, at, (word) => word.kind !== 'function');
  if (gaps > mostGaps(phrase)) return null;
  if (phrase.manner === 'literal' && foreign(words, at, (word) => !maySkip(phrase, word)) > 0) return null;
  const quality = (weight / phrase.total) * (1 - GAP_COST * gaps) * (inOrder ? 1 : 1 - ORDER_COST);
  return { phrase, at, quality, score: quality * weight };
}

/** `key in REG` is not the `REG key`: something relates the words the other way round; `clock of the server` is its clock. */
const isRelated = (words: readonly PlacedWord[], at: readonly number[]): boolean =>
  foreign(
    words,
    at,
    (word) => word.text !== 'of' && (PREPOSITIONS.has(word.text) || PARTICLES.has(word.text)),
  ) > 0;

/** `in half` is not `half in`: a particle before the word that it should follow is a preposition. */
const isTurned = (words: readonly PlacedWord[], found: readonly number[]): boolean =>
  found.some(
    (place, index) =>
      LIGHT_PARTICLES.has(words[place]?.text ?? '') &&
      found.indexOf(place + 1) >= 0 &&
      found.indexOf(place + 1) < index,
  );

const maySkip = (phrase: Phrase, word: PlacedWord): boolean =>
  word.kind === 'not' || (SKIPPED.has(word.text) && (phrase.hasBe || word.stem !== 'be'));

/** Content words that may stand between the words of a phrase. */
function mostGaps(phrase: Phrase): number {
  switch (phrase.manner) {
    case 'loose':
      return phrase.stems.length;
    case 'name':
    case 'literal':
      return 1;
  }
}

/** All phrases that stand in the words. */
export function findPhrases(index: PhraseIndex, words: readonly PlacedWord[], places: Places): Match[] {
  const matches: Match[] = [];
  for (const [stem, all] of places.of) {
    const numbers = index.byAnchor.get(stem);
    if (numbers === undefined) continue;
    const half = MOST_PLACES / 2;
    const looked = all.length <= MOST_PLACES ? all : [...all.slice(0, half), ...all.slice(-half)];
    for (const number of numbers) {
      const phrase = index.phrases[number];
      if (phrase === undefined || (phrase.marks & ~places.marks) !== 0) continue;
      for (const anchor of looked) {
        if (words[anchor]?.prepositional === true && LIGHT_PARTICLES.has(stem)) continue;
        const match = matchAt(words, places, phrase, stem, anchor);
        if (match !== null) matches.push(match);
      }
    }
  }
  return matches;
}
