/** The whole program on one screen: a message walks through it in one direction. */

import type { ConversationState, Response, UserTurn } from './conversation.ts';
import { newCase } from './conversation.ts';
import { diagnose, nextMove } from './diagnosis/diagnose.ts';
import { transition } from './dialogue/transition.ts';
import { understand } from './language/understand.ts';
import type { Prepared } from './prepare.ts';
import { findProblems } from './search/problems.ts';

/** Answers one turn of one person. Pure: the same arguments always give the same response. */
export function respond(kb: Prepared, state: ConversationState, turn: UserTurn): Response {
  const heard = understand(kb.language, state, turn);
  const ours = state.case ?? newCase(state.turn + 1);
  const hits = findProblems(kb.search, ours);
  const belief = diagnose(kb.diagnosis, ours, hits);
  const move = nextMove(kb.diagnosis, belief, ours, state.person);
  const reading = { heard, family: null, model: null, facts: [], problems: belief.problems };
  return transition(kb.dialogue, state, turn, ours, heard, reading, move);
}
