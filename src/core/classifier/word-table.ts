/** Words with their stems, in a list that many models share: it is kept as two strings, and looked up in once it is asked. */

import { indexNear, type NearIndex, wordsNear } from '../language/spelling.ts';
import { type OwnStems, stem } from '../language/stems.ts';
import type { Token } from './features.ts';
import type { WordTable } from './model.ts';

/** A word as a table sees it, whichever model asks. */
export interface SeenWord extends Token {
  /** Its place in the table; -1: it is not in it. */
  readonly place: number;
  /** The number of its stem; -1: no word of the table has it. */
  readonly stemNumber: number;
}

/** What a table is looked up by. */
export interface WordLookup {
  /** By place. */
  readonly words: readonly SeenWord[];
  readonly stemCount: number;
  seen(word: string): SeenWord;
  /** Places of the words within one slip of a word. */
  near(word: string): readonly number[];
}

/** The table of words and of the stem of each, where it is not `found` before. */
export const tableOf = (words: readonly string[], own: OwnStems, found: OwnStems): WordTable => ({
  words: words.join('\n'),
  stems: words.map((word) => found.get(word) ?? stem(own, word)).join('\n'),
  own,
});

const lookups = new WeakMap<WordTable, WordLookup>();

/** Makes a table ready, once. */
export function lookupIn(table: WordTable): WordLookup {
  const made = lookups.get(table) ?? lookupFrom(table);
  lookups.set(table, made);
  return made;
}

/** How many words outside of a table are remembered: as many as some long messages have. 100 to 10,000. */
const REMEMBERED = 1_000;

function lookupFrom({ words, stems, own: ownStems }: WordTable): WordLookup {
  const numbers = new Map<string, number>();
  const stemOfEach = linesOf(stems);
  const all = linesOf(words).map((letters, place): SeenWord => {
    const own = stemOfEach[place] ?? '';
    const stemNumber = numbers.get(own) ?? numbers.size;
    numbers.set(own, stemNumber);
    return { letters, stem: own, place, stemNumber };
  });
  const byLetters = new Map(all.map((word) => [word.letters, word]));
  const strange = remembering((letters: string): SeenWord => {
    const own = stem(ownStems, letters);
    return { letters, stem: own, place: -1, stemNumber: numbers.get(own) ?? -1 };
  });
  let index: NearIndex | null = null;
  const near = remembering((word: string) => {
    index ??= indexNear(all.map(({ letters }) => letters));
    return wordsNear(index, word);
  });
  return {
    words: all,
    stemCount: numbers.size,
    seen: (word) => byLetters.get(word) ?? strange(word),
    near,
  };
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));

/** A function that remembers what it returned; too many are forgotten together. */
function remembering<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    const worked = work(word);
    if (known.size >= REMEMBERED) known.clear();
    known.set(word, worked);
    return worked;
  };
}
