/** What a turn of words does to a case: one table of what it is and what waits. */

import type { Act, Case } from '../conversation.ts';
import { shownLast } from './case.ts';

/** What waits: a question, a remedy whose outcome is not told, or neither. */
type Waits = 'question' | 'remedy' | 'nothing';

/** What is done. `moves`: facts and words go into the case, and the next best move answers. */
export type Doing =
  | 'moves'
  | 'closes'
  | 'tells-outcome'
  | 'digresses'
  | 'explains'
  | 'goes-back'
  | 'starts-over'
  | 'hands-over'
  | 'takes-leave'
  | 'is-unclear';

const always = (doing: Doing): Readonly<Record<Waits, Doing>> => ({
  question: doing,
  remedy: doing,
  nothing: doing,
});

const TABLE: Readonly<Record<Act, Readonly<Record<Waits, Doing>>>> = {
  report: always('moves'),
  answer: always('moves'),
  correct: always('moves'),
  fixed: always('closes'),
  // What is still the same while nothing is tried asks for the next thing.
  'still-there': { question: 'digresses', remedy: 'tells-outcome', nothing: 'moves' },
  partly: { question: 'digresses', remedy: 'tells-outcome', nothing: 'moves' },
  // Who cannot look while a question waits is heard as not sure.
  cannot: { question: 'moves', remedy: 'tells-outcome', nothing: 'moves' },
  'not-yet': always('digresses'),
  'side-question': always('digresses'),
  'comes-back-later': always('digresses'),
  frustration: always('digresses'),
  thanks: always('digresses'),
  smalltalk: always('digresses'),
  'new-problem': { question: 'digresses', remedy: 'digresses', nothing: 'moves' },
  'out-of-scope': always('digresses'),
  human: always('hands-over'),
  why: always('explains'),
  back: always('goes-back'),
  restart: always('starts-over'),
  closing: always('takes-leave'),
  other: always('is-unclear'),
  unclear: always('is-unclear'),
  // The rule that refuses is answered before; without one there is nothing to refuse.
  bypass: always('is-unclear'),
  unsafe: always('is-unclear'),
};

/** What an act does in a case as it stands. */
export const doingOf = (act: Act, ours: Case): Doing => TABLE[act][waitsIn(ours)];

function waitsIn(ours: Case): Waits {
  if (ours.pending !== null && ours.pending.kind !== 'remedy') return 'question';
  return shownLast(ours) === null ? 'nothing' : 'remedy';
}
