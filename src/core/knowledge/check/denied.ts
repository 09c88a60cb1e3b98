/** What is called usual, and is denied by everybody who speaks of it. */

import type { AuthoredKinds } from '../authored.ts';
import { likelihood } from '../compile/numbers.ts';
import type { Id } from '../model.ts';
import { type Scope, type Spot, say } from './scope.ts';

type Signs = AuthoredKinds['problem']['signs'];
type Problem = AuthoredKinds['problem'];

/** From here on an answer is called usual, 0..1: "usually". Lower, and what is merely frequent is taken for a claim. */
const USUAL = 0.8;
/** Up to here an answer is denied, 0..1: "rarely". Higher, and what is merely not frequent is taken for a denial. */
const DENIED = 0.1;
/** Fewest problems that deny it together (from 1). One alone may be the exception that the usual is there for. */
const LEAST_VOICES = 2;

/**
 * What is usual counts for problems that say nothing themselves. Where each of them says something, and all deny it,
 * either they are wrong or it is. Says nothing while a file is faulty.
 */
export function checkDenied(scope: Scope): void {
  if (!scope.whole) return;
  for (const { path, value } of scope.shelves.families) {
    for (const [index, { id, signs = {} }] of value.families.entries()) {
      for (const [question, answers] of Object.entries(signs)) {
        const where = ['families', index, 'signs', question];
        for (const answer of usualOf(answers))
          complainIfDenied(
            scope,
            { path, where: [...where, answer] },
            answer,
            ofProblems(scope, id, question),
          );
      }
    }
  }
  for (const { path, value } of scope.shelves.question) {
    const families = familiesOf(scope, value.families);
    for (const answer of usualOf(value.usually ?? {})) {
      const said = families.flatMap((family) => ofFamily(scope, family, value.id));
      complainIfDenied(scope, { path, where: ['usually', answer] }, answer, said);
    }
  }
}

/** What one problem on one kind of device says of a question; null: nothing. */
type Voice = Signs[Id] | null;

function complainIfDenied(scope: Scope, spot: Spot, answer: Id, voices: readonly Voice[]): void {
  if (voices.length < LEAST_VOICES || !voices.every((voice) => denies(voice, answer))) return;
  const message = `"${answer}" is called usual, but every problem that it could be usual for denies it`;
  const suggestion =
    'make it less likely here, or leave this out of the signs of the problems that it says nothing of';
  say(scope, 'USUAL_DENIED', { ...spot, point: 'key' }, message, suggestion);
}

function denies(voice: Voice, answer: Id): boolean {
  const said = voice?.[answer];
  return said !== undefined && likelihood(said) <= DENIED;
}

const usualOf = (answers: Signs[Id]): Id[] =>
  Object.entries(answers ?? {})
    .filter(([, likely]) => likelihood(likely) >= USUAL)
    .map(([answer]) => answer);

function familiesOf({ shelves }: Scope, written: 'all' | readonly Id[]): readonly Id[] {
  return written === 'all'
    ? shelves.families.flatMap(({ value }) => value.families.map(({ id }) => id))
    : written;
}

/** Of every problem of a family. */
function ofProblems(scope: Scope, family: Id, question: Id): Voice[] {
  return problemsOf(scope, family).map(({ signs }) => signs[question] ?? null);
}

/** The same, where the family speaks for those that say nothing. */
function ofFamily(scope: Scope, family: Id, question: Id): Voice[] {
  const named = scope.shelves.families.flatMap(({ value }) => value.families).find(({ id }) => id === family);
  return ofProblems(scope, family, question).map((voice) => voice ?? named?.signs?.[question] ?? null);
}

function problemsOf({ shelves }: Scope, family: Id): Problem[] {
  return shelves.problem.map(({ value }) => value).filter(({ families }) => family in families);
}
