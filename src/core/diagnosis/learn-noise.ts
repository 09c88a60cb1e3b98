/**
 * How often the answers to a question are wrong, learned from cases that are over. An answer is drawn from the signs of
 * the problem it turned out to be, or it is a slip and drawn blindly; which of the two is not seen, so both are weighed
 * and counted until that changes nothing (expectation maximisation, Dempster, Laird and Rubin 1977). Most questions
 * were answered a few times only: each is drawn to what all have together, and all together to what the author wrote.
 */

import type { Case, Fact } from '../conversation.ts';
import type { Id, KnowledgeBase, Problem, Question } from '../knowledge/model.ts';
import { rowOf } from './likelihood.ts';

/** A case that is over: what was heard, and which problem it was. */
export interface FinishedCase {
  readonly facts: Case['facts'];
  readonly problem: Id;
  /** The kind of device it was; signs that the problem does not have are the family's. */
  readonly family: Id;
}

/**
 * How many answers the author's noise counts for, all questions together, 0 or more. 0: a handful of cases overturns what
 * was written; 10,000: nothing is learned from the cases of a year.
 */
export const AUTHOR_ANSWERS = 30;

/**
 * How many answers the noise of all questions counts for in that of one, 0 or more. 0: a question that was answered
 * once is never or always wrong; 10,000: all questions are equally noisy.
 */
export const SHARED_ANSWERS = 60;

/** The noise of a question is never above this, as in what authors write, 0..0.5. */
const MOST_NOISE = 0.5;

/** Counting ends where no round moves the noise by more than this, or after so many rounds. */
const SETTLED = 1e-6;
const MOST_ROUNDS = 200;

/** One answer: how likely it is if it is no slip, and if it is one, 0..1. */
interface Heard {
  readonly meant: number;
  readonly slipped: number;
}

/**
 * The noise of every question by its id, 0..0.5, as `Question.noise` has it. Without cases it is what the author wrote.
 * Denied answers, and facts or problems that the knowledge base does not have, are passed over.
 */
export function learnNoise(kb: KnowledgeBase, finished: readonly FinishedCase[]): ReadonlyMap<Id, number> {
  const heard = heardByQuestion(kb, finished);
  const all = [...heard.values()].flat();
  const written = kb.questions.map(({ noise }) => noise);
  const author = written.reduce((sum, noise) => sum + noise, 0) / Math.max(1, written.length);
  const shared = shareOfSlips(all, author, AUTHOR_ANSWERS);
  return new Map(
    kb.questions.map((question) => {
      const own = heard.get(question.id) ?? [];
      const usual = all.length === 0 ? question.noise : shared;
      return [question.id, own.length === 0 ? usual : shareOfSlips(own, usual, SHARED_ANSWERS)];
    }),
  );
}

/** The share of slips among answers, where `expected` counts for `weight` answers more. */
function shareOfSlips(answers: readonly Heard[], expected: number, weight: number): number {
  let noise = Math.max(expected, SETTLED);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let slips = 0;
    for (const { meant, slipped } of answers)
      slips += (noise * slipped) / (noise * slipped + (1 - noise) * meant);
    const next = Math.min(MOST_NOISE, (slips + weight * expected) / Math.max(1, answers.length + weight));
    if (Math.abs(next - noise) < SETTLED) return next;
    noise = next;
  }
  return noise;
}

function heardByQuestion(kb: KnowledgeBase, finished: readonly FinishedCase[]): Map<Id, Heard[]> {
  const evidence = kb.questions.filter(({ answersAre }) => answersAre !== 'steps' && answersAre !== 'roles');
  const questions = new Map(evidence.map((one) => [one.id, one]));
  const problems = new Map(kb.problems.map((one) => [one.id, one]));
  const heard = new Map<Id, Heard[]>();
  for (const { facts, problem, family } of finished) {
    const known = problems.get(problem);
    if (known === undefined) continue;
    for (const fact of facts) {
      const question = questions.get(fact.question);
      const answer = question && !fact.denied ? hearing(kb, question, known, family, fact) : null;
      if (answer === null) continue;
      const list = heard.get(fact.question);
      if (list === undefined) heard.set(fact.question, [answer]);
      else list.push(answer);
    }
  }
  return heard;
}

/** Null: the question means nothing on that device, or has no such answer. */
function hearing(
  kb: KnowledgeBase,
  question: Question,
  problem: Problem,
  family: Id,
  fact: Fact,
): Heard | null {
  const at = question.answers.findIndex(({ id }) => id === fact.answer);
  if (at < 0 || !question.families.includes(family)) return null;
  const signs = problem.signs[question.id] ?? kb.families.find(({ id }) => id === family)?.signs[question.id];
  const meant = rowOf({ ...question, noise: 0 }, signs)[at] ?? 0;
  const slipped = rowOf({ ...question, noise: 1 }, signs)[at] ?? 0;
  return { meant, slipped };
}
