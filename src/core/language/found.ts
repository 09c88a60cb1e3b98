/** What was found in a message, before it is known which of it holds. */

import type { AnswerRef } from './answers.ts';
import type { Span } from './spans.ts';

/** A fact and how well it was heard. */
export interface FoundFact extends Span {
  readonly answer: AnswerRef;
  readonly denied: boolean;
  readonly score: number;
  /** How surely it was heard, above 0 to 1. Left out: 1. */
  readonly certainty?: number;
}

/** The score of a code or a model, which says more than any phrase. */
export const CERTAIN = 100;

/** An answer that is so, by the words at a place. */
export const foundAt = (answer: AnswerRef, { start, end }: Span, score: number): FoundFact => ({
  answer,
  denied: false,
  start,
  end,
  score,
});

const overlap = (one: FoundFact, other: FoundFact): boolean => one.start < other.end && other.start < one.end;

/** Of what was found for one question: the surest before a less sure one in it, and one answer where they exclude each other. */
export function settle(found: readonly FoundFact[]): readonly FoundFact[] {
  const sorted = [...found].sort(
    (one, other) =>
      other.score - one.score || other.start - one.start || one.answer.place - other.answer.place,
  );
  const kept: FoundFact[] = [];
  for (const fact of sorted) {
    const rivals = kept.filter(({ answer }) => answer.question === fact.answer.question);
    if (rivals.some((rival) => rival.answer.place === fact.answer.place || overlap(rival, fact))) continue;
    if (fact.answer.choose === 'one' && !fact.denied && rivals.some((rival) => !rival.denied)) continue;
    kept.push(fact);
  }
  return kept.sort((one, other) => one.start - other.start || one.answer.place - other.answer.place);
}
