/** What stands for a thing that was named before: `the controller was offline, it is online again`; `lane 2`, `lane 3`. */

import type { PlacedWord } from './clauses.ts';
import { AUXILIARIES, PARTICLES, STANDING_IN, TRANSPARENT, VAGUE } from './english.ts';

/** How many words back a pronoun is understood. Lower: less is heard; higher: of other things. Range 6 to 20. */
const REACH = 12;
/** Things among which a pronoun may choose. */
const MOST_THINGS = 4;
/** Pronouns of one text that are looked at, a bound on time. */
const MOST_PRONOUNS = 60;

const names = (word: PlacedWord): boolean =>
  word.kind === 'content' &&
  word.stem.length > 2 &&
  !VAGUE.has(word.text) &&
  !TRANSPARENT.has(word.text) &&
  !PARTICLES.has(word.text);

/** `one` stands for a thing only in `this one`, `the other one`, and `this` only where no noun follows. */
const standsIn = (words: readonly PlacedWord[], at: number): boolean => {
  const word = words[at];
  if (word === undefined || !STANDING_IN.has(word.text)) return false;
  const next = words[at + 1];
  if (word.text === 'this' || word.text === 'that')
    return next === undefined || next.segment !== word.segment || AUXILIARIES.has(next.text);
  return word.text !== 'one' || /^(?:this|that|other|new|old|my)$/.test(words[at - 1]?.text ?? '');
};

/** Places of pronouns, and the stems of the things that they may stand for, nearest first. */
export function referencesOf(words: readonly PlacedWord[]): { at: number; stems: readonly string[] }[] {
  const found: { at: number; stems: readonly string[] }[] = [];
  let looked = 0;
  for (let at = 1; at < words.length && looked < MOST_PRONOUNS; at++) {
    const pronoun = words[at];
    if (pronoun === undefined || !standsIn(words, at)) continue;
    looked++;
    const stems: string[] = [];
    for (let back = at - 1; back >= Math.max(0, at - REACH) && stems.length < MOST_THINGS; back--) {
      const word = words[back];
      if (word === undefined || word.sentence < pronoun.sentence - 1) break;
      const elsewhere = word.segment !== pronoun.segment || word.scope !== pronoun.scope;
      if (elsewhere && names(word) && !stems.includes(word.stem)) stems.push(word.stem);
    }
    if (stems.length > 0) found.push({ at, stems });
  }
  return found;
}

/** Numbered things of one text that are compared, a bound on time. */
const MOST_UNITS = 40;
const NUMBER = /^(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)$/;

interface Unit {
  readonly at: number;
  readonly stem: string;
  readonly number: string;
  readonly segment: number;
  readonly denied: boolean;
}

/**
 * Places of numbers that name another thing of a kind than the one with the trouble: in `lane 2 works but lane 3
 * doesn't` lane 2 is another lane.
 */
export function othersOf(words: readonly PlacedWord[]): number[] {
  const denied = new Set(words.flatMap((word) => (word.kind === 'not' ? [word.segment] : [])));
  if (denied.size === 0) return [];
  const units: Unit[] = [];
  for (let at = 0; at + 1 < words.length && units.length < MOST_UNITS; at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined || next === undefined || next.segment !== word.segment) continue;
    if (!NUMBER.test(next.text) || !names(word)) continue;
    const { stem, segment } = word;
    units.push({ at: at + 1, stem, number: next.text, segment, denied: denied.has(segment) });
  }
  return units
    .filter((unit) => !unit.denied && units.some((other) => other.denied && isAnother(unit, other)))
    .map((unit) => unit.at);
}

const isAnother = (one: Unit, other: Unit): boolean =>
  other.stem === one.stem && other.number !== one.number && Math.abs(other.segment - one.segment) <= 2;
