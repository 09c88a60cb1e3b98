/** The whole program on one screen: a message walks through it in one direction. */

import { articleFor } from './answering.ts';
import { type ConversationState, type Later, newCase, type Response, type UserTurn } from './conversation.ts';
import { type Belief, diagnose, nextMove } from './diagnosis/diagnose.ts';
import { read } from './dialogue/reading.ts';
import { remember } from './dialogue/remember.ts';
import { resume } from './dialogue/resume.ts';
import { transition } from './dialogue/transition.ts';
import { hearIn } from './hearing.ts';
import type { Prepared } from './prepare.ts';
import { stepSpokenOf } from './step-spoken.ts';
import { toldBy } from './told.ts';

/** Chooses the next thing to do; `nextMove` unless a simulation compares another. */
export type Mover = typeof nextMove;

/** Answers one turn of one person. Pure: the same arguments always give the same response. */
export function respond(
  kb: Prepared,
  state: ConversationState,
  turn: UserTurn,
  mover: Mover = nextMove,
): Response {
  const { before, heard } = hearIn(kb.language, resume(kb.dialogue, state, turn), turn);
  const step = stepSpokenOf(kb, before, heard);
  const now = remember(kb.dialogue, before, turn, heard, step);
  const told = toldBy(kb, now.case);
  const belief: Belief = diagnose(kb.diagnosis, now.case, told, now.person.role);
  const move = mover(kb.diagnosis, belief, now.case, now.person);
  const article = articleFor(kb, before, heard, belief);
  const reading = read(kb.dialogue, now, heard, belief, { article, step });
  const response = transition(kb.dialogue, before, turn, now, reading, move, kb.hash);
  const [next, ...rest] = now.event.kind === 'fixed' ? now.event.later : [];
  return next?.kind === 'told'
    ? takenUp(response, respond(kb, response.state, saidOf(turn, next.text), mover), rest)
    : response;
}

/** A turn that says what was told of another problem. */
const saidOf = ({ id, at }: UserTurn, text: string): UserTurn => ({
  kind: 'said',
  id,
  at,
  text,
  messageId: null,
  attachments: 0,
});

/** One response of two: the case that was closed, and the other one that is opened, after which all else comes. */
const takenUp = (closed: Response, opened: Response, later: readonly Later[]): Response => ({
  ...opened,
  state:
    later.length === 0
      ? opened.state
      : { ...opened.state, case: { ...(opened.state.case ?? newCase(opened.state.turn)), later } },
  said: closed.said,
  reading: closed.reading,
  replies: [...closed.replies, ...opened.replies],
  effects: [...closed.effects, ...opened.effects],
});
