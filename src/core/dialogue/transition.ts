import type { Case, ConversationState, Heard, Reading, Response, UserTurn } from '../conversation.ts';
import type { Move } from '../diagnosis/types.ts';
import type { KnowledgeBase } from '../knowledge/model.ts';

/** What wording a reply needs, built once. Plain data. */
export interface DialogueSlice {
  readonly kb: KnowledgeBase;
}

export function prepareDialogue(kb: KnowledgeBase): DialogueSlice {
  return { kb };
}

export function transition(
  _slice: DialogueSlice, state: ConversationState, _turn: UserTurn, _ours: Case, _heard: Heard, reading: Reading, _move: Move,
): Response {
  return { state, replies: [], effects: [], reading };
}
