/** What is heard of a turn, and of which case it speaks. */

import type { Act, ConversationState, Heard, UserTurn } from './conversation.ts';
import { notCured } from './dialogue/reopen.ts';
import type { LanguageSlice } from './language/slice.ts';
import { understand } from './language/understand.ts';

/** The conversation in which a turn was heard, and what was heard. */
export interface Hearing {
  readonly before: ConversationState;
  readonly heard: Heard;
}

/** What says that nothing was cured. */
const NOT_CURED: ReadonlySet<Act> = new Set<Act>(['still-there', 'partly']);

/**
 * Hears a turn. What is said after a goodbye is heard first as if the case that was closed still waited: whoever says that
 * the trouble is back speaks of that one, and it goes on where it stood; whoever says that it works once more (`two wheels on
 * and they balanced`) answers the goodbye, which asks them to be sure.
 */
export function hearIn(slice: LanguageSlice, state: ConversationState, turn: UserTurn): Hearing {
  const reopened = turn.kind === 'said' ? notCured(state) : null;
  if (reopened !== null) {
    const heard = understand(slice, reopened, turn);
    if (NOT_CURED.has(heard.act)) return { before: reopened, heard };
    if (heard.act === 'fixed' && heard.secondProblem === null)
      return { before: state, heard: { ...heard, act: 'thanks', facts: [], model: null } };
  }
  return { before: state, heard: understand(slice, state, turn) };
}
