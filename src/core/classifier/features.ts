/** What a text is told by: its stems, pairs of stems, and runs of letters inside its words. */

import { hashEnd, hashMore, hashStart, hashWord } from './hash.ts';

/** One word of a text: as it counts as letters, and as it counts as a word. */
export interface Token {
  readonly letters: string;
  readonly stem: string;
}

/**
 * What each group of features counts beside the others, so that many letters do not drown few words: stems, pairs, pairs
 * with one between, letters, and stems of what it was said of. The square of its length in the vector of a text. More for
 * letters forgives spelling and endings; more for pairs trusts the order of words, which few examples do not show; more
 * for the stems of what a text was said of trusts what the same words meant there before what they mean elsewhere.
 */
export const GROUP_WEIGHTS: readonly number[] = [1, 0.7, 0.3, 1, 1];

/** Shortest and longest run of letters. Longer runs remember whole words, which stems do already. */
const RUN_LENGTHS = { shortest: 2, longest: 4 };

const SPACE = 32;

/** Features by their hashes, each once, and how often each stands in a text. */
export interface Bag {
  readonly hashes: Uint32Array;
  readonly counts: Float32Array;
}

/** How often features stand in a text, those of each group after those of the one before. */
export interface Grouped {
  readonly counts: Float32Array;
  /** Where each group ends. */
  readonly ends: readonly number[];
}

/** The features of a text. */
export interface Bags extends Bag, Grouped {}

/** A hash is kept as a signed number, which a map finds sooner. */
function count(bag: Map<number, number>, hash: number, times = 1): void {
  bag.set(hash | 0, (bag.get(hash | 0) ?? 0) + times);
}

function countRuns(bag: Map<number, number>, group: number, word: string): void {
  const start = hashStart(group);
  for (let from = -1; from < word.length; from++) {
    let hash = start;
    for (let length = 1; length <= RUN_LENGTHS.longest && from + length <= word.length + 1; length++) {
      const at = from + length - 1;
      hash = hashMore(hash, at < 0 || at >= word.length ? SPACE : word.charCodeAt(at));
      if (length >= RUN_LENGTHS.shortest) count(bag, hashEnd(hash));
    }
  }
}

const pairFeature = (group: number, one: string, other: string): number =>
  hashEnd(hashWord(hashMore(hashWord(hashStart(group), one), SPACE), other));

/**
 * Every feature of a text. Pairs know where it begins and ends. What it was said of makes a second feature of every stem,
 * beside the one that means the same everywhere (Daumé III 2007, "Frustratingly easy domain adaptation").
 */
export function bagsOf(tokens: readonly Token[], saidOf: string | null = null): Bags {
  const bag = new Map<number, number>();
  const stemAt = (at: number): string => tokens[at]?.stem ?? '';
  for (const { stem } of tokens) count(bag, hashEnd(hashWord(hashStart(0), stem)));
  const ends = [bag.size];
  if (tokens.length > 0)
    for (let at = 0; at <= tokens.length; at++) count(bag, pairFeature(1, stemAt(at - 1), stemAt(at)));
  ends.push(bag.size);
  for (let at = 2; at < tokens.length; at++) count(bag, pairFeature(2, stemAt(at - 2), stemAt(at)));
  ends.push(bag.size);
  for (const token of tokens) {
    const { hashes, counts } = letterBagOf(token);
    for (let at = 0; at < hashes.length; at++) count(bag, hashes[at] ?? 0, counts[at]);
  }
  ends.push(bag.size);
  if (saidOf !== null) for (const { stem } of tokens) count(bag, pairFeature(4, saidOf, stem));
  return { ...asBag(bag), ends: [...ends, bag.size] };
}

function asBag(counts: ReadonlyMap<number, number>): Bag {
  const bag = { hashes: new Uint32Array(counts.size), counts: new Float32Array(counts.size) };
  let at = 0;
  for (const [hash, count] of counts) {
    bag.hashes[at] = hash;
    bag.counts[at++] = count;
  }
  return bag;
}

const letterBags = new WeakMap<Token, Bag>();

/** The runs of letters of one word, which are counted once. */
function letterBagOf(token: Token): Bag {
  const known = letterBags.get(token);
  if (known !== undefined) return known;
  const counts = new Map<number, number>();
  countRuns(counts, 3, token.letters);
  const bag = asBag(counts);
  letterBags.set(token, bag);
  return bag;
}
