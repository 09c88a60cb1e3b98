/** The parts of a text in which one thing is said: clauses, sentences, and runs of words where a clause is long. */

import type { Span } from '../spans.ts';

/** Ends a sentence. */
const SENTENCE_END = /[.!?;]+(?=\s|$)|\n+/gu;
/** Ends a clause. */
const CLAUSE_END = /[.!?;:,\n()–—"]+|\s-+\s/gu;
/** Whatever ends a clause ends a word. */
const WORD = /[^\s.!?;:,()–—"]*[\p{L}\p{N}][^\s.!?;:,()–—"]*/gu;

/** Words of the longest sentence that is looked at as a whole: in longer ones more is said than one thing. 15 to 40. */
const LONGEST_SENTENCE = 25;
/** Words of a run, and by how many the next one begins later. */
const RUN = { words: 7, step: 3 };
/** Most units, a bound on time. 20 to 200. */
const MOST_UNITS = 60;

/** A part of a text, and the clause or sentence that tells how it stands. */
export interface Unit extends Span {
  readonly within: Span;
}

/** Units of a text, each once; the text as a whole is none of them unless it is one sentence. */
export function unitsOf(text: string): readonly Unit[] {
  const units = new Map<string, Unit>();
  const add = (unit: Span, within = unit): void => {
    const key = `${unit.start} ${unit.end}`;
    if (!units.has(key)) units.set(key, { ...unit, within });
  };
  for (const sentence of partsOf(text, { start: 0, end: text.length }, SENTENCE_END)) {
    if (wordsIn(text, sentence).length <= LONGEST_SENTENCE) add(sentence);
    for (const clause of partsOf(text, sentence, CLAUSE_END)) {
      add(clause);
      for (const run of runsOf(wordsIn(text, clause))) add(run, clause);
    }
  }
  return [...units.values()].slice(0, MOST_UNITS);
}

/** What lies between the ends that `pattern` finds, without the spaces around it. */
function partsOf(text: string, within: Span, pattern: RegExp): readonly Span[] {
  const inner = text.slice(within.start, within.end);
  const parts: Span[] = [];
  let start = 0;
  for (const { 0: mark, index } of [...inner.matchAll(pattern), { 0: '', index: inner.length }]) {
    const words = wordsIn(inner, { start, end: index });
    const [first, last] = [words[0], words.at(-1)];
    if (first !== undefined && last !== undefined)
      parts.push({ start: within.start + first.start, end: within.start + last.end });
    start = index + mark.length;
  }
  return parts;
}

/** The words of a part of a text, with their places. */
export const wordsIn = (text: string, { start, end }: Span): readonly Span[] =>
  [...text.slice(start, end).matchAll(WORD)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));

function runsOf(words: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (let at = 0; words.length > RUN.words && at < words.length - RUN.step; at += RUN.step) {
    const [first, last] = [words[at], words[Math.min(at + RUN.words, words.length) - 1]];
    if (first !== undefined && last !== undefined) runs.push({ start: first.start, end: last.end });
  }
  return runs;
}

/** The clauses of a text that has several, each of two words or more. */
export function clausesOf(text: string): readonly string[] {
  const clauses = partsOf(text, { start: 0, end: text.length }, CLAUSE_END);
  return clauses.length < 2
    ? []
    : clauses
        .filter((clause) => wordsIn(text, clause).length > 1)
        .map(({ start, end }) => text.slice(start, end));
}
