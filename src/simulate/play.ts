/** One simulated conversation, from nothing known to the remedy or the hand-over. */

import {
  type ConversationState,
  type Fact,
  isOffer,
  isQuestionReply,
  type Offer,
  type Reply,
  type Response,
  type UserTurn,
} from '../core/conversation.ts';
import type { KnowledgeBase } from '../core/knowledge/model.ts';
import { openConversation } from '../core/opening.ts';
import { Account, type Prices, type Run } from './account.ts';
import { type Habits, personOf, said } from './person.ts';
import type { Sufferer } from './truth.ts';

/** Answers one turn: `respond` with some knowledge and some way to choose the next move. */
export type Answering = (state: ConversationState, turn: UserTurn) => Response;

/** More turns than any sensible conversation has: beyond, it goes round in circles. */
const MOST_TURNS = 100;

/** A conversation that is over: what it came to, and what the bot knew at its end. */
export interface Played {
  readonly run: Run;
  readonly facts: readonly Fact[];
}

/** Plays one conversation, and sums it up. */
export function play(
  kb: KnowledgeBase,
  answer: Answering,
  prices: Prices,
  sufferer: Sufferer,
  habits: Habits,
): Run {
  return playOut(kb, answer, prices, sufferer, habits).run;
}

/** Plays one conversation. */
export function playOut(
  kb: KnowledgeBase,
  answer: Answering,
  prices: Prices,
  sufferer: Sufferer,
  habits: Habits,
): Played {
  const person = personOf(kb, sufferer, habits);
  const account = new Account(prices, sufferer);
  let { state, waiting } = begin(kb, answer, sufferer, habits);
  const over = (run: Run): Played => ({ run, facts: state.case?.facts ?? [] });
  for (let turn = 0; turn < MOST_TURNS && waiting !== null; turn += 1) {
    if (waiting.kind === 'handover') return over(account.handedOver(waiting.id));
    if (waiting.of.kind === 'new-problem') account.askedForNewProblem(waiting.id);
    else if (isQuestionReply(waiting)) account.asked(waiting.id, kb);
    else if (account.tried(waiting.id)) return over(account.closed('reached'));
    const response = answer(state, person(waiting, `turn-${turn}`));
    state = response.state;
    waiting = waitingIn(response.replies);
  }
  return over(account.closed('stuck'));
}

type Waiting = Offer | Extract<Reply, { kind: 'handover' }>;

/** The reply that waits for the person. */
function waitingIn(replies: readonly Reply[]): Waiting | null {
  return replies.findLast((reply) => isOffer(reply) || reply.kind === 'handover') ?? null;
}

/**
 * The first words say nothing by which problems differ: a mere sign of life, or where the bot makes nothing of that,
 * the name of the knowledge base, which is what everybody who comes has in common.
 */
function begin(
  kb: KnowledgeBase,
  answer: Answering,
  { family, role }: Sufferer,
  { familyKnown }: Habits,
): { state: ConversationState; waiting: Waiting | null } {
  const start = openConversation(kb.questions, {
    role: role.id,
    family: familyKnown ? family.id : null,
    at: 0,
  });
  for (const text of ['...', kb.title]) {
    const { state, replies } = answer(start, said(text, 'opening'));
    const waiting = waitingIn(replies);
    if (waiting !== null) return { state, waiting };
  }
  return { state: start, waiting: null };
}
