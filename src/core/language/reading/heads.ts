/** The models that read messages, one for each thing that is told apart; trained once and kept by what taught them. */

import { hashEnd, hashMore, hashStart } from '../../classifier/hash.ts';
import type { Model } from '../../classifier/model.ts';
import { train } from '../../classifier/train.ts';
import type { Lesson } from './lessons.ts';

/** A trained head. */
export interface Head {
  /** Changes with what it was taught. */
  readonly key: string;
  readonly model: Model;
}

/** Heads by name. Plain data. */
export type Heads = ReadonlyMap<string, Head>;

/** Models by key: those that were trained before, to which are added those that are trained now. A `Map` is one. */
export interface ModelShelf {
  get(key: string): Model | undefined;
  set(key: string, model: Model): void;
}

/** Two hashes of 32 bits over everything that a head is taught: by chance two lessons share one in 10^19 cases. */
export function keyOf({ head, examples, options }: Lesson): string {
  const taught = JSON.stringify([head, examples.map(({ text, label }) => [text, label]), options]);
  return `${head}-${[1, 2].map((seed) => hashOf(taught, seed)).join('')}`;
}

function hashOf(text: string, seed: number): string {
  let hash = hashMore(hashStart(0), seed);
  for (let at = 0; at < text.length; at++) hash = hashMore(hash, text.charCodeAt(at));
  return hashEnd(hash).toString(16).padStart(8, '0');
}

/** Trains every head whose model is not on the shelf, and puts it there; the same lessons give the same heads. */
export function learnHeads(lessons: readonly Lesson[], shelf: ModelShelf): Heads {
  return new Map(
    lessons.map((lesson) => {
      const key = keyOf(lesson);
      return [lesson.head, { key, model: shelf.get(key) ?? trainedOnto(shelf, key, lesson) }];
    }),
  );
}

function trainedOnto(shelf: ModelShelf, key: string, { examples, options }: Lesson): Model {
  const model = train(examples, options);
  shelf.set(key, model);
  return model;
}
