/** What tells what a text states of the case: which answers of which questions, asked or not. */

import type { Example, TrainOptions } from '../../classifier/model.ts';
import type { Id, KnowledgeBase, ProblemExample } from '../../knowledge/model.ts';
import { answerPhrasesOf, type Lesson, repliesIn, replyKindOf, roleQuestionOf } from './lesson.ts';
import { isTaught, UNDECIDED } from './message-lessons.ts';

/** The head that tells what a text states. */
export const STATEMENT_HEAD = 'statements';

/** Something that a text says of the case. */
export interface Statement {
  readonly question: Id;
  readonly answer: Id;
}

/** A statement as the name of a class; no id has such a sign. */
export const labelOf = ({ question, answer }: Statement): string => `${question}=${answer}`;

/** The statement that a class is named after; null: it is the class of texts that state nothing. */
export function statementOf(label: string): Statement | null {
  const [question, answer] = label.split('=');
  return question === undefined || answer === undefined ? null : { question, answer };
}

/** What an example is annotated to state, as names of classes. */
export const labelsOfFacts = ({ facts }: Pick<ProblemExample, 'facts'>): readonly string[] =>
  Object.entries(facts).flatMap(([question, answers]) =>
    answers.map((answer) => labelOf({ question, answer })),
  );

/** Scores are all that is asked for. At 3 million weights .02 less is heard, at 6 million as much as at 7. */
const STATEMENT_OPTIONS: TrainOptions = { heldOut: 0, mostWeights: 6_000_000 };

/**
 * First messages and sentences with what they state, and the phrases of answers and the replies to questions, each with
 * its answer; but for questions whose answers are codes, which need no guess, and who somebody is, which has a head.
 */
export function statementLessons(kb: KnowledgeBase): readonly Lesson[] {
  if (!isTaught(kb)) return [];
  const { problems, statements } = kb.examples;
  const role = roleQuestionOf(kb);
  const exact = new Set([
    role,
    ...kb.lexicon.codes.flatMap(({ question, answer }) => (answer === null ? [question] : [])),
  ]);
  const example = (text: string, stated: readonly string[]): Example => {
    const [label = UNDECIDED, ...also] = stated.filter(
      (each) => !exact.has(statementOf(each)?.question ?? ''),
    );
    return { text, label, also };
  };
  const phrases = [...answerPhrasesOf(kb)].flatMap(([question, examples]) =>
    question === role
      ? []
      : examples.map(({ text, label: answer }) => example(text, [labelOf({ question, answer })])),
  );
  const answered = repliesIn(kb).map((reply) => {
    const own = replyKindOf(reply.answer) === null ? [labelOf(reply)] : [];
    return example(reply.says, [...own, ...labelsOfFacts(reply)]);
  });
  const told = [...problems, ...statements].map((each) => example(each.says, labelsOfFacts(each)));
  // `Yes` is an answer of many questions, and states nothing where none of them was asked.
  const bare = Object.values(kb.acts.speech).flatMap((texts) => texts.map((text) => example(text, [])));
  return [
    {
      head: STATEMENT_HEAD,
      examples: [...told, ...phrases, ...answered, ...bare],
      known: [...phrases, ...bare],
      options: STATEMENT_OPTIONS,
    },
  ];
}
