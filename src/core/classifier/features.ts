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
  /** Where each group ends, the last where all do: arrays that serve text after text are longer. */
  readonly ends: readonly number[];
}

/** The features of a text. */
export interface Bags extends Bag, Grouped {}

/** How many features all groups have together. */
export const sizeOf = ({ ends }: Grouped): number => ends.at(-1) ?? 0;

/**
 * Counts features in the order in which they come; the same arrays serve text after text, as making new ones takes longer
 * than filling them.
 */
interface Counting {
  hashes: Uint32Array;
  counts: Float32Array;
  /** How many features were counted. */
  size: number;
  /** Open addressing by hash: the place of a feature, and `before` more; what is not above `before` is of an earlier text. */
  slots: Int32Array;
  before: number;
}

/** Features for which there is room at first; a power of two. */
const ROOM = 4_096;
/** Up to where places are told from those of earlier texts. */
const MOST_BEFORE = 2 ** 30;

const emptyCounting = (room: number): Counting => ({
  hashes: new Uint32Array(room),
  counts: new Float32Array(room),
  size: 0,
  slots: new Int32Array(2 * room),
  before: 0,
});

let counting = emptyCounting(ROOM);

function countNothing(): void {
  counting.before += counting.size;
  counting.size = 0;
  if (counting.before < MOST_BEFORE) return;
  counting.slots.fill(0);
  counting.before = 0;
}

function count(hash: number, times = 1): void {
  const { hashes, counts, slots, before } = counting;
  const mask = slots.length - 1;
  let slot = hash & mask;
  for (;;) {
    const place = (slots[slot] ?? 0) - before - 1;
    if (place < 0) break;
    if (hashes[place] === hash) {
      counts[place] = (counts[place] ?? 0) + times;
      return;
    }
    slot = (slot + 1) & mask;
  }
  if (counting.size === hashes.length) {
    makeRoom();
    count(hash, times);
    return;
  }
  const place = counting.size++;
  hashes[place] = hash;
  counts[place] = times;
  slots[slot] = before + place + 1;
}

function makeRoom(): void {
  const { hashes, counts, size } = counting;
  counting = emptyCounting(2 * hashes.length);
  for (let at = 0; at < size; at++) count(hashes[at] ?? 0, counts[at]);
}

function countRuns(group: number, word: string): void {
  const start = hashStart(group);
  for (let from = -1; from < word.length; from++) {
    let hash = start;
    for (let length = 1; length <= RUN_LENGTHS.longest && from + length <= word.length + 1; length++) {
      const at = from + length - 1;
      hash = hashMore(hash, at < 0 || at >= word.length ? SPACE : word.charCodeAt(at));
      if (length >= RUN_LENGTHS.shortest) count(hashEnd(hash));
    }
  }
}

const pairFeature = (group: number, one: string, other: string): number =>
  hashEnd(hashWord(hashMore(hashWord(hashStart(group), one), SPACE), other));

/**
 * Every feature of a text, in arrays that the next text overwrites. Pairs know where it begins and ends. What it was said
 * of makes a second feature of every stem, beside the one that means the same everywhere (Daumé III 2007, "Frustratingly
 * easy domain adaptation").
 */
export function bagsOf(tokens: readonly Token[], saidOf: string | null = null): Bags {
  const letters = tokens.map(letterBagOf);
  countNothing();
  const stemAt = (at: number): string => tokens[at]?.stem ?? '';
  for (const { stem } of tokens) count(hashEnd(hashWord(hashStart(0), stem)));
  const stems = counting.size;
  if (tokens.length > 0)
    for (let at = 0; at <= tokens.length; at++) count(pairFeature(1, stemAt(at - 1), stemAt(at)));
  const pairs = counting.size;
  for (let at = 2; at < tokens.length; at++) count(pairFeature(2, stemAt(at - 2), stemAt(at)));
  const gapped = counting.size;
  for (const { hashes, counts } of letters)
    for (let at = 0; at < hashes.length; at++) count(hashes[at] ?? 0, counts[at]);
  const lettered = counting.size;
  if (saidOf !== null) for (const { stem } of tokens) count(pairFeature(4, saidOf, stem));
  const { hashes, counts, size } = counting;
  return { hashes, counts, ends: [stems, pairs, gapped, lettered, size] };
}

/** The same in arrays of its own. */
export const keptBag = ({ hashes, counts, ends }: Bags): Bags => ({
  hashes: hashes.slice(0, ends.at(-1)),
  counts: counts.slice(0, ends.at(-1)),
  ends,
});

const letterBags = new WeakMap<Token, Bag>();

/** The runs of letters of one word, which are counted once. */
function letterBagOf(token: Token): Bag {
  const known = letterBags.get(token);
  if (known !== undefined) return known;
  countNothing();
  countRuns(3, token.letters);
  const { hashes, counts, size } = counting;
  const bag = { hashes: hashes.slice(0, size), counts: counts.slice(0, size) };
  letterBags.set(token, bag);
  return bag;
}
