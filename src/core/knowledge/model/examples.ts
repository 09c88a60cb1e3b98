/** What people wrote, and what it is: the examples that teach the reader. */

import type { Id } from './words.ts';

/** How much a first message tells: its problem, the kind of device alone, or neither. */
export const LEVELS = ['decisive', 'family', 'vague'] as const;
export type Level = (typeof LEVELS)[number];

/** What a turn does, as examples name it; a file of `examples/turns/` each. */
export const TURN_ACTS = [
  'fixed',
  'still-there',
  'cannot',
  'not-yet',
  'partly',
  'side-question',
  'human',
  'why',
  'back',
  'correct',
  'restart',
  'comes-back-later',
  'frustration',
  'thanks',
  'smalltalk',
  'closing',
  'new-problem',
  'report',
  'out-of-scope',
  'bypass',
  'unsafe',
  'other',
] as const;
export type TurnAct = (typeof TURN_ACTS)[number];

/** What a reply to a question can be besides one of its answers. */
export const REPLY_KINDS = ['not-sure', 'no-such-thing', 'asks-back', 'other'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** A first message. */
export interface ProblemExample {
  readonly says: string;
  /** `something-else`: the cause is none of the problems of the base. */
  readonly problem: Id;
  /** Null where the message does not tell the kind of device. */
  readonly family: Id | null;
  readonly level: Level;
  /** Problems that are as good a reading. */
  readonly also: readonly Id[];
  /** Question → answers that the text states. */
  readonly facts: Readonly<Record<Id, readonly Id[]>>;
  /** Question → answers that the text says are not so. */
  readonly denied: Readonly<Record<Id, readonly Id[]>>;
}

/** A reply to a question that was asked. */
export interface ReplyExample {
  readonly says: string;
  readonly question: Id;
  /** An answer of the question, or one of `REPLY_KINDS`. */
  readonly answer: Id;
  /** Answers that are as good a reading. */
  readonly also: readonly Id[];
  /** Other questions that the reply answers, too. */
  readonly facts: Readonly<Record<Id, readonly Id[]>>;
}

/** Something said while a question or a remedy waits, or while nothing does. */
export interface TurnExample {
  readonly says: string;
  readonly act: TurnAct;
  readonly while: 'question' | 'remedy' | 'nothing';
  /** The remedy's problem; null where it is not told. */
  readonly problem: Id | null;
  /** The question that waits; null where it is not told. */
  readonly question: Id | null;
}

/** How something that is said stands: it is so, or it is not. A file of `examples/statements/` each. */
export const STANDINGS = ['so', 'denied', 'asked', 'supposed', 'over', 'others'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A sentence or clause out of a report. */
export interface StatementExample {
  readonly says: string;
  /**
   * `supposed`: conditional, planned, wished, advised. `over`: no longer so. `others`: of another device, or a notice or an
   * example that is quoted.
   */
  readonly standing: Standing;
  /** Question → answers that are so by these words. */
  readonly facts: Readonly<Record<Id, readonly Id[]>>;
  /** Question → answers that are not so by these words. */
  readonly denied: Readonly<Record<Id, readonly Id[]>>;
}

/** A question beside the point, and what answers it. */
export interface ArticleExample {
  readonly says: string;
  /** Null: no article of the base does. */
  readonly article: Id | null;
  /** The question or problem that waited; null where nothing did, or it is not told. */
  readonly beside: Id | null;
}

/** All that a base teaches its reader by example, besides the phrases of its problems, answers and acts. */
export interface Examples {
  readonly problems: readonly ProblemExample[];
  readonly replies: readonly ReplyExample[];
  readonly turns: readonly TurnExample[];
  readonly statements: readonly StatementExample[];
  readonly articles: readonly ArticleExample[];
}

/** Of a base that has no folder of examples. */
export const NO_EXAMPLES: Examples = { problems: [], replies: [], turns: [], statements: [], articles: [] };
