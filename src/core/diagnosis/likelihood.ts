/** How likely each answer to one question is, for one kind of case. A row holds one probability per answer. */

import { type Answer, type AnswerLikelihoods, NOT_HERE, type Question } from '../knowledge/model.ts';

/**
 * Likelihood of an answer where the question does not apply to the family, 0..1. Lower, and one stray word decides
 * the family for good; higher, and "the seal switch is ON" no longer says that it is a scale.
 */
export const LEAK = 0.01;

/**
 * The leak is never more than this share of what is usual, 0..1, so that a rare answer (one code of a hundred)
 * speaks for its own families as loudly as a common one. 1: rare answers say nothing of the family.
 */
export const LEAK_SHARE = 0.05;

/**
 * What all answers that a sign does not list share at least, 0..1, where the listed ones leave nothing. 0 would
 * make them impossible; people err even about the certain.
 */
export const REMAINDER = 0.005;

/** No likelihood is ever below this: nothing that people say makes a problem impossible. */
const LEAST = 1e-6;

/** What a `many` answer weighs when the knowledge base says nothing of it. */
const UNUSUAL = 0.1;

/** The row for a problem or family that lists these signs; without signs, the row of what is usual. Noise is mixed in. */
export function rowOf(question: Question, signs: AnswerLikelihoods | undefined): number[] {
  const clean =
    question.choose === 'one' ? exclusive(question, signs ?? {}) : separate(question, signs ?? {});
  const slip = question.choose === 'one' ? 1 / Math.max(1, clean.length) : 0.5;
  return clean.map((p) => Math.max(LEAST, (1 - question.noise) * p + question.noise * slip));
}

/** `choose: one`: the listed answers keep their likelihood, the others share what remains in proportion to `usually`. */
function exclusive(question: Question, signs: AnswerLikelihoods): number[] {
  const ids = question.answers.map((answer) => answer.id);
  const usual = ids.map((id) => question.usually[id] ?? 1 / ids.length);
  const listed = ids.reduce((sum, id) => sum + (signs[id] ?? 0), 0);
  const usualOfRest = ids.reduce((sum, id, a) => sum + (id in signs ? 0 : (usual[a] ?? 0)), 0);
  const countOfRest = ids.filter((id) => !(id in signs)).length;
  const remainder = Math.max(REMAINDER, 1 - listed);
  const share = (a: number) => (usualOfRest > 0 ? (usual[a] ?? 0) / usualOfRest : 1 / countOfRest);
  const row = ids.map((id, a) => signs[id] ?? remainder * share(a));
  const total = row.reduce((sum, p) => sum + p, 0);
  return row.map((p) => (total > 0 ? p / total : 1 / ids.length));
}

/** `choose: many`: each answer is a yes or no of its own. */
function separate(question: Question, signs: AnswerLikelihoods): number[] {
  return question.answers.map(({ id }) => signs[id] ?? question.usually[id] ?? UNUSUAL);
}

/**
 * P("my device has no such thing" | the question does not apply to the family), 0..1. Lower, and it says little of
 * the device; 1, and nobody would ever take one thing for another.
 */
export const SEEN_ELSEWHERE = 0.9;

/**
 * The row of `question` outside its families. It does not sum to 1: what remains are people who are not sure.
 * `usual`: its row where nothing else is said, an entry per answer.
 */
export function leakRow(question: Pick<Question, 'answers'>, usual: readonly number[]): number[] {
  return usual.map((p, a) =>
    question.answers[a]?.id === NOT_HERE ? SEEN_ELSEWHERE : Math.min(LEAK, LEAK_SHARE * p),
  );
}

/**
 * How likely somebody is to say that an answer of likelihood `p` is NOT so. How far people are to be believed is the
 * question's `noise` and its signs: what they see is strong, what they blame is written down as weak.
 */
export function denied(p: number): number {
  return Math.max(LEAST, 1 - p);
}

/**
 * What is heard when the question is asked: probabilities of the outcomes. That a device has no such thing is
 * evidence when it is said, and is never reckoned with beforehand: else people would be asked about things which
 * they probably do not have, just to hear so. `one`: the answers. `many`: the person
 * picks one of the offered answers, in proportion, or none of them (the last outcome).
 */
export function outcomesOf(question: Question, row: readonly number[], leaks: boolean): number[] {
  if (question.choose === 'one') return row.map((p, a) => (question.answers[a]?.id === NOT_HERE ? 0 : p));
  const offered = row.filter((_, a) => isPicked(question.answers[a]));
  if (leaks) return [...offered, 0];
  const none = offered.reduce((product, p) => product * (1 - p), 1);
  const total = offered.reduce((sum, p) => sum + p, none);
  return [...offered, none].map((p) => p / total);
}

/** Whether an answer of a `many` question is one that people pick when they are asked. */
export function isPicked(answer: Answer | undefined): boolean {
  return answer?.offered === true && answer.id !== NOT_HERE;
}
