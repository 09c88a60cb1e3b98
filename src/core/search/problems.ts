/** Finds the problems whose words stand in what a case reported. */

import type { Case, Hit } from '../conversation.ts';
import type { Id, KnowledgeBase, Problem, Question } from '../knowledge/model.ts';
import { readWords, type Vocabulary } from '../language/words.ts';
import { type Document, type WordTable, weighWords } from './weigh.ts';

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

/** What searching needs, built once. Plain data. */
export interface SearchSlice extends WordTable {
  readonly vocabulary: Vocabulary;
  /** In the order of the knowledge base. */
  readonly problems: readonly Id[];
  /** Per stem: how much it tells, ln(1 + (N − n + 0.5) / (n + 0.5)), the inverse document frequency of BM25. */
  readonly weights: Float64Array;
}

/** Indexes every problem by title, phrases, meaning and likely signs. `vocabulary` is the one messages are read by. */
export function prepareSearch(kb: KnowledgeBase, vocabulary: Vocabulary): SearchSlice {
  const questions = new Map(kb.questions.map((question) => [question.id, question]));
  const table = weighWords(
    kb.problems.map((problem) => documentOf(vocabulary, questions, problem)),
    FIELDS,
  );
  return {
    vocabulary,
    problems: kb.problems.map(({ id }) => id),
    weights: weights(table, kb.problems.length),
    ...table,
  };
}

function documentOf(
  vocabulary: Vocabulary,
  questions: ReadonlyMap<Id, Question>,
  problem: Problem,
): Document {
  const stems = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => contentStems(vocabulary, text));
  const fields: Record<keyof typeof FIELDS, readonly string[]> = {
    title: stems([problem.title]),
    said: stems(problem.saidAs),
    means: stems([problem.means]),
    signs: stems(likelySigns(questions, problem)),
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

const contentStems = (vocabulary: Vocabulary, text: string): readonly string[] =>
  readWords(vocabulary, text)
    .filter((word) => word.kind === 'content')
    .map((word) => word.stem);

function weights({ start }: WordTable, documents: number): Float64Array {
  return Float64Array.from({ length: start.length - 1 }, (_, stem) => {
    const n = (start[stem + 1] ?? 0) - (start[stem] ?? 0);
    return Math.log(1 + (documents - n + 0.5) / (n + 0.5));
  });
}

/**
 * Texts of which the stems are kept, and searches of which the hits are: a case searches for its texts at each of its
 * turns, and most turns add none. Range 0..100,000: 0 reads and searches anew each turn; more than the texts of the
 * cases that are open at once wins nothing.
 */
const KEPT = 2_000;

interface Kept {
  readonly stems: Map<string, readonly number[]>;
  readonly hits: Map<string, readonly Hit[]>;
}

/** By slice, so that it goes with the knowledge base that it was read by. */
const kept = new WeakMap<SearchSlice, Kept>();

function keptOf(slice: SearchSlice): Kept {
  const known = kept.get(slice);
  if (known !== undefined) return known;
  const fresh: Kept = { stems: new Map(), hits: new Map() };
  kept.set(slice, fresh);
  return fresh;
}

/** Keeps a value, in the place of the oldest where there are enough. */
function keep<T>(values: Map<string, T>, key: string, value: T): T {
  const [oldest] = values.keys();
  if (values.size >= KEPT && oldest !== undefined) values.delete(oldest);
  values.set(key, value);
  return value;
}

/** The known stems of a text, by their numbers, each once. */
function stemsOf(slice: SearchSlice, text: string): readonly number[] {
  const { stems } = keptOf(slice);
  const known = stems.get(text);
  if (known !== undefined) return known;
  const read = contentStems(slice.vocabulary, text).flatMap((stem) => slice.numbers.get(stem) ?? []);
  return keep(stems, text, [...new Set(read)]);
}

/** What a problem has gathered while the words are gone through. */
interface Found {
  score: number;
  /** Sum of the weights of the words that hit. */
  covered: number;
  readonly words: string[];
}

/**
 * Problems whose words stand in what the case reported, best first. Words that a fact quotes are left out, so that
 * nothing counts twice. Words are looked up and never parsed, so any text is safe.
 */
export function findProblems(slice: SearchSlice, ours: Case): readonly Hit[] {
  const words = searchedWords(slice, ours);
  const { hits } = keptOf(slice);
  const key = words.join(' ');
  const known = hits.get(key);
  if (known !== undefined) return known;
  return keep(hits, key, search(slice, words));
}

function search(slice: SearchSlice, words: readonly number[]): readonly Hit[] {
  const found = [...foundBy(slice, words)]
    .sort(([a, one], [b, other]) => other.score - one.score || a - b)
    .slice(0, HITS_KEPT);
  const best = found[0]?.[1].score ?? 1;
  const all = words.reduce((sum, word) => sum + (slice.weights[word] ?? 0), 0);
  return found.map(([problem, { score, covered, words: hit }]) => ({
    problem: slice.problems[problem] ?? '',
    score: (covered / all) * (score / best),
    words: hit,
  }));
}

/** By problem; the score is the sum of what its words are worth. */
function foundBy(slice: SearchSlice, words: readonly number[]): ReadonlyMap<number, Found> {
  const { start, problem: problems, worth, weights: tells, stems } = slice;
  const found = new Map<number, Found>();
  for (const word of words) {
    const stem = stems[word] ?? '';
    for (let at = start[word] ?? 0; at < (start[word + 1] ?? 0); at += 1) {
      const problem = problems[at] ?? 0;
      const known = found.get(problem);
      const one = known ?? { score: 0, covered: 0, words: [] };
      if (known === undefined) found.set(problem, one);
      one.score += worth[at] ?? 0;
      one.covered += tells[word] ?? 0;
      one.words.push(stem);
    }
  }
  return found;
}

/** The stems to search for by their numbers, those that tell most first. */
function searchedWords(slice: SearchSlice, ours: Case): readonly number[] {
  const quoted = new Set(
    ours.facts.flatMap((fact) => (fact.quote === null ? [] : stemsOf(slice, fact.quote.text))),
  );
  const stems = new Set(ours.texts.flatMap((text) => stemsOf(slice, text.text)));
  const weight = (stem: number): number => slice.weights[stem] ?? 0;
  return [...stems]
    .filter((stem) => !quoted.has(stem))
    .sort((a, b) => weight(b) - weight(a) || a - b)
    .slice(0, WORDS_SEARCHED);
}
