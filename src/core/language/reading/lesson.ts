/** What a head is taught. */

import { hashEnd, hashStart, hashWord } from '../../classifier/hash.ts';
import type { Example, TrainOptions } from '../../classifier/model.ts';
import { type Id, type KnowledgeBase, NOT_HERE, REPLY_KINDS, type ReplyKind } from '../../knowledge/model.ts';
import { allAnswers } from '../answers.ts';

/** One head: its name, and the examples that teach it. */
export interface Lesson {
  /** `problem`, `family`. */
  readonly head: string;
  readonly examples: readonly Example[];
  /** Texts that are known word for word. Left out: all examples. */
  readonly known?: readonly Example[];
  readonly options: TrainOptions;
}

/** A text as an example of a label. */
export const labelled =
  (label: string) =>
  (text: string): Example => ({ text, label });

/** What a reply is that gives no answer of its question; null where it gives one. */
export const replyKindOf = (answer: Id): ReplyKind | null =>
  REPLY_KINDS.find((kind) => kind === answer) ?? null;

/** The question whose answers are the roles; null: the base has none. */
export const roleQuestionOf = ({ questions }: KnowledgeBase): Id | null =>
  questions.find(({ answersAre }) => answersAre === 'roles')?.id ?? null;

/** Replies to questions that are asked: who somebody is, they tell by themselves, in whole messages. */
export const repliesIn = ({ questions, examples }: KnowledgeBase): KnowledgeBase['examples']['replies'] => {
  const asked = new Set(questions.filter(({ ask }) => ask !== null).map(({ id }) => id));
  return examples.replies.filter(({ question }) => asked.has(question));
};

/** The labels and phrases of all answers, each as an example of its answer, by question. */
export const answerPhrasesOf = (kb: KnowledgeBase): ReadonlyMap<Id, readonly Example[]> =>
  new Map(
    [...groupBy(allAnswers(kb), ({ question }) => question)].map(([question, answers]) => [
      question,
      answers
        .filter(({ answer }) => answer !== NOT_HERE)
        .flatMap(({ answer, label, phrases }) => [label, ...phrases].map(labelled(answer))),
    ]),
  );

/** So many of a list, by the hash of each: one more in it changes one of those that are taken, and no more. */
export const spread = <T extends string | object>(all: readonly T[], count: number): readonly T[] =>
  all.length <= count
    ? all
    : spreadOf(
        inOrderOfHashes(all, (each) => each),
        count,
      );

/** One of a list, with its place there. */
interface Placed<T> {
  readonly each: T;
  readonly at: number;
}

/**
 * A list in the order in which `spreadOf` takes from it; what has the same hash stays in the order of the list.
 * @param hashed what the hash of each is made of
 */
export function inOrderOfHashes<T>(
  all: readonly T[],
  hashed: (each: T) => string | object,
): readonly Placed<T>[] {
  return all
    .map((each, at) => ({ each, at, hash: hashOfEach(hashed(each)) }))
    .sort((one, other) => one.hash - other.hash);
}

/** What `spread` takes of those of a list that are wanted; for many choices the list is put in order once. */
export function spreadOf<T>(
  ordered: readonly Placed<T>[],
  count: number,
  isWanted: (each: T) => boolean = () => true,
): readonly T[] {
  const taken: Placed<T>[] = [];
  for (const placed of ordered) {
    if (taken.length === count) break;
    if (isWanted(placed.each)) taken.push(placed);
  }
  return taken.sort((one, other) => one.at - other.at).map(({ each }) => each);
}

/** Hashes of examples, each of which many heads choose from. */
const hashes = new WeakMap<object, number>();

function hashOfEach(each: string | object): number {
  if (typeof each === 'string') return hashOf(JSON.stringify(each));
  const hash = hashes.get(each) ?? hashOf(JSON.stringify(each));
  hashes.set(each, hash);
  return hash;
}

const hashOf = (text: string): number => hashEnd(hashWord(hashStart(0), text));

/** The examples of each id. */
export function groupBy<T>(all: readonly T[], keyOf: (each: T) => Id): ReadonlyMap<Id, readonly T[]> {
  const groups = new Map<Id, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each)) ?? [];
    groups.set(keyOf(each), group);
    group.push(each);
  }
  return groups;
}

/** How heads of acts are trained: what is none of the acts has a class of its own. */
export const ACT_OPTIONS: TrainOptions = { heldOut: 700, noneShare: 0.02 };

/** Replies, and turns, that the heads of offers and asides are shown as neither. 100 to 1,000. */
export const OF_OFFERS_SHOWN = { neither: 300 } as const;
