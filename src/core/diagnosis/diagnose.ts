import type { Case, ConversationState, Hit, Likely } from '../conversation.ts';
import type { Id, KnowledgeBase } from '../knowledge/model.ts';
import type { Move } from './types.ts';

/** What diagnosing needs, built once. Plain data and typed arrays. */
export interface DiagnosisSlice {
  readonly kb: KnowledgeBase;
}

/** How probable each (family, problem) pair is, given a case. */
export interface Belief {
  readonly families: readonly { readonly id: Id; readonly probability: number }[];
  /** Summed over families, best first, at most five. */
  readonly problems: readonly Likely[];
}

export function prepareDiagnosis(kb: KnowledgeBase): DiagnosisSlice {
  return { kb };
}

/** P(family, problem | facts, texts). */
export function diagnose(_slice: DiagnosisSlice, _ours: Case, _hits: readonly Hit[]): Belief {
  return { families: [], problems: [] };
}

/** The cheapest next thing in expected seconds. */
export function nextMove(_slice: DiagnosisSlice, _belief: Belief, _ours: Case, _person: ConversationState['person']): Move {
  return { kind: 'hand-over', reason: 'nothing-left', costSeconds: 0, problems: [] };
}
