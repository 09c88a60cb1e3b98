/** What a message says of the case: answers to questions, each with the words that said it. */

import type { Fact } from '../conversation.ts';
import type { Id, KnowledgeBase } from '../knowledge/model.ts';
import { type AnswerRef, allAnswers } from './answers.ts';
import type { PlacedWord } from './clauses.ts';
import { type CodeMatcher, compileCodes, readCodes } from './codes.ts';
import { CERTAIN, type FoundFact, foundAt, settle } from './found.ts';
import type { Grammar } from './grammar.ts';
import type { Part } from './layout.ts';
import { compileModels, type ModelIndex, readModels } from './models.ts';
import { compilePhrases, findPhrases, type PhraseIndex } from './phrases.ts';
import type { Stated } from './reading/statements.ts';
import type { Vocabulary } from './words.ts';

/** What recognising facts needs. Plain data. */
export interface FactReader {
  readonly grammar: Grammar;
  readonly answers: readonly AnswerRef[];
  /** `question\nanswer`, and its place in `answers`. */
  readonly byId: ReadonlyMap<string, number>;
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
    byId: new Map(answers.map(({ question, answer }, owner) => [`${question}\n${answer}`, owner])),
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
  const named = readModels(models, words, () => true);
  const facts = named.flatMap(({ families: [family, ...others], ...place }) =>
    others.length > 0
      ? []
      : deviceQuestions
          .map((question) => byId.get(`${question}\n${family}`))
          .flatMap((owner) => (owner === undefined ? [] : [foundAt(owner, place, CERTAIN)])),
  );
  return { model: named[0]?.printed ?? null, facts };
}

/** Statements of which the base has the answers. */
const fromStatements = ({ byId }: FactReader, stated: readonly Stated[]): readonly FoundFact[] =>
  stated.flatMap((each) => {
    const owner = byId.get(`${each.question}\n${each.answer}`);
    const certainty = each.probability;
    return owner === undefined ? [] : [{ ...foundAt(owner, each, certainty), certainty }];
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
  return { facts: settle(reader.answers, [...codes, ...facts, ...heard]), model };
}

/** The fact as it is remembered. */
export function toFact(reader: FactReader, text: string, found: FoundFact): HeardFact | null {
  const answer = reader.answers[found.owner];
  if (answer === undefined) return null;
  const end = Math.min(found.end, found.start + LONGEST_QUOTE);
  return {
    question: answer.question,
    answer: answer.answer,
    about: answer.about,
    known: 'said',
    denied: found.denied,
    ...(found.certainty === undefined ? {} : { certainty: found.certainty }),
    quote: { text: text.slice(found.start, end), start: found.start, end },
  };
}
