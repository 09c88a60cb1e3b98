/** Finds the problems whose words stand in what a case reported. */

import lunr from 'lunr';
import type { Case, Hit } from '../conversation.ts';
import type { Id, KnowledgeBase, Problem, Question } from '../knowledge/model.ts';
import { readWords, type Vocabulary } from '../language/words.ts';

/**
 * How much a word in each field weighs. `said` and `title` are how people and authors name the problem; `means`
 * explains and uses words of neighbouring problems; `signs` holds what is seen, codes among it. Range 0..10:
 * 0 leaves a field out, 10 drowns the others.
 */
const FIELDS = { title: 2, said: 2, means: 1, signs: 1 } as const;

/** Answers at least this likely under a problem are among its words (0..1; 0: all answers, and nothing tells apart). */
const SIGN_SEEN = 0.6;

/** At most this many words are searched for, the rarest first: a bound on time. A sentence has five to fifteen. */
const WORDS_SEARCHED = 24;

/** At most this many problems are found. More would each move the belief by next to nothing. */
const HITS_KEPT = 50;

/** What searching needs, built once. Plain data: the index is lunr's own serialised form. */
export interface SearchSlice {
  readonly vocabulary: Vocabulary;
  readonly index: object;
  /** Stem → how much it tells, ln(1 + (N − n + 0.5) / (n + 0.5)): the inverse document frequency of BM25. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Indexes every problem by title, phrases, meaning and likely signs. `vocabulary` is the one messages are read by. */
export function prepareSearch(kb: KnowledgeBase, vocabulary: Vocabulary): SearchSlice {
  const questions = new Map(kb.questions.map((question) => [question.id, question]));
  const builder = new lunr.Builder();
  builder.ref('id');
  for (const [field, boost] of Object.entries(FIELDS)) builder.field(field, { boost });
  const documents = kb.problems.map((problem) => fieldsOf(vocabulary, questions, problem));
  for (const document of documents) builder.add(document);
  return { vocabulary, index: builder.build().toJSON(), weights: weights(documents) };
}

interface Document {
  readonly id: Id;
  readonly title: readonly string[];
  readonly said: readonly string[];
  readonly means: readonly string[];
  readonly signs: readonly string[];
}

function fieldsOf(vocabulary: Vocabulary, questions: ReadonlyMap<Id, Question>, problem: Problem): Document {
  const stems = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => contentStems(vocabulary, text));
  return {
    id: problem.id,
    title: stems([problem.title]),
    said: stems(problem.saidAs),
    means: stems([problem.means]),
    signs: stems(likelySigns(questions, problem)),
  };
}

function likelySigns(questions: ReadonlyMap<Id, Question>, problem: Problem): readonly string[] {
  return Object.entries(problem.signs).flatMap(([question, answers]) =>
    Object.entries(answers)
      .filter(([, likelihood]) => likelihood >= SIGN_SEEN)
      .map(([id]) => questions.get(question)?.answers.find((answer) => answer.id === id)?.label ?? id),
  );
}

const contentStems = (vocabulary: Vocabulary, text: string): readonly string[] =>
  readWords(vocabulary, text)
    .filter((word) => word.kind === 'content')
    .map((word) => word.stem);

function weights(documents: readonly Document[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const stems = new Set([...document.title, ...document.said, ...document.means, ...document.signs]);
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([stem, n]) => [stem, Math.log(1 + (documents.length - n + 0.5) / (n + 0.5))]),
  );
}

/** Answers kept for words that were searched before: in a conversation most turns add none. Bounds the memory. */
const ANSWERS_KEPT = 1_000;

/** An index that can be searched, and what it answered lately. */
interface Loaded {
  readonly index: lunr.Index;
  readonly answers: Map<string, readonly Hit[]>;
}

/** By slice: lunr cannot search its serialised form, and a slice is loaded but once. */
const loaded = new WeakMap<SearchSlice, Loaded>();

function load(slice: SearchSlice): Loaded {
  const known = loaded.get(slice);
  if (known !== undefined) return known;
  const fresh = { index: lunr.Index.load(slice.index), answers: new Map<string, readonly Hit[]>() };
  loaded.set(slice, fresh);
  return fresh;
}

/**
 * Problems whose words stand in what the case reported, best first. Words that a fact quotes are left out, so that
 * nothing counts twice. Queries are built word by word and never parsed, so any text is safe.
 */
export function findProblems(slice: SearchSlice, ours: Case): readonly Hit[] {
  const words = searchedWords(slice, ours);
  if (words.length === 0) return [];
  const { index, answers } = load(slice);
  const key = words.join(' ');
  const known = answers.get(key);
  if (known !== undefined) return known;
  const hits = search(slice, index, words);
  const [oldest] = answers.keys();
  if (answers.size >= ANSWERS_KEPT && oldest !== undefined) answers.delete(oldest);
  answers.set(key, hits);
  return hits;
}

function search(slice: SearchSlice, index: lunr.Index, words: readonly string[]): readonly Hit[] {
  const found = index.query((query) => {
    for (const word of words) query.term(word, { usePipeline: false });
  });
  const best = found[0]?.score ?? 0;
  const all = words.reduce((sum, word) => sum + (slice.weights.get(word) ?? 0), 0);
  if (best <= 0 || all <= 0) return [];
  return found.slice(0, HITS_KEPT).map((result) => {
    const hit = Object.keys(result.matchData.metadata);
    const covered = hit.reduce((sum, word) => sum + (slice.weights.get(word) ?? 0), 0) / all;
    return { problem: result.ref, score: covered * (result.score / best), words: hit };
  });
}

function searchedWords(slice: SearchSlice, ours: Case): readonly string[] {
  const quoted = new Set(
    ours.facts.flatMap((fact) =>
      fact.quote === null ? [] : contentStems(slice.vocabulary, fact.quote.text),
    ),
  );
  const stems = new Set(ours.texts.flatMap((text) => contentStems(slice.vocabulary, text.text)));
  const weight = (stem: string): number => slice.weights.get(stem) ?? 0;
  return [...stems]
    .filter((stem) => !quoted.has(stem) && weight(stem) > 0)
    .sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))
    .slice(0, WORDS_SEARCHED);
}
