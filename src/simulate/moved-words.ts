/** The knowledge of an author who is off by one word everywhere. */

import {
  type AnswerLikelihoods,
  type KnowledgeBase,
  LIKELIHOODS,
  type Problem,
  type Question,
  type Signs,
} from '../core/knowledge/model.ts';
import { type Random, randomFrom, seedOf } from './random.ts';

/** The scale of words as numbers, from the most to the least likely. */
const SCALE: readonly number[] = Object.values(LIKELIHOODS);

/** Where a word stands: the ids that lead to it. */
type Place = readonly [number, ...string[]];

/**
 * Every likelihood that is a word of the scale moved to one of its neighbours, up or down at random; at an end of
 * the scale there is one neighbour only. What is usual was scaled when it was read, so there each word's share moves
 * as its nearest word would. Numbers that an author measured stay. Each word has a chance of its own: where one problem
 * is changed, the words of all others move as they did before.
 */
export function withMovedWords(kb: KnowledgeBase, seed: number): KnowledgeBase {
  return {
    ...kb,
    families: kb.families.map((family) => ({
      ...family,
      signs: moveSigns(family.signs, [seed, 'family', family.id]),
    })),
    questions: kb.questions.map((question) => ({
      ...question,
      usually: moveUsual(question, [seed, 'question', question.id]),
    })),
    problems: kb.problems.map((problem) => moveProblem(problem, [seed, 'problem', problem.id])),
  };
}

function moveProblem(problem: Problem, place: Place): Problem {
  const success = moveWord(problem.remedy.success, [...place, 'success']);
  const signs = moveSigns(problem.signs, [...place, 'signs']);
  return { ...problem, signs, remedy: { ...problem.remedy, success } };
}

function moveSigns(signs: Signs, place: Place): Signs {
  return mapValues(signs, (likelihoods, question) =>
    mapValues(likelihoods, (value, answer) => moveWord(value, [...place, question, answer])),
  );
}

function moveWord(value: number, place: Place): number {
  const at = SCALE.indexOf(value);
  return at === -1 ? value : (SCALE[neighbour(at, chanceAt(place))] ?? value);
}

function moveUsual(question: Question, place: Place): AnswerLikelihoods {
  const moved = mapValues(question.usually, (value, answer) => {
    const at = nearestWord(value);
    const to = neighbour(at, chanceAt([...place, answer]));
    return Math.min(1, (value * (SCALE[to] ?? 1)) / (SCALE[at] ?? 1));
  });
  if (question.choose === 'many') return moved;
  const total = Object.values(moved).reduce((sum, value) => sum + value, 0);
  return total > 0 ? mapValues(moved, (value) => value / total) : question.usually;
}

const chanceAt = (place: Place): Random => randomFrom(seedOf(...place));

function neighbour(at: number, random: Random): number {
  const up = random() < 0.5;
  if (at === 0) return 1;
  if (at === SCALE.length - 1) return at - 1;
  return up ? at - 1 : at + 1;
}

/** Index of the word whose log-odds are nearest. */
function nearestWord(value: number): number {
  const logOdds = (p: number): number => Math.log(p / (1 - p));
  const bounded = Math.min(0.999, Math.max(0.001, value));
  const distances = SCALE.map((word) => Math.abs(logOdds(word) - logOdds(bounded)));
  return distances.indexOf(Math.min(...distances));
}

function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A, key: string) => B,
): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
