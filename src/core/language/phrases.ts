/** Phrases of the knowledge base made ready to be found in messages; `find.ts` finds them. */

import {
  ABSENCE,
  isFunctionWord,
  LIGHT_PARTICLES,
  NO_PERSON,
  PARTICLES,
  PREPOSITIONS,
  QUANTIFIERS,
  RESTRICTING,
  SKIPPED,
  SUBORDINATORS,
  VAGUE,
} from './english.ts';
import { markOf } from './marks.ts';
import { type Nouns, nounsOf } from './nouns.ts';
import { NOT, readWords, type Vocabulary, type Word } from './words.ts';

/**
 * How a phrase is compared. `loose`: its content words near each other, in any order. `name`: as written up to the
 * plural; several words not by words that mean the same. `literal`: all of its words side by side, because without the
 * small ones nothing is left of it.
 */
export type Manner = 'loose' | 'name' | 'literal';

/** A phrase and whose it is; what the number means is the caller's. */
export interface PhraseSource {
  readonly owner: number;
  readonly text: string;
  readonly manner: Manner;
}

/** A phrase made ready. */
export interface Phrase {
  readonly owner: number;
  readonly manner: Manner;
  /** Stems that must stand in the message, each once, in the order of the phrase. */
  readonly stems: readonly string[];
  /** How much each stem tells, 1 (in every phrase) to 2 (in one). */
  readonly weights: readonly number[];
  readonly total: number;
  /** The marks of the stems without which it is not said. */
  readonly marks: number;
  /** For a phrase with `not`: the place in `stems` of the word that it denies; -1 where there is no `not`. */
  readonly deniedAt: number;
  /** False: too vague to mean anything unless the question was asked. */
  readonly firm: boolean;
  /** The negation says that something is missing: `no key`. */
  readonly absence: boolean;
  /** The negation says that there is nothing at all: `nothing on the screen`. */
  readonly nothing: boolean;
  /** The negation says that nobody does it. */
  readonly nobody: boolean;
  /** The negation says that something cannot be done. */
  readonly cannot: boolean;
  /** Two words related by a third, or the first counts the other: the other way round they are something else, `S key`. */
  readonly related: boolean;
  /** It reaches over such a word itself: `read after several tries`. */
  readonly joins: boolean;
  /** The phrase says that something is something. */
  readonly hasBe: boolean;
  /** `is the key`: something must be said to be it. */
  readonly copula: boolean;
  /** For a name of several words: their stems as written. */
  readonly rawStems: readonly string[] | null;
  /** For a name: its words by their stems, as names have them. */
  readonly nouns: Nouns | null;
}

export interface PhraseIndex {
  readonly phrases: readonly Phrase[];
  /** Rarest stem → phrases that hold it. */
  readonly byAnchor: ReadonlyMap<string, readonly number[]>;
}

/** From so many words on, a phrase may lack one that tells little. Lower: more is recognised, and more wrongly. */
const MAY_LACK_FROM = 4;

/** Whether a phrase of so many stems may be taken for said although this one is not there. */
export const mayLack = (manner: Manner, stems: number, stem: string): boolean =>
  manner === 'loose' && stems >= MAY_LACK_FROM && !PARTICLES.has(stem) && !/\d/.test(stem) && stem.length > 1;

/**
 * Part of the phrases with a word that must belong to one answer, for that word alone to stand for a longer phrase
 * of it: `calibrating` for `I was calibrating`, but not `key` for `key is ok`. Range 0.3 to 1.
 */
const STANDS_ALONE = 0.5;

const BARE_NUMBER = /^\d{1,3}$/;

const isFirm = (word: Word): boolean =>
  word.kind === 'content' &&
  word.stem.length > 1 &&
  !PARTICLES.has(word.stem) &&
  !VAGUE.has(word.stem) &&
  !VAGUE.has(word.text) &&
  !BARE_NUMBER.test(word.stem) &&
  !isFunctionWord(word.stem);

interface Draft {
  readonly source: PhraseSource;
  readonly words: readonly Word[];
  readonly needed: readonly Word[];
}

/** The words of a phrase without which it is not said. */
function neededWords(words: readonly Word[]): readonly Word[] {
  const kept = words.filter((word, at) => {
    if (word.kind === 'function') return false;
    const nounFollows = words
      .slice(at + 1)
      .some((next) => next.kind === 'content' && !PARTICLES.has(next.text));
    return !(LIGHT_PARTICLES.has(word.text) && nounFollows);
  });
  return kept.length > 0 ? kept : words;
}

const literalWords = (words: readonly Word[]): readonly Word[] =>
  words.filter((word) => !SKIPPED.has(word.text) || RESTRICTING.has(word.text));

/** A small word between two others that relates them; at the beginning or the end it relates nothing. */
const isRelation = (word: Word, at: number, words: readonly Word[]): boolean =>
  at > 0 && at < words.length - 1 && (PREPOSITIONS.has(word.text) || LIGHT_PARTICLES.has(word.text));

/** Of each stem: in how many phrases it stands, and in how many of one owner. */
interface Counts {
  readonly phrases: ReadonlyMap<string, number>;
  readonly ofOwner: ReadonlyMap<string, number>;
}

function count(drafts: readonly Draft[]): Counts {
  const phrases = new Map<string, number>();
  const ofOwner = new Map<string, number>();
  for (const { source, words } of drafts) {
    for (const stem of new Set(words.map((word) => word.stem))) {
      phrases.set(stem, (phrases.get(stem) ?? 0) + 1);
      const key = `${source.owner} ${stem}`;
      ofOwner.set(key, (ofOwner.get(key) ?? 0) + 1);
    }
  }
  return { phrases, ofOwner };
}

/** A phrase of which one content word is left means something else than that word, unless the word is its owner's. */
function mannerOf(draft: Draft, counts: Counts): Manner {
  const { source, needed, words } = draft;
  const only = needed[0];
  if (source.manner !== 'loose' || needed.length > 1 || only === undefined || words.length === 1)
    return source.manner;
  const own = counts.ofOwner.get(`${source.owner} ${only.stem}`) ?? 0;
  const share = own / (counts.phrases.get(only.stem) ?? 1);
  if (words.some((word) => RESTRICTING.has(word.text))) return 'literal';
  return own > 1 && share >= STANDS_ALONE && isFirm(only) ? 'loose' : 'literal';
}

function finish(draft: Draft, counts: Counts, weigh: (stem: string) => number): Phrase | null {
  const manner = mannerOf(draft, counts);
  const literal = literalWords(draft.words);
  const used = manner !== 'literal' ? draft.needed : literal.length > 0 ? literal : draft.words;
  const stems = [...new Set(used.map((word) => word.stem))];
  if (stems.length === 0) return null;
  const not = stems.indexOf(NOT);
  const weights = stems.map(weigh);
  return {
    owner: draft.source.owner,
    manner,
    stems,
    weights,
    total: weights.reduce((sum, weight) => sum + weight, 0),
    marks: stems
      .filter((stem) => stem !== NOT && !mayLack(manner, stems.length, stem))
      .reduce((marks, stem) => marks | markOf(stem), 0),
    deniedAt: not < 0 ? -1 : not + 1 < stems.length ? not + 1 : not - 1,
    firm: used.some(isFirm),
    absence: used.some((word) => ABSENCE.has(word.text)),
    nothing: used.some((word) => word.text === 'nothing'),
    nobody: used.some((word) => NO_PERSON.has(word.text)),
    cannot: used.some((word) => word.inability),
    related: stems.length === 2 && (draft.words.some(isRelation) || QUANTIFIERS.has(used[0]?.text ?? '')),
    joins: draft.words.slice(1).some((word) => SUBORDINATORS.has(word.text)),
    hasBe: draft.words.some((word) => word.stem === 'be'),
    copula: manner === 'literal' && stems.length === 1 && draft.words.some((word) => word.stem === 'be'),
    rawStems: manner === 'name' && used.length > 1 ? used.map((word) => word.rawStem) : null,
    nouns: manner === 'name' ? nounsOf(used) : null,
  };
}

/** The rarest word of a phrase; two where one may be lacking. */
function anchors(stems: readonly string[], frequency: ReadonlyMap<string, number>): readonly string[] {
  const choice = stems.filter((stem) => stem !== NOT);
  const rarity = (stem: string): number => frequency.get(stem) ?? 0;
  const sorted = (choice.length > 0 ? choice : [...stems]).sort((one, other) => rarity(one) - rarity(other));
  return sorted.slice(0, stems.length >= MAY_LACK_FROM ? 2 : 1);
}

/** Makes phrases ready to be found. */
export function compilePhrases(vocabulary: Vocabulary, sources: Iterable<PhraseSource>): PhraseIndex {
  const drafts = [...sources].map((source): Draft => {
    const words = readWords(vocabulary, source.text);
    return { source, words, needed: neededWords(words) };
  });
  const counts = count(drafts);
  const rarity = Math.log(drafts.length + 1);
  const weigh = (stem: string): number =>
    stem === NOT || isFunctionWord(stem)
      ? 1
      : 1 + Math.log((drafts.length + 1) / (counts.phrases.get(stem) ?? 1)) / rarity;
  const phrases: Phrase[] = [];
  const byAnchor = new Map<string, number[]>();
  for (const draft of drafts) {
    const phrase = finish(draft, counts, weigh);
    if (phrase === null) continue;
    for (const anchor of anchors(phrase.stems, counts.phrases)) {
      const list = byAnchor.get(anchor);
      if (list === undefined) byAnchor.set(anchor, [phrases.length]);
      else list.push(phrases.length);
    }
    phrases.push(phrase);
  }
  return { phrases, byAnchor };
}
