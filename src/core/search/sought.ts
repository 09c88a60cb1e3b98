/** What a text asks for, in the terms of an index. */

import { type DocumentIndex, documentsWith, termNumber } from './documents.ts';
import { type Near, nearTerms } from './near.ts';
import type { Reader } from './reading.ts';

/**
 * At most this many terms are searched for, those that tell most first: a bound on time. A sentence has five to
 * fifteen, a pasted page has hundreds, and its rarest words say what it is about.
 */
const MOST_TERMS = 64;
/** At most this many unknown words are looked up among near spellings: a bound on time, since each looks at all words. */
const MOST_LOOKED_UP = 16;

/** Letters of the parts that an unknown word may be put together from; of less almost any word is. */
const SHORTEST_PART = 3;
/** Longest word that is taken apart; longer ones are no words. */
const LONGEST_JOINED = 40;

/** Two terms that stand one after the other in what is searched for. */
export interface Pair {
  readonly first: number;
  readonly second: number;
}

/** What is searched for. A word counts once, however often it was said. */
export interface Sought {
  /** Term → how much of it is sought: 1, or less where it only stands for an unknown word. Most telling first. */
  readonly terms: ReadonlyMap<number, number>;
  readonly pairs: readonly Pair[];
}

/** Finds the terms of words; each run is words that were said one after another. */
export function soughtIn(index: DocumentIndex, runs: readonly (readonly string[])[], reader: Reader): Sought {
  const look = lookUp(index, reader);
  const shares = new Map<number, number>();
  const seek = ({ term, share }: Near): void => {
    shares.set(term, Math.max(shares.get(term) ?? 0, share));
  };
  const pairs = new Map<number, Pair>();
  for (const run of runs) {
    let before = -1;
    for (const [place, word] of run.entries()) {
      const found = look(word);
      found.forEach(seek);
      const joined = place === 0 ? -1 : knownTerm(index, reader, (run[place - 1] ?? '') + word);
      if (joined >= 0) seek({ term: joined, share: 1 });
      const here = found[0]?.term ?? -1;
      if (before >= 0 && here >= 0) pairs.set(pairKey(index, before, here), { first: before, second: here });
      before = found.at(-1)?.term ?? -1;
    }
  }
  return mostTelling(index, reader, shares, [...pairs.values()]);
}

function mostTelling(
  index: DocumentIndex,
  reader: Reader,
  shares: ReadonlyMap<number, number>,
  pairs: readonly Pair[],
): Sought {
  const tells = (term: number): number => index.tells[term] ?? 0;
  const beside = new Set([...reader.besideOnly].map((term) => termNumber(index, term)));
  const alone = [...shares].filter(([term]) => !beside.has(term));
  const terms = new Map(alone.sort(([a], [b]) => tells(b) - tells(a) || a - b).slice(0, MOST_TERMS));
  const isKept = (term: number): boolean => terms.has(term) || beside.has(term);
  return { terms, pairs: pairs.filter(({ first, second }) => isKept(first) && isKept(second)) };
}

/** One number for two terms. */
export const pairKey = ({ terms }: DocumentIndex, first: number, second: number): number =>
  first * terms.length + second;

const knownTerm = (index: DocumentIndex, reader: Reader, word: string): number =>
  termNumber(index, reader.term(word));

/** The terms that a word is, or may be where nobody knows it; the likeliest first. */
function lookUp(index: DocumentIndex, reader: Reader): (word: string) => readonly Near[] {
  const seen = new Map<string, readonly Near[]>();
  let lookedUp = 0;
  const near = (word: string): readonly Near[] =>
    nearTerms(index.spellings, word, (term) => documentsWith(index, term));
  const unknown = (word: string): readonly Near[] => {
    if (!reader.misspelt || lookedUp >= MOST_LOOKED_UP) return [];
    lookedUp += 1;
    const parts = partsOf(index, reader, word);
    if (parts.length > 0) return parts;
    const found = near(word);
    return found.length > 0 ? found : near(reader.term(word));
  };
  return (word) => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const term = knownTerm(index, reader, word);
    const found = term < 0 ? unknown(word) : [{ term, share: 1 }];
    seen.set(word, found);
    return found;
  };
}

/** The two known words that an unknown one is put together from, `cash drawer` for `cashdrawer`; none where there are none. */
function partsOf(index: DocumentIndex, reader: Reader, word: string): readonly Near[] {
  if (word.length > LONGEST_JOINED) return [];
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
    const first = knownTerm(index, reader, word.slice(0, cut));
    const second = first < 0 ? -1 : knownTerm(index, reader, word.slice(cut));
    if (second >= 0)
      return [
        { term: first, share: 1 },
        { term: second, share: 1 },
      ];
  }
  return [];
}
