/** How a conversation begins when something is known before the first word. */

import { type ConversationState, type Fact, newCase, newConversation } from './conversation.ts';
import type { Id, Question } from './knowledge/model.ts';

/** What a caller knows of a person before they say anything. */
export interface KnownBefore {
  /** Who asks; null: unknown, which counts as the role with the least rights. */
  readonly role: Id | null;
  /** The kind of device; null: unknown. */
  readonly family: Id | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A new conversation in which the role is set and the family, where known, is a fact as if it had been chosen. */
export function openConversation(questions: Iterable<Question>, known: KnownBefore): ConversationState {
  const state = newConversation('en', known.role);
  const fact = known.family === null ? null : familyFact(questions, known.family);
  if (fact === null) return state;
  return { ...state, lastAt: known.at, case: { ...newCase(state.turn), facts: [fact] } };
}

/** Null where the knowledge base has no question that the family answers. */
function familyFact(questions: Iterable<Question>, family: Id): Fact | null {
  const question = [...questions].find((each) => each.answersAre === 'families');
  if (question === undefined) return null;
  return {
    question: question.id,
    answer: family,
    about: question.about,
    known: 'chosen',
    denied: false,
    turn: 0,
    quote: null,
  };
}
