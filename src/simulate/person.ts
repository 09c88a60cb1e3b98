/** What a simulated person does about what waits for them. */

import { NOT_SURE, type Offer, type UserTurn } from '../core/conversation.ts';
import { type Answer, type KnowledgeBase, NOT_HERE, type Question } from '../core/knowledge/model.ts';
import { type Random, randomFrom, seedOf } from './random.ts';
import { type Seeing, type Sufferer, truthfulAnswer } from './truth.ts';

/** How people differ from one experiment to the next. */
export interface Habits {
  /** Whether the kind of device is known from the start. */
  readonly familyKnown: boolean;
  /** How often a question that could be answered is answered "not sure", 0..1. */
  readonly notSureShare: number;
  /** Left out: the likeliest answer. */
  readonly seeing?: Seeing;
  /** How often an answer is a slip, 0..0.5, any answer of the question in its place. Left out: never. */
  readonly slipShare?: (question: Question) => number;
  /** How often another answer than the true one is given, 0..1. Left out: never. */
  readonly mistakenShare?: number;
  readonly seed: number;
}

/** Answers a question, or says of a remedy that it did not help. `id` is that of the turn. */
export type Person = (waiting: Offer, id: string) => UserTurn;

/** A person who answers truthfully and tells the same each time they are asked. */
export function personOf(kb: KnowledgeBase, sufferer: Sufferer, habits: Habits): Person {
  const questions = new Map(kb.questions.map((question) => [question.id, question]));
  return (waiting, id) => {
    if (waiting.kind === 'remedy') return { kind: 'chose', id, at: 0, of: waiting.of, choice: 'still-there' };
    // Nobody here has two problems: a device that was named by a slip is no new one.
    if (waiting.of.kind === 'new-problem') return { kind: 'chose', id, at: 0, of: waiting.of, choice: 'no' };
    const question = questions.get(waiting.id);
    const answer = question === undefined ? null : answerTo(question, sufferer, habits);
    const choice = waiting.choices.find((each) => each.id === (answer?.id ?? NOT_SURE));
    if (choice !== undefined) return { kind: 'chose', id, at: 0, of: waiting.of, choice: choice.id };
    return said(answer?.phrases[0] ?? answer?.label ?? 'not sure', id);
  };
}

/** Each question has a chance of its own, so that what is true does not hang on the order in which a bot asks. */
function answerTo(question: Question, sufferer: Sufferer, habits: Habits): Answer | null {
  const { seed, notSureShare, seeing, slipShare, mistakenShare = 0 } = habits;
  const random = randomFrom(seedOf(seed, sufferer.family.id, sufferer.problem.id, question.id));
  const doubts = random() < notSureShare;
  const truth = truthfulAnswer(sufferer, question, random, seeing);
  if (doubts || truth === null) return null;
  if (slipShare !== undefined) return withSlips(question, truth, slipShare(question), random);
  return random() < mistakenShare ? mistakenFor(question, truth, random) : truth;
}

/** Any other answer that the person could have pressed; the truth where there is no other. */
export function mistakenFor(question: Question, truth: Answer, random: Random): Answer {
  const others = question.answers.filter(({ id, offered }) => offered && id !== truth.id && id !== NOT_HERE);
  return others[Math.floor(random() * others.length)] ?? truth;
}

/** A slip is blind: it may be right by chance, as the noise of a question has it. */
function withSlips(question: Question, truth: Answer, share: number, random: Random): Answer {
  if (random() >= share) return truth;
  const answers = question.answers.filter(({ id }) => id !== NOT_HERE);
  return answers[Math.floor(random() * answers.length)] ?? truth;
}

/** Words as a turn. */
export function said(text: string, id: string): UserTurn {
  return { kind: 'said', id, at: 0, text, messageId: null, attachments: 0 };
}
