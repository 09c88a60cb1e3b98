/** The answer that a message most probably gives to the open question where none of its phrases was found. */

import { dot, logistic } from '../classifier/newton.ts';
import type { Case, Heard } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';
import type { LikelyAnswers } from './answer-lessons.ts';
import { candidateOf, compare } from './answer-signs.ts';
import type { PlacedWord } from './clauses.ts';
import { type FactReader, toFact } from './facts.ts';
import { type FoundFact, isOver } from './found.ts';
import { wholeFact } from './pending.ts';
import { timesOf } from './time.ts';

/** What telling answers by likeness needs. */
export interface LikelyAnswerReader {
  readonly facts: FactReader;
  readonly likelyAnswers: LikelyAnswers;
}

/** How probable an answer must be. Lower: more is understood, and more misunderstood. 0.5 to 0.99. */
const SURE = 0.8;
/** Longer messages tell of more than one thing; who answers a question says little. */
const MOST_WORDS = 12;

/** The answer that the words most probably give to a question, by its place; null where none is probable enough. */
export function likelyAnswer(
  { facts, likelyAnswers }: LikelyAnswerReader,
  question: Id,
  words: readonly PlacedWord[],
): number | null {
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const candidate = candidateOf(likelyAnswers, facts, compare(likelyAnswers, words), question, -1);
  if (candidate === null || logistic(dot(likelyAnswers.weights, candidate.signs)) < SURE) return null;
  return candidate.owner;
}

/** Takes a message in which nothing was found for the answer that it most probably gives to the open question. */
export function withLikelyAnswer(
  reader: LikelyAnswerReader,
  ours: Case | null,
  words: readonly PlacedWord[],
  heard: Heard,
): Heard {
  if (ours?.pending?.kind !== 'question' || !isOpen(heard) || !words.every(isStated)) return heard;
  const owner = likelyAnswer(reader, ours.pending.id, words);
  const answer = reader.facts.answers[owner ?? -1];
  if (owner === null || answer === undefined) return heard;
  const times = timesOf(words);
  const found: FoundFact = { ...wholeFact(words, owner), age: times.ageOf(0, words.length - 1) };
  const fact = isOver(times, answer.about, found, 0) ? null : toFact(reader.facts, heard.text, found);
  return fact === null ? heard : { ...heard, act: 'answer', facts: [fact], substance: true };
}

/** True where it is not clear what the message says, or only that it tells something. */
const isOpen = ({ act, facts, model, notSure }: Heard): boolean =>
  (act === 'unclear' || act === 'report') && facts.length === 0 && model === null && !notSure;

/** Who asks, wishes or supposes something does not say that it is so. */
const isStated = ({ mood }: PlacedWord): boolean => mood === 'said' || mood === 'shown';
