/** The words that make a statement. */

import type { RunScores } from '../../classifier/run-scores.ts';
import type { Run } from './units.ts';

/** A run without the words at both ends that do not make a label any clearer. */
export function shortestRun(scores: RunScores, label: number, run: Run): Run {
  let { from, to } = run;
  let score = scores(from, to)(label);
  while (to - from > 1) {
    const withoutFirst = scores(from + 1, to)(label);
    const withoutLast = scores(from, to - 1)(label);
    if (Math.max(withoutFirst, withoutLast) < score) break;
    if (withoutFirst >= withoutLast) from++;
    else to--;
    score = Math.max(withoutFirst, withoutLast);
  }
  return { from, to };
}
