/**
 * One mistake of typing a message, always the same one for the same message: what a search or a classifier is measured
 * with beside its peers, so that all of them read the same damaged words.
 */

import { seedOf } from '../../src/simulate/random.ts';
import { seeded } from './drawing.ts';

/** Mixed into the seed that each text gives; another number gives other mistakes. */
const TYPO_SEED = 20_260_105;
/** Letters that a word has at least to be damaged: shorter ones would often become another word. */
const SHORTEST_WORD = 4;
/** How many edits are tried until one changes the word; swapping or replacing may hit equal letters. */
const MOST_TRIES = 20;

const WORDS = new RegExp(`\\p{L}{${SHORTEST_WORD},}`, 'gu');
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** `letters` with one edit at or after `at`. */
type Edit = (letters: readonly string[], at: number, letter: string) => readonly string[];

const EDITS: readonly Edit[] = [
  (letters, at, letter) => letters.toSpliced(at, 0, letter),
  (letters, at) => letters.toSpliced(at, 1),
  (letters, at, letter) => letters.toSpliced(at, 1, letter),
  (letters, at) => letters.toSpliced(at, 2, ...letters.slice(at, at + 2).reverse()),
];

/**
 * The text with one edit (a letter inserted, dropped, replaced, or two neighbours swapped) in one of its words of at
 * least four letters; a text without such a word comes back as it is. It depends on the text alone.
 */
export function withOneTypo(text: string): string {
  const words = [...text.matchAll(WORDS)];
  const random = seeded(seedOf(text) ^ TYPO_SEED);
  const below = (count: number): number => Math.floor(random() * count);
  const word = words[below(words.length)];
  if (word === undefined) return text;
  const letters = [...word[0]];
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const edit = EDITS[below(EDITS.length)]!;
    const damaged = edit(letters, below(letters.length), LETTERS[below(LETTERS.length)]!).join('');
    if (damaged !== word[0])
      return text.slice(0, word.index) + damaged + text.slice(word.index + word[0].length);
  }
  return text;
}
