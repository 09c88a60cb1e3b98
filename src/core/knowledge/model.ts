/**
 * The knowledge base as the program sees it: words turned into numbers, defaults filled in, every reference
 * checked. What an author writes is in `authored.ts`; `parse.ts` turns the one into the other.
 */

import type { Examples } from './model/examples.ts';
import type { Language } from './model/language.ts';
import type { Messages } from './model/messages.ts';
import type { Secrets } from './model/secrets.ts';
import type { About, Id, Risk, Speech } from './model/words.ts';

export {
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
export { MESSAGES, type MessageKey, type Messages } from './model/messages.ts';
export {
  type DigitWords,
  type ForeignDigits,
  SECRET_CUES,
  SECRET_SIGNS,
  SECRET_VALUES,
  type SecretCue,
  type SecretRule,
  type SecretSign,
  type Secrets,
  type SecretValue,
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
  SPEECH,
  type Speech,
} from './model/words.ts';

/** A probability for each answer id. */
export type AnswerLikelihoods = Readonly<Record<Id, number>>;

/** What a family or problem says of questions: question id → answer id → probability in 0..1. */
export type Signs = Readonly<Record<Id, AnswerLikelihoods>>;

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
  /** Seconds until somebody of this role stands there. */
  readonly fetchSeconds: number;
  /** Whom to fetch, in a sentence: `your supervisor`. */
  readonly called: string;
}

/** One of the values that a question can take. */
export interface Answer {
  readonly id: Id;
  readonly label: string;
  /** Ways to say it that are recognised anywhere in a message. */
  readonly phrases: readonly string[];
  /** `yes` or `no` where that word alone means this answer while the question is pending. */
  readonly says: 'yes' | 'no' | null;
  /** False: recognised in text but not shown as a choice. */
  readonly offered: boolean;
}

/** Something that can be known about a case. */
export interface Question {
  readonly id: Id;
  readonly about: About;
  /** Families to which it applies; an answer to it in another family has the leak likelihood. */
  readonly families: readonly Id[];
  readonly choose: 'one' | 'many';
  /** Null: never asked, only heard. */
  readonly ask: string | null;
  readonly why: string | null;
  readonly costSeconds: number;
  /** The role that can answer by looking. */
  readonly who: Id;
  readonly answers: readonly Answer[];
  /** Where the answers come from when the author lists none: every family, role or step is one. */
  readonly answersAre: 'listed' | 'families' | 'roles' | 'steps';
  /** P(answer) where a problem and its family say nothing of it. `one`: sums to 1. */
  readonly usually: AnswerLikelihoods;
  /** Probability that an answer is a slip, 0..0.5. Mixed into every likelihood of the question. */
  readonly noise: number;
}

/** One thing to do. */
export interface Step {
  readonly id: Id;
  /** What is done, in a few words, for somebody who fetches the person who does it. */
  readonly title: string;
  readonly by: Id;
  /** The families for whose devices it is; on another device it is left out. Null: for all. */
  readonly families: readonly Id[] | null;
  readonly risk: Risk;
  readonly costSeconds: number;
  /** How people say that they have done it already. */
  readonly saidDone: readonly string[];
  readonly caution: string | null;
  readonly do: string;
  readonly see: string | null;
  readonly cannot: string | null;
  readonly sources: readonly Id[];
}

/** What cures a problem. */
export interface Remedy {
  /** P(cured | this is the problem and the remedy is carried out). */
  readonly success: number;
  readonly steps: readonly Id[];
  /** The steps of it that cure; a person who has done one of them without effect lowers the problem. */
  readonly curedBy: readonly Id[];
  readonly fixedWhen: string;
}

/** A cause that has exactly one remedy. */
export interface Problem {
  readonly id: Id;
  readonly title: string;
  /** P(problem | family); with `somethingElse` each family sums to 1. */
  readonly families: Readonly<Record<Id, number>>;
  readonly means: string;
  /** How people put it. */
  readonly saidAs: readonly string[];
  readonly signs: Signs;
  readonly remedy: Remedy;
  readonly prevention: string | null;
  readonly sources: readonly Id[];
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
  readonly lexicon: Lexicon;
  readonly costs: Costs;
  readonly acts: Acts;
  readonly examples: Examples;
  readonly contacts: readonly Contact[];
  readonly sources: readonly Source[];
  /** By language tag; the first is the default. */
  readonly messages: Readonly<Record<string, Messages>>;
  /** The little words of the language that people write. */
  readonly language: Language;
  /** How secrets are told. */
  readonly secrets: Secrets;
}

/**
 * The answer "my device has no such thing", which every asked question gets that does not apply to all families.
 * Without it somebody who is asked about a lock that is not there could only be "not sure", which teaches nothing.
 */
export const NOT_HERE = 'not-here';

/** The id under which "none of the problems we know" is reported. */
export const SOMETHING_ELSE = 'something-else';
