/** Where the clauses and sentences of a message begin and end, and whose words they are. */

import { layOut, type Part } from './layout.ts';
import { readWords, type Vocabulary, type Word } from './words.ts';

/** A word and where it stands. */
export interface PlacedWord extends Word {
  readonly part: Part;
  /** Its clause: no phrase reaches over a comma or a full stop. */
  readonly segment: number;
  readonly sentence: number;
  /** True in a sentence that ends with a question mark. */
  readonly asked: boolean;
}

type Break = 'none' | 'segment' | 'sentence';

/** A line this long was probably wrapped by a mail program and goes on in the next. Range 30 to 80. */
const WRAPPED_FROM = 40;
const SENTENCE_END = /[!?;…•|]|\.(?=\s|["')\]]|$)|\s[-–—*=]+\s/;
const SEGMENT_END = /[,()[\]{}]|\.{2,}/;
const QUESTION_END = /^[^\p{L}\p{N}]*\?/u;

/** `6.2`, `0,5`. */
const isDecimal = (text: string, end: number, start: number): boolean =>
  start === end + 1 && /^\d[.,]\d$/.test(text.slice(end - 1, start + 1));

function breakBetween(text: string, before: Word, word: Word, lineStart: number): Break {
  const gap = text.slice(before.end, word.start);
  if (gap === ' ' || isDecimal(text, before.end, word.start)) return 'none';
  if (SENTENCE_END.test(gap)) return 'sentence';
  if (gap.includes('\n')) {
    const wrapped =
      /^[^\S\n]*\n[^\S\n]*$/.test(gap) &&
      before.end - lineStart >= WRAPPED_FROM &&
      /^\p{Ll}/u.test(text.slice(word.start, word.start + 2));
    if (!wrapped) return 'sentence';
  }
  return SEGMENT_END.test(gap) ? 'segment' : 'none';
}

/** Reads a text into words that know where they stand. */
export function readMessage(vocabulary: Vocabulary, text: string): PlacedWord[] {
  const lines = layOut(vocabulary.grammar.mail, text);
  const placed: Omit<PlacedWord, 'asked'>[] = [];
  let line = 0;
  let segment = 0;
  let sentence = 0;
  for (const word of readWords(vocabulary, text)) {
    const lineBefore = lines[line]?.start ?? 0;
    while (line + 1 < lines.length && word.start > (lines[line]?.end ?? 0)) line++;
    const part = lines[line]?.part ?? 'own';
    const before = placed.at(-1);
    const found =
      before === undefined
        ? 'none'
        : before.part === part
          ? breakBetween(text, before, word, lineBefore)
          : 'sentence';
    if (found !== 'none') segment++;
    if (found === 'sentence') sentence++;
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
