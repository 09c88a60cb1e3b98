/** The parts of a text in which one thing is said: clauses, sentences, and runs of words where a clause is long. */

import { CLAUSE_END, SENTENCE_END } from '../clauses.ts';
import { type TextToken, tokenize } from '../tokens.ts';

/** A run of words, from and to (excluded), by their numbers. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** A part of a text, and the clause or sentence that tells how it stands. */
export interface Unit extends Run {
  readonly within: Run;
}

/** Words of the longest sentence that is looked at as a whole: in longer ones more is said than one thing. 15 to 40. */
const LONGEST_SENTENCE = 25;
/** Words of a run, and by how many the next one begins later. */
const RUN = { words: 7, step: 3 };
/** Most units, a bound on time. 20 to 200. */
const MOST_UNITS = 60;

/** The words of which a unit has some; a question mark tells how it stands, and is none. */
export const wordsIn = (text: string): readonly TextToken[] =>
  tokenize(text).filter((word) => word.text !== '?');

/** Units of a text, by its words, each once; the text as a whole is none of them unless it is one sentence. */
export function unitsOf(text: string, words: readonly TextToken[]): readonly Unit[] {
  const sentences = partsOf(text, words, SENTENCE_END).filter(
    ({ from, to }) => to - from <= LONGEST_SENTENCE,
  );
  const clauses = partsOf(text, words, CLAUSE_END);
  const units = new Map<string, Unit>();
  const add = (run: Run, within: Run): void => {
    const key = `${run.from} ${run.to}`;
    if (!units.has(key)) units.set(key, { ...run, within });
  };
  for (const part of [...sentences, ...clauses]) add(part, part);
  for (const clause of clauses) for (const run of runsOf(clause)) add(run, clause);
  return [...units.values()].slice(0, MOST_UNITS);
}

/** What lies between the ends that `pattern` finds between two words. */
function partsOf(text: string, words: readonly TextToken[], pattern: RegExp): readonly Run[] {
  const parts: Run[] = [];
  let from = 0;
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (next !== undefined && !pattern.test(text.slice(word.end, next.start))) continue;
    parts.push({ from, to: at + 1 });
    from = at + 1;
  }
  return parts;
}

function runsOf({ from, to }: Run): readonly Run[] {
  const runs: Run[] = [];
  for (let at = from; to - from > RUN.words && at < to - RUN.step; at += RUN.step)
    runs.push({ from: at, to: Math.min(at + RUN.words, to) });
  return runs;
}

/** From the first to the last word of a run, without signs around it. */
export const textOfRun = (text: string, words: readonly TextToken[], { from, to }: Run): string =>
  text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0);

/** The clauses of a text that has several. */
export function clausesOf(text: string): readonly string[] {
  const words = wordsIn(text);
  const clauses = partsOf(text, words, CLAUSE_END);
  return clauses.length < 2 ? [] : clauses.map((clause) => textOfRun(text, words, clause));
}
