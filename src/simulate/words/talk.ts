/** One conversation in words, from the first message to its end. Buttons are never pressed. */

import {
  type ConversationState,
  isOffer,
  isQuestionReply,
  newConversation,
  type Offer,
  type Response,
} from '../../core/conversation.ts';
import type { Id } from '../../core/knowledge/model.ts';
import type { Prepared } from '../../core/prepare.ts';
import { respond } from '../../core/respond.ts';
import { said } from '../person.ts';
import type { Sufferer } from '../truth.ts';
import type { Saying, WordsPerson } from './person.ts';

/** Turns after which a person gives up. Range 10 to 40. */
const PATIENCE_TURNS = 20;

/** How a conversation in words ended. `closed before`: it was taken for cured while it was not. */
export type TalkEnd = 'solved' | 'handed over' | 'given up' | 'closed before';

/** One thing that the person said, and what came of it. */
export interface Exchange extends Saying {
  readonly response: Response;
}

/** What is counted of a conversation. */
export interface TalkCounts {
  readonly questions: number;
  readonly wrongRemedies: number;
  readonly askedTwice: number;
  readonly askedAlthoughSaid: number;
  /** What was half heard of the first message and asked back in place of the question: how often that was so, and not. */
  readonly rightlyAskedBack: number;
  readonly wronglyAskedBack: number;
  readonly refusals: number;
}

/** How one conversation went. */
export interface Talk extends TalkCounts {
  readonly sufferer: Sufferer;
  readonly end: TalkEnd;
  readonly exchanges: readonly Exchange[];
}

type Counts = { -readonly [Key in keyof TalkCounts]: number };

/** Plays until the problem's remedy is shown and the cure was heard, or nothing goes on. */
export function talk(kb: Prepared, person: WordsPerson, sufferer: Sufferer): Talk {
  const counts: Counts = {
    questions: 0,
    wrongRemedies: 0,
    askedTwice: 0,
    askedAlthoughSaid: 0,
    rightlyAskedBack: 0,
    wronglyAskedBack: 0,
    refusals: 0,
  };
  const exchanges: Exchange[] = [];
  const over = (end: TalkEnd): Talk => ({ sufferer, end, exchanges, ...counts });
  const asked = new Set<Id>();
  const tried = new Set<Id>();
  const problem = sufferer.problem.id;
  let state = newConversation();
  let saying = person.opens;
  for (let turn = 1; turn <= PATIENCE_TURNS; turn += 1) {
    const response = respond(kb, state, said(saying.says, `turn-${turn}`));
    exchanges.push({ ...saying, response });
    state = response.state;
    counts.refusals += response.replies.filter(({ kind }) => kind === 'refusal').length;
    if (response.replies.some(({ kind }) => kind === 'closing'))
      return over(tried.has(problem) ? 'solved' : 'closed before');
    if (response.replies.some(({ kind }) => kind === 'handover')) return over('handed over');
    const waiting = response.replies.find(isOffer);
    const askedBack = askedBackIn(state);
    if (waiting !== undefined && isQuestionReply(waiting)) count(counts, asked, waiting, person, askedBack);
    if (waiting?.kind === 'remedy' && !tried.has(waiting.id)) {
      tried.add(waiting.id);
      if (waiting.id !== problem) counts.wrongRemedies += 1;
    }
    saying = answerTo(person, waiting, askedBack, problem);
  }
  return over('given up');
}

/** The answer that is asked back; null: none is. */
export function askedBackIn({ case: ours }: ConversationState): Id | null {
  return ours?.pending?.kind === 'confirm' ? ours.pending.answer : null;
}

/**
 * A question that is asked back at once, by what the first message said, is a question as any other; it is asked although
 * it was said where the answer that it names is another one. What a reply said is asked back without being counted.
 */
function count(
  counts: Counts,
  asked: Set<Id>,
  { id, of }: Offer,
  person: WordsPerson,
  askedBack: Id | null,
): void {
  if (of.kind === 'new-problem' || (of.kind === 'confirm' && asked.has(id))) return;
  const isMeant = askedBack !== null && person.isTrue(id, askedBack);
  counts.questions += 1;
  if (asked.has(id)) counts.askedTwice += 1;
  if (!asked.has(id) && person.saysAtFirst(id) && !isMeant) counts.askedAlthoughSaid += 1;
  if (askedBack !== null && isMeant) counts.rightlyAskedBack += 1;
  if (askedBack !== null && !isMeant) counts.wronglyAskedBack += 1;
  asked.add(id);
}

const NO_OTHER_PROBLEM: Saying = {
  says: 'no, it is the same',
  meant: { kind: 'yes-or-no', says: 'no' },
};

function answerTo(
  person: WordsPerson,
  waiting: Offer | undefined,
  askedBack: Id | null,
  problem: Id,
): Saying {
  if (waiting === undefined) return person.opens;
  if (waiting.kind === 'remedy')
    return person.tells(waiting.id, waiting.id === problem ? 'fixed' : 'still-there');
  if (waiting.of.kind === 'new-problem') return NO_OTHER_PROBLEM;
  if (askedBack === null) return person.replyOf(waiting.id, person.truthOf(waiting.id));
  const says = person.isTrue(waiting.id, askedBack) ? 'yes' : 'no';
  return { says, meant: { kind: 'yes-or-no', says } };
}
