/** What the texts of a case tell of its problem: the reader says it, or the search where a base has too many problems. */

import { type Case, restTurn, type TextEvidence } from './conversation.ts';
import { readProblems } from './language/reading/problem.ts';
import type { Prepared } from './prepare.ts';
import { findProblems } from './search/problems.ts';
import { ratiosOf } from './search/ratios.ts';

/**
 * What the reported texts of a case say beside its facts. The same texts always say the same. After a remedy that helped in
 * part only those count that tell of what is left.
 */
export function toldBy(kb: Prepared, told: Case): TextEvidence {
  const since = restTurn(told);
  const ours = { ...told, texts: told.texts.filter(({ turn }) => turn >= since) };
  return kb.search === null ? readProblems(kb.language.heads, ours) : ratiosOf(findProblems(kb.search, ours));
}
