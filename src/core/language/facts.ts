/** What a message says of the case: answers to questions, each with the words that said it. */

import type { Fact } from '../conversation.ts';
import type { About, Id, KnowledgeBase } from '../knowledge/model.ts';
import { type AnswerRef, allAnswers, answerPhrases } from './answers.ts';
import type { PlacedWord } from './clauses.ts';
import { type CodeMatcher, compileCodes, readCodes } from './codes.ts';
import { denialOf } from './denial.ts';
import { findPhrases, type Match, type Places } from './find.ts';
import { type FoundFact, isOver, settle } from './found.ts';
import { compileModels, type ModelIndex, readModels } from './models.ts';
import type { Mood } from './moods.ts';
import { compilePhrases, type PhraseIndex } from './phrases.ts';
import { type Times, timesOf } from './time.ts';
import { readWords, type Vocabulary } from './words.ts';

/** What recognising facts needs. Plain data. */
export interface FactReader {
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

/** Whether something said in this mood tells of the case as it is. */
function tells(mood: Mood, about: About): boolean {
  switch (mood) {
    case 'said':
      return true;
    case 'wondered':
    case 'wished':
      return about === 'device' || about === 'context' || about === 'recent-action';
    case 'shown':
      return about === 'device' || about === 'context' || about === 'check';
    case 'supposed':
    case 'asked':
      return false;
  }
}

/** Negations that belong to phrases: what they deny is said by the phrase already. */
function takenNegations(words: readonly PlacedWord[], matches: readonly Match[]): ReadonlySet<number> {
  return new Set(
    matches
      .filter((match) => match.phrase.deniedAt >= 0)
      .flatMap((match) => match.at.filter((place) => words[place]?.kind === 'not')),
  );
}

function fromMatch(
  reader: FactReader,
  words: readonly PlacedWord[],
  match: Match,
  taken: ReadonlySet<number>,
  times: Times,
): FoundFact | null {
  const owner = match.phrase.owner;
  const answer = reader.answers[owner];
  const first = words[match.at[0] ?? 0];
  const last = words[match.at.at(-1) ?? 0];
  if (answer === undefined || first === undefined || last === undefined || !tells(first.mood, answer.about))
    return null;
  const denial = denialOf(words, match);
  // Who cannot do something has tried it, and says where it happened.
  const tried =
    denial?.kind === 'inability' && (answer.about === 'recent-action' || answer.about === 'context');
  if (denial?.kind === 'inability' && answer.about === 'already-tried') return null;
  if (denial !== null && !tried && answer.about !== 'already-tried' && taken.has(denial.at)) return null;
  const denied = denial !== null && !tried;
  const from =
    denied && words[denial.at] !== undefined
      ? Math.min(first.start, words[denial.at]?.start ?? first.start)
      : first.start;
  const to = denied ? Math.max(last.end, words[denial.at]?.end ?? last.end) : last.end;
  const age = times.ageOf(match.at[0] ?? 0, match.at.at(-1) ?? 0);
  const found = { owner, denied, start: from, end: to, at: match.at, score: match.score, age };
  return isOver(times, answer.about, found, match.at[0] ?? 0) ? null : found;
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
  times: Times,
): FoundFact[] {
  const counts = (offset: number): boolean => {
    const word = all[placeAt(all, offset)];
    return word === undefined || use(word);
  };
  return readCodes(reader.codes, reader.codeAnswers, text, words, counts).flatMap(
    ({ question, answer, start, end }) => {
      const owner = reader.byId.get(`${question}\n${answer}`);
      const about = reader.answers[owner ?? -1]?.about;
      if (owner === undefined || about === undefined) return [];
      const place = placeAt(words, start);
      const age = times.ageOf(place, placeAt(words, end - 1));
      const found = { owner, denied: false, start, end, at: [], score: CERTAIN, age };
      return isOver(times, about, found, place) ? [] : [found];
    },
  );
}

/** The model named first, and the family that it means where only one has it. */
function fromModels(
  reader: FactReader,
  words: readonly PlacedWord[],
  use: (word: PlacedWord) => boolean,
): { readonly model: string | null; readonly facts: readonly FoundFact[] } {
  const models = readModels(reader.models, words, use);
  const facts = models.flatMap(({ families, start, end, at }): FoundFact[] =>
    families.length !== 1 || words[at]?.mood === 'asked'
      ? []
      : reader.deviceQuestions.flatMap((question) => {
          const owner = reader.byId.get(`${question}\n${families[0]}`);
          return owner === undefined
            ? []
            : [{ owner, denied: false, start, end, at: [at], score: CERTAIN, age: 'open' }];
        }),
  );
  return { model: models[0]?.printed ?? null, facts };
}

/** Facts and model in the words, which `use` admits of all the words of the text; vague phrases count for the question that `pending` names. */
export function readFacts(
  reader: FactReader,
  text: string,
  words: readonly PlacedWord[],
  all: readonly PlacedWord[],
  use: (word: PlacedWord) => boolean,
  places: Places,
  pending: Id | null,
): { facts: FoundFact[]; model: string | null } {
  const matches = findPhrases(reader.phrases, words, places).filter(
    (match) =>
      match.phrase.firm || (pending !== null && reader.answers[match.phrase.owner]?.question === pending),
  );
  const taken = takenNegations(words, matches);
  const times = timesOf(words);
  const heard = matches
    .map((match) => fromMatch(reader, words, match, taken, times))
    .filter((fact) => fact !== null);
  const { model, facts } = fromModels(reader, words, use);
  const codes = fromCodes(reader, text, words, all, use, times);
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
    quote: { text: text.slice(found.start, end), start: found.start, end },
  };
}
