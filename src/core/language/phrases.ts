/** Finds phrases in a message: all their words in one clause, in any order, with little between them. */

import type { Id } from '../knowledge/model.ts';
import type { PlacedWord } from './clauses.ts';
import { NOT } from './stems.ts';
import { readWords, type Vocabulary } from './words.ts';

/** A phrase of an answer. */
export interface PhraseSource {
  /** Place of the answer in a list. */
  readonly owner: number;
  readonly question: Id;
  readonly text: string;
  /** True where it names a device. */
  readonly named: boolean;
  /** True where every word counts: `I am the cashier` is more than a cashier. */
  readonly whole: boolean;
}

interface Phrase {
  readonly owner: number;
  /** Each once. */
  readonly stems: readonly string[];
  /** A word alone that phrases of other questions have, too, tells too little: it counts only where its question waits. */
  readonly firm: boolean;
  /** Sum of how rare its words are. */
  readonly weight: number;
}

/** Phrases made ready. Plain data. */
export interface PhraseIndex {
  readonly phrases: readonly Phrase[];
  /** Rarest stem → places of the phrases that have it. */
  readonly byRarest: ReadonlyMap<string, readonly number[]>;
}

/** Where a phrase was found. */
export interface Match {
  readonly owner: number;
  readonly firm: boolean;
  /** True where a negation stands in or before it that is none of its own. */
  readonly denied: boolean;
  /** Places of its words in the message, ascending. */
  readonly at: readonly number[];
  /** Longer and rarer phrases score more, and fewer words between theirs. */
  readonly score: number;
}

/** Most questions whose phrases have a word that tells something alone. 1 to 4. */
const TELLING_IN = 2;
/** What one other word between the words of a phrase takes off its score. 0 to 0.2. */
const GAP_COST = 0.06;
/** What a denied phrase counts beside one to which the negation belongs: `no beep` is silence. 0 to 1. */
const DENIED_WORTH = 0.5;
/** Words before a phrase in which a negation is of it: `not really the key`. 1 to 4. */
const NEGATED_WITHIN = 2;

/** Makes phrases ready. */
export function compilePhrases(vocabulary: Vocabulary, sources: readonly PhraseSource[]): PhraseIndex {
  const read = sources.map((source) => ({
    ...source,
    stems: tellingStems(vocabulary, source.text, source.whole),
  }));
  const counts = new Map<string, number>();
  for (const { stems } of read) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const rarity = (stem: string): number => Math.log((read.length + 1) / (counts.get(stem) ?? 1)) + 1;
  const byRarest = new Map<string, number[]>();
  const phrases: Phrase[] = [];
  const questions = questionsOf(read);
  const isTelling = (stem: string): boolean => (questions.get(stem)?.size ?? 0) <= TELLING_IN;
  for (const { owner, named, stems } of read) {
    const rarest = stems.filter((stem) => stem !== NOT).sort((one, other) => rarity(other) - rarity(one))[0];
    if (rarest === undefined) continue;
    byRarest.set(rarest, [...(byRarest.get(rarest) ?? []), phrases.length]);
    const weight = stems.reduce((sum, stem) => sum + rarity(stem), 0);
    phrases.push({ owner, stems, firm: named || stems.length > 1 || isTelling(rarest), weight });
  }
  return { phrases, byRarest };
}

/** The questions of which phrases have a word. */
function questionsOf(
  read: readonly { readonly question: Id; readonly stems: readonly string[] }[],
): ReadonlyMap<string, ReadonlySet<Id>> {
  const questions = new Map<string, Set<Id>>();
  for (const { question, stems } of read)
    for (const stem of stems) questions.set(stem, (questions.get(stem) ?? new Set()).add(question));
  return questions;
}

/** The stems of the words that carry content; of all words where none does. */
export function tellingStems(vocabulary: Vocabulary, text: string, whole: boolean): readonly string[] {
  const words = readWords(vocabulary, text);
  const telling = words.filter((word) => whole || word.kind !== 'function');
  return [...new Set((telling.length > 0 ? telling : words).map((word) => word.stem))];
}

/** All phrases that stand in the words. */
export function findPhrases(index: PhraseIndex, words: readonly PlacedWord[]): Match[] {
  const matches: Match[] = [];
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (to < words.length && words[to]?.segment === words[from]?.segment) to++;
    matches.push(...findInClause(index, words, from, to));
    from = to;
  }
  return matches;
}

function findInClause(index: PhraseIndex, words: readonly PlacedWord[], from: number, to: number): Match[] {
  const places = new Map<string, number[]>();
  for (let at = from; at < to; at++) {
    const stem = words[at]?.stem ?? '';
    places.set(stem, [...(places.get(stem) ?? []), at]);
  }
  return [...places].flatMap(([stem, anchors]) =>
    (index.byRarest.get(stem) ?? []).flatMap((number) => {
      const phrase = index.phrases[number];
      if (phrase === undefined || phrase.stems.some((each) => !places.has(each))) return [];
      return anchors.flatMap((anchor) => matchAt(phrase, words, places, from, anchor) ?? []);
    }),
  );
}

/** The phrase with each of its words where it stands nearest to the anchor; null where they are too far apart. */
function matchAt(
  phrase: Phrase,
  words: readonly PlacedWord[],
  places: ReadonlyMap<string, readonly number[]>,
  from: number,
  anchor: number,
): Match | null {
  const at = phrase.stems
    .map((stem) => nearest(places.get(stem) ?? [], anchor))
    .sort((one, other) => one - other);
  const first = at[0] ?? anchor;
  const last = at.at(-1) ?? anchor;
  const size = phrase.stems.length;
  if (last - first > 3 * size + 1) return null;
  const gaps = words.slice(first, last).filter((word) => word.kind === 'content').length - size + 1;
  if (gaps > size) return null;
  const around = words.slice(Math.max(from, first - NEGATED_WITHIN), last + 1);
  const denied = !phrase.stems.includes(NOT) && around.some(({ kind }) => kind === 'not');
  return {
    owner: phrase.owner,
    firm: phrase.firm,
    denied,
    at,
    score: phrase.weight * (1 - GAP_COST * Math.max(0, gaps)) * (denied ? DENIED_WORTH : 1),
  };
}

const nearest = (places: readonly number[], anchor: number): number =>
  places.reduce(
    (best, place) => (Math.abs(place - anchor) < Math.abs(best - anchor) ? place : best),
    places[0] ?? anchor,
  );
