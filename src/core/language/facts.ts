/** What a message says of the case: answers to questions, each with the words that said it. */

import type { Fact } from '../conversation.ts';
import type { About, Id, KnowledgeBase } from '../knowledge/model.ts';
import { type AnswerRef, allAnswers, answerPhrases } from './answers.ts';
import type { PlacedWord } from './clauses.ts';
import { type CodeMatcher, compileCodes, readCodes } from './codes.ts';
import { type FoundFact, settle } from './found.ts';
import type { Grammar } from './grammar.ts';
import { compileModels, type ModelIndex, readModels } from './models.ts';
import { compilePhrases, findPhrases, type Match, type PhraseIndex } from './phrases.ts';
import type { Stated } from './reading/statements.ts';
import { readWords, type Vocabulary } from './words.ts';

/** What recognising facts needs. Plain data. */
export interface FactReader {
  readonly grammar: Grammar;
  readonly answers: readonly AnswerRef[];
  /** `question\nanswer`, and its place in `answers`. */
  readonly byId: ReadonlyMap<string, number>;
  /** Question → places of its answers in `answers`, in the order in which they are shown. */
  readonly byQuestion: ReadonlyMap<Id, readonly number[]>;
  /** For every answer the stems of its label and of each phrase. */
  readonly bags: readonly (readonly (readonly string[])[])[];
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

const bagOf = (vocabulary: Vocabulary, text: string): string[] => [
  ...new Set(readWords(vocabulary, text).map((word) => word.stem)),
];

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
    bags: answers.map(({ label, phrases }) => [label, ...phrases].map((text) => bagOf(vocabulary, text))),
    phrases: compilePhrases(vocabulary, answerPhrases(vocabulary, answers)),
    codes: compileCodes(kb, vocabulary),
    codeAnswers: new Set(byId.keys()),
    models: compileModels(kb, vocabulary),
    deviceQuestions: kb.questions
      .filter((question) => question.answersAre === 'families')
      .map((question) => question.id),
  };
}

/** What is asked tells of the case only what it is asked about: `why does the scale beep?`. */
const tells = (about: About, asked: boolean): boolean => !asked || about === 'device' || about === 'context';

function fromMatch(reader: FactReader, words: readonly PlacedWord[], match: Match): FoundFact | null {
  const answer = reader.answers[match.owner];
  const first = words[match.at[0] ?? 0];
  const last = words[match.at.at(-1) ?? 0];
  if (answer === undefined || first === undefined || last === undefined) return null;
  if (!tells(answer.about, first.asked)) return null;
  const { owner, denied, at, score } = match;
  // `cannot void` tells of a void, and `no power cut` of none.
  if (denied && (answer.about === 'recent-action' || answer.about === 'context')) return null;
  return { owner, denied, start: first.start, end: last.end, at, score };
}

/** The place of the first word that ends behind an offset; the number of words where none does. */
function placeAt(words: readonly PlacedWord[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fromCodes(
  reader: FactReader,
  text: string,
  words: readonly PlacedWord[],
  all: readonly PlacedWord[],
  use: (word: PlacedWord) => boolean,
): FoundFact[] {
  const counts = (offset: number): boolean => {
    const word = all[placeAt(all, offset)];
    return word === undefined || use(word);
  };
  return readCodes(reader, text, words, counts).flatMap(({ question, answer, start, end }) => {
    const owner = reader.byId.get(`${question}\n${answer}`);
    return owner === undefined ? [] : [{ owner, denied: false, start, end, at: [], score: CERTAIN }];
  });
}

/** The model named first, and the family that it means where only one has it. */
function fromModels(
  reader: FactReader,
  words: readonly PlacedWord[],
  use: (word: PlacedWord) => boolean,
): { readonly model: string | null; readonly facts: readonly FoundFact[] } {
  const models = readModels(reader.models, words, use);
  const facts = models.flatMap(({ families, start, end, at }): FoundFact[] =>
    families.length !== 1
      ? []
      : reader.deviceQuestions.flatMap((question) => {
          const owner = reader.byId.get(`${question}\n${families[0]}`);
          return owner === undefined ? [] : [{ owner, denied: false, start, end, at: [at], score: CERTAIN }];
        }),
  );
  return { model: models[0]?.printed ?? null, facts };
}

function fromPhrases(
  reader: FactReader,
  words: readonly PlacedWord[],
  pending: Id | null,
): readonly FoundFact[] {
  const isWaiting = ({ owner }: Match): boolean =>
    pending !== null && reader.answers[owner]?.question === pending;
  return findPhrases(reader.phrases, words)
    .filter((match) => match.firm || isWaiting(match))
    .map((match) => fromMatch(reader, words, match))
    .filter((fact) => fact !== null);
}

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
    at: [],
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
