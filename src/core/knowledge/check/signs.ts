/** What is said of questions and their answers: signs of problems and families, and base rates. */

import type { AuthoredKinds } from '../authored.ts';
import { likelihood } from '../compile/numbers.ts';
import type { Where } from '../complaint.ts';
import { didYouMean } from '../complaint.ts';
import type { Id, LikelihoodWord } from '../model.ts';
import type { NamedQuestion } from '../names.ts';
import { areKnown, mustBeKnown, type Scope, type Spot, say, someOf } from './scope.ts';

type Likelihoods = Readonly<Record<Id, LikelihoodWord | number>>;
type Signs = AuthoredKinds['problem']['signs'];

/**
 * Largest sum of what is listed for a question whose answers exclude each other. Above 1, because words are
 * rounded: "often" and "often" are 1.2 and were meant to be halves, while "usually" and "sometimes" are 1.1. At 1
 * authors would have to calculate; far above it a mistake goes unseen.
 */
const MAX_SUM = 1.1;

/**
 * Smallest sum where every answer of such a question is listed: nothing is left that could hold the rest. "often" and
 * "rarely" are 0.7 and were meant to be 0.85 and 0.15. At 1 authors would have to calculate; near 0 `rarely` for all
 * answers goes unseen.
 */
const MIN_SUM = 0.7;

/** A hair, because 0.8 + 0.3 is 1.1 only on paper. */
const HAIR = 1e-9;

/** Complains of unknown questions and answers, of sums, and of signs that can never be seen. */
export function checkSigns(scope: Scope): void {
  const { shelves } = scope;
  for (const { path, value } of shelves.problem) {
    checkAll(scope, path, ['signs'], value.signs, Object.keys(value.families));
  }
  for (const { path, value } of shelves.families) {
    for (const [index, { id, signs }] of value.families.entries()) {
      checkAll(scope, path, ['families', index, 'signs'], signs ?? {}, [id]);
    }
  }
  for (const { path, value } of shelves.question) {
    const question = scope.names.questions.get(value.id) ?? null;
    if (question !== null && value.usually !== undefined)
      checkOne(scope, path, ['usually'], value.usually, question);
  }
}

function checkAll(scope: Scope, path: string, above: Where, signs: Signs, families: readonly Id[]): void {
  for (const [id, likelihoods] of Object.entries(signs)) {
    const where = [...above, id];
    const question = scope.names.questions.get(id);
    if (question === undefined) {
      const near = scope.spell(id, scope.names.questions.keys());
      const suggestion = didYouMean(near, `write questions/${id}.yaml first`);
      say(scope, 'UNKNOWN_QUESTION', { path, where, point: 'key' }, `"${id}"`, suggestion);
    } else if (question !== null) {
      checkOne(scope, path, where, likelihoods, question);
      checkApplies(scope, path, where, question, families);
    }
  }
}

function checkApplies(
  scope: Scope,
  path: string,
  where: Where,
  question: NamedQuestion,
  families: readonly Id[],
): void {
  const { families: applies, file } = question;
  if (applies === null || !areKnown(scope, families)) return;
  if (families.some((family) => applies.has(family))) return;
  const message = `"${file.value.id}" is not asked about ${someOf(families)}`;
  const suggestion = `its families are ${someOf(applies)}; add one there, or leave the sign out`;
  say(scope, 'SIGN_OUTSIDE_FAMILY', { path, where, point: 'key' }, message, suggestion);
}

function checkOne(
  scope: Scope,
  path: string,
  where: Where,
  likelihoods: Likelihoods,
  question: NamedQuestion,
): void {
  const { answers, file } = question;
  for (const answer of Object.keys(likelihoods)) {
    const spot = { path, where: [...where, answer], point: 'key' } as const;
    const otherwise = `the answers of ${file.value.id} are ${someOf(answers ?? [])}`;
    mustBeKnown(scope, 'UNKNOWN_ANSWER', spot, answer, answers, otherwise);
  }
  if (file.value.choose === 'one') checkSum(scope, { path, where, point: 'key' }, likelihoods, answers);
}

function checkSum(scope: Scope, spot: Spot, likelihoods: Likelihoods, answers: ReadonlySet<Id> | null): void {
  const sum = Object.values(likelihoods).reduce<number>((all, each) => all + likelihood(each), 0);
  const message = `these answers exclude each other, but their likelihoods add up to ${Number(sum.toFixed(3))}`;
  if (sum > MAX_SUM + HAIR) {
    say(scope, 'SUM_ABOVE_ONE', spot, message, 'make some less likely, until the sum is about 1');
  } else if (sum < MIN_SUM - HAIR && isComplete(likelihoods, answers)) {
    const suggestion = 'one of them must be so: make some likelier, until the sum is about 1';
    say(scope, 'SUM_BELOW_ONE', spot, message, suggestion);
  }
}

/** True where every answer is listed, so that none shares the rest. */
function isComplete(likelihoods: Likelihoods, answers: ReadonlySet<Id> | null): boolean {
  return answers !== null && answers.size > 0 && [...answers].every((answer) => answer in likelihoods);
}
