/** A reply of which one part answers the question that waits, and the rest another one. */

import type { Act, Heard } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';
import type { PlacedWord } from './clauses.ts';
import { toFact } from './facts.ts';
import { pendingQuestion, type Reading, readingOf } from './read-message.ts';
import { chanceOf, yesNoOf } from './reading/act.ts';
import { CERTAINTIES } from './reading/certainties.ts';
import { readElsewhere } from './reading/elsewhere.ts';
import { readReply } from './reading/reply.ts';
import { wholeFact } from './replied.ts';
import { questionsAsked } from './told-elsewhere.ts';

/** Acts of a reply that may have another answer in it. */
const REPLYING: ReadonlySet<Act> = new Set<Act>(['answer', 'report', 'unclear']);

/** What a part of a reply may sound like that tells of another question: `and all the other tills do it too`. */
const TELLING = [
  'report',
  'answer',
  'new-problem',
  'still-there',
  'partly',
] as const satisfies readonly Act[];

/** Words of a reply that is split, a bound on time: in longer ones clauses tell more than one thing anyway. 15 to 60. */
const LONGEST_SPLIT = 40;
/** Splits of which the rest is read as an answer to every other question, a bound on time. 2 to 10. */
const MOST_SPLITS = 4;
/** Fewest words that answer a question that was not put. */
const FEWEST_WORDS = 2;

/** What is said of one question, and how surely, 0..1. */
interface PartAnswer {
  readonly question: Id;
  readonly answer: Id;
  readonly certainty: number;
  readonly words: readonly PlacedWord[];
}

/** The same with both answers of a reply that has two, the one to the question that waits and the surest other one. */
export function withSecondAnswer(reading: Reading, heard: Heard): Heard {
  const question = pendingQuestion(reading.ours);
  if (question === null || !REPLYING.has(heard.act) || heard.yesNo !== null || heard.renumbered.length > 0)
    return heard;
  const whole = heard.facts.find((fact) => fact.question === question);
  const [surest] = splitsOf(reading)
    .flatMap(([own, beside]) => ownAnswer(reading, question, own, beside) ?? [])
    .filter(
      ({ own }) =>
        whole === undefined || own.answer === whole.answer || own.certainty >= CERTAINTIES.ratherInPart,
    )
    .sort((one, other) => other.own.certainty - one.own.certainty)
    .slice(0, MOST_SPLITS)
    .flatMap((split) => bothAnswers(reading, split) ?? [])
    .sort((one, other) => chanceOfBoth(other) - chanceOfBoth(one));
  return surest === undefined ? heard : withBoth(reading, heard, surest);
}

interface Both {
  readonly own: PartAnswer;
  readonly other: PartAnswer;
}

const chanceOfBoth = ({ own, other }: Both): number => own.certainty * other.certainty;

/** A message in two, either part first: where a clause ends, or where it has but one before each word that joins. */
function splitsOf({
  slice,
  words,
}: Reading): readonly (readonly [readonly PlacedWord[], readonly PlacedWord[]])[] {
  if (words.length > LONGEST_SPLIT) return [];
  const { functionWords } = slice.vocabulary.grammar;
  const hasClauses = words.some(({ segment }) => segment !== words[0]?.segment);
  const isCut = (word: PlacedWord, at: number): boolean =>
    hasClauses ? word.segment !== words[at - 1]?.segment : functionWords.has(word.text);
  return words.flatMap((word, at) => {
    if (at === 0 || !isCut(word, at)) return [];
    const [before, behind] = [words.slice(0, at), words.slice(at)];
    return [[before, behind] as const, [behind, before] as const];
  });
}

/** A part that answers the question that waits, and the rest. */
interface Split {
  readonly own: PartAnswer;
  readonly beside: readonly PlacedWord[];
}

/** What a part answers to the question that waits; null: nothing, or what is left is too short to answer another. */
function ownAnswer(
  reading: Reading,
  question: Id,
  words: readonly PlacedWord[],
  beside: readonly PlacedWord[],
): Split | null {
  if (beside.length < FEWEST_WORDS) return null;
  const { text, acts } = readingOf(reading, words);
  const read = readReply(reading.slice.heads, question, text, acts)?.replied;
  if (read?.kind !== 'answer') return null;
  return { own: { question, answer: read.answer, certainty: read.certainty, words }, beside };
}

/** The same with what the rest answers to another question; null: it answers none, or says yes or no. */
function bothAnswers(reading: Reading, { own, beside }: Split): Both | null {
  const { slice, ours } = reading;
  const { text, acts } = readingOf(reading, beside);
  const tells = chanceOf(acts, ...TELLING) >= CERTAINTIES.tellsBeside;
  if (ours === null || !tells || yesNoOf(slice.heads, text) !== null) return null;
  const other = readElsewhere(slice.heads, questionsAsked(slice, ours), text);
  if (other === null || other.question === own.question || other.certainty < CERTAINTIES.guessedBeside)
    return null;
  return { own, other: { ...other, words: beside } };
}

/** Codes and statements stay; the part that answers is surer than the whole, in which something else is said as well. */
function withBoth({ slice, known }: Reading, heard: Heard, { own, other }: Both): Heard {
  const stated = new Set(known.facts.map(({ question }) => question));
  const isGuess = other.certainty < CERTAINTIES.toldBeside;
  const fresh = (isGuess ? [own] : [own, other]).filter(({ question }) => !stated.has(question));
  const facts = fresh.flatMap(({ question, answer, certainty, words }) => {
    const meant = slice.facts.byId.get(question)?.get(answer);
    return meant === undefined ? [] : [{ ...toFact(known.text, wholeFact(words, meant)), certainty }];
  });
  const told = new Set(fresh.map(({ question }) => question));
  const kept = heard.facts.filter(({ question }) => !told.has(question));
  const { question, answer, certainty } = other;
  const guesses = isGuess && !stated.has(question) ? [{ question, answer, certainty }] : heard.guesses;
  return { ...heard, act: 'answer', facts: [...kept, ...facts], guesses, halfHeard: null, notSure: false };
}
