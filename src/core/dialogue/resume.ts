/** The conversation as a turn finds it. */

import type { ConversationState, UserTurn } from '../conversation.ts';
import { isQuestion, waitsInVain } from './lacking.ts';
import type { DialogueSlice } from './slice.ts';

/** A case that was silent for longer than this is over (hours; longer: an old till problem meets a new shift). */
const SILENCE_HOURS = 8;
const HOUR_MS = 3_600_000;

/** The conversation as the turn finds it: a case is over after a long silence, and what the knowledge lost is not pending. */
export function resume(slice: DialogueSlice, state: ConversationState, turn: UserTurn): ConversationState {
  if (state.owner === 'bot' && turn.at - state.lastAt > SILENCE_HOURS * HOUR_MS) {
    const { closed: _, ...fresh } = state;
    return { ...fresh, case: null, misses: 0 };
  }
  if (state.case === null) return state;
  const pending = state.case.pending;
  const lost =
    (isQuestion(pending) && !slice.questions.has(pending.id)) ||
    (pending?.kind === 'remedy' && !slice.problems.has(pending.id)) ||
    waitsInVain(slice, state.case);
  return lost ? { ...state, case: { ...state.case, pending: null } } : state;
}
