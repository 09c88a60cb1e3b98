/** What a person says they have none of: heard by itself, or as "no such thing" in reply to a question. */

import { ABOUT_THINGS, HAS, type Id, isLacking, lackedIn, type Needs, NONE } from '../knowledge/model.ts';
import type { HeardFact } from './facts.ts';

/** Whether the words say that what a question is about is not there. */
export const isMissing = (needs: Needs, question: Id, facts: readonly HeardFact[]): boolean =>
  isLacking(needs.ofQuestion.get(question), lackedIn(needs, facts));

/**
 * "No such thing", in reply to a question, says that what the question needs is not there. Where it needs several things,
 * it is that of which the words say so themselves ("we only have cards"), or else the first that the base names.
 */
export function withMissing(
  needs: Needs,
  reply: HeardFact,
  facts: readonly HeardFact[],
): readonly HeardFact[] {
  const [first] = needs.ofQuestion.get(reply.question) ?? [];
  if (first === undefined || isMissing(needs, reply.question, facts)) return [...facts, reply];
  const beside = facts.filter(({ question, answer }) => question !== first || answer !== HAS);
  return [...beside, reply, { ...reply, question: first, about: ABOUT_THINGS, answer: NONE }];
}
