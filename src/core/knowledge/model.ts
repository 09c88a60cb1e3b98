/**
 * The knowledge base as the program sees it: words turned into numbers, defaults filled in, every reference
 * checked. What an author writes is in `authored.ts`; `parse.ts` turns the one into the other.
 */

import type { Article } from './model/article.ts';
import type { Examples } from './model/examples.ts';
import type { Language } from './model/language.ts';
import type { Messages } from './model/messages.ts';
import type { Needs } from './model/needs.ts';
import type { Problem, Step } from './model/problem.ts';
import type { Question, Signs } from './model/question.ts';
import type { Secrets } from './model/secrets.ts';
import type { Id, Risk, SecondCase, Speech } from './model/words.ts';

export { type Answering, type Article, NO_ARTICLE, saidTo } from './model/article.ts';
export { deviceKey, familiesOfDevice } from './model/devices.ts';
export {
  type ArticleExample,
  type Examples,
  LEVELS,
  type Level,
  NO_EXAMPLES,
  type ProblemExample,
  REPLY_KINDS,
  type ReplyExample,
  type ReplyKind,
  STANDINGS,
  type Standing,
  type StatementExample,
  TURN_ACTS,
  type TurnAct,
  type TurnExample,
} from './model/examples.ts';
export type { ExpectedReply, GoldenConversation, GoldenTurn } from './model/golden.ts';
export type { Language, MailWords, Pattern } from './model/language.ts';
export { MESSAGES, MESSAGES_OF_ARTICLES, type MessageKey, type Messages } from './model/messages.ts';
export {
  ABOUT_THINGS,
  denies,
  HAS,
  isLacking,
  lackedIn,
  type Needs,
  NO_NEEDS,
  NONE,
  type Said,
} from './model/needs.ts';
export { type Problem, type Remedy, SOMETHING_ELSE, type Step } from './model/problem.ts';
export {
  type Answer,
  type AnswerLikelihoods,
  NOT_HERE,
  type Question,
  type Signs,
} from './model/question.ts';
export {
  CARD,
  type NumberWords,
  type SaidAround,
  type SecretKind,
  type SecretLook,
  type Secrets,
  TALKED,
  VALUE,
} from './model/secrets.ts';
export {
  ABOUT,
  type About,
  FREQUENCIES,
  type FrequencyWord,
  type Id,
  LIKELIHOODS,
  type LikelihoodWord,
  RISKS,
  type Risk,
  SECOND_CASES,
  type SecondCase,
  SPEECH,
  type Speech,
} from './model/words.ts';

/** A kind of device. */
export interface Family {
  readonly id: Id;
  /** As a heading: `Scale`. */
  readonly label: string;
  /** In a sentence, with its article: `a scale`. */
  readonly called: string;
  /** Words by which people name it; recognised in free text. */
  readonly aliases: readonly string[];
  /** Model names as printed on the device: `OP-909`. */
  readonly models: readonly string[];
  /** P(family) before anything is known; all families sum to 1. */
  readonly prior: number;
  /** P(something-else | family), 0.05..0.10; 1 for a family of which no problem is written yet. */
  readonly somethingElse: number;
  /** Signs that hold for every problem of the family which says nothing else itself. */
  readonly signs: Signs;
  /** Seconds that handing a case of this family to a human costs. */
  readonly handOverSeconds: number;
}

/** Somebody who asks or who does a step. Ordered from the least to the most rights. */
export interface Role {
  readonly id: Id;
  readonly label: string;
  /** `I am the cashier`: how people say that they are this. */
  readonly phrases: readonly string[];
  /** Roles whose steps this role may do and whose questions it can answer; itself always among them. */
  readonly actsAs: readonly Id[];
  /** Does such things for a living: is told how in the words of the field, not in plain ones. */
  readonly isSkilled: boolean;
  /** Seconds until somebody of this role stands there. */
  readonly fetchSeconds: number;
  /** Whom to fetch, in a sentence: `your supervisor`. */
  readonly called: string;
}

/** A pattern that turns a code in the text into an answer. */
export interface CodeRule {
  readonly question: Id;
  /** Source of a regular expression, matched without regard to case. Its first group, or the whole match, is the code. */
  readonly pattern: string;
  /** The answer that it means; null: the code itself is the answer's id. */
  readonly answer: Id | null;
  /** Words of which one must stand in the message, or the code does not count; empty: none is needed. */
  readonly near: readonly string[];
}

/** Vocabulary that is shared by everything. */
export interface Lexicon {
  /** Words or short phrases that mean the same; the first of a row stands for all. */
  readonly same: readonly (readonly string[])[];
  readonly codes: readonly CodeRule[];
  /** Makes and products that only concern whoever named them. */
  readonly makes: readonly string[];
}

/** Seconds, and the probability a problem must have before a step of that risk is shown. */
export interface RiskCost {
  readonly costSeconds: number;
  /** 0..1 */
  readonly needs: number;
}

export interface Costs {
  readonly risks: Readonly<Record<Risk, RiskCost>>;
  /** Handing over where the family is unknown. */
  readonly handOverSeconds: number;
  /** What a remedy that did not help costs beside its steps, in trust. 0: people try whatever is cheap. */
  readonly wrongRemedySeconds: number;
}

/** A kind of request that is refused. */
export interface RefusalRule {
  readonly id: Id;
  /** `bypass`: rights or proof of them; `unsafe`: bodily or legal harm. */
  readonly act: 'bypass' | 'unsafe';
  readonly phrases: readonly string[];
  /** Look-alikes that are harmless and must not be refused. */
  readonly unless: readonly string[];
  /** What the refusal says, with whom to ask instead. */
  readonly says: string;
}

/** Something said to the bot about itself or in anger, that is answered in a sentence and changes nothing. */
export interface AsideRule {
  readonly id: Id;
  readonly phrases: readonly string[];
  /** What is said before that which waits comes back. */
  readonly says: string;
}

export interface Acts {
  readonly speech: Readonly<Record<Speech, readonly string[]>>;
  /** What people say when it is offered to take up a second problem. */
  readonly secondCase: Readonly<Record<SecondCase, readonly string[]>> & {
    /** What stands in their examples for the device of the case and for the other one; null: there are none. */
    readonly called: { readonly first: string; readonly other: string } | null;
  };
  readonly asides: readonly AsideRule[];
  readonly refusals: readonly RefusalRule[];
}

/** Whom to call where no agent can come. */
export interface Contact {
  readonly id: Id;
  readonly label: string;
  /** Empty: every family. */
  readonly families: readonly Id[];
  /** What to have at hand or how to reach them. */
  /** The role of whoever is reached; null: any. */
  readonly role: Id | null;
  readonly reach: string;
}

export interface Source {
  readonly id: Id;
  readonly says: string;
}

/** A whole knowledge base. */
export interface KnowledgeBase {
  readonly title: string;
  readonly families: readonly Family[];
  /** From the least to the most rights. */
  readonly roles: readonly Role[];
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
  readonly steps: readonly Step[];
  /** What people have or have not, and what needs it. */
  readonly needs: Needs;
  readonly lexicon: Lexicon;
  readonly costs: Costs;
  readonly acts: Acts;
  readonly examples: Examples;
  /** Answers to questions beside the point; a base may have none. */
  readonly articles: readonly Article[];
  readonly contacts: readonly Contact[];
  readonly sources: readonly Source[];
  /** By language tag; the first is the default. */
  readonly messages: Readonly<Record<string, Messages>>;
  /** The little words of the language that people write. */
  readonly language: Language;
  /** How secrets are told. */
  readonly secrets: Secrets;
}
