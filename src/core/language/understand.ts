import type { ConversationState, Heard, UserTurn } from '../conversation.ts';
import type { KnowledgeBase } from '../knowledge/model.ts';

/** What reading a message needs, built once. Plain data. */
export interface LanguageSlice {
  readonly kb: KnowledgeBase;
}

export function prepareLanguage(kb: KnowledgeBase): LanguageSlice {
  return { kb };
}

/** Reads a turn: act, facts with the words that say them, secrets masked. */
export function understand(_slice: LanguageSlice, _state: ConversationState, _turn: UserTurn): Heard {
  return { act: 'unclear', text: '', secrets: 0, cut: false, facts: [], model: null, notSure: false, outcome: null, yesNo: null, refusal: null, substance: false };
}
