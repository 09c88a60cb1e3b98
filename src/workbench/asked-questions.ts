/** Which questions can be asked at all. */

import type { Id, KnowledgeBase, Question } from '../core/knowledge/model.ts';

/** The questions that are asked about a kind of device, and not only heard. */
export function questionsAsked({ questions }: KnowledgeBase, family: Id): readonly Question[] {
  return questions.filter(({ ask, families }) => ask !== null && families.includes(family));
}
