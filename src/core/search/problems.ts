/** Finds the problems whose words stand in what a case reported. */

import type { Case, Hit } from '../conversation.ts';
import type { Id, KnowledgeBase, Problem, Question } from '../knowledge/model.ts';
import { NOT } from '../language/stems.ts';
import { readWords, type Vocabulary } from '../language/words.ts';
import { type Document, type DocumentIndex, indexDocuments } from './documents.ts';
import { openIndex, tells } from './open.ts';
import { searchFor } from './search.ts';
import { soughtIn } from './sought.ts';

/**
 * How much a word in each field weighs. `said` and `title` are how people and authors name the problem, and `told` is
 * what they wrote of it; `means` explains and uses words of neighbouring problems; `signs` holds what is seen, codes
 * among it. Whole numbers in 0..10: 0 leaves a field out, 10 drowns the others. Seven messages a problem in `told`, one
 * short of a head, lift the right problem of 1,336 other messages from .588 first to .640.
 */
const FIELDS = { title: 2, said: 2, told: 2, means: 1, signs: 1 } as const;

/** Answers at least this likely under a problem are among its words (0..1; 0: all answers, and nothing tells apart). */
const SIGN_SEEN = 0.6;

/** At most this many problems are found. More would each move the belief by next to nothing. */
const HITS_KEPT = 50;

/**
 * How quickly problems fade that score less than the best, 1 to 3. 1: half of the best score is worth half; 3: only the
 * best counts. At 1.5 the right problems of phrases that were left out of the index became likeliest.
 */
const BEHIND = 1.5;

/** What searching needs, built once. Plain data. The documents of the index are the problems, in their order. */
export interface SearchSlice {
  readonly vocabulary: Vocabulary;
  readonly index: DocumentIndex;
}

/** Indexes every problem by title, phrases, messages that tell it, meaning and likely signs. `vocabulary` is the one messages are read by. */
export function prepareSearch(kb: KnowledgeBase, vocabulary: Vocabulary): SearchSlice {
  const questions = new Map(kb.questions.map((question) => [question.id, question]));
  const told = messagesOf(kb);
  const documents = kb.problems.map((problem) => documentOf(questions, problem, told.get(problem.id) ?? []));
  return { vocabulary, index: indexDocuments(documents, FIELDS, readerOf(vocabulary)) };
}

/** The messages that tell each problem. */
function messagesOf({ examples }: KnowledgeBase): ReadonlyMap<Id, readonly string[]> {
  const told = new Map<Id, string[]>();
  for (const { level, problem, says } of examples.problems)
    if (level === 'decisive') told.set(problem, [...(told.get(problem) ?? []), says]);
  return told;
}

function documentOf(
  questions: ReadonlyMap<Id, Question>,
  problem: Problem,
  told: readonly string[],
): Document {
  const fields: Record<keyof typeof FIELDS, string | readonly string[]> = {
    title: problem.title,
    said: problem.saidAs,
    told,
    means: problem.means,
    signs: likelySigns(questions, problem),
  };
  return { id: problem.id, fields };
}

function likelySigns(questions: ReadonlyMap<Id, Question>, problem: Problem): readonly string[] {
  return Object.entries(problem.signs).flatMap(([question, answers]) =>
    Object.entries(answers)
      .filter(([, likelihood]) => likelihood >= SIGN_SEEN)
      .map(([id]) => questions.get(question)?.answers.find((answer) => answer.id === id)?.label ?? id),
  );
}

/** The telling words of a text, spelling put right and words that mean the same made one. */
export const readerOf =
  (vocabulary: Vocabulary) =>
  (text: string): readonly string[] =>
    readWords(vocabulary, text)
      .filter((word) => word.kind !== 'function')
      .map((word) => word.stem);

/** `not` counts beside what it denies alone: `no` begins an answer as often as it misses something. */
const BESIDE_ONLY: ReadonlySet<string> = new Set([NOT]);

/**
 * Searches of which the hits are kept: most turns of a case add no text. Range 0..100,000: 0 searches anew at each turn;
 * more than the cases that are open at once wins nothing.
 */
const KEPT = 2_000;

/** By index, so that they go with the knowledge base. */
const kept = new WeakMap<DocumentIndex, Map<string, readonly Hit[]>>();

/**
 * Problems whose words stand in what the case reported, best first. Words that a fact quotes are left out, so that
 * nothing counts twice. Words are looked up and never parsed, so any text is safe.
 */
export function findProblems(slice: SearchSlice, ours: Case): readonly Hit[] {
  const hits = kept.get(slice.index) ?? new Map<string, readonly Hit[]>();
  kept.set(slice.index, hits);
  const key = searchedFor(ours);
  const known = hits.get(key);
  if (known !== undefined) return known;
  const found = search(slice, searchedRuns(slice, ours));
  const [oldest] = hits.keys();
  if (hits.size >= KEPT && oldest !== undefined) hits.delete(oldest);
  hits.set(key, found);
  return found;
}

/** All of a case that a search depends on; a button that is pressed changes none of it. */
const searchedFor = ({ texts, facts }: Case): string =>
  JSON.stringify([texts.map(({ text }) => text), facts.flatMap(({ quote }) => quote?.text ?? [])]);

/** What was reported, without what facts quote: words on both sides of that do not stand side by side. */
function searchedRuns({ vocabulary }: SearchSlice, ours: Case): readonly (readonly string[])[] {
  const read = readerOf(vocabulary);
  const texts = [...new Set(ours.texts.map(({ text }) => text))].map(read);
  const quoted = new Set(ours.facts.flatMap(({ quote }) => (quote === null ? [] : read(quote.text))));
  return texts.flatMap((stems) => runsWithout(stems, quoted));
}

function runsWithout(stems: readonly string[], quoted: ReadonlySet<string>): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  for (const stem of stems) {
    if (quoted.has(stem)) runs.push([]);
    else runs.at(-1)?.push(stem);
  }
  return runs.filter((run) => run.length > 0);
}

/**
 * A hit's score: how much of what was said the best problem has, less by how far a problem is behind the best. The root
 * of that share is taken: most of a first message tells of the day and the customer, whatever the problem is, and words
 * that no problem has speak for none of them. Of our own first messages more came first by it, and none of the golden
 * conversations went another way; without the share, one chance word would count as much as a sentence that fits.
 */
function search({ index }: SearchSlice, runs: readonly (readonly string[])[]): readonly Hit[] {
  const sought = soughtIn(index, runs, BESIDE_ONLY);
  const found = searchFor(index, sought, HITS_KEPT);
  const [best] = found;
  if (best === undefined) return [];
  const covered = Math.sqrt(told(index, best.terms) / told(index, sought.terms));
  return found.map(({ id, score, terms }) => ({
    problem: id,
    score: covered * (score / best.score) ** BEHIND,
    words: terms,
  }));
}

/** How much terms tell together. */
function told(index: DocumentIndex, terms: readonly string[]): number {
  const open = openIndex(index);
  return terms.reduce((sum, term) => sum + tells(open, term), 0);
}
