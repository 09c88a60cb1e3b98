/** Questions by themselves. */

import type { AuthoredKinds } from '../authored.ts';
import type { Authored } from '../base.ts';
import { type Scope, say } from './scope.ts';

/**
 * Most choices that people look through before they take any: about seven fit on a telephone without scrolling.
 * Lower makes authors split questions that are fine; higher makes people guess.
 */
const MAX_CHOICES = 7;

/** Complains of questions that cannot be asked well. */
export function checkQuestions(scope: Scope): void {
  const made = new Map<string, string>();
  for (const { path, value } of scope.shelves.question) {
    checkAsking(scope, { path, value });
    if (typeof value.answers !== 'string') continue;
    const other = made.get(value.answers);
    made.set(value.answers, other ?? path);
    if (other === undefined) continue;
    const message = `${other} has every one of the ${value.answers} for its answers already`;
    say(
      scope,
      'TWO_QUESTIONS_FOR_ALL',
      { path, where: ['answers'] },
      message,
      'keep one question, or list the answers',
    );
  }
}

function checkAsking(scope: Scope, { path, value }: Authored<AuthoredKinds['question']>): void {
  if (value.ask === undefined) return;
  const spot = { path, where: ['ask'], point: 'key' } as const;
  if (value.why === undefined) {
    say(
      scope,
      'ASKED_WITHOUT_WHY',
      spot,
      'people may ask why they are asked, and nothing is said',
      'add a line "why: …"',
    );
  }
  if (value.takes === undefined) {
    const message = 'it is not said how long it takes to answer, so it counts as no effort';
    say(scope, 'ASKED_WITHOUT_TIME', spot, message, 'add a line like "takes: 20 s"');
  }
  if (typeof value.answers === 'string') return;
  const offered = value.answers.filter(({ offered: isOffered }) => isOffered !== false).length;
  if (offered <= MAX_CHOICES) return;
  const message = `${offered} choices are more than people read; ${MAX_CHOICES} are fine`;
  const suggestion = 'split the question, or write "offered: false" at those that people type anyway';
  say(scope, 'TOO_MANY_CHOICES', { path, where: ['answers'], point: 'key' }, message, suggestion);
}
