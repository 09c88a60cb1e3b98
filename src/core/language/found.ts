/** What was found in a message, before it is known which of it holds. */

import type { About } from '../knowledge/model.ts';
import type { AnswerRef } from './answers.ts';
import type { Age, Times } from './time.ts';

/** A fact and how well it was heard. */
export interface FoundFact {
  readonly owner: number;
  readonly denied: boolean;
  readonly start: number;
  readonly end: number;
  /** Places of its words in the message; empty for a code. */
  readonly at: readonly number[];
  readonly score: number;
  /** Of two answers that exclude each other the newer counts. */
  readonly age: Age;
}

/** True where what is found is no longer so, or happened too long ago. */
export function isOver(times: Times, about: About, found: FoundFact, place: number): boolean {
  switch (about) {
    case 'check':
    case 'context':
      return !found.denied && found.age === 'over';
    case 'recent-action':
      return times.isLongAgo(place);
    case 'device':
    case 'already-tried':
    case 'role':
      return false;
  }
}

const overlap = (one: FoundFact, other: FoundFact): boolean =>
  one.at.some((place) => other.at.includes(place));

const AGES: readonly Age[] = ['now', 'open', 'past', 'over'];

/** Of what was found for one question: what is so now before what was, a longer phrase before a shorter one in it, and one answer where they exclude each other. */
export function settle(answers: readonly AnswerRef[], found: readonly FoundFact[]): FoundFact[] {
  const sorted = [...found].sort(
    (one, other) =>
      AGES.indexOf(one.age) - AGES.indexOf(other.age) ||
      other.score - one.score ||
      other.start - one.start ||
      one.owner - other.owner,
  );
  const kept: FoundFact[] = [];
  for (const fact of sorted) {
    const answer = answers[fact.owner];
    const rivals = kept.filter((each) => answers[each.owner]?.question === answer?.question);
    if (rivals.some((rival) => rival.owner === fact.owner || overlap(rival, fact))) continue;
    if (answer?.choose === 'one' && !fact.denied && rivals.some((rival) => !rival.denied)) continue;
    kept.push(fact);
  }
  return kept.sort((one, other) => one.start - other.start || one.owner - other.owner);
}
