/** What goes out: replies and effects, as data. */

import type { Id } from '../knowledge/model.ts';
import type { ConversationState, TranscriptLine, TriedRemedy } from './case.ts';
import type { Fact } from './fact.ts';
import type { Choice, ChoiceOf, Heard } from './turn.ts';

/** A step as it is shown to this person. */
export interface ShownStep {
  readonly id: Id;
  readonly by: Id;
  readonly mayDo: boolean;
  /** What to do in a few words, before how. Left out: `do` alone is short enough, somebody else does it, or none was kept. */
  readonly title?: string;
  readonly caution: string | null;
  /** How it is done; for a step above the person's role, whom to fetch and for what. */
  readonly do: string;
  readonly see: string | null;
  readonly cannot: string | null;
}

/** One thing that is said of a step. `lead`: what to do, in the words that stand out. */
export interface StepPart {
  readonly kind: 'lead' | 'caution' | 'how' | 'see' | 'cannot';
  readonly text: string;
}

/** A step as it is read: what to do, how, what is seen, what else; the caution before it is told how. */
export function partsOfStep({ title, caution, do: how, see, cannot }: ShownStep): readonly StepPart[] {
  const part = (kind: StepPart['kind'], text: string | null): readonly StepPart[] =>
    text === null ? [] : [{ kind, text }];
  const doing =
    title === undefined
      ? [...part('caution', caution), ...part('lead', how)]
      : [...part('lead', title), ...part('caution', caution), ...part('how', how)];
  return [...doing, ...part('see', see), ...part('cannot', cannot)];
}

/** What is said back, as data; a channel renders it. All texts are plain text. */
export type Reply =
  | {
      /** `confirm`: whether an answer of the question is meant that was half heard. */
      readonly kind: 'question' | 'confirm';
      /** Of the question; where it is asked whether another device is a new problem, of the device. */
      readonly id: Id;
      readonly text: string;
      readonly why: string;
      readonly choices: readonly Choice[];
      readonly of: ChoiceOf;
    }
  | {
      readonly kind: 'remedy';
      readonly id: Id;
      readonly text: string;
      readonly why: string;
      readonly steps: readonly ShownStep[];
      readonly choices: readonly Choice[];
      readonly of: ChoiceOf;
    }
  | {
      readonly kind: 'handover';
      readonly id: Id;
      readonly text: string;
      readonly why: string;
      readonly summary: readonly string[];
      readonly contacts: readonly string[];
      readonly choices: readonly Choice[];
    }
  | { readonly kind: 'refusal'; readonly id: Id; readonly text: string }
  | {
      /** What an article says to a question beside the point. */
      readonly kind: 'answer';
      /** Of the article. */
      readonly id: Id;
      readonly text: string;
      /** Ids of the sources of what is said. */
      readonly sources: readonly Id[];
    }
  | {
      readonly kind: 'smalltalk' | 'out-of-scope' | 'restart' | 'closing' | 'silent';
      readonly id: Id;
      readonly text: string;
    };

/** A question, put openly or with the answer that it seems to have. */
export type QuestionReply = Extract<Reply, { kind: 'question' | 'confirm' }>;

/** A reply that waits for an answer to it and has buttons. */
export type Offer = Extract<Reply, { of: ChoiceOf }>;

/** Tells the replies that ask a question. */
export const isQuestionReply = (reply: Reply): reply is QuestionReply =>
  reply.kind === 'question' || reply.kind === 'confirm';

/** Tells the replies that wait for an answer. */
export const isOffer = (reply: Reply): reply is Offer => isQuestionReply(reply) || reply.kind === 'remedy';

/** Probability of one problem, for whoever looks over the bot's shoulder. */
export interface Likely {
  readonly id: Id;
  readonly title: string;
  readonly probability: number;
}

/** What a human gets with a case. */
export interface HandOverSummary {
  readonly facts: readonly Fact[];
  readonly model: string | null;
  readonly family: { readonly id: Id; readonly probability: number } | null;
  readonly likely: readonly Likely[];
  readonly tried: readonly TriedRemedy[];
  readonly transcript: readonly TranscriptLine[];
  readonly person: ConversationState['person'];
}

/** A question that the bot could not answer, for whoever writes the next article. */
export interface UnansweredQuestion {
  /** What was asked, secrets masked. */
  readonly text: string;
  /** The question or problem that waited; null: nothing did. */
  readonly beside: Id | null;
  /** The kind of device, where it is likely; null: it is not known. */
  readonly family: Id | null;
}

/** What the shell must do after saving. */
export type Effect =
  | { readonly kind: 'open-ticket'; readonly id: string; readonly summary: HandOverSummary }
  | { readonly kind: 'add-to-ticket'; readonly id: string; readonly text: string }
  | { readonly kind: 'keep-unanswered'; readonly id: string; readonly question: UnansweredQuestion };

/** How the diagnosis stands, as `ask --json` prints it. */
export interface Reading {
  readonly heard: Heard;
  readonly family: { readonly id: Id; readonly probability: number } | null;
  readonly model: string | null;
  /** The article that answers what was asked beside the point. Left out: none does, or nothing was asked. */
  readonly article?: Id;
  /** The step of the remedy that waits of which the turn speaks. Left out: none stands out. */
  readonly step?: Id;
  /** Facts of the turn. */
  readonly facts: readonly Fact[];
  /** Best first, at most five. */
  readonly problems: readonly Likely[];
}

/** What `respond` gives back. */
export interface Response {
  readonly state: ConversationState;
  /** What the person said, secrets masked; of a button its label; empty for a turn in which nothing is said. */
  readonly said: string;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  readonly reading: Reading;
}
