/** Phrases of the knowledge base, found anywhere in a message whatever stands between their words. */

import type { PlacedWord } from './clauses.ts';
import { isFunctionWord, LIGHT_PARTICLES, PARTICLES, TELLING, VAGUE } from './english.ts';
import { NOT, readWords, type Vocabulary, type Word } from './words.ts';

/** A phrase and whose it is; what the number means is the caller's. */
export interface PhraseSource {
  readonly owner: number;
  readonly text: string;
}

/** A phrase made ready. */
export interface Phrase {
  readonly owner: number;
  /** Stems that must stand in the message, each once, in the order of the phrase. */
  readonly stems: readonly string[];
  /** How much each stem tells, 1 (in every phrase) to 2 (in one). */
  readonly weights: readonly number[];
  readonly total: number;
  /** For a phrase with `not`: the place in `stems` of the word that it denies; -1 where there is no `not`. */
  readonly deniedAt: number;
  /** False: too vague to mean anything unless the question was asked. */
  readonly firm: boolean;
  /** In order, nothing lacking, `without` as written: for phrases that must not be taken for their look-alikes. */
  readonly strict: boolean;
  readonly without: boolean;
}

export interface PhraseIndex {
  readonly phrases: readonly Phrase[];
  /** Rarest stem → phrases that hold it. */
  readonly byAnchor: ReadonlyMap<string, readonly number[]>;
}

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

/** From so many words on, a phrase may lack one that tells little. Lower: more is recognised, and more wrongly. */
const MAY_LACK_FROM = 4;
/** Part of a phrase's weight that must be found. 1: every word; 0.7: facts that nobody stated. */
const ENOUGH = 0.79;
/** Times that one word is looked at in a message, a bound on time for texts that repeat it. */
const MOST_PLACES = 16;
/** What one foreign content word between the words of a phrase takes off its quality. Range 0 to 0.2. */
const GAP_COST = 0.06;
/** What being in another order takes off. Range 0 to 0.3. */
const ORDER_COST = 0.08;

const BARE_NUMBER = /^\d{1,3}$/;

const isFirm = (stem: string): boolean =>
  stem !== NOT &&
  !PARTICLES.has(stem) &&
  !VAGUE.has(stem) &&
  !BARE_NUMBER.test(stem) &&
  !isFunctionWord(stem) &&
  stem.length > 1;

interface Draft {
  readonly owner: number;
  readonly stems: string[];
  readonly deniedAt: number;
  readonly firm: boolean;
  readonly strict: boolean;
  readonly without: boolean;
}

/** The words of a phrase without which it is not said. */
function draft(vocabulary: Vocabulary, source: PhraseSource, strict: boolean): Draft | null {
  const words = readWords(vocabulary, source.text);
  const empty = (word: Word): boolean => word.kind === 'function' && !(strict && TELLING.has(word.text));
  const contentAfter = (at: number): boolean =>
    words.slice(at + 1).some((word) => word.kind === 'content' && !PARTICLES.has(word.text));
  const kept = words.filter(
    (word, at) => !empty(word) && !(LIGHT_PARTICLES.has(word.text) && contentAfter(at)),
  );
  const needed =
    kept.filter((word) => word.kind === 'content').length > 1 || words.length < 2
      ? kept
      : words.filter((word) => !empty(word));
  const used = needed.length > 0 ? needed : words;
  const stems = [...new Set(used.map((word) => word.stem))];
  if (stems.length === 0) return null;
  const not = stems.indexOf(NOT);
  const deniedAt = not < 0 ? -1 : not + 1 < stems.length ? not + 1 : not - 1;
  const firm = used.some((word) => word.kind === 'content' && isFirm(word.stem) && !VAGUE.has(word.text));
  return {
    owner: source.owner,
    stems,
    deniedAt,
    firm,
    strict,
    without: words.some((word) => word.text === 'without'),
  };
}

/** Makes phrases ready to be found; `strict` where a look-alike would do harm. */
export function compilePhrases(
  vocabulary: Vocabulary,
  sources: Iterable<PhraseSource>,
  strict = false,
): PhraseIndex {
  const drafted = [...sources]
    .map((source) => draft(vocabulary, source, strict))
    .filter((each) => each !== null);
  const frequency = new Map<string, number>();
  for (const { stems } of drafted)
    for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const rarity = Math.log(drafted.length + 1);
  const weigh = (stem: string): number =>
    1 + Math.log((drafted.length + 1) / (frequency.get(stem) ?? 1)) / rarity;
  const byAnchor = new Map<string, number[]>();
  const phrases = drafted.map((each, number): Phrase => {
    const weights = each.stems.map((stem) => (stem === NOT ? 1 : weigh(stem)));
    for (const anchor of anchors(each.stems, frequency)) {
      const list = byAnchor.get(anchor);
      if (list === undefined) byAnchor.set(anchor, [number]);
      else list.push(number);
    }
    return { ...each, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
  });
  return { phrases, byAnchor };
}

/** The rarest word of a phrase; two where one may be lacking. */
function anchors(stems: readonly string[], frequency: ReadonlyMap<string, number>): readonly string[] {
  const choice = stems.filter((stem) => stem !== NOT);
  const sorted = (choice.length > 0 ? choice : [...stems]).sort(
    (one, other) => (frequency.get(one) ?? 0) - (frequency.get(other) ?? 0),
  );
  return sorted.slice(0, stems.length >= MAY_LACK_FROM ? 2 : 1);
}

/** Places of every stem of a message. */
export type Places = ReadonlyMap<string, readonly number[]>;

/** Indexes a message for `findPhrases`; `use` says which words count. */
export function placesOf(words: readonly PlacedWord[], use: (word: PlacedWord) => boolean): Places {
  const places = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    if (!use(word)) continue;
    const list = places.get(word.stem);
    if (list === undefined) places.set(word.stem, [at]);
    else list.push(at);
  }
  return places;
}

/** The place of a stem in the anchor's segment that lies nearest to the anchor, or -1. */
function nearest(
  words: readonly PlacedWord[],
  places: readonly number[],
  anchor: number,
  mustStandAlone: boolean,
): number {
  let best = -1;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < anchor) low = middle + 1;
    else high = middle;
  }
  for (let at = Math.max(0, low - 3); at < Math.min(places.length, low + 3); at++) {
    const place = places[at] ?? -1;
    const word = words[place];
    if (
      word === undefined ||
      word.segment !== words[anchor]?.segment ||
      (mustStandAlone && word.prepositional)
    )
      continue;
    if (best < 0 || Math.abs(place - anchor) < Math.abs(best - anchor)) best = place;
  }
  return best;
}

/** The negation that stands before a word in its scope with at most two content words between, or -1. */
function negationBefore(words: readonly PlacedWord[], place: number): number {
  let between = 0;
  for (let at = place - 1; at >= 0 && at >= place - 7; at--) {
    const word = words[at];
    if (word === undefined || word.scope !== words[place]?.scope) return -1;
    if (word.kind === 'not') return at;
    if (word.kind === 'content' && ++between > 2) return -1;
  }
  return -1;
}

function matchAt(words: readonly PlacedWord[], places: Places, phrase: Phrase, anchor: number): Match | null {
  const found: number[] = [];
  let weight = 0;
  for (const [index, stem] of phrase.stems.entries()) {
    if (stem === NOT) continue;
    const place =
      words[anchor]?.stem === stem
        ? anchor
        : nearest(words, places.get(stem) ?? [], anchor, LIGHT_PARTICLES.has(stem));
    if (place >= 0) {
      found.push(place);
      weight += phrase.weights[index] ?? 0;
    } else if (phrase.stems.length < MAY_LACK_FROM || PARTICLES.has(stem) || /\d/.test(stem)) return null;
  }
  if (phrase.deniedAt >= 0) {
    const denied = phrase.stems[phrase.deniedAt];
    const place = found.find((each) => words[each]?.stem === denied);
    const not = place === undefined ? -1 : negationBefore(words, place);
    if (not < 0 || (phrase.strict && phrase.without !== (words[not]?.text === 'without'))) return null;
    found.push(not);
    weight += 1;
  }
  if (weight < ENOUGH * phrase.total) return null;
  return judge(words, phrase, found, weight);
}

function judge(
  words: readonly PlacedWord[],
  phrase: Phrase,
  found: readonly number[],
  weight: number,
): Match | null {
  const at = [...found].sort((one, other) => one - other);
  const first = at[0] ?? 0;
  const last = at.at(-1) ?? first;
  const count = phrase.stems.length;
  if (last - first > 3 * count + 4) return null;
  let gaps = 0;
  for (let place = first; place <= last; place++)
    if (words[place]?.kind !== 'function' && !at.includes(place)) gaps++;
  if (gaps > (phrase.strict ? Math.max(1, count - 2) : count)) return null;
  const content = found.filter((place) => words[place]?.kind !== 'not');
  const inOrder = content.every((place, index) => index === 0 || place > (content[index - 1] ?? 0));
  if (phrase.strict && !inOrder) return null;
  const quality = (weight / phrase.total) * (1 - GAP_COST * gaps) * (inOrder ? 1 : 1 - ORDER_COST);
  return { phrase, at, quality, score: quality * weight };
}

/** All phrases that stand in the words. */
export function findPhrases(index: PhraseIndex, words: readonly PlacedWord[], places: Places): Match[] {
  const matches: Match[] = [];
  for (const [stem, all] of places) {
    const numbers = index.byAnchor.get(stem);
    if (numbers === undefined) continue;
    const looked =
      all.length <= MOST_PLACES ? all : [...all.slice(0, MOST_PLACES / 2), ...all.slice(-MOST_PLACES / 2)];
    for (const number of numbers) {
      const phrase = index.phrases[number];
      if (phrase === undefined) continue;
      for (const anchor of looked) {
        if (words[anchor]?.prepositional === true && LIGHT_PARTICLES.has(stem)) continue;
        const match = matchAt(words, places, phrase, anchor);
        if (match !== null) matches.push(match);
      }
    }
  }
  return matches;
}
