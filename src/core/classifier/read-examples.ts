/** Examples in words and features; a text is read once, however many heads learn from it. */

import { type OwnStems, stem } from '../language/stems.ts';
import { wordsOf } from '../language/tokens.ts';
import { type Bags, bagsOf, keptBag, type Token } from './features.ts';
import type { Said } from './model.ts';

/** A text as it is learnt from. */
export interface ReadExample {
  readonly words: readonly string[];
  readonly bags: Bags;
}

/** Reads texts, and remembers them as long as it is kept. */
export interface ExampleReader {
  /** Stems of words that have others than their ending tells. */
  readonly own: OwnStems;
  /** Every word that was read, with its stem. */
  readonly stems: OwnStems;
  read(example: Said): ReadExample;
}

/** A reader of the texts of one language. */
export function readerOf(own: OwnStems = new Map()): ExampleReader {
  const stems = new Map<string, string>();
  const tokens = new Map<string, Token>();
  const known = new Map<string, ReadExample>();
  const tokenOf = (letters: string): Token => {
    const token = tokens.get(letters) ?? { letters, stem: stem(own, letters) };
    tokens.set(letters, token);
    stems.set(letters, token.stem);
    return token;
  };
  const readAnew = (text: string, saidOf: string | null): ReadExample => {
    const words = wordsOf(text);
    return { words, bags: keptBag(bagsOf(words.map(tokenOf), saidOf)) };
  };
  return {
    own,
    stems,
    read({ text, saidOf = null }) {
      const key = saidOf === null ? text : `${saidOf}\n${text}`;
      const read = known.get(key) ?? readAnew(text, saidOf);
      known.set(key, read);
      return read;
    },
  };
}
