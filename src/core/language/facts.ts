/** What a message says of the case: answers to questions, each with the words that said it. */

import type { Fact } from '../conversation.ts';
import type { Id, KnowledgeBase } from '../knowledge/model.ts';
import { type AnswerRef, allAnswers } from './answers.ts';
import type { PlacedWord } from './clauses.ts';
import { type CodeMatcher, compileCodes, readCodes } from './codes.ts';
import { type FoundFact, settle } from './found.ts';
import type { Grammar } from './grammar.ts';
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
  /** Question → places of its answers in `answers`, in the order in which they are shown. */
  readonly byQuestion: ReadonlyMap<Id, readonly number[]>;
  readonly phrases: PhraseIndex;
  readonly codes: readonly CodeMatcher[];
  readonly codeAnswers: ReadonlySet<string>;
  readonly models: ModelIndex;
  /** Questions whose answers are the families. */
  readonly deviceQuestions: readonly Id[];
}

/** A fact without the number of its turn. */
export type HeardFact = Omit<Fact, 'turn'>;

/** A code or a model says more than any phrase. */
const CERTAIN = 100;
/** Nothing longer than this is quoted, in UTF-16 units. */
const LONGEST_QUOTE = 300;

export function prepareFacts(kb: KnowledgeBase, vocabulary: Vocabulary): FactReader {
  const answers = allAnswers(kb);
  const byId = new Map(answers.map((answer, owner) => [`${answer.question}\n${answer.answer}`, owner]));
  return {
    grammar: vocabulary.grammar,
    answers,
    byId,
    byQuestion: new Map(
      kb.questions.map(({ id }) => [
        id,
        answers.flatMap((answer, owner) => (answer.question === id ? [owner] : [])),
      ]),
    ),
    phrases: compilePhrases(vocabulary, answers),
    codes: compileCodes(kb, vocabulary),
    codeAnswers: new Set(byId.keys()),
    models: compileModels(kb, vocabulary),
    deviceQuestions: kb.questions
      .filter((question) => question.answersAre === 'families')
      .map((question) => question.id),
  };
}

function fromCodes(
  reader: FactReader,
  text: string,
  words: readonly PlacedWord[],
  all: readonly PlacedWord[],
  use: (word: PlacedWord) => boolean,
): FoundFact[] {
  const counts = (offset: number): boolean => {
    const word = all.find(({ end }) => end > offset);
    return word === undefined || use(word);
  };
  return readCodes(reader, text, words, counts).flatMap(({ question, answer, start, end }) => {
    const owner = reader.byId.get(`${question}\n${answer}`);
    return owner === undefined ? [] : [{ owner, denied: false, start, end, score: CERTAIN }];
  });
}

/** The model named first, and the family that it means where only one has it. */
function fromModels(
  reader: FactReader,
  words: readonly PlacedWord[],
  use: (word: PlacedWord) => boolean,
): { readonly model: string | null; readonly facts: readonly FoundFact[] } {
  const models = readModels(reader.models, words, use);
  const facts = models.flatMap(({ families, start, end }): FoundFact[] =>
    families.length !== 1
      ? []
      : reader.deviceQuestions.flatMap((question) => {
          const owner = reader.byId.get(`${question}\n${families[0]}`);
          return owner === undefined ? [] : [{ owner, denied: false, start, end, score: CERTAIN }];
        }),
  );
  return { model: models[0]?.printed ?? null, facts };
}

/** Phrases that tell of the case; vague ones do where their question waits. */
export const fromPhrases = (
  { phrases, answers }: FactReader,
  words: readonly PlacedWord[],
  pending: Id | null,
): readonly FoundFact[] =>
  findPhrases(phrases, words).filter(({ owner, firm, denied, asked }) => {
    const answer = answers[owner];
    if (answer === undefined || !(firm || answer.question === pending)) return false;
    // What is asked tells only what it is asked about: `why does the scale beep?`.
    if (asked && answer.about !== 'device' && answer.about !== 'context') return false;
    // `cannot void` tells of a void, and `no power cut` of none.
    return !denied || (answer.about !== 'recent-action' && answer.about !== 'context');
  });

/** A statement as something found; null: the base has no such answer. */
function fromStatement({ byId }: FactReader, stated: Stated): FoundFact | null {
  const { question, answer, start, end, probability } = stated;
  const owner = byId.get(`${question}\n${answer}`);
  if (owner === undefined) return null;
  return {
    owner,
    denied: false,
    start,
    end,
    score: probability,
    certainty: probability,
  };
}

/**
 * Facts and model in the words, which `use` admits of all the words of the text. Beside codes and models they are what is
 * `stated`; null: nothing tells that, and phrases are looked for, of which vague ones count for the question that
 * `pending` names.
 */
export function readFacts(
  reader: FactReader,
  text: string,
  words: readonly PlacedWord[],
  all: readonly PlacedWord[],
  use: (word: PlacedWord) => boolean,
  pending: Id | null,
  stated: readonly Stated[] | null,
): { facts: FoundFact[]; model: string | null } {
  const heard =
    stated === null
      ? fromPhrases(reader, words, pending)
      : stated.map((each) => fromStatement(reader, each)).filter((fact) => fact !== null);
  const { model, facts } = fromModels(reader, words, use);
  const codes = fromCodes(reader, text, words, all, use);
  return {
    facts: settle(reader.answers, [...codes, ...facts, ...heard]),
    model,
  };
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
