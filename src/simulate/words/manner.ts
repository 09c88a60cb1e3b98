/** How people differ who tell of the same problem in words. */

import { type Answer, NOT_HERE, type Question } from '../../core/knowledge/model.ts';
import { mistakenFor } from '../person.ts';
import type { Random } from '../random.ts';

/**
 * `forgetful`: not sure of one question in five. `mistaken`: one answer in ten is another one. `terse` and `rambling`: say
 * the shortest and the longest of what people say. What the first message tells is true of all of them.
 */
export const MANNERS = ['truthful', 'forgetful', 'mistaken', 'terse', 'rambling'] as const;
export type Manner = (typeof MANNERS)[number];

/** How often a forgetful person is not sure of what they could know, 0..1. */
const FORGOTTEN = 0.2;
/** How often a mistaken person gives another answer than the true one, 0..1. */
const MISTAKEN = 0.1;
/** The share of what people say that is short or long enough, 0..1. */
const EXTREME = 0.2;

/** The answer that a person would give; null: they are not sure. */
export function believed(question: Question, truth: Answer, manner: Manner, random: Random): Answer | null {
  if (manner === 'forgetful') return random() < FORGOTTEN ? null : truth;
  if (manner !== 'mistaken' || truth.id === NOT_HERE) return truth;
  return random() < MISTAKEN ? mistakenFor(question, truth, random) : truth;
}

/** What a person of this manner may say of what is said in the same place: at least one where there is any. */
export function saidInManner<Said extends { readonly says: string }>(
  all: readonly Said[],
  manner: Manner,
): readonly Said[] {
  if (manner !== 'terse' && manner !== 'rambling') return all;
  const longer = manner === 'terse' ? 1 : -1;
  const count = Math.ceil(EXTREME * all.length);
  return [...all].sort((one, other) => longer * (one.says.length - other.says.length)).slice(0, count);
}
