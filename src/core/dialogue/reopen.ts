/** A case that was closed as cured: it is kept, and goes on where that was none. */

import type { ConversationState, TriedRemedy } from '../conversation.ts';
import type { Scene } from './scene.ts';
import { withoutMessage } from './undo.ts';

/** The conversation as if the goodbye had not been said; null where none was, or something else was begun since. */
export function notCured(state: ConversationState): ConversationState | null {
  const { closed, ...rest } = state;
  if (closed === undefined || rest.case !== null) return null;
  return { ...rest, case: { ...closed, tried: closed.tried.map(untold) } };
}

const untold = (tried: TriedRemedy): TriedRemedy =>
  tried.outcome === 'fixed' ? { ...tried, outcome: 'untold', toldTurn: null } : tried;

/** The case that was closed last as cured; starting over forgets it, and so does a message of it that was deleted. */
export function closedAfter({ now, before: { closed }, turn }: Scene): Pick<ConversationState, 'closed'> {
  if (now.event.kind === 'restarted') return {};
  if (now.event.kind === 'fixed') {
    const { later: _, ...cured } = now.case;
    return { closed: cured };
  }
  if (closed === undefined) return {};
  return { closed: turn.kind === 'deleted' ? withoutMessage(closed, turn.messageId) : closed };
}
