/** The words of the training texts, and the way from a misspelt word to a known one. */

import { indexNear, type NearIndex, wordsNear } from '../language/spelling.ts';
import { type OwnStems, stem } from '../language/stems.ts';
import { wordsOf } from '../language/tokens.ts';
import type { Token } from './features.ts';
import type { KnownWords, WordTable } from './model.ts';
import { remembering } from './remembering.ts';

/** How many unknown words of one text are looked up; a bound on time. */
const MOST_LOOKED_UP = 100;
/** How many words outside of a table are remembered: as many as some long messages have. 100 to 10,000. */
const WORDS_REMEMBERED = 1_000;
/** Most texts of a word that are counted. */
const MOST_COUNTED = 65_535;

/**
 * Learns the words of all texts. `own` has the stems of words that have others than their ending tells; `found` those
 * that were found before, which takes long.
 */
export function learnWords(
  texts: readonly (readonly string[])[],
  own: OwnStems = new Map(),
  found: OwnStems = own,
): KnownWords {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const stems = [...counts.keys()].map((word) => found.get(word) ?? stem(own, word));
  return {
    table: { words: [...counts.keys()].join('\n'), stems: stems.join('\n'), own },
    counts: Uint16Array.from(counts.values(), (count) => Math.min(count, MOST_COUNTED)),
  };
}

/** The same words in one table that all share, so that it is kept, and made ready, once. */
export function shareTable(all: readonly KnownWords[]): readonly KnownWords[] {
  const stems = new Map<string, string>();
  for (const { table } of all) for (const word of lookupIn(table).words) stems.set(word.letters, word.stem);
  const table: WordTable = {
    words: [...stems.keys()].join('\n'),
    stems: [...stems.values()].join('\n'),
    own: all[0]?.table.own ?? new Map(),
  };
  const { words, seen } = lookupIn(table);
  return all.map((known) => {
    const counts = new Uint16Array(words.length);
    for (const { letters, place } of lookupIn(known.table).words)
      counts[seen(letters).place] = known.counts[place] ?? 0;
    return { table, counts };
  });
}

/** A word as a table sees it, whichever model asks. */
interface SeenWord extends Token {
  /** Its place in the table; -1: it is not in it. */
  readonly place: number;
  /** The number of its stem; -1: no word of the table has it. */
  readonly stemNumber: number;
}

/** What a table is looked up by. */
interface WordLookup {
  /** By place. */
  readonly words: readonly SeenWord[];
  readonly stemCount: number;
  seen(word: string): SeenWord;
  /** Places of the words within one slip of a word. */
  near(word: string): readonly number[];
}

const lookups = new WeakMap<WordTable, WordLookup>();

/** Makes a table ready, once. */
export function lookupIn(table: WordTable): WordLookup {
  const made = lookups.get(table) ?? lookupFrom(table);
  lookups.set(table, made);
  return made;
}

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
  const strange = remembering(WORDS_REMEMBERED, (letters: string): SeenWord => {
    const own = stem(ownStems, letters);
    return { letters, stem: own, place: -1, stemNumber: numbers.get(own) ?? -1 };
  });
  let index: NearIndex | null = null;
  const near = remembering(WORDS_REMEMBERED, (word: string) => {
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

const knownStems = new WeakMap<KnownWords, Uint8Array>();

/** By number of the stem: 1 where a known word has it. */
function stemsOf(known: KnownWords): Uint8Array {
  const made = knownStems.get(known);
  if (made !== undefined) return made;
  const { words, stemCount } = lookupIn(known.table);
  const stems = new Uint8Array(stemCount);
  for (const { place, stemNumber } of words) if (known.counts[place] !== 0) stems[stemNumber] = 1;
  knownStems.set(known, stems);
  return stems;
}

/** The most frequent known word within one slip of an unknown one, of equals the first by its letters; null: there is none. */
function nearestOf({ table, counts }: KnownWords, word: string): Token | null {
  const { words, near } = lookupIn(table);
  let best: SeenWord | null = null;
  for (const place of near(word)) {
    const each = words[place];
    const count = counts[place] ?? 0;
    if (each === undefined || count === 0) continue;
    const more = count - (best === null ? 0 : (counts[best.place] ?? 0));
    if (best === null || more > 0 || (more === 0 && each.letters < best.letters)) best = each;
  }
  return best;
}

/** A text's words made ready, and how many of them had to be corrected or stayed unknown. */
export interface ReadText {
  readonly tokens: readonly Token[];
  readonly corrected: number;
  readonly unknown: number;
}

/** Reads a text by the words that are known. */
export const readText = (known: KnownWords, text: string): ReadText => recognise(known, wordsOf(text));

/** Reads words by those that are known, slips put right. */
export function recognise(known: KnownWords, words: readonly string[]): ReadText {
  const { seen } = lookupIn(known.table);
  const stems = stemsOf(known);
  let corrected = 0;
  let unknown = 0;
  const tokens = words.map((letters): Token => {
    const word = seen(letters);
    // Of a known word the stem is known as well.
    if (stems[word.stemNumber] === 1) return word;
    const near = corrected + unknown < MOST_LOOKED_UP ? nearestOf(known, letters) : null;
    if (near === null) {
      unknown++;
      return word;
    }
    corrected++;
    return near;
  });
  return { tokens, corrected, unknown };
}
