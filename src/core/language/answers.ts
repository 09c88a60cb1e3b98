/** Every answer that can be heard, and by which phrases. */

import type { About, Answer, Id, KnowledgeBase, Question } from '../knowledge/model.ts';

/** An answer of a question. */
export interface AnswerRef extends Omit<Answer, 'id'> {
  /** Its place among all answers. */
  readonly place: number;
  readonly question: Id;
  readonly answer: Id;
  readonly about: About;
  readonly choose: Question['choose'];
  /** True where the phrases are names of devices. */
  readonly named: boolean;
}

/** All answers of all questions, in the order of the knowledge base. */
export const allAnswers = (kb: KnowledgeBase): readonly AnswerRef[] =>
  kb.questions
    .flatMap(({ id: question, about, choose, answersAre, answers }) =>
      answers.map(({ id: answer, ...told }) => {
        const named = answersAre === 'families';
        return { ...told, question, answer, about, choose, named };
      }),
    )
    .map((answer, place) => ({ ...answer, place }));

/** Answers by their question and their id. */
export type AnswersById = ReadonlyMap<Id, ReadonlyMap<Id, AnswerRef>>;
