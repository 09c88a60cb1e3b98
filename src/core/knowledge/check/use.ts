/** What is written and does nothing. */

import type { AuthoredKinds } from '../authored.ts';
import { type Authored, nameOf } from '../base.ts';
import { compileRoles } from '../compile/families.ts';
import { frequency, likelihood } from '../compile/numbers.ts';
import { usuallyOf } from '../compile/usually.ts';
import type { About, Id } from '../model.ts';
import { comparable } from '../phrase.ts';
import { areKnown, type Scope, say } from './scope.ts';

type Problem = Authored<AuthoredKinds['problem']>;

/** Subjects that are of use without a sign: they say which families, whose steps, and which remedies remain. */
const USED_WITHOUT_SIGN: readonly About[] = ['device', 'role', 'already-tried'];

/** Complains of families, questions, steps and problems that can never matter. Says nothing while a file is faulty. */
export function checkUse(scope: Scope): void {
  if (!scope.whole) return;
  checkFamiliesHaveProblems(scope);
  checkQuestionsAreUsed(scope);
  checkStepsAreUsed(scope);
  checkPlainIsSaid(scope);
  checkProblemsAreReached(scope);
}

function checkFamiliesHaveProblems(scope: Scope): void {
  const used = new Set(scope.shelves.problem.flatMap(({ value }) => Object.keys(value.families)));
  // One that is misspelt may be meant.
  if (!areKnown(scope, [...used])) return;
  for (const { path, value } of scope.shelves.families) {
    for (const [index, { id }] of value.families.entries()) {
      if (used.has(id)) continue;
      say(
        scope,
        'FAMILY_WITHOUT_PROBLEM',
        { path, where: ['families', index, 'id'] },
        `no problem belongs to "${id}", so every case of it is handed over`,
        'write a problem of it, or leave the family out',
      );
    }
  }
}

function checkQuestionsAreUsed(scope: Scope): void {
  const { problem, families, question } = scope.shelves;
  const used = new Set([
    ...problem.flatMap(({ value }) => Object.keys(value.signs)),
    ...families.flatMap(({ value }) => value.families.flatMap(({ signs }) => Object.keys(signs ?? {}))),
  ]);
  for (const { path, value } of question) {
    if (used.has(value.id) || typeof value.answers === 'string' || USED_WITHOUT_SIGN.includes(value.about))
      continue;
    const message = `no problem and no family has a sign of "${value.id}", so its answers change nothing`;
    say(
      scope,
      'UNUSED_QUESTION',
      { path, where: ['id'] },
      message,
      'add it to the signs of a problem, or delete the file',
    );
  }
}

function checkStepsAreUsed(scope: Scope): void {
  const used = new Set(scope.shelves.problem.flatMap(({ value }) => value.remedy.steps));
  for (const { path, value } of scope.shelves.step) {
    if (used.has(value.id) || used.has(nameOf(path))) continue;
    const message = `no remedy has the step "${value.id}"`;
    say(
      scope,
      'UNUSED_STEP',
      { path, where: ['id'] },
      message,
      'add it to the steps of a problem, or delete the file',
    );
  }
}

/** Plain words for a step that only skilled roles do are said to nobody. */
function checkPlainIsSaid(scope: Scope): void {
  const roles = scope.shelves.roles.flatMap((file) => compileRoles(file.value));
  const doneUnskilled = new Set(roles.filter(({ isSkilled }) => !isSkilled).flatMap(({ actsAs }) => actsAs));
  for (const { path, value } of scope.shelves.step) {
    if (value.plain === undefined || doneUnskilled.has(value.by)) continue;
    const message = `only roles that are skilled do "${value.id}", so nobody is told it in plain words`;
    say(
      scope,
      'UNSAID_PLAIN',
      { path, where: ['plain'] },
      message,
      'delete the line, or let another role do it',
    );
  }
}

/**
 * A problem can come first in a diagnosis by one of three things: an answer that is likelier with it than it
 * usually is, a saying that is no other problem's too, or being the most frequent one of a family. A problem with
 * none of them is never offered before the others of its families have failed.
 */
function checkProblemsAreReached(scope: Scope): void {
  const { problem } = scope.shelves;
  const sayings = countSayings(problem);
  const highest = highestOfFamilies(problem);
  const questions = new Map(scope.shelves.question.map(({ value }) => [value.id, value]));
  for (const file of problem) {
    const { value } = file;
    const isSaid = () => value.said_as.some((phrase) => sayings.get(comparable(phrase)) === 1);
    const isSeen = () =>
      Object.entries(value.signs).some(([id, answers]) => raises(scope, questions.get(id), answers));
    const isFirst = () =>
      Object.entries(value.families).some(([family, often]) => frequency(often) === highest.get(family));
    if (isSaid() || isFirst() || isSeen()) continue;
    const message = `nothing can raise "${value.id}" above the other problems of its families`;
    const suggestion = 'add a sign that is likelier with it than usually, or a saying of its own';
    say(scope, 'UNREACHABLE_PROBLEM', { path: file.path, where: ['id'] }, message, suggestion);
  }
}

function raises(
  { names }: Scope,
  question: AuthoredKinds['question'] | undefined,
  answers: AuthoredKinds['problem']['signs'][Id],
): boolean {
  if (question === undefined || answers === undefined) return false;
  const usually = usuallyOf(question, [...(names.questions.get(question.id)?.answers ?? [])]);
  return Object.entries(answers).some(([answer, word]) => likelihood(word) > (usually[answer] ?? 0));
}

/** How many problems say each phrase. */
function countSayings(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { value } of problems) {
    for (const phrase of new Set(value.said_as.map(comparable)))
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return counts;
}

function highestOfFamilies(problems: readonly Problem[]): ReadonlyMap<Id, number> {
  const highest = new Map<Id, number>();
  for (const { value } of problems) {
    for (const [family, often] of Object.entries(value.families)) {
      highest.set(family, Math.max(highest.get(family) ?? 0, frequency(often)));
    }
  }
  return highest;
}
