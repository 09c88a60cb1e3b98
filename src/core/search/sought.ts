/** What a text asks for, in the terms of an index. */

import type { IndexedTexts } from './documents.ts';
import { openTexts, tells } from './open.ts';

/**
 * At most this many terms are searched for, those that tell most first: a bound on time. A sentence has five to
 * fifteen, a pasted page has hundreds, and its rarest words say what it is about.
 */
const MOST_TERMS = 64;

/** What is searched for. A word counts once, however often it was said. */
export interface Sought {
  /** Most telling first; each stands in the index. */
  readonly terms: readonly string[];
  /** Two terms that were said one after the other, with a blank between. */
  readonly pairs: readonly string[];
}

/** Terms that say something only of the word beside them count in pairs alone. */
export function soughtIn(
  index: IndexedTexts,
  runs: readonly (readonly string[])[],
  besideOnly: ReadonlySet<string> = new Set(),
): Sought {
  const open = openTexts(index);
  const known = [...new Set(runs.flat())].filter((term) => open.standsIn.has(term));
  const terms = known
    .filter((term) => !besideOnly.has(term))
    .sort((one, other) => tells(open, other) - tells(open, one))
    .slice(0, MOST_TERMS);
  const kept = new Set([...terms, ...besideOnly]);
  const pairs = runs.flatMap((run) =>
    run.flatMap((term, place) => {
      const before = run[place - 1];
      return before !== undefined && kept.has(before) && kept.has(term) ? [`${before} ${term}`] : [];
    }),
  );
  return { terms, pairs: [...new Set(pairs)] };
}
