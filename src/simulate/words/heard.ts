/** What was meant by a turn of words beside what the bot made of it. */

import type { Case, Fact, Response } from '../../core/conversation.ts';
import { type Id, NOT_HERE } from '../../core/knowledge/model.ts';
import type { Meant, ToldOutcome } from './person.ts';
import type { Exchange } from './talk.ts';

/** Acts by which an outcome is heard: what helped in part did not do all. */
const HEARD_BY: Readonly<Record<ToldOutcome, readonly string[]>> = {
  fixed: ['fixed'],
  'still-there': ['still-there', 'partly'],
};

/** Acts that take up the words of a report and yet do something else with it. */
const NO_REPORT: readonly string[] = ['fixed', 'human'];

/**
 * What a turn was heard as in place of what was meant: `QUESTION=ANSWER`, an act, `refusal RULE`, or `nothing`. Null: it
 * was heard, or half heard and asked back rightly. What a report states of the case is looked at by `missedOf`.
 */
export function misheardAs({ meant, response }: Exchange): string | null {
  return isHeard(meant, response) ? null : heardAs(meant, response);
}

function isHeard(meant: Meant, { state, reading: { heard, facts } }: Response): boolean {
  switch (meant.kind) {
    case 'report': {
      const isTakenUp = state.case?.texts.some(({ turn }) => turn === state.turn) === true;
      return isTakenUp && heard.refusal === null && !NO_REPORT.includes(heard.act);
    }
    case 'yes-or-no':
      return heard.yesNo === meant.says;
    case 'outcome':
      return HEARD_BY[meant.outcome].includes(heard.act);
    case 'answer': {
      if (meant.answers.includes('not-sure') && heard.notSure) return true;
      const isMeant = (answer: Id): boolean => meant.answers.map(asFact).includes(answer);
      const ofIt = facts.filter(({ question }) => question === meant.question);
      if (heard.halfHeard !== null && ofIt.length === 0) return isMeant(heard.halfHeard);
      return ofIt.some(({ answer, denied }) => isMeant(answer) !== denied);
    }
  }
}

function heardAs(meant: Meant, { reading: { heard, facts } }: Response): string {
  if (heard.refusal !== null) return `refusal ${heard.refusal}`;
  if (meant.kind === 'answer') {
    const [fact] = facts.filter(({ question }) => question === meant.question);
    const answer = fact?.answer ?? heard.halfHeard;
    if (answer !== null) return `${meant.question}=${answer}`;
    if (heard.notSure) return 'not-sure';
  }
  return heard.act === 'answer' || heard.act === 'unclear' ? 'nothing' : heard.act;
}

/** What was meant, in the words in which `misheardAs` says what was heard. */
export function meantText(meant: Meant): string {
  switch (meant.kind) {
    case 'report':
      return 'a report';
    case 'yes-or-no':
      return meant.says;
    case 'outcome':
      return meant.outcome;
    case 'answer':
      return `${meant.question}=${meant.answers[0] ?? ''}`;
  }
}

/** An answer that somebody told, and the turn in which they did, from 1. */
export interface Told {
  readonly question: Id;
  /** As facts have it; of several each is true. */
  readonly answers: readonly Id[];
  readonly turn: number;
}

/** What was told in some turns, each question once. */
export function toldIn(exchanges: readonly Exchange[]): ReadonlyMap<Id, Told> {
  const told = new Map<Id, Told>();
  for (const [at, { meant }] of exchanges.entries())
    for (const [question, answers] of statedBy(meant))
      if (!told.has(question)) told.set(question, { question, answers: answers.map(asFact), turn: at + 1 });
  return told;
}

function statedBy(meant: Meant): readonly (readonly [Id, readonly Id[]])[] {
  if (meant.kind === 'report') return Object.entries(meant.facts);
  return meant.kind === 'answer' && !meant.answers.includes('not-sure')
    ? [[meant.question, meant.answers]]
    : [];
}

const asFact = (answer: Id): Id => (answer === 'no-such-thing' ? NOT_HERE : answer);

/** Of what was told, what the case does not hold. */
export function missedOf(told: Iterable<Told>, ours: Case | null): readonly Told[] {
  const isHeld = ({ question, answers }: Told): boolean =>
    (ours?.facts ?? []).some((fact) => fact.question === question && isSo(fact, answers));
  return [...told].filter((each) => !isHeld(each));
}

/** Whether a fact says what was told: one of its answers, or that another one is not so. */
const isSo = ({ answer, denied }: Fact, answers: readonly Id[]): boolean =>
  answers.includes(answer) !== denied;
