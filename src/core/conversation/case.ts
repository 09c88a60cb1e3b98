/** What is remembered of a conversation. Plain JSON all of it. */

import type { Id } from '../knowledge/model.ts';
import type { Fact, Guess, Outcome } from './fact.ts';

/** What the bot waits for. */
export type Pending =
  | { readonly kind: 'question'; readonly id: Id; readonly turn: number }
  | { readonly kind: 'remedy'; readonly id: Id; readonly turn: number }
  /** Was this answer of the question `id` meant? It was half heard. */
  | { readonly kind: 'confirm'; readonly id: Id; readonly answer: Id; readonly turn: number }
  /** Is a message about another device a second problem? `id` is the device's answer id; its facts wait here. */
  | {
      readonly kind: 'new-problem';
      readonly id: Id;
      readonly turn: number;
      readonly text: string;
      readonly facts: readonly Fact[];
    };

/** A remedy that was shown. */
export interface TriedRemedy {
  readonly problem: Id;
  /** Turn in which it was shown. */
  readonly shownTurn: number;
  /**
   * Turn in which its outcome was told, also while it is asked whether all was done that did not help; of one that helped
   * in part, in which it was told what is left. Null: untold.
   */
  readonly toldTurn: number | null;
  readonly outcome: Outcome | 'untold';
  /** True once its outcome was asked for; that is done once. */
  readonly outcomeAsked: boolean;
  /** That it was told not to be possible while it goes on. Left out: it was not. */
  readonly blocked?: Blocked;
  /** Turn in which it was told first to have helped in part, while it goes on. Left out: it was not. */
  readonly helpedTurn?: number;
}

/** How it was told that a remedy is not possible, before another way is gone. */
export interface Blocked {
  /** Turns in which it was told. */
  readonly turns: readonly number[];
  /** True once it was said what to do in place of a step; until then it is asked what is in the way. */
  readonly isHelped: boolean;
}

/** Whether a remedy was told not to help, or that it cannot be done. */
export const isInVain = ({ outcome }: TriedRemedy): boolean =>
  outcome === 'still-there' || outcome === 'cannot';

/** The turn from which the words of a case tell of what is left, after a remedy that helped in part; 0: all of them count. */
export const restTurn = ({ tried }: Pick<Case, 'tried'>): number =>
  Math.max(0, ...tried.map(({ outcome, toldTurn }) => (outcome === 'partly' ? (toldTurn ?? 0) : 0)));

/** A question that was asked and what came of it. */
export interface AskedQuestion {
  readonly question: Id;
  /** Turn in which it was asked first. */
  readonly turn: number;
  /** How often it was put; a question that came back after a digression counts again. */
  readonly times: number;
  readonly result: 'waiting' | 'answered' | 'not-sure';
  /** Turn that answered it; null while waiting. */
  readonly answeredTurn: number | null;
}

/** A masked text that the case reported. */
export interface ReportedText {
  readonly text: string;
  readonly turn: number;
  /** Of the channel's message, for edits and deletions. */
  readonly messageId: string | null;
  /** True for a reply to a question: it tells of that question, and its words are read as its answer. */
  readonly isReply?: boolean;
  /** True for what puts a number right: the number stands in what was reported. */
  readonly isNumber?: boolean;
}

/**
 * What the words of a case say beside its facts: how many times likelier they are under each problem or kind of device
 * than overall, above 0; what is not named counts as 1.
 */
export interface TextEvidence {
  /** `something-else` among them where it was taught. */
  readonly problems: ReadonlyMap<Id, number>;
  readonly families: ReadonlyMap<Id, number>;
  /** True where all words were read, those among them that facts quote. */
  readonly isWhole: boolean;
}

/** Nothing is said beside the facts. */
export const NOTHING_TOLD: TextEvidence = {
  problems: new Map(),
  families: new Map(),
  isWhole: false,
};

/** A problem whose words stand in what the case reported. */
export interface Hit {
  readonly problem: Id;
  /** How well it fits, in 0..1, relative to the best possible hit for these words. */
  readonly score: number;
  /** The words of the texts that hit. */
  readonly words: readonly string[];
}

/** What comes after a case: what was told of another problem meanwhile, or a case that was laid aside for this one. */
export type Later =
  /** `device`: the answer that names it; null: none is named. */
  | { readonly kind: 'told'; readonly text: string; readonly device: Id | null }
  | { readonly kind: 'begun'; readonly case: Case };

/** What one person is being helped with now. */
export interface Case {
  readonly openedTurn: number;
  readonly facts: readonly Fact[];
  /** What was half heard and is no fact. Left out: nothing was. */
  readonly guesses?: readonly Guess[];
  readonly texts: readonly ReportedText[];
  /** What was said beside the point, for whoever takes over; nothing is read in it. Left out: nothing was. */
  readonly remarks?: readonly ReportedText[];
  readonly asked: readonly AskedQuestion[];
  readonly tried: readonly TriedRemedy[];
  readonly model: string | null;
  readonly pending: Pending | null;
  /** What is taken up once this one is closed, in its order. Left out: nothing is. */
  readonly later?: readonly Later[];
  /** True once it was asked whether another device is a second problem; that is done once. Left out: not yet. */
  readonly newProblemAsked?: boolean;
  /** Set once it was handed over; the case stays open for what is added. */
  readonly handedOverTurn: number | null;
}

/** One line of what was said, for whoever takes over. */
export interface TranscriptLine {
  readonly from: 'person' | 'bot';
  readonly text: string;
  readonly turn: number;
}

/** All that is kept of a conversation: versioned plain JSON, key = conversation, thread and sender. */
export interface ConversationState {
  readonly version: 1;
  /** Number of the last turn. */
  readonly turn: number;
  readonly lastAt: number;
  readonly person: { readonly role: Id | null; readonly locale: string };
  readonly owner: 'bot' | 'human';
  readonly case: Case | null;
  /** The case that was closed last as cured, for whoever takes over what comes after it. Left out: none was. */
  readonly closed?: Case;
  /** How many turns in a row were not understood. */
  readonly misses: number;
  readonly transcript: readonly TranscriptLine[];
  /** Hash of the knowledge that answered last. */
  readonly knowledge: string;
}

/** Number of the version of `ConversationState` that this program writes. */
export const STATE_VERSION = 1;

/** A conversation in which nothing was said yet. */
export function newConversation(locale = 'en', role: Id | null = null): ConversationState {
  return {
    version: STATE_VERSION,
    turn: 0,
    lastAt: 0,
    person: { role, locale },
    owner: 'bot',
    case: null,
    misses: 0,
    transcript: [],
    knowledge: '',
  };
}

/** A case in which nothing is known yet. */
export function newCase(openedTurn: number): Case {
  return {
    openedTurn,
    facts: [],
    texts: [],
    asked: [],
    tried: [],
    model: null,
    pending: null,
    handedOverTurn: null,
  };
}
