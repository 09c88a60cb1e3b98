/** Patterns that turn a code in a message into an answer. */

import type { Where } from '../complaint.ts';
import { didYouMean } from '../complaint.ts';
import { leastLength, partsOf } from './pattern.ts';
import { slowness } from './pattern-work.ts';
import { mustBeKnown, type Scope, type Spot, say, someOf } from './scope.ts';

/** Complains of codes for unknown questions and answers, and of patterns that cannot be used. */
export function checkCodes(scope: Scope): void {
  for (const { path, value } of scope.shelves.lexicon) {
    for (const [question, rules] of Object.entries(value.codes)) {
      const above: Where = ['codes', question];
      checkQuestion(scope, path, above, question);
      for (const [index, rule] of [rules].flat().entries()) {
        const where = Array.isArray(rules) ? [...above, index] : above;
        checkPattern(scope, path, [...where, 'pattern'], rule.pattern);
        const answers = scope.names.questions.get(question)?.answers ?? null;
        const otherwise = `the answers of ${question} are ${someOf(answers ?? [])}`;
        const spot = { path, where: [...where, 'answer'] };
        if (rule.answer !== undefined)
          mustBeKnown(scope, 'UNKNOWN_ANSWER', spot, rule.answer, answers, otherwise);
      }
    }
  }
}

function checkQuestion(scope: Scope, path: string, where: Where, question: string): void {
  const { questions } = scope.names;
  if (questions.has(question)) return;
  const suggestion = didYouMean(
    scope.spell(question, questions.keys()),
    `write questions/${question}.yaml first`,
  );
  say(scope, 'UNKNOWN_QUESTION', { path, where, point: 'key' }, `"${question}"`, suggestion);
}

/** Complains of a pattern that is none, that could take long, or that fits where nothing stands. */
export function checkPattern(scope: Scope, path: string, where: Where, pattern: string): void {
  const spot = { path, where };
  const wrong = compileFault(pattern);
  if (wrong !== null) {
    sayFault(scope, spot, wrong);
    return;
  }
  const slow = slowness(pattern);
  if (slow !== null) {
    const suggestion = 'say how often at most, like \\d{1,8}, or ask a developer for help with it';
    say(
      scope,
      'SLOW_PATTERN',
      spot,
      `the pattern could take very long on some messages: ${slow}`,
      suggestion,
    );
  } else if (leastLength(partsOf(pattern)) === 0) {
    say(
      scope,
      'PATTERN_MATCHES_NOTHING',
      spot,
      'the pattern fits where there is no code at all',
      'make at least one part of it certain',
    );
  }
}

/** Complains of what the engine says against a pattern. */
export function sayFault(scope: Scope, spot: Spot, fault: string): void {
  const message = `the pattern is not a regular expression (${fault})`;
  say(scope, 'BAD_PATTERN', spot, message, 'ask a developer for help with it');
}

/** What the engine says against a pattern; null: nothing. */
export function compileFault(pattern: string, flags = 'i'): string | null {
  try {
    new RegExp(pattern, flags);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split(': ').at(-1) ?? '').toLowerCase() : 'invalid';
  }
}
