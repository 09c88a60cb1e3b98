/** Knowledge laid out for diagnosing: built once per knowledge base. */

import type { KnowledgeBase } from '../knowledge/model.ts';
import { buildLacking, type LackingTable } from './lacking.ts';
import { buildPairs, type PairTable } from './pairs.ts';
import { buildQuestions, type QuestionTable } from './questions.ts';
import { buildRemedies, type RemedyTable } from './remedies.ts';

/** What diagnosing needs. Plain data, maps and typed arrays: it survives structuredClone and v8.serialize. */
export interface DiagnosisSlice {
  readonly pairs: PairTable;
  readonly remedies: RemedyTable;
  readonly questions: QuestionTable;
  readonly lacking: LackingTable;
}

/** Lays out a knowledge base that was parsed and checked; unknown ids in it are ignored, not reported. */
export function prepareDiagnosis(kb: KnowledgeBase): DiagnosisSlice {
  const pairs = buildPairs(kb);
  return {
    pairs,
    remedies: buildRemedies(kb),
    questions: buildQuestions(kb, pairs),
    lacking: buildLacking(kb, pairs),
  };
}
