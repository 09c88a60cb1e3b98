/** What a simulated person sees when they look: the truth about one problem on one device. */

import { outcomesOf, rowOf } from '../core/diagnosis/likelihood.ts';
import {
  type Answer,
  type Family,
  type Id,
  NOT_HERE,
  type Problem,
  type Question,
  type Role,
} from '../core/knowledge/model.ts';
import { drawIndex, type Random } from './random.ts';

/** A person who has a problem. */
export interface Sufferer {
  readonly family: Family;
  readonly problem: Problem;
  readonly role: Role;
}

/**
 * What somebody sees where their problem or its family says something of a question. `likeliest`: the likeliest answer,
 * so that a conversation can be judged; `drawn`: each answer as often as is written, as over many real cases.
 */
export type Seeing = 'likeliest' | 'drawn';

/**
 * What the person answers truthfully; null: "not sure". Where the problem or its family says something of the
 * question it is the likeliest answer, elsewhere a draw from what is usual. A role that cannot look is not sure, and
 * so is somebody for whom none of several possible answers holds; whoever's device has no such thing says so.
 */
export function truthfulAnswer(
  sufferer: Sufferer,
  question: Question,
  random: Random,
  seeing: Seeing = 'likeliest',
): Answer | null {
  if (!sufferer.role.actsAs.includes(question.who)) return null;
  if (!question.families.includes(sufferer.family.id)) return answerById(question, NOT_HERE);
  const own = ownAnswer(sufferer, question);
  if (own !== null) return answerById(question, own);
  return seen(
    sufferer,
    { ...question, answers: question.answers.filter(({ id }) => id !== NOT_HERE) },
    random,
    seeing,
  );
}

/** What is seen by looking; where nothing is said of it, a draw from what is usual. */
function seen(sufferer: Sufferer, question: Question, random: Random, seeing: Seeing): Answer | null {
  const signs = sufferer.problem.signs[question.id] ?? sufferer.family.signs[question.id];
  if (question.answersAre !== 'listed' && signs === undefined) return null;
  // Slips are made by the person who answers; here is the truth.
  const outcomes = outcomesOf(question, rowOf({ ...question, noise: 0 }, signs), false);
  const isDrawn = signs === undefined || seeing === 'drawn';
  const index = isDrawn ? drawIndex(outcomes, random) : likeliest(outcomes);
  return answersOf(question)[index] ?? null;
}

/** What the person is and has needs no looking. */
function ownAnswer({ family, role, problem }: Sufferer, question: Question): Id | null {
  if (question.answersAre === 'roles') return role.id;
  const said = problem.signs[question.id] ?? family.signs[question.id];
  return question.answersAre === 'families' && said === undefined ? family.id : null;
}

/** In the order of `outcomesOf`: of several answers only those that are offered, and none of them is the last outcome. */
function answersOf(question: Question): readonly Answer[] {
  return question.choose === 'one' ? question.answers : question.answers.filter((answer) => answer.offered);
}

function answerById(question: Question, id: Id): Answer | null {
  return question.answers.find((answer) => answer.id === id) ?? null;
}

function likeliest(weights: readonly number[]): number {
  return weights.reduce((best, weight, index) => (weight > (weights[best] ?? 0) ? index : best), 0);
}
