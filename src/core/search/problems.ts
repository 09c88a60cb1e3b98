import type { Case, Hit } from '../conversation.ts';
import type { KnowledgeBase } from '../knowledge/model.ts';

/** What searching needs, built once. Plain data. */
export interface SearchSlice {
  readonly index: object;
}

export function prepareSearch(_kb: KnowledgeBase): SearchSlice {
  return { index: {} };
}

/** Problems whose words stand in what the case reported, best first. */
export function findProblems(_slice: SearchSlice, _ours: Case): readonly Hit[] {
  return [];
}
