/** Base rates: how likely the answers of a question are where nothing else speaks for one. */

import type { AuthoredKinds } from '../authored.ts';
import type { AnswerLikelihoods, Id } from '../model.ts';
import { likelihoods } from './numbers.ts';

/**
 * P(answer) below which no base rate of a `choose: one` question falls before it is scaled: an answer that nobody
 * expects must still be possible. At 0 one unexpected answer would rule out a whole family; near 1 / answers the
 * base rates would say nothing.
 */
export const LEAST_USUALLY = 0.005;

/**
 * P(answer) for an answer of a `choose: many` question of which nothing is said: each is its own yes or no, and
 * most things that can be the case are not. At 0 nothing that is seen could be by chance; at 0.5 seeing it would
 * say little.
 */
export const USUALLY_OF_MANY = 0.1;

/**
 * `one`: what is listed keeps its share, the others share the rest evenly, none falls below `LEAST_USUALLY`, and
 * all sum to 1. `many`: what is listed, `USUALLY_OF_MANY` elsewhere.
 */
export function usuallyOf(written: AuthoredKinds['question'], ids: readonly Id[]): AnswerLikelihoods {
  const listed = new Map(Object.entries(likelihoods(written.usually ?? {})));
  if (written.choose === 'many')
    return Object.fromEntries(ids.map((id) => [id, listed.get(id) ?? USUALLY_OF_MANY]));
  const stated = [...listed.values()].reduce((sum, each) => sum + each, 0);
  const unlisted = ids.filter((id) => !listed.has(id)).length;
  const rest = Math.max(0, 1 - stated) / Math.max(1, unlisted);
  const raised = ids.map((id): [Id, number] => [id, Math.max(LEAST_USUALLY, listed.get(id) ?? rest)]);
  const sum = raised.reduce((all, [, each]) => all + each, 0);
  return Object.fromEntries(raised.map(([id, each]) => [id, each / sum]));
}
