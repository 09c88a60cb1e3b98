/** Reads documents into numbers: every word by the number of its term, one after another. */

import type { Reader } from './reading.ts';

/** One document: its texts by field. A field may have several texts; no phrase goes from one into the next. */
export interface Document {
  readonly id: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** Documents as they were read. */
export interface Gathered {
  readonly ids: readonly string[];
  /** By the alphabet; the place of a term is its number. */
  readonly terms: readonly string[];
  /** Every word as written and every term, by the alphabet, and the number of its term; none where spelling is right. */
  readonly words: readonly string[];
  readonly termOfWord: Uint32Array;
  /** The terms of all texts in reading order; the number after the last term stands after each text. */
  readonly text: Uint16Array | Uint32Array;
  /** Documents × fields + 1: where the texts of each field begin. */
  readonly fieldStart: Uint32Array;
}

/** Stands after each text until the terms are counted. */
const BREAK = 0xffff_ffff;

/** Numbers that grow in number. */
class Numbers {
  #all = new Uint32Array(1024);
  size = 0;

  push(value: number): void {
    if (this.size === this.#all.length) {
      const larger = new Uint32Array(this.#all.length * 2);
      larger.set(this.#all);
      this.#all = larger;
    }
    this.#all[this.size] = value;
    this.size += 1;
  }

  all(): Uint32Array {
    return this.#all.subarray(0, this.size);
  }
}

/** Reads the named fields of documents. */
export function gather(documents: readonly Document[], fields: readonly string[], reader: Reader): Gathered {
  const numberOfTerm = new Map<string, number>();
  const numberOfWord = new Map<string, number>();
  const number = (word: string): number => {
    const known = numberOfWord.get(word);
    if (known !== undefined) return known;
    const term = reader.term(word);
    const found = numberOfTerm.get(term) ?? numberOfTerm.size;
    numberOfTerm.set(term, found);
    numberOfWord.set(word, found);
    return found;
  };
  const read = new Numbers();
  const fieldStart = new Numbers();
  for (const { fields: texts } of documents) {
    for (const field of fields) {
      fieldStart.push(read.size);
      for (const text of textsOf(texts[field])) {
        for (const word of reader.words(text)) read.push(number(word));
        read.push(BREAK);
      }
    }
  }
  fieldStart.push(read.size);
  const terms = [...numberOfTerm.keys()].sort();
  const renumbered = new Uint32Array(terms.length);
  terms.forEach((term, place) => {
    renumbered[numberOfTerm.get(term) ?? 0] = place;
  });
  const words = reader.misspelt ? [...new Set([...numberOfWord.keys(), ...terms])].sort() : [];
  return {
    ids: documents.map(({ id }) => id),
    terms,
    words,
    termOfWord: Uint32Array.from(
      words,
      (word) => renumbered[numberOfWord.get(word) ?? numberOfTerm.get(word) ?? 0] ?? 0,
    ),
    text: narrow(terms.length, read.all(), (old) => renumbered[old] ?? terms.length),
    fieldStart: fieldStart.all().slice(),
  };
}

const textsOf = (texts: string | readonly string[] | undefined): readonly string[] =>
  typeof texts === 'string' ? [texts] : (texts ?? []);

/** Half the bytes where the largest number allows. */
function narrow(
  largest: number,
  from: Uint32Array,
  to: (value: number) => number,
): Uint16Array | Uint32Array {
  const narrowed = numbersUpTo(largest, from.length);
  for (let at = 0; at < from.length; at += 1) narrowed[at] = to(from[at] ?? 0);
  return narrowed;
}

/** Room for numbers from 0 to `largest`. */
export const numbersUpTo = (largest: number, length: number): Uint16Array | Uint32Array =>
  largest <= 0xffff ? new Uint16Array(length) : new Uint32Array(length);
