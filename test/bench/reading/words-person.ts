/** A person who tells a problem in words: opens, answers and says what became of a remedy, in examples that nobody was taught. */

import { type KnowledgeBase, NOT_HERE } from '../../../src/core/knowledge/model.ts';
import { type Random, randomFrom, seedOf } from '../../../src/simulate/random.ts';
import { type Sufferer, truthfulAnswer } from '../../../src/simulate/truth.ts';
import type { Fold } from './folds.ts';
import type { MessageLine } from './messages.ts';

/** Somebody with a problem, who tells the same whatever is asked first. */
export interface WordsPerson {
  readonly opens: string;
  /** Whether the first message tells the answer of a question. */
  readonly saysAtFirst: (question: string) => boolean;
  /** What is true of a question: what the first message tells, else what the problem shows. */
  readonly truthOf: (question: string) => string;
  /** Whether an answer of a question is true: the first message may tell several. */
  readonly isTrue: (question: string, answer: string) => boolean;
  /** A reply of this answer. */
  readonly replyOf: (question: string, answer: string) => string;
  /** What is said of a remedy. */
  readonly tells: (problem: string, act: 'fixed' | 'still-there') => string;
}

/** Draws a person who opens with a message of the fold. */
export function wordsPerson(
  kb: KnowledgeBase,
  fold: Fold,
  sufferer: Sufferer,
  message: MessageLine,
): WordsPerson {
  const random = randomFrom(seedOf(message.text));
  const questions = new Map(kb.questions.map((question) => [question.id, question]));
  const told = new Map(
    Object.entries(message.facts).map(([question, answers]) => [question, [answers].flat()[0] ?? '']),
  );
  const truths = new Map<string, string>();
  const truthOf = (question: string): string => {
    const truth = told.get(question) ?? truths.get(question) ?? draw(question);
    truths.set(question, truth);
    return truth;
  };
  const draw = (id: string): string => {
    const question = questions.get(id);
    const answer = question === undefined ? null : truthfulAnswer(sufferer, question, random);
    return answer === null ? 'not-sure' : answer.id === NOT_HERE ? 'no-such-thing' : answer.id;
  };
  return {
    opens: message.text,
    saysAtFirst: (question) => told.has(question),
    truthOf,
    isTrue: (question, answer) =>
      [message.facts[question] ?? []].flat().includes(answer) || truthOf(question) === answer,
    replyOf(question, answer) {
      const said = fold.replies.filter((reply) => reply.question === question && reply.right[0] === answer);
      return oneOf(said, random)?.text ?? labelOf(kb, question, answer);
    },
    tells(problem, act) {
      const all = fold.turns.filter((turn) => turn.act === act && turn.pending === 'remedy');
      const own = all.filter((turn) => turn.problem === problem);
      return oneOf(own.length > 0 ? own : all, random)?.text ?? act;
    },
  };
}

const oneOf = <T>(all: readonly T[], random: Random): T | undefined => all[Math.floor(random() * all.length)];

function labelOf(kb: KnowledgeBase, question: string, answer: string): string {
  const answers = kb.questions.find(({ id }) => id === question)?.answers ?? [];
  return answers.find(({ id }) => id === answer)?.label ?? 'not sure';
}
