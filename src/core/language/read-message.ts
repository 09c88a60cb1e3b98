/** Reads a message before it is decided what it does: whose words it has, the facts in them, and what they may do. */

import type { Case, Guess, Heard } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';
import { type PlacedWord, readMessage } from './clauses.ts';
import { readFacts, toFact } from './facts.ts';
import type { FoundFact } from './found.ts';
import type { Part } from './layout.ts';
import { readActs, remedyIn, type SpokenActs, waitingIn } from './reading/act.ts';
import type { Waiting } from './reading/act-lessons.ts';
import { CERTAINTIES } from './reading/certainties.ts';
import { readRole } from './reading/role.ts';
import { readStatements, type Stated } from './reading/statements.ts';
import type { LanguageSlice } from './slice.ts';

/** A message as it was read. */
export interface Reading {
  readonly slice: LanguageSlice;
  readonly ours: Case | null;
  /** What is heard so far: the masked text, its facts, the model. */
  readonly known: Heard;
  /** The words of the person, headers, signatures and earlier mail left out. */
  readonly words: readonly PlacedWord[];
  /** The same as text, from the first to the last. */
  readonly text: string;
  /** True where an earlier mail tells of the case, and whoever sends it on says nothing of it. */
  readonly sentOn: boolean;
  readonly waiting: Waiting;
  /** The problem whose remedy it is said of; null: of none. */
  readonly remedy: Id | null;
  readonly acts: SpokenActs;
}

/** The question that waits, also while it is asked back whether an answer of it was meant, or something else in between. */
export function pendingQuestion(ours: Case | null): Id | null {
  switch (ours?.pending?.kind) {
    case 'question':
    case 'confirm':
      return ours.pending.id;
    case 'new-problem':
      return ours.asked.findLast(({ result }) => result === 'waiting')?.question ?? null;
    case 'remedy':
    case undefined:
      return null;
  }
}

/** Reads the text of `heard` as what a person said in a case, null where there is none; null: it has no words. */
export function readTurn(slice: LanguageSlice, ours: Case | null, heard: Heard): Reading | null {
  const parts = readParts(slice, ours, heard.text);
  if (parts.words.length === 0) return null;
  const facts = parts.facts.map((fact) => toFact(heard.text, fact));
  const text = textOf(heard.text, parts.words);
  const waiting = waitingIn(ours);
  const remedy = remedyIn(ours);
  return {
    slice,
    ours,
    known: {
      ...heard,
      facts,
      guesses: guessesBeside(parts, facts),
      model: parts.model,
    },
    words: parts.words,
    text,
    sentOn: parts.sentOn,
    waiting,
    remedy,
    acts: readActs(slice.heads, waiting, text, remedy),
  };
}

/** The same message, as if only some of its words were said; what it states stays. */
export function readingOf(reading: Reading, words: readonly PlacedWord[]): Reading {
  const { slice, waiting, remedy, known } = reading;
  const text = textOf(known.text, words);
  return { ...reading, words, text, acts: readActs(slice.heads, waiting, text, remedy) };
}

/** From the first to the last of some words of a text. */
export const textOf = (text: string, words: readonly PlacedWord[]): string =>
  text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);

/** The surest guess of each question of which no fact tells. */
function guessesBeside(
  { guesses }: Parts,
  facts: readonly { readonly question: Id }[],
): readonly Omit<Guess, 'turn'>[] {
  const known = new Set(facts.map(({ question }) => question));
  return guesses.flatMap(({ question, answer, probability }) => {
    if (known.has(question)) return [];
    known.add(question);
    return [{ question, answer, certainty: probability }];
  });
}

interface Parts {
  readonly words: readonly PlacedWord[];
  readonly facts: readonly FoundFact[];
  /** Surest first. */
  readonly guesses: readonly Stated[];
  readonly model: string | null;
  readonly sentOn: boolean;
}

function readParts(slice: LanguageSlice, ours: Case | null, text: string): Parts {
  const all = readMessage(slice.vocabulary, text);
  const read = (part: Part): Parts => readPart(slice, ours, text, all, part);
  const first = read('own');
  // Earlier mail counts only where the person says nothing of the case themselves.
  if (first.facts.length > 0 || ours !== null || !all.some(({ part }) => part === 'earlier')) return first;
  const { facts, model } = read('earlier');
  return { ...first, facts, model: first.model ?? model, sentOn: facts.length > 0 };
}

function readPart(
  slice: LanguageSlice,
  ours: Case | null,
  text: string,
  all: readonly PlacedWord[],
  part: Part,
): Parts {
  const words = all.filter((word) => word.part === part);
  const { stated, guesses } = statedIn(slice, ours, text, words);
  const found = readFacts(slice.facts, text, all, part, pendingQuestion(ours), stated);
  return { words, ...found, guesses, sentOn: false };
}

/** What the words state of the case, null where nothing tells it; and of a first message what they may state besides. */
function statedIn(
  slice: LanguageSlice,
  ours: Case | null,
  text: string,
  words: readonly PlacedWord[],
): { readonly stated: readonly Stated[] | null; readonly guesses: readonly Stated[] } {
  if (slice.statements === null) return { stated: null, guesses: [] };
  const start = words[0]?.start ?? 0;
  const reports = ours?.texts.filter(({ isReply }) => isReply !== true).map((said) => said.text) ?? [];
  const sure = CERTAINTIES[ours === null ? 'stated' : 'statedBeside'];
  const least = ours === null ? CERTAINTIES.halfStated : sure;
  const own = textOf(text, words);
  const { things } = slice.needs;
  const role = readRole(slice.heads, slice.roleQuestion, own, waitingIn(ours) === 'remedy');
  const read = [
    ...readStatements(slice.heads, slice.statements, own, reports, least, sure),
    ...(role === null ? [] : [role]),
  ]
    .filter(({ question, probability }) => !things.has(question) || probability >= CERTAINTIES.missing)
    .map((each) => ({ ...each, start: start + each.start, end: start + each.end }));
  return {
    stated: read.filter(({ question, probability }) => question === role?.question || probability >= sure),
    guesses: read.filter(({ question, probability }) => question !== role?.question && probability < sure),
  };
}
