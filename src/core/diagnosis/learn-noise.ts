/**
 * How often the answers to a question are wrong, learned from cases that are over. An answer is drawn from the signs of
 * the problem it turned out to be, or it is a slip and drawn blindly; which of the two is not seen, so both are weighed
 * and counted until that changes nothing (expectation maximisation, Dempster, Laird and Rubin 1977). Most questions
 * were answered a few times only: each is drawn to what its author wrote, times how much all authors together were off.
 */

import type { Fact } from '../conversation.ts';
import { type Id, type KnowledgeBase, NOT_HERE, type Problem, type Question } from '../knowledge/model.ts';
import { rowOf } from './likelihood.ts';
import { LEAST_NOISE, MOST_NOISE, noiseRange, type Range, type Seen, shareOfSlips } from './slips.ts';

/** A case that is over: what was heard, and which problem it was. */
export interface FinishedCase {
  readonly facts: readonly Pick<Fact, 'question' | 'answer' | 'denied'>[];
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

/** What the cases say of one question. */
export interface LearnedNoise {
  /** As `Question.noise` has it, 0..0.5. */
  readonly noise: number;
  /** Where it is with 95 % probability; null where no case has an answer to the question. */
  readonly range: Range | null;
  /** In how many cases it was answered. */
  readonly answers: number;
}

/** The noise of every question by its id, 0..0.5, as `Question.noise` has it. Without cases it is what the author wrote. */
export function learnNoise(kb: KnowledgeBase, finished: Iterable<FinishedCase>): ReadonlyMap<Id, number> {
  const cases = new FinishedCases(kb);
  for (const one of finished) cases.add(one);
  return new Map([...cases.learned()].map(([id, { noise }]) => [id, noise]));
}

/** Cases that are over, counted as they come: what is kept grows with the knowledge base and not with the cases. */
export class FinishedCases {
  readonly #kb: KnowledgeBase;
  readonly #questions: ReadonlyMap<Id, Question>;
  readonly #problems: ReadonlyMap<Id, Problem>;
  readonly #seen = new Map<Id, Map<string, Seen>>();

  constructor(kb: KnowledgeBase) {
    this.#kb = kb;
    this.#questions = new Map(kb.questions.filter(isLearned).map((one) => [one.id, one]));
    this.#problems = new Map(kb.problems.map((one) => [one.id, one]));
  }

  /**
   * Counts the answers of one case; false where the knowledge base has no such problem on such a device. Denied answers,
   * and facts that it does not have, are passed over.
   */
  add({ facts, problem, family }: FinishedCase): boolean {
    const known = this.#problems.get(problem);
    if (known === undefined || !((known.families[family] ?? 0) > 0)) return false;
    const answered = new Set<Id>();
    for (const fact of facts) {
      const question = this.#questions.get(fact.question);
      if (question === undefined || fact.denied || answered.has(question.id)) continue;
      if (this.#hear(question, known, family, fact.answer)) answered.add(question.id);
    }
    return true;
  }

  /** What they say, for every question of the knowledge base. */
  learned(): ReadonlyMap<Id, LearnedNoise> {
    const lists = [...this.#seen].map(([id, seen]) => ({
      written: this.#questions.get(id)?.noise ?? 0,
      seen: [...seen.values()],
    }));
    const off = timesOff(lists);
    const all = countOf(lists.flatMap(({ seen }) => seen)) + AUTHOR_ANSWERS;
    return new Map(
      this.#kb.questions.map((question): [Id, LearnedNoise] => {
        const own = [...(this.#seen.get(question.id)?.values() ?? [])];
        const expected = off(question.noise);
        const answers = countOf(own);
        if (answers === 0) return [question.id, { noise: expected, range: null, answers }];
        // What all have together is in part what this one has: that part must not count twice.
        const weight = SHARED_ANSWERS * ((all - answers) / all);
        const noise = shareOfSlips(own, expected, weight);
        return [question.id, { noise, range: noiseRange(own, expected, weight), answers }];
      }),
    );
  }

  /**
   * False: the question means nothing on that device, or has no such answer. "My device has no such thing" tells of the
   * device, and is not offered to everybody, so it is left out.
   */
  #hear(asked: Question, problem: Problem, family: Id, answer: Id): boolean {
    const question = { ...asked, answers: asked.answers.filter(({ id }) => id !== NOT_HERE) };
    const at = question.answers.findIndex(({ id }) => id === answer);
    if (at < 0 || !question.families.includes(family)) return false;
    const signs =
      problem.signs[question.id] ?? this.#kb.families.find(({ id }) => id === family)?.signs[question.id];
    const meant = rowOf({ ...question, noise: 0 }, signs)[at] ?? 0;
    const slipped = rowOf({ ...question, noise: 1 }, signs)[at] ?? 0;
    this.#count(question.id, meant, slipped);
    return true;
  }

  #count(question: Id, meant: number, slipped: number): void {
    const seen = this.#seen.get(question) ?? new Map<string, Seen>();
    this.#seen.set(question, seen);
    const key = `${meant} ${slipped}`;
    seen.set(key, { meant, slipped, times: (seen.get(key)?.times ?? 0) + 1 });
  }
}

/** The answers to one question, and the noise that its author wrote. */
interface Answers {
  readonly written: number;
  readonly seen: readonly Seen[];
}

/** From what an author wrote to what is expected of a question, once all answers together are known. */
function timesOff(lists: readonly Answers[]): (written: number) => number {
  const all = lists.flatMap(({ seen }) => seen);
  const answers = countOf(all);
  if (answers === 0) return (written) => written;
  const author = lists.reduce((sum, { written, seen }) => sum + written * countOf(seen), 0) / answers;
  const shared = shareOfSlips(all, author, AUTHOR_ANSWERS);
  return (written) => (author < LEAST_NOISE ? shared : Math.min(MOST_NOISE, (written * shared) / author));
}

/**
 * Only answers that exclude each other tell how often they are wrong: where several may hold, nobody hears those that
 * people leave out. Steps that were done and roles are no evidence.
 */
function isLearned({ answersAre, choose }: Question): boolean {
  return choose === 'one' && answersAre !== 'steps' && answersAre !== 'roles';
}

function countOf(seen: readonly Seen[]): number {
  return seen.reduce((sum, { times }) => sum + times, 0);
}
