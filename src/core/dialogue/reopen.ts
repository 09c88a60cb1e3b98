/** A case that was closed as cured and was not. */

import type { ConversationState, TriedRemedy } from '../conversation.ts';

/** The conversation as if the goodbye had not been said; null where none was, or something else was begun since. */
export function notCured(state: ConversationState): ConversationState | null {
  const { closed, ...rest } = state;
  if (closed === undefined || rest.case !== null) return null;
  return { ...rest, case: { ...closed, tried: closed.tried.map(untold) } };
}

const untold = (tried: TriedRemedy): TriedRemedy =>
  tried.outcome === 'fixed' ? { ...tried, outcome: 'untold', toldTurn: null } : tried;
