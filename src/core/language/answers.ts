/** Every answer that can be heard, and by which phrases. */

import type { About, Id, KnowledgeBase, Question } from '../knowledge/model.ts';

/** An answer of a question. Phrases and codes point at it by its place in a list. */
export interface AnswerRef {
  readonly question: Id;
  readonly answer: Id;
  readonly about: About;
  readonly choose: Question['choose'];
  readonly label: string;
  readonly phrases: readonly string[];
  readonly says: 'yes' | 'no' | null;
  readonly offered: boolean;
  /** True where the phrases are names of devices. */
  readonly named: boolean;
}

interface Spoken {
  readonly id: Id;
  readonly label: string;
  readonly phrases: readonly string[];
}

/** What a question's answers are where they come from elsewhere in the knowledge base. */
function generated(kb: KnowledgeBase, question: Question): readonly Spoken[] {
  switch (question.answersAre) {
    case 'listed':
      return [];
    case 'families':
      return kb.families.map(({ id, label, aliases }) => ({ id, label, phrases: [...aliases, label] }));
    case 'roles':
      return kb.roles.map(({ id, label, phrases }) => ({ id, label, phrases }));
    case 'steps':
      return kb.steps.map(({ id, title, saidDone }) => ({ id, label: title, phrases: saidDone }));
  }
}

function answersOf(kb: KnowledgeBase, question: Question): AnswerRef[] {
  const common = {
    named: question.answersAre === 'families',
    question: question.id,
    about: question.about,
    choose: question.choose,
  };
  const extra = new Map(generated(kb, question).map((spoken) => [spoken.id, spoken]));
  const listed = question.answers.map((answer): AnswerRef => {
    const more = extra.get(answer.id)?.phrases ?? [];
    extra.delete(answer.id);
    return {
      ...common,
      answer: answer.id,
      label: answer.label,
      phrases: [...new Set([...answer.phrases, ...more])],
      says: answer.says,
      offered: answer.offered,
    };
  });
  const rest = [...extra.values()].map(
    (spoken): AnswerRef => ({
      ...common,
      answer: spoken.id,
      label: spoken.label,
      phrases: spoken.phrases,
      says: null,
      offered: true,
    }),
  );
  return [...listed, ...rest];
}

/** All answers of all questions, in the order of the knowledge base. */
export function allAnswers(kb: KnowledgeBase): AnswerRef[] {
  return kb.questions.flatMap((question) => answersOf(kb, question));
}
