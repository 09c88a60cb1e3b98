/** Which of the knowledge base's examples of speech a message, a sentence or a clause is like. */

import type { Id } from '../knowledge/model.ts';
import type { PlacedWord } from './clauses.ts';
import {
  counted,
  namesSomebody,
  type SpeechExample,
  type SpeechKind,
  type SpeechReader,
  smallWordWeight,
} from './speech-examples.ts';
import { NOT } from './words.ts';

/** Words of the message, from and to (excluded), that are an act of speech. */
export interface HeardSpeech {
  readonly speech: SpeechKind;
  readonly aside: Id | null;
  readonly from: number;
  readonly to: number;
  /** Likeness in 0..1. */
  readonly score: number;
  /** Words that unit and example share, as stems. */
  readonly stems: readonly string[];
}

/** From this likeness on a unit is taken for an example. Lower: more small talk is seen, and reports are lost in it. */
export const LIKE_ENOUGH = 0.75;
/** Longer units are not compared as a whole; nobody says "start over" in so many words. */
const LONGEST_UNIT = 16;

/** A word that no example knows. */
const UNKNOWN_WEIGHT = 1.6;

/** What a negation in only one of two bags leaves of their likeness. */
const OTHER_POLARITY = 0.6;
/** What is left where they share small words alone: `I cannot do that` is not `no`. */
const SMALL_WORDS_ONLY = 0.8;

/** What is left where only one of two bags speaks of somebody: `I need it fixed`, `I need somebody who can fix it`. */
const OTHER_PERSONS = 0.8;
/** Words that are compared with examples. */
interface Unit {
  /** Numbers of its stems that examples know. */
  readonly numbers: readonly number[];
  /** Of all its words, known to examples or not. */
  readonly weight: number;
  readonly isNegated: boolean;
  readonly namesSomebody: boolean;
}

function unitOf(reader: SpeechReader, stems: readonly string[]): Unit {
  const numbers: number[] = [];
  let weight = 0;
  for (const stem of stems) {
    const number = reader.numbers.get(stem);
    if (number !== undefined) numbers.push(number);
    weight +=
      number === undefined ? (smallWordWeight(stem) ?? UNKNOWN_WEIGHT) : (reader.weights[number] ?? 0);
  }
  return { numbers, weight, isNegated: stems.includes(NOT), namesSomebody: namesSomebody(stems) };
}

/** Room to compare one unit in; all zeros between two. */
interface Room {
  /** By number of a stem, its weight where it is in the unit. */
  readonly own: Float64Array;
  /** By number of an example, 1 where it was compared. */
  readonly seen: Uint8Array;
}

/** By reader, so that it goes with it: most messages have several units, and none needs all of it. */
const rooms = new WeakMap<SpeechReader, Room>();

function roomOf(reader: SpeechReader): Room {
  const known = rooms.get(reader);
  if (known !== undefined) return known;
  const room = {
    own: new Float64Array(reader.weights.length),
    seen: new Uint8Array(reader.examples.length),
  };
  rooms.set(reader, room);
  return room;
}

/** How like a unit is to an example: twice the weight that they share over the weight that they have (Dice 1945). */
function dice(unit: Unit, own: Float64Array, example: SpeechExample): number {
  const { stems } = example;
  let shared = 0;
  let telling = false;
  for (let at = 0; at < stems.length; at += 1) {
    const each = own[stems[at] ?? 0] ?? 0;
    shared += each;
    telling ||= each > 1;
  }
  const doubt =
    (unit.isNegated === example.isNegated ? 1 : OTHER_POLARITY) *
    (unit.namesSomebody === example.namesSomebody ? 1 : OTHER_PERSONS) *
    (telling ? 1 : SMALL_WORDS_ONLY);
  return ((2 * shared) / (unit.weight + example.weight)) * doubt;
}

/** Stems of a unit as examples are compared by. */
export function unitStems(words: readonly PlacedWord[], from: number, to: number): string[] {
  return [
    ...new Set(
      words
        .slice(from, to)
        .filter(counted)
        .map((word) => word.stem),
    ),
  ];
}

/** The example that a unit is most like; one of `among` where given. */
export function likest(
  reader: SpeechReader,
  words: readonly PlacedWord[],
  from: number,
  to: number,
  among: ReadonlySet<SpeechKind> | null,
): HeardSpeech | null {
  const stems = unitStems(words, from, to);
  if (stems.length === 0 || stems.length > LONGEST_UNIT) return null;
  const unit = unitOf(reader, stems);
  const best = bestExample(reader, unit, among);
  if (best === null) return null;
  const { speech, aside } = best.example;
  const shared = new Set(best.example.stems);
  return {
    speech,
    aside,
    from,
    to,
    score: best.score,
    stems: stems.filter((stem) => shared.has(reader.numbers.get(stem) ?? -1)),
  };
}

/** The first of the examples that are most like a unit; null where none shares a word with it that leads to it. */
function bestExample(
  reader: SpeechReader,
  unit: Unit,
  among: ReadonlySet<SpeechKind> | null,
): { readonly example: SpeechExample; readonly score: number } | null {
  const { own, seen } = roomOf(reader);
  for (const stem of unit.numbers) own[stem] = reader.weights[stem] ?? 0;
  let best: SpeechExample | null = null;
  let bestScore = 0;
  for (const stem of unit.numbers) {
    for (const number of reader.byStem[stem] ?? []) {
      const example = reader.examples[number];
      if (seen[number] === 1 || example === undefined || (among !== null && !among.has(example.speech)))
        continue;
      seen[number] = 1;
      const score = dice(unit, own, example);
      if (score <= bestScore) continue;
      best = example;
      bestScore = score;
    }
  }
  for (const stem of unit.numbers) own[stem] = 0;
  seen.fill(0);
  return best === null ? null : { example: best, score: bestScore };
}

/** Ends of the runs of words that share a value. */
function runs(
  words: readonly PlacedWord[],
  from: number,
  to: number,
  of: (word: PlacedWord) => number,
): [number, number][] {
  const found: [number, number][] = [];
  for (let at = from; at < to; ) {
    const word = words[at];
    let end = at + 1;
    while (end < to && word !== undefined && words[end] !== undefined && of(words[end] ?? word) === of(word))
      end++;
    found.push([at, end]);
    at = end;
  }
  return found;
}

/** What is like an example: the whole message, or else its sentences, or else their clauses. Words of other parts are left out. */
export function hearSpeech(
  reader: SpeechReader,
  words: readonly PlacedWord[],
  among: ReadonlySet<SpeechKind> | null,
): HeardSpeech[] {
  const whole = likest(reader, words, 0, words.length, among);
  if (whole !== null && whole.score >= LIKE_ENOUGH) return [whole];
  return runs(words, 0, words.length, (word) => word.sentence).flatMap(([from, to]) => {
    // What is as long as what it is part of was compared already.
    const sentence = to - from === words.length ? whole : likest(reader, words, from, to, among);
    if (sentence !== null && sentence.score >= LIKE_ENOUGH) return [sentence];
    return runs(words, from, to, (word) => word.segment).flatMap(([start, end]) => {
      const clause = end - start === to - from ? sentence : likest(reader, words, start, end, among);
      return clause !== null && clause.score >= LIKE_ENOUGH ? [clause] : [];
    });
  });
}
