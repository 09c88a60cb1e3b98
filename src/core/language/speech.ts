/** Which of the knowledge base's examples of speech a message, a sentence or a clause is like. */

import { type Acts, type Id, SPEECH, type Speech } from '../knowledge/model.ts';
import type { PlacedWord } from './clauses.ts';
import { AUXILIARIES, DETERMINERS, isFunctionWord, WONDERING } from './english.ts';
import { NOT, readWords, type Vocabulary, type Word } from './words.ts';

/** What an act of speech may be; an `aside` is answered in a sentence and changes nothing. */
export type SpeechKind = Speech | 'aside';

/** One example made ready: its stems without articles, each once, and their weights. */
export interface SpeechExample {
  readonly speech: SpeechKind;
  /** Which aside it is an example of; null where it is none. */
  readonly aside: Id | null;
  readonly stems: readonly string[];
  readonly weight: number;
}

export interface SpeechReader {
  readonly examples: readonly SpeechExample[];
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** Stem → how much it tells, 0.2 to 2. */
  readonly weights: ReadonlyMap<string, number>;
}

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

const counted = (word: Word): boolean =>
  !DETERMINERS.has(word.text) && !['please', 'pls', 'plz', 'just', 'so', 'oh', 'um', 's'].includes(word.text);

function smallWordWeight(stem: string): number | null {
  if (stem === 'why') return 2;
  if (WONDERING.has(stem)) return 0.6;
  if (AUXILIARIES.has(stem)) return 0.2;
  if (stem === NOT) return 1;
  return isFunctionWord(stem) ? 0.3 : null;
}

/** Every example and what it is one of. */
function examplesOf({ speech, asides }: Acts): { text: string; speech: SpeechKind; aside: Id | null }[] {
  return [
    ...SPEECH.flatMap((kind) => speech[kind].map((text) => ({ text, speech: kind, aside: null }))),
    ...asides.flatMap(({ id, phrases }) =>
      phrases.map((text) => ({ text, speech: 'aside' as const, aside: id })),
    ),
  ];
}

/** Makes the examples ready to be compared with. */
export function prepareSpeech(vocabulary: Vocabulary, acts: Acts): SpeechReader {
  const drafted = examplesOf(acts).map(({ text, speech, aside }) => ({
    speech,
    aside,
    stems: [
      ...new Set(
        readWords(vocabulary, text)
          .filter(counted)
          .map((word) => word.stem),
      ),
    ],
  }));
  const frequency = new Map<string, number>();
  for (const { stems } of drafted)
    for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const rarity = Math.log(drafted.length + 1);
  const weights = new Map(
    [...frequency].map(([stem, count]): [string, number] => [
      stem,
      smallWordWeight(stem) ?? 1 + Math.log((drafted.length + 1) / count) / rarity,
    ]),
  );
  const examples = drafted
    .filter(({ stems }) => stems.length > 0)
    .map(
      ({ stems, ...kind }): SpeechExample => ({
        ...kind,
        stems,
        weight: stems.reduce((sum, stem) => sum + (weights.get(stem) ?? 1), 0),
      }),
    );
  const byStem = new Map<string, number[]>();
  for (const [number, { stems }] of examples.entries()) {
    const telling = stems.filter((stem) => (weights.get(stem) ?? 1) >= TELLING_WEIGHT);
    for (const stem of telling.length > 0 ? telling : stems) {
      const list = byStem.get(stem);
      if (list === undefined) byStem.set(stem, [number]);
      else list.push(number);
    }
  }
  return { examples, byStem, weights };
}

/** Below this weight a word does not lead to the examples that hold it. */
const TELLING_WEIGHT = 0.5;
/** A word that no example knows. */
const UNKNOWN_WEIGHT = 1.6;

const weightOf = (reader: SpeechReader, stem: string): number =>
  reader.weights.get(stem) ?? smallWordWeight(stem) ?? UNKNOWN_WEIGHT;

/** What a negation in only one of two bags leaves of their likeness. */
const OTHER_POLARITY = 0.6;
/** What is left where they share small words alone: `I cannot do that` is not `no`. */
const SMALL_WORDS_ONLY = 0.8;

/** What is left where only one of two bags speaks of somebody: `I need it fixed`, `I need somebody who can fix it`. */
const OTHER_PERSONS = 0.8;
const PERSONS = ['somebody', 'anybody'];

/** How like a unit is to an example: twice the weight that they share over the weight that they have (Dice 1945). */
function dice(unit: ReadonlyMap<string, number>, weight: number, example: SpeechExample): number {
  let shared = 0;
  let telling = false;
  let negations = unit.has(NOT) ? 1 : 0;
  let people = PERSONS.some((stem) => unit.has(stem)) ? 1 : 0;
  for (const stem of example.stems) {
    const own = unit.get(stem) ?? 0;
    shared += own;
    telling ||= own > 1;
    if (stem === NOT) negations++;
  }
  if (PERSONS.some((stem) => example.stems.includes(stem))) people++;
  const doubt =
    (negations === 1 ? OTHER_POLARITY : 1) *
    (people === 1 ? OTHER_PERSONS : 1) *
    (telling ? 1 : SMALL_WORDS_ONLY);
  return ((2 * shared) / (weight + example.weight)) * doubt;
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
  const unit = new Map(stems.map((stem) => [stem, weightOf(reader, stem)]));
  const weight = [...unit.values()].reduce((sum, each) => sum + each, 0);
  const seen = new Set<number>();
  let best: SpeechExample | null = null;
  let bestScore = 0;
  for (const stem of stems) {
    for (const number of reader.byStem.get(stem) ?? []) {
      const example = reader.examples[number];
      if (example === undefined || (among !== null && !among.has(example.speech)) || seen.has(number))
        continue;
      seen.add(number);
      const score = dice(unit, weight, example);
      if (score <= bestScore) continue;
      best = example;
      bestScore = score;
    }
  }
  if (best === null) return null;
  const { speech, aside, stems: shared } = best;
  return { speech, aside, from, to, score: bestScore, stems: stems.filter((stem) => shared.includes(stem)) };
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
