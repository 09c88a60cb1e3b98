/** At which turn a conversation in words went wrong, and by what. */

import type { Case, ConversationState, Fact, Reply, Response } from '../../core/conversation.ts';
import { isOffer, isQuestionReply, newCase } from '../../core/conversation.ts';
import { diagnose, nextMove } from '../../core/diagnosis/diagnose.ts';
import type { Move } from '../../core/diagnosis/types.ts';
import type { Id } from '../../core/knowledge/model.ts';
import type { Prepared } from '../../core/prepare.ts';
import { toldBy } from '../../core/told.ts';
import { meantText, misheardAs, missedOf, type Told, toldIn } from './heard.ts';
import { askedBackIn, type Exchange, type Talk } from './talk.ts';

/** Where a conversation went wrong. */
export interface WentWrong {
  /** From 1. */
  readonly turn: number;
  /**
   * `not heard`: a reply, an outcome or a statement was not heard, or heard as another. `asked`: a question was put of
   * which the answer had been told, or put twice. `decided`: a wrong remedy or a hand-over came although what was said
   * was heard, or would have come had it been.
   */
  readonly by: 'not heard' | 'asked' | 'decided';
  /** What it was, in ids of the knowledge base, for an author. */
  readonly because: string;
}

/**
 * What made a conversation fail: a cure that was told in vain until somebody gave up, the decision that ended it before a
 * cure, or its first wrong remedy. A decision is traced to the words that were not heard where it would have been another
 * one with them. Where all was decided right it is the first question in vain. Null: nothing went wrong.
 */
export function wentWrong(kb: Prepared, talk: Talk): WentWrong | null {
  const cure = talk.end === 'given up' ? cureNotHeard(talk.exchanges) : null;
  const found = cure ?? wrongDecision(kb, talk) ?? questionInVain(talk);
  if (found !== null || talk.end === 'solved') return found;
  const turn = talk.exchanges.length;
  return { turn, by: 'decided', because: `nothing more came of it in ${turn} turns` };
}

function wrongDecision(kb: Prepared, { sufferer, exchanges }: Talk): WentWrong | null {
  const problem = sufferer.problem.id;
  const decisions = exchanges.map(({ response }) => decisionIn(response));
  const isShown = decisions.some((each) => each?.kind === 'remedy' && each.id === problem);
  const end = decisions.findIndex(
    (each) => each?.kind === 'handover' || (each?.kind === 'closing' && !isShown),
  );
  const at = end >= 0 ? end : decisions.findIndex((each) => each?.kind === 'remedy' && each.id !== problem);
  const [decision, exchange] = [decisions[at] ?? null, exchanges[at]];
  if (decision === null || exchange === undefined) return null;
  const turn = at + 1;
  return (
    cureNotHeard(exchanges.slice(0, turn)) ??
    notHeard(exchange, turn) ??
    missedBefore(kb, problem, exchanges.slice(0, turn)) ?? {
      turn,
      by: 'decided',
      because: `${decision.kind} ${decision.id}, while it is ${problem}`,
    }
  );
}

/** What a response does beside asking: it shows a remedy, hands over or closes; null: none of these. */
const decisionIn = ({ replies }: Response): Reply | null =>
  replies.find(({ kind }) => kind === 'remedy' || kind === 'handover' || kind === 'closing') ?? null;

function notHeard(exchange: Exchange, turn: number): WentWrong | null {
  const heard = misheardAs(exchange);
  if (heard === null) return null;
  return { turn, by: 'not heard', because: `meant ${meantText(exchange.meant)}, heard ${heard}` };
}

/** Whatever comes after a cure that was not heard comes of that. */
function cureNotHeard(exchanges: readonly Exchange[]): WentWrong | null {
  const told = exchanges.map((each, at) => (isCure(each) ? notHeard(each, at + 1) : null));
  return told.find((wrong) => wrong !== null) ?? null;
}

const isCure = ({ meant }: Exchange): boolean => meant.kind === 'outcome' && meant.outcome === 'fixed';

/** What was told before the last of these turns and is not known, where the bot would have gone on with it. */
function missedBefore(kb: Prepared, problem: Id, exchanges: readonly Exchange[]): WentWrong | null {
  const state = exchanges.at(-1)?.response.state;
  if (state === undefined) return null;
  const missed = missedOf(toldIn(exchanges).values(), state.case);
  const [first] = missed;
  if (first === undefined) return null;
  const move = moveKnowing(kb, state, missed);
  const goesOn = move.kind === 'ask' || (move.kind === 'try' && move.problem === problem);
  if (!goesOn) return null;
  const next = move.kind === 'ask' ? `question ${move.question}` : `remedy ${move.problem}`;
  return missing(missed, first.turn, `${next} would have followed`);
}

const missing = (missed: readonly Told[], turn: number, harm: string): WentWrong => ({
  turn,
  by: 'not heard',
  because: `not heard that ${missed.map(factText).join(', ')}; ${harm}`,
});

const factText = ({ question, answers }: Told): string => `${question}=${answers.join('|')}`;

/** The move in place of the one of this turn, had everything been heard that was told. */
function moveKnowing(kb: Prepared, state: ConversationState, missed: readonly Told[]): Move {
  const ours = withTold(kb, state.case ?? newCase(state.turn), state.turn, missed);
  const belief = diagnose(kb.diagnosis, ours, toldBy(kb, ours), state.person.role);
  return nextMove(kb.diagnosis, belief, ours, state.person);
}

function withTold({ dialogue }: Prepared, ours: Case, turn: number, missed: readonly Told[]): Case {
  const isMissed = ({ question }: { readonly question: Id }): boolean =>
    missed.some((each) => each.question === question);
  const facts = missed.flatMap(({ question, answers, turn: toldTurn }): readonly Fact[] => {
    const asked = dialogue.questions.get(question);
    const [answer] = answers;
    if (asked === undefined || answer === undefined) return [];
    return [
      { question, answer, about: asked.about, known: 'said', denied: false, turn: toldTurn, quote: null },
    ];
  });
  return {
    ...ours,
    facts: [...ours.facts.filter((fact) => !isMissed(fact)), ...facts],
    guesses: (ours.guesses ?? []).filter((guess) => !isMissed(guess)),
    tried: ours.tried.filter(({ shownTurn }) => shownTurn < turn),
    handedOverTurn: null,
  };
}

/** The first question that need not have been put, or the words that made it come, as they were not heard. */
function questionInVain({ exchanges }: Talk): WentWrong | null {
  const put = new Map<Id, Put>();
  for (const [at, exchange] of exchanges.entries()) {
    const turn = at + 1;
    const misheard = notHeard(exchange, turn);
    if (misheard !== null) return misheard;
    const question = questionIn(exchange.response, turn);
    if (question === null) continue;
    const { id, askedBack } = question;
    const before = put.get(id);
    if (before !== undefined && askedBack !== null) continue;
    if (before !== undefined) return putTwice(question, before);
    const told = toldIn(exchanges.slice(0, turn)).get(id);
    const isMeant = askedBack !== null && told?.answers.includes(askedBack) === true;
    if (told !== undefined && !isMeant) return toldAlready(told, exchange, turn);
    put.set(id, question);
  }
  return null;
}

/** A question of the case that was put in a turn, and the answer that was asked back with it; null: it was put openly. */
interface Put {
  readonly id: Id;
  readonly askedBack: Id | null;
  readonly turn: number;
}

function questionIn({ replies, state }: Response, turn: number): Put | null {
  const waiting = replies.find(isOffer);
  if (waiting === undefined || !isQuestionReply(waiting) || waiting.of.kind === 'new-problem') return null;
  return { id: waiting.id, askedBack: askedBackIn(state), turn };
}

function putTwice({ id, turn }: Put, before: Put): WentWrong {
  const guess = before.askedBack === null ? '' : `, as if ${before.askedBack} had been said`;
  return {
    turn,
    by: 'asked',
    because: `question ${id}, which was put in turn ${before.turn} already${guess}`,
  };
}

function toldAlready(told: Told, { response }: Exchange, turn: number): WentWrong {
  return missedOf([told], response.state.case).length > 0
    ? missing([told], told.turn, `it was asked in turn ${turn}`)
    : { turn, by: 'asked', because: `question ${told.question}, which was told in turn ${told.turn}` };
}
