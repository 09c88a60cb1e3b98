/** The words of the training texts, and the way from a misspelt word to a known one. */

import type { OwnStems } from '../language/stems.ts';
import { wordsOf } from '../language/tokens.ts';
import type { Token } from './features.ts';
import type { KnownWords } from './model.ts';
import { lookupIn, tableOf, type WordLookup } from './word-table.ts';

/** How many unknown words of one text are looked up; a bound on time. */
const MOST_LOOKED_UP = 100;

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
  return {
    table: tableOf([...counts.keys()], own, found),
    places: Uint32Array.from(counts.keys(), (_, place) => place),
    counts: Uint32Array.from(counts.values()),
  };
}

/** The same words in one table that all share, so that it is kept, and made ready, once. */
export function shareTable(all: readonly KnownWords[]): readonly KnownWords[] {
  const stems = new Map<string, string>();
  const placeOf = new Map<string, number>();
  const placed = all.map((known) => {
    const { words } = lookupIn(known.table);
    return known.places.map((own) => {
      const word = words[own];
      if (word === undefined) return own;
      const place = placeOf.get(word.letters) ?? placeOf.size;
      placeOf.set(word.letters, place);
      stems.set(word.letters, word.stem);
      return place;
    });
  });
  const table = tableOf([...placeOf.keys()], all[0]?.table.own ?? new Map(), stems);
  return all.map((known, at) => ({ ...known, table, places: placed[at] ?? known.places }));
}

/** Which words and stems of its table a model knows. */
interface Knowing {
  readonly lookup: WordLookup;
  /** By place in the table: 1 more than the number of the word, 0 where it is not known. */
  readonly ranks: Uint32Array;
  /** By number of the stem: 1 where it is known. */
  readonly stems: Uint8Array;
}

const knowings = new WeakMap<KnownWords, Knowing>();

function knowingOf(known: KnownWords): Knowing {
  const made = knowings.get(known);
  if (made !== undefined) return made;
  const lookup = lookupIn(known.table);
  const ranks = new Uint32Array(lookup.words.length);
  const stems = new Uint8Array(lookup.stemCount);
  for (let at = 0; at < known.places.length; at++) {
    const place = known.places[at] ?? 0;
    ranks[place] = at + 1;
    stems[lookup.words[place]?.stemNumber ?? 0] = 1;
  }
  const knowing = { lookup, ranks, stems };
  knowings.set(known, knowing);
  return knowing;
}

/** The most frequent known word within one slip of an unknown one, of equals the one learnt first; null: there is none. */
function nearestOf({ counts, places }: KnownWords, { lookup, ranks }: Knowing, word: string): Token | null {
  let best = 0;
  for (const place of lookup.near(word)) {
    const rank = ranks[place] ?? 0;
    const more = (counts[rank - 1] ?? 0) - (counts[best - 1] ?? 0);
    if (rank > 0 && (best === 0 || more > 0 || (more === 0 && rank < best))) best = rank;
  }
  return best === 0 ? null : (lookup.words[places[best - 1] ?? 0] ?? null);
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
  const knowing = knowingOf(known);
  const { lookup, ranks, stems } = knowing;
  let corrected = 0;
  let unknown = 0;
  const tokens = words.map((word): Token => {
    const seen = lookup.seen(word);
    if (
      (seen.place >= 0 && ranks[seen.place] !== 0) ||
      (seen.stemNumber >= 0 && stems[seen.stemNumber] === 1)
    )
      return seen;
    const near = corrected + unknown < MOST_LOOKED_UP ? nearestOf(known, knowing, word) : null;
    if (near === null) {
      unknown++;
      return seen;
    }
    corrected++;
    return near;
  });
  return { tokens, corrected, unknown };
}
