/** A person who tells a problem in words: opens, answers and says what became of a remedy, in examples. */

import {
  type Examples,
  type Id,
  type KnowledgeBase,
  NOT_HERE,
  type ProblemExample,
  type ReplyKind,
} from '../../core/knowledge/model.ts';
import { type Random, randomFrom, seedOf } from '../random.ts';
import { truthfulAnswer } from '../truth.ts';
import type { Opening } from './cast.ts';
import { believed, saidInManner } from './manner.ts';

/** What somebody means by what they say. */
export type Meant =
  /** Question → answers that the message states. */
  | { readonly kind: 'report'; readonly facts: ProblemExample['facts'] }
  /** `answers`: the answer of the question that waits, or one of `REPLY_KINDS`, and what is as good a reading. */
  | { readonly kind: 'answer'; readonly question: Id; readonly answers: readonly Id[] }
  | { readonly kind: 'yes-or-no'; readonly says: 'yes' | 'no' }
  | { readonly kind: 'outcome'; readonly outcome: ToldOutcome };

/** What a person tells of a remedy. */
export type ToldOutcome = 'fixed' | 'still-there';

/** Words, and what is meant by them. */
export interface Saying {
  readonly says: string;
  readonly meant: Meant;
}

/** Somebody with a problem, who tells the same whatever is asked first. */
export interface WordsPerson {
  readonly opens: Saying;
  /** Whether the first message tells the answer of a question. */
  readonly saysAtFirst: (question: Id) => boolean;
  /** What is true of a question: what the first message tells, else what the problem shows. */
  readonly truthOf: (question: Id) => Id | ReplyKind;
  /** Whether an answer of a question is true: the first message may tell several. */
  readonly isTrue: (question: Id, answer: Id) => boolean;
  /** A reply of this answer. */
  readonly replyOf: (question: Id, answer: Id | ReplyKind) => Saying;
  /** What is said of the remedy of a problem. */
  readonly tells: (problem: Id, outcome: ToldOutcome) => Saying;
}

/** Draws a person who opens with a message, and says what they say in the words of these examples. */
export function wordsPerson(
  kb: KnowledgeBase,
  examples: Examples,
  { sufferer, message, manner = 'truthful' }: Opening,
): WordsPerson {
  const random = randomFrom(seedOf(message.says));
  const inManner = <Said extends { readonly says: string }>(all: readonly Said[]): readonly Said[] =>
    saidInManner(all, manner);
  const questions = new Map(kb.questions.map((question) => [question.id, question]));
  const told = new Map(Object.entries(message.facts).map(([question, [answer = '']]) => [question, answer]));
  const truths = new Map<Id, Id>();
  const truthOf = (question: Id): Id => {
    const truth = told.get(question) ?? truths.get(question) ?? draw(question);
    truths.set(question, truth);
    return truth;
  };
  const draw = (id: Id): Id | ReplyKind => {
    const question = questions.get(id);
    const truth = question === undefined ? null : truthfulAnswer(sufferer, question, random);
    const answer =
      truth === null || question === undefined ? null : believed(question, truth, manner, random);
    return answer === null ? 'not-sure' : answer.id === NOT_HERE ? 'no-such-thing' : answer.id;
  };
  return {
    opens: { says: message.says, meant: { kind: 'report', facts: message.facts } },
    saysAtFirst: (question) => told.has(question),
    truthOf,
    isTrue: (question, answer) =>
      message.facts[question]?.includes(answer) === true || truthOf(question) === answer,
    replyOf(question, answer) {
      const fitting = examples.replies.filter(
        (reply) => reply.question === question && reply.answer === answer,
      );
      const reply = oneOf(inManner(fitting), random);
      return {
        says: reply?.says ?? labelOf(kb, question, answer),
        meant: { kind: 'answer', question, answers: [answer, ...(reply?.also ?? [])] },
      };
    },
    tells(problem, outcome) {
      const all = examples.turns.filter((turn) => turn.act === outcome && turn.while === 'remedy');
      const own = all.filter((turn) => turn.problem === problem);
      const says = oneOf(inManner(own.length > 0 ? own : all), random)?.says ?? outcome;
      return { says, meant: { kind: 'outcome', outcome } };
    },
  };
}

const oneOf = <T>(all: readonly T[], random: Random): T | undefined => all[Math.floor(random() * all.length)];

function labelOf(kb: KnowledgeBase, question: Id, answer: Id | ReplyKind): string {
  const answers = kb.questions.find(({ id }) => id === question)?.answers ?? [];
  return answers.find(({ id }) => id === answer)?.label ?? 'not sure';
}
