/** What a head is taught. */

import type { Example, TrainOptions } from '../../classifier/model.ts';
import { type Id, type KnowledgeBase, NOT_HERE } from '../../knowledge/model.ts';
import { allAnswers } from '../answers.ts';

/** One head: its name, and the examples that teach it. */
export interface Lesson {
  /** `problem`, `family`. */
  readonly head: string;
  readonly examples: readonly Example[];
  /** More that are known word for word, and too many to be learnt from. Left out: none. */
  readonly alsoKnown?: readonly Example[];
  readonly options: TrainOptions;
}

/** A text as an example of a label. */
export const labelled =
  (label: string) =>
  (text: string): Example => ({ text, label });

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

/** So many of a list, evenly over all of it. */
export function spread<T>(all: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor(at * step)]).filter(
    (each) => each !== undefined,
  );
}

/** The examples of each id. */
export function groupBy<T>(all: readonly T[], keyOf: (each: T) => Id): ReadonlyMap<Id, readonly T[]> {
  const groups = new Map<Id, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return groups;
}
