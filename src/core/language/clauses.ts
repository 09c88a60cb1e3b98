/** Where the clauses and sentences of a message begin and end, and whose words they are. */

import { layOut, type Part } from './layout.ts';
import { readWords, type Vocabulary, type Word } from './words.ts';

/** Ends a sentence, between two words. */
export const SENTENCE_END = /[.!?;…]["')\]]*\s|\n/;
/** Ends a clause, between two words; every end of a sentence is one. `2.5` and `12:30` go on. */
export const CLAUSE_END = /[.:]["')\]]*\s|[!?;,…()\n–—]|\s-+\s/;

/** A word and where it stands. */
export interface PlacedWord extends Word {
  readonly part: Part;
  /** Its clause: no phrase reaches over a comma or a full stop. */
  readonly segment: number;
  readonly sentence: number;
  /** True in a sentence that ends with a question mark. */
  readonly asked: boolean;
}

const QUESTION_END = /^[^\p{L}\p{N}]*\?/u;

/** Reads a text into words that know where they stand. */
export function readMessage(vocabulary: Vocabulary, text: string): PlacedWord[] {
  const lines = layOut(vocabulary.grammar.mail, text);
  const placed: Omit<PlacedWord, 'asked'>[] = [];
  let line = 0;
  let segment = 0;
  let sentence = 0;
  for (const word of readWords(vocabulary, text)) {
    while (line + 1 < lines.length && word.start > (lines[line]?.end ?? 0)) line++;
    const part = lines[line]?.part ?? 'own';
    const before = placed.at(-1);
    const gap = before === undefined ? '' : text.slice(before.end, word.start);
    if (SENTENCE_END.test(gap)) sentence++;
    if (CLAUSE_END.test(gap)) segment++;
    placed.push({ ...word, part, segment, sentence });
  }
  const asked = askedIn(text, placed);
  return placed.map((word) => ({ ...word, asked: asked.has(word.sentence) }));
}

function askedIn(text: string, words: readonly Omit<PlacedWord, 'asked'>[]): ReadonlySet<number> {
  const lasts = words.filter((word, at) => words[at + 1]?.sentence !== word.sentence);
  const asked = lasts.filter(({ end }) => QUESTION_END.test(text.slice(end, end + 8)));
  return new Set(asked.map(({ sentence }) => sentence));
}
