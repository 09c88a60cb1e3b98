/** Learns from the knowledge base's own phrases when the answer that a text is most like is the one that it gives. */

import { indexExamples } from '../classifier/nearest.ts';
import { bendOfLogistic, fitWeights } from '../classifier/newton.ts';
import { permutation } from '../classifier/permutation.ts';
import type { Id, KnowledgeBase } from '../knowledge/model.ts';
import {
  type AnswerExamples,
  type Candidate,
  candidateOf,
  compare,
  type Said,
  SIGN_COUNT,
} from './answer-signs.ts';
import { readWords, type Vocabulary, type Word } from './words.ts';

/** What telling answers by likeness needs. Plain data. */
export interface LikelyAnswers extends AnswerExamples {
  /** Logistic weights over the signs of a candidate. */
  readonly weights: readonly number[];
}

/** A candidate, and whether the text gives that answer. */
interface Lesson {
  readonly signs: readonly number[];
  readonly right: boolean;
}

/** Phrases that are learnt from; enough for ten weights, and few enough for a quick start. 100 to 3,000. */
const MOST_PHRASES = 300;
/** Texts that answer nothing, besides the phrases of other questions. 50 to 1,000. */
const MOST_OTHERS = 100;
/** Phrases from which on an answer can be told by the others when one is left out. */
const ENOUGH_PHRASES = 3;
/** Where the weights begin: nothing is an answer. */
const START: readonly number[] = Array.from({ length: SIGN_COUNT }, (_, at) => (at === 0 ? -4 : 0));
/** How many lessons' worth it takes to pull the weights away from where they begin. 0.1 to 20. */
const RIDGE = 1;

/** Makes the phrases of all questions that are asked ready, and learns how far likeness is to be trusted. */
export function learnLikelyAnswers(kb: KnowledgeBase, vocabulary: Vocabulary, said: Said): LikelyAnswers {
  const asked = askedOf(kb, said);
  const texts = said.answers.map(({ question, label, phrases }) =>
    phrases.length > 0 && asked.has(question) ? [label, ...phrases] : [],
  );
  const firsts = new Uint32Array(texts.length + 1);
  for (const [owner, own] of texts.entries()) firsts[owner + 1] = (firsts[owner] ?? 0) + own.length;
  const read = texts.flat().map((text) => readWords(vocabulary, text));
  const examples = indexExamples(read.map((words) => words.map(({ stem }) => stem)));
  const model = { examples, firsts, ...rarityOf(read) };
  const lessons = [
    ...ownLessons([...asked], model, said, read),
    ...otherLessons([...asked], kb, vocabulary, model, said),
  ];
  const weights = fitWeights(
    lessons.map(({ signs }) => signs),
    START,
    RIDGE / Math.max(1, lessons.length),
    (sum, at) => bendOfLogistic(sum, lessons[at]?.right === true),
  );
  return { ...model, weights };
}

function rarityOf(read: readonly (readonly Word[])[]): Pick<AnswerExamples, 'rarity' | 'rarest'> {
  const counts = new Map<string, number>();
  for (const words of read)
    for (const stem of new Set(words.map((word) => word.stem))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const rarity = (count: number): number => Math.log((read.length + 1) / (count + 0.5));
  return {
    rarity: new Map([...counts].map(([stem, count]) => [stem, rarity(count)])),
    rarest: rarity(0),
  };
}

const askedOf = (kb: KnowledgeBase, said: Said): Set<Id> =>
  new Set(
    kb.questions
      .filter(({ id, ask }) => ask !== null && (said.byQuestion.get(id)?.length ?? 0) > 0)
      .map(({ id }) => id),
  );

/** Some phrases, each compared with the others of its own question, and of a question that it does not answer. */
function ownLessons(
  asked: readonly Id[],
  model: AnswerExamples,
  said: Said,
  read: readonly (readonly Word[])[],
): Lesson[] {
  const owners = said.answers.flatMap((_, owner) =>
    new Array<number>((model.firsts[owner + 1] ?? 0) - (model.firsts[owner] ?? 0)).fill(owner),
  );
  return [...permutation(read.length, 1).slice(0, MOST_PHRASES)].flatMap((example, at) => {
    const owner = owners[example] ?? 0;
    const own = said.answers[owner]?.question ?? '';
    const text = compare(model, read[example] ?? []);
    const other = asked[at % asked.length];
    const phrases = said.answers[owner]?.phrases.length ?? 0;
    return [
      ...(phrases >= ENOUGH_PHRASES ? lessonOf(candidateOf(model, said, text, own, example), owner) : []),
      ...(other !== undefined && other !== own
        ? lessonOf(candidateOf(model, said, text, other, example), null)
        : []),
    ];
  });
}

/** Acts of speech and complaints, each compared with a question that it does not answer. */
function otherLessons(
  asked: readonly Id[],
  kb: KnowledgeBase,
  vocabulary: Vocabulary,
  model: AnswerExamples,
  said: Said,
): Lesson[] {
  const texts = [...Object.values(kb.acts.speech).flat(), ...kb.problems.flatMap(({ saidAs }) => saidAs)];
  return [...permutation(texts.length, 1).slice(0, MOST_OTHERS)].flatMap((number, at) => {
    const other = asked[at % asked.length];
    const text = compare(model, readWords(vocabulary, texts[number] ?? ''));
    return other === undefined ? [] : lessonOf(candidateOf(model, said, text, other, -1), null);
  });
}

const lessonOf = (candidate: Candidate | null, owner: number | null): Lesson[] =>
  candidate === null ? [] : [{ signs: candidate.signs, right: candidate.owner === owner }];
