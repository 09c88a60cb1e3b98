/** What a message says of the case: answers to questions, each with the words that said it. */

import type { Fact } from '../conversation.ts';
import type { Id, KnowledgeBase } from '../knowledge/model.ts';
import { type AnswerRef, type AnswersById, allAnswers } from './answers.ts';
import type { PlacedWord } from './clauses.ts';
import { type CodeMatcher, compileCodes, readCodes } from './codes.ts';
import { CERTAIN, type FoundFact, foundAt, settle } from './found.ts';
import type { Grammar } from './grammar.ts';
import type { Part } from './layout.ts';
import { compileModels, type ModelIndex, readModels } from './models.ts';
import { compilePhrases, findPhrases, type PhraseIndex } from './phrases.ts';
import { groupBy } from './reading/lesson.ts';
import type { Stated } from './reading/statements.ts';
import type { Vocabulary } from './words.ts';

/** What recognising facts needs. Plain data. */
export interface FactReader {
  readonly grammar: Grammar;
  readonly answers: readonly AnswerRef[];
  readonly byId: AnswersById;
  readonly phrases: PhraseIndex;
  readonly codes: readonly CodeMatcher[];
  readonly models: ModelIndex;
  /** Questions whose answers are the families. */
  readonly deviceQuestions: readonly Id[];
}

/** A fact without the number of its turn. */
export type HeardFact = Omit<Fact, 'turn'>;

/** Nothing longer than this is quoted, in UTF-16 units. */
const LONGEST_QUOTE = 300;

export function prepareFacts(kb: KnowledgeBase, vocabulary: Vocabulary): FactReader {
  const answers = allAnswers(kb);
  return {
    grammar: vocabulary.grammar,
    answers,
    byId: new Map(
      [...groupBy(answers, ({ question }) => question)].map(([question, own]) => [
        question,
        new Map(own.map((each) => [each.answer, each])),
      ]),
    ),
    phrases: compilePhrases(vocabulary, answers),
    codes: compileCodes(kb, vocabulary),
    models: compileModels(kb, vocabulary),
    deviceQuestions: kb.questions.filter(({ answersAre }) => answersAre === 'families').map(({ id }) => id),
  };
}

/** The model named first, and the families that models mean which only one has. */
function fromModels(
  { models, deviceQuestions, byId }: FactReader,
  words: readonly PlacedWord[],
): { readonly model: string | null; readonly facts: readonly FoundFact[] } {
  const named = readModels(models, words);
  const facts = named
    .filter(({ families }) => families.length === 1)
    .flatMap((model) =>
      deviceQuestions
        .flatMap((question) => byId.get(question)?.get(model.families[0] ?? '') ?? [])
        .map((answer) => foundAt(answer, model, CERTAIN)),
    );
  return { model: named[0]?.printed ?? null, facts };
}

/** Statements of which the base has the answers. */
const fromStatements = ({ byId }: FactReader, stated: readonly Stated[]): readonly FoundFact[] =>
  stated.flatMap((each) => {
    const answer = byId.get(each.question)?.get(each.answer);
    const certainty = each.probability;
    return answer === undefined ? [] : [{ ...foundAt(answer, each, certainty), certainty }];
  });

/**
 * Facts and model in one part of a text, of which all words are given. Beside codes and models they are what is `stated`;
 * null: nothing tells that, and phrases are looked for, of which vague ones count for the question that `pending` names.
 */
export function readFacts(
  reader: FactReader,
  text: string,
  all: readonly PlacedWord[],
  part: Part,
  pending: Id | null,
  stated: readonly Stated[] | null,
): { readonly facts: readonly FoundFact[]; readonly model: string | null } {
  const words = all.filter((word) => word.part === part);
  const heard =
    stated === null ? findPhrases(reader.phrases, words, pending) : fromStatements(reader, stated);
  const { model, facts } = fromModels(reader, words);
  const codes = readCodes(reader, text, all, part);
  return { facts: settle([...codes, ...facts, ...heard]), model };
}

/** The fact as it is remembered. */
export function toFact(text: string, { answer: ref, denied, certainty, ...found }: FoundFact): HeardFact {
  const { question, answer, about } = ref;
  const end = Math.min(found.end, found.start + LONGEST_QUOTE);
  return {
    question,
    answer,
    about,
    known: 'said',
    denied,
    ...(certainty === undefined ? {} : { certainty }),
    quote: { text: text.slice(found.start, end), start: found.start, end },
  };
}
