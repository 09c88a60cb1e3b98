/** A turn of a conversation that was misheard, and what it was. */

import type { Heard } from '../core/conversation.ts';
import { type Id, NO_ARTICLE, NOT_HERE } from '../core/knowledge/model.ts';
import { type ExampleOf, labelOf } from './example.ts';
import type { Exchange } from './replay.ts';

/** What an author says of a turn. */
export interface Misheard {
  /** Counts what the person did, from 1. */
  readonly turn: number;
  /** The words that were misheard: those of the turn, or a part of them. */
  readonly says: string;
  readonly of: ExampleOf;
}

/** What waited for an answer when a turn was said. */
export interface WaitingThen {
  readonly question: Id | null;
  /** The problem whose remedy waited. */
  readonly remedy: Id | null;
}

/** What waited before a turn, which counts from 1. */
export function waitingBefore(exchanges: readonly Exchange[], turn: number): WaitingThen {
  const pending = exchanges[turn - 2]?.response.state.case?.pending ?? null;
  return {
    question: pending?.kind === 'question' || pending?.kind === 'confirm' ? pending.id : null,
    remedy: pending?.kind === 'remedy' ? pending.id : null,
  };
}

/** Whether a turn is heard as what the author says that it is. */
export function isHeardAs({ response: { reading } }: Exchange, { says, of }: Misheard): boolean {
  const { heard } = reading;
  const states = (question: Id, answer: Id): boolean =>
    heard.facts.some((fact) => fact.question === question && fact.answer === answer && !fact.denied);
  switch (of.kind) {
    case 'problem':
      if (of.level !== 'decisive') return of.family === null || reading.family?.id === of.family;
      return reading.problems[0]?.id === of.problem;
    case 'statement':
      return (
        Object.entries(of.facts).every(([question, answer]) => states(question, answer)) &&
        (of.standing === 'so' || !statesElse(reading.heard, says, of.facts))
      );
    case 'reply':
      return isReplyHeard(heard, of.question, of.answer, states);
    case 'turn':
      return heard.act === of.act || (of.act === 'other' && heard.act === 'unclear');
    case 'side-question':
      return heard.act === 'side-question' && (reading.article ?? NO_ARTICLE) === of.article;
  }
}

/** Whether something is taken for so by the words, besides what they state. */
function statesElse({ text, facts }: Heard, says: string, stated: Readonly<Record<Id, Id>>): boolean {
  const start = text.indexOf(says);
  const end = start + says.length;
  return facts.some(
    ({ quote, denied, question, answer }) =>
      !denied && quote !== null && quote.start >= start && quote.end <= end && stated[question] !== answer,
  );
}

function isReplyHeard(
  heard: Heard,
  question: Id,
  answer: Id,
  states: (question: Id, answer: Id) => boolean,
): boolean {
  switch (answer) {
    case 'not-sure':
      return heard.notSure;
    case 'no-such-thing':
      return states(question, NOT_HERE);
    case 'asks-back':
      return heard.act === 'why' || heard.act === 'side-question';
    case 'other':
      return heard.halfHeard === null && !heard.facts.some((fact) => fact.question === question);
    default:
      return states(question, answer);
  }
}

/** Why the conversation is kept, where the author gives no reason. */
export const whyMisheard = ({ turn, of }: Misheard): string =>
  `What the person says in turn ${turn} was misheard; it is ${labelOf(of)}.`;
