/** Answers turns of the coffee corner that were heard in a given way, so that a test is about what is done with them. */

import type { Act, ConversationState, Heard, Response, UserTurn } from '../../../src/core/conversation.ts';
import { diagnose, nextMove } from '../../../src/core/diagnosis/diagnose.ts';
import { read } from '../../../src/core/dialogue/reading.ts';
import { remember } from '../../../src/core/dialogue/remember.ts';
import { resume } from '../../../src/core/dialogue/resume.ts';
import { transition } from '../../../src/core/dialogue/transition.ts';
import { nothingHeard } from '../../../src/core/language/heard.ts';
import { respond } from '../../../src/core/respond.ts';
import { stepSpokenOf } from '../../../src/core/step-spoken.ts';
import { toldBy } from '../../../src/core/told.ts';
import { said } from '../../../src/simulate/person.ts';
import { foreignBase } from '../../foreign-base.ts';

const { prepared } = await foreignBase();

/** Answers a turn that was heard like this, whatever its words are. */
export function answered(state: ConversationState, turn: UserTurn, heard: Heard): Response {
  const before = resume(prepared.dialogue, state, turn);
  const step = stepSpokenOf(prepared, before, heard);
  const now = remember(prepared.dialogue, before, turn, heard, step);
  const belief = diagnose(prepared.diagnosis, now.case, toldBy(prepared, now.case), now.person.role);
  const move = nextMove(prepared.diagnosis, belief, now.case, now.person);
  const reading = read(prepared.dialogue, now, heard, belief, { article: null, step });
  return transition(prepared.dialogue, before, turn, now, reading, move, prepared.hash);
}

/** Answers words that were heard as this act, and as nothing else but these facts. */
export const hears = (
  state: ConversationState,
  act: Act,
  text: string,
  facts: Heard['facts'] = [],
): Response => answered(state, said(text, `turn-${state.turn}`), { ...nothingHeard, act, text, facts });

/** Presses a button of what waits. */
export function presses(state: ConversationState, choice: string): Response {
  const { pending } = state.case!;
  const { kind, id, turn } = pending!;
  return respond(prepared, state, {
    kind: 'chose',
    id: `turn-${state.turn}`,
    at: 0,
    of: { kind, id, turn },
    choice,
  });
}

/** The lines of a hand-over; empty where nothing was handed over. */
export const summaryOf = ({ replies }: Response): string =>
  replies.flatMap((reply) => (reply.kind === 'handover' ? reply.summary : [])).join('\n');
