/** What is told of another problem in the same breath as a cure. */

import type { Reading } from './read-message.ts';
import { chanceOf, readActs } from './reading/act.ts';
import { CERTAINTIES } from './reading/certainties.ts';
import { clausesOf } from './reading/units.ts';

/** What follows the cure and tells of another problem: `the lines are fine, but my own PC says demo`; null: nothing does. */
export function secondProblem({ slice, text, waiting, remedy }: Reading): string | null {
  const clauses = clausesOf(text);
  const actsOf = (part: string) => readActs(slice.heads, waiting, part, remedy);
  const cure = clauses.findLastIndex(
    (clause) => chanceOf(actsOf(clause), 'fixed') >= CERTAINTIES.secondProblem,
  );
  const next = clauses[cure + 1];
  if (cure < 0 || next === undefined) return null;
  const rest = text.slice(text.lastIndexOf(next));
  return chanceOf(actsOf(rest), 'new-problem', 'report') >= CERTAINTIES.secondProblem ? rest : null;
}
