/** The knowledge of an author who is off by one word everywhere. */

import {
  type AnswerLikelihoods,
  type KnowledgeBase,
  LIKELIHOODS,
  type Problem,
  type Question,
  type Signs,
} from '../core/knowledge/model.ts';
import type { Random } from './random.ts';

/** The scale of words as numbers, from the most to the least likely. */
const SCALE: readonly number[] = Object.values(LIKELIHOODS);

/**
 * Every likelihood that is a word of the scale moved to one of its neighbours, up or down at random; at an end of
 * the scale there is one neighbour only. What is usual was scaled when it was read, so there each word's share moves
 * as its nearest word would. Numbers that an author measured stay.
 */
export function withMovedWords(kb: KnowledgeBase, random: Random): KnowledgeBase {
  return {
    ...kb,
    families: kb.families.map((family) => ({ ...family, signs: moveSigns(family.signs, random) })),
    questions: kb.questions.map((question) => ({ ...question, usually: moveUsual(question, random) })),
    problems: kb.problems.map((problem) => moveProblem(problem, random)),
  };
}

function moveProblem(problem: Problem, random: Random): Problem {
  const remedy = { ...problem.remedy, success: moveWord(problem.remedy.success, random) };
  return { ...problem, signs: moveSigns(problem.signs, random), remedy };
}

function moveSigns(signs: Signs, random: Random): Signs {
  return mapValues(signs, (likelihoods) => mapValues(likelihoods, (value) => moveWord(value, random)));
}

function moveWord(value: number, random: Random): number {
  const at = SCALE.indexOf(value);
  return at === -1 ? value : (SCALE[neighbour(at, random)] ?? value);
}

function moveUsual(question: Question, random: Random): AnswerLikelihoods {
  const moved = mapValues(question.usually, (value) => {
    const at = nearestWord(value);
    return Math.min(1, (value * (SCALE[neighbour(at, random)] ?? 1)) / (SCALE[at] ?? 1));
  });
  if (question.choose === 'many') return moved;
  const total = Object.values(moved).reduce((sum, value) => sum + value, 0);
  return total > 0 ? mapValues(moved, (value) => value / total) : question.usually;
}

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
  change: (value: A) => B,
): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
